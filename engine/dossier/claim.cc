#include "dossier/claim.hpp"

#include "base/invariant.hpp"

namespace saldo::dossier {

law::Debt_part part_of(Item_kind kind) {
    using enum Item_kind;
    switch (kind) {
    case principal:
        return law::Debt_part::principal;
    case late_interest:
        return law::Debt_part::interest;
    case penalty:
        return law::Debt_part::penalty;
    case credit_cost:
    case reminder:
    case notice:
    case acquittance_fee:
    case collection_fee:
    case recovery_fee:
    case bailiff_act:
    case file_cost:
    case other_cost:
        return law::Debt_part::costs;
    }
    invariant(false, "every kind of item belongs to a component");
    return law::Debt_part::costs;
}

Money balance(const Claim& claim) {
    return claim.principal + claim.interest + claim.costs + claim.penalty;
}

} // namespace saldo::dossier
