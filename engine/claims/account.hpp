#pragma once

#include "claims/accrual.hpp"
#include "law/allocation.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace saldo::claims {

/// What the book paid on a claim, or got back: then negative.
struct Paid {
    Date date;
    Money amount;       ///< not zero
    std::string source; ///< what tells the payment: the number of its entry; of what came back the
                        ///< number of the entry that paid it, where that is known
};

enum class Step_kind { statement, item, accrual, waiver, payment, outside_payment, returned };

inline constexpr std::array step_kind_names{
    Named{Step_kind::statement, "statement"}, Named{Step_kind::item, "item"},
    Named{Step_kind::accrual, "accrual"},     Named{Step_kind::waiver, "waiver"},
    Named{Step_kind::payment, "payment"},     Named{Step_kind::outside_payment, "outside_payment"},
    Named{Step_kind::returned, "returned"}};

/// One thing that changed what is owed.
struct Account_step {
    Date date; ///< of an accrual its last day
    Step_kind kind = Step_kind::statement;
    Parts change;
    Parts balance; ///< after it
    Money overpaid =
        Money::zero();  ///< of a payment: what the debt did not need; negative if undone
    std::string source; ///< of a payment as given, of an item or a payment outside the book its
                        ///< document, of a waiver its reason, else empty
    std::optional<dossier::Item_kind> item{};
    std::optional<Accrued> accrued{};
    std::optional<law::Allocation_order> order{}; ///< by which a payment was laid
};

struct Claim_account {
    std::vector<Account_step> steps; ///< in order of time; the first is the statement
    Parts balance;
    Money items = Money::zero();    ///< that came after the statement
    Money accrued = Money::zero();  ///< late interest by the interest rule
    Money waived = Money::zero();   ///< after the statement
    Money paid = Money::zero();     ///< in the book and outside it, less what came back
    Money overpaid = Money::zero(); ///< of what was paid, what the debt did not need
    law::Allocation_order order = law::Allocation_order::general; ///< in force on the day
    Findings findings;
};

/// What stands on a claim at the end of a day, past or future, each cent of it with where it comes
/// from:
///   - It starts with what the creditor stated. What is dated until that day and not in the book
///     explains the statement and counts no more; a payment of the book dated until then is laid
///     on it, as the ledger does (finding claims.paid_before_statement: it may be in it already).
///   - Items come on top; late interest runs by the interest rule (see Accrual), on the principal
///     of the evening before, so the day of a payment still bears it; waivers take off their
///     component what is there (claims.waived_too_much), payments are laid by law::allocate, in
///     the order of an accelerated credit (WER art. VII.106) from the day it ended. So in this
///     order on one day: those of the book before those outside it, what came back last.
///   - What a payment has over is kept apart and pays nothing later (claims.overpaid).
///   - What came back undoes the payment of the same source and amount, else the only one of that
///     amount; else it is principal again (claims.return_unexplained).
/// Payments, items and all lists of the claim may come in any order. Refuses
/// claims.before_statement, law.not_in_force when no rate is known for a day that bears interest,
/// and money.out_of_range.
[[nodiscard]] Result<Claim_account> account_on(const law::Figures& figures,
                                               const dossier::Claim& claim,
                                               const std::vector<Paid>& payments,
                                               Date on);

} // namespace saldo::claims
