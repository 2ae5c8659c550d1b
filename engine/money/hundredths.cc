#include "money/hundredths.hpp"

#include "base/invariant.hpp"
#include "money/scale.hpp"

namespace saldo::money {

std::string shown_in_hundredths(Rate number) {
    const auto rounded = scale(Money::cents(1'00), number, Rounding::half_away);
    invariant(rounded.has_value(), "a number that is shown has few digits");
    return format(*rounded);
}

} // namespace saldo::money
