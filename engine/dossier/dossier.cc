#include "dossier/dossier.hpp"

#include "base/invariant.hpp"
#include "money/scale.hpp"

#include <algorithm>

namespace saldo::dossier {

Money margin(const Budget_line& line) {
    if (!line.margin_share) {
        return line.margin;
    }
    const auto share =
        money::scale(line.schedule.amount, *line.margin_share, money::Rounding::half_away);
    invariant(share.has_value(), "a part of an amount is an amount");
    return std::max(line.margin, *share);
}

} // namespace saldo::dossier
