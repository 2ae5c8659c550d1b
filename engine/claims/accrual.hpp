#pragma once

#include "claims/parts.hpp"
#include "law/interest.hpp"

#include <vector>

namespace saldo::claims {

/// Late interest of days with one rate, as a step of a claim's account.
struct Accrued {
    Money principal; ///< that bore it
    law::Interest_step interest;
    Money amount; ///< by which the interest so far, rounded, grew
};

/// Late interest of a claim by its interest rule, reckoned on as time goes by: simple, on the
/// principal alone (old BW art. 1154), none on the days of an interest stop (Ger.W. art. 1675/7 of
/// a collective debt settlement). All interest so far is exact and rounded to the cent, a half up;
/// a step is what that grew by, so the days on which it is asked change no total.
class Accrual {
public:
    /// The figures and the claim must outlive it.
    Accrual(const law::Figures& figures, const dossier::Claim& claim);

    /// The steps of the days that were not reckoned yet, through `day`, on this principal. Refuses
    /// law.not_in_force with the first day that has no rate, and money.out_of_range.
    [[nodiscard]] Result<std::vector<Accrued>> through(Date day, Money principal);

    /// law.unverified of the rates that were used, each once.
    [[nodiscard]] const Findings& findings() const { return findings_; }

private:
    struct Days {
        Date first;
        Date last;
    };

    [[nodiscard]] std::vector<Days> bearing(Date first, Date last) const;
    [[nodiscard]] Result<Done> add(const Days& days, Money principal, std::vector<Accrued>& steps);
    void remember(const Findings& findings);

    const law::Figures& figures_;
    const dossier::Claim& claim_;
    std::vector<dossier::Interest_stop> stops_; ///< in order of first day
    std::optional<Date> reckoned_;              ///< last day; none if no interest runs
    std::vector<money::Product> exact_;         ///< they sum to the interest so far
    Money rounded_ = Money::zero();             ///< the same to the cent
    Findings findings_;
};

} // namespace saldo::claims
