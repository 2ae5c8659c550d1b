#include "budget/occurrence.hpp"
