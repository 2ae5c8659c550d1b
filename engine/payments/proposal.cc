#include "payments/proposal.hpp"
