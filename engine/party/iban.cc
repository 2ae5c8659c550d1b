#include "party/iban.hpp"
