#include "claims/parts.hpp"

#include "base/invariant.hpp"

namespace saldo::claims {

namespace {

using Member = Money Parts::*;

Member member_of(law::Debt_part part) {
    switch (part) {
    case law::Debt_part::principal:
        return &Parts::principal;
    case law::Debt_part::interest:
        return &Parts::interest;
    case law::Debt_part::costs:
        return &Parts::costs;
    case law::Debt_part::penalty:
        return &Parts::penalty;
    }
    invariant(false, "a debt has four components");
    return nullptr;
}

} // namespace

Money& Parts::operator[](law::Debt_part part) {
    return this->*member_of(part);
}

Money Parts::operator[](law::Debt_part part) const {
    return this->*member_of(part);
}

Parts operator+(const Parts& a, const Parts& b) {
    return {a.principal + b.principal, a.interest + b.interest, a.costs + b.costs,
            a.penalty + b.penalty};
}

Parts operator-(const Parts& a, const Parts& b) {
    return {a.principal - b.principal, a.interest - b.interest, a.costs - b.costs,
            a.penalty - b.penalty};
}

Parts stated_parts(const dossier::Claim& claim) {
    return {claim.principal, claim.interest, claim.costs, claim.penalty};
}

Parts only(law::Debt_part part, Money amount) {
    Parts parts;
    parts[part] = amount;
    return parts;
}

} // namespace saldo::claims
