#include "claims/status.hpp"

#include "base/invariant.hpp"

#include <array>
#include <string_view>

namespace saldo::claims {

namespace {

using dossier::Claim_status;

constexpr std::size_t statuses = 11;

/// From each status (a line, in their order) to each: `+` freely, `r` with a reason, `.` never.
constexpr std::array<std::string_view, statuses> moves{
    //           announced, stated, checked, disputed, agreed, in plan, suspended,
    //           paid, waived, transferred, time barred
    /* announced   */ ".+.+..++r+r",
    /* stated      */ "..++++++r+r",
    /* checked     */ "...+++++r+r",
    /* disputed    */ "..+.+.++r+r",
    /* agreed      */ "..++.+++r+r",
    /* in plan     */ "..+++.++r+r",
    /* suspended   */ ".+++++.+r+r",
    /* paid        */ ".rrrrrr.rrr",
    /* waived      */ ".rrrrrrr.rr",
    /* transferred */ ".rrrrrrrr.r",
    /* time barred */ ".rrrrrrrrr."};

static_assert([] {
    for (std::size_t i = 0; i < statuses; ++i) {
        if (moves[i].size() != statuses || moves[i][i] != '.') {
            return false;
        }
    }
    return static_cast<std::size_t>(Claim_status::time_barred) + 1 == statuses;
}());

} // namespace

Claim_status status_on(const dossier::Claim& claim, Date on) {
    Claim_status status = Claim_status::stated;
    for (const dossier::Status_change& change : claim.history) {
        if (change.date <= on) {
            status = change.status;
        }
    }
    return status;
}

bool is_end(Claim_status status) {
    return status == Claim_status::paid || status == Claim_status::waived ||
           status == Claim_status::transferred || status == Claim_status::time_barred;
}

Move move_between(Claim_status from, Claim_status to) {
    switch (moves.at(static_cast<std::size_t>(from)).at(static_cast<std::size_t>(to))) {
    case '+':
        return Move::free;
    case 'r':
        return Move::with_reason;
    default:
        return Move::none;
    }
}

} // namespace saldo::claims
