#pragma once

#include "claims/account.hpp"
#include "dossier/blank.hpp"
#include "unit/law/case.hpp"

#include <doctest/doctest.h>

/// What the tests of claims share.
namespace saldo::test {

/// A claim with what its creditor stated on a day.
inline dossier::Claim claim_of(std::string_view stated,
                               std::string_view principal,
                               std::string_view interest = "0.00",
                               std::string_view costs = "0.00",
                               std::string_view penalty = "0.00") {
    auto claim = dossier::blank<dossier::Claim>();
    claim.id = "1";
    claim.origin = "other";
    claim.stated = day(stated);
    claim.principal = euro(principal);
    claim.interest = euro(interest);
    claim.costs = euro(costs);
    claim.penalty = euro(penalty);
    return claim;
}

inline dossier::Interest_rule civil_from(std::string_view date) {
    return {dossier::Interest_source::civil, {}, day(date)};
}

inline dossier::Interest_rule agreed_from(std::string_view date, money::Rate rate) {
    return {dossier::Interest_source::agreed, dossier::Yearly_rate{rate}, day(date)};
}

/// Principal, interest, costs and penalty.
inline std::string told(const claims::Parts& parts) {
    return format(parts.principal) + " " + format(parts.interest) + " " + format(parts.costs) +
           " " + format(parts.penalty);
}

inline claims::Claim_account account_of(const dossier::Claim& claim,
                                        const std::vector<claims::Paid>& payments,
                                        std::string_view on) {
    auto account = claims::account_on(figures(), claim, payments, day(on));
    REQUIRE(account.has_value());
    return *std::move(account);
}

inline std::string balance_of(const dossier::Claim& claim,
                              const std::vector<claims::Paid>& payments,
                              std::string_view on) {
    return told(account_of(claim, payments, on).balance);
}

/// The codes of the findings, each followed by a blank.
inline std::string codes_of(const Findings& findings) {
    std::string codes;
    for (const Finding& finding : findings) {
        codes.append(finding.code.text).append(" ");
    }
    return codes;
}

} // namespace saldo::test
