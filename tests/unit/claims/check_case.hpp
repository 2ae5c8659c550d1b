#pragma once

#include "claims/check.hpp"
#include "law/codes.hpp"
#include "unit/law/case.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>
#include <string_view>

/// Claims of the tests of verdicts, in short.
namespace saldo::test {

inline dossier::Yearly_rate percent(std::string_view text) {
    return {money::parse_percent(text).value()};
}

/// Only what was stated.
inline dossier::Claim
bare_claim(std::string_view origin, std::string_view stated, std::string_view principal) {
    return {"c",
            {},
            std::string(origin),
            day(stated),
            euro(principal),
            Money::zero(),
            Money::zero(),
            Money::zero(),
            {}};
}

/// Of a firm on a consumer: unpaid since the day of the contract, with a penalty clause and a first
/// reminder by electronic mail that day.
inline dossier::Claim
consumer_claim(std::string_view contract, std::string_view stated, std::string_view principal) {
    auto claim = bare_claim("other", stated, principal);
    claim.due = day(contract);
    claim.contract = dossier::Contract{.date = day(contract),
                                       .regime = dossier::Regime::consumer,
                                       .late_rate = {},
                                       .penalty = dossier::Penalty_clause::agreed,
                                       .credit = {}};
    claim.letters = {
        {day(contract), dossier::Letter_kind::reminder, dossier::Sent_as::electronic, {}}};
    return claim;
}

/// A consumer credit of 2024 that was ended rightly on 1 July 2024.
inline dossier::Claim credit_claim(std::string_view stated, std::string_view principal) {
    auto claim = bare_claim("consumer_credit", stated, principal);
    claim.due = day("2024-03-01");
    claim.contract =
        dossier::Contract{.date = day("2024-01-10"),
                          .regime = {},
                          .late_rate = {},
                          .penalty = dossier::Penalty_clause::agreed,
                          .credit = dossier::Credit{.kind = law::Credit_kind::instalment,
                                                    .amount = euro("6000.00"),
                                                    .total_payable = euro("6000.00"),
                                                    .rate = percent("8"),
                                                    .apr = percent("9.5"),
                                                    .arrears = euro("1200.00"),
                                                    .missed = "2",
                                                    .ended = day("2024-07-01")}};
    claim.letters = {
        {day("2024-05-15"), dossier::Letter_kind::notice, dossier::Sent_as::registered, {}}};
    return claim;
}

inline claims::Claim_verdict verdict_of(const dossier::Claim& claim, std::string_view on) {
    return claims::check(figures(), claim, day(on)).value();
}

/// On the day of the statement.
inline claims::Claim_verdict verdict_of(const dossier::Claim& claim) {
    return claims::check(figures(), claim, claim.stated).value();
}

inline claims::Checked_part part(const claims::Claim_verdict& verdict, law::Debt_part wanted) {
    return *std::ranges::find(verdict.parts, wanted, &claims::Checked_part::part);
}

/// The only row of a component.
inline claims::Check_row only_row(const claims::Claim_verdict& verdict, law::Debt_part wanted) {
    REQUIRE(std::ranges::count(verdict.rows, wanted, &claims::Check_row::part) == 1);
    return *std::ranges::find(verdict.rows, wanted, &claims::Check_row::part);
}

} // namespace saldo::test

namespace saldo::dossier {

inline std::ostream& operator<<(std::ostream& out, Verdict_kind kind) {
    constexpr std::array words{"due", "reduce", "dispute", "unclear"};
    return out << words[static_cast<std::size_t>(kind)];
}

} // namespace saldo::dossier

namespace saldo::claims {

inline std::ostream& operator<<(std::ostream& out, Ground ground) {
    return out << name_in(ground_names, ground);
}

inline std::ostream& operator<<(std::ostream& out, Fact fact) {
    return out << name_in(fact_names, fact);
}

} // namespace saldo::claims
