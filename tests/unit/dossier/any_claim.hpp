#pragma once

#include "any_values.hpp"
#include "base/digest.hpp"

namespace saldo::test {

inline Money any_positive() {
    return Money::cents(number(1, 1'000'000));
}

inline std::string any_digest() {
    return maybe() ? std::string() : to_hex(sha256(std::to_string(number(0, 1'000))));
}

inline Yearly_rate any_rate() {
    const auto parts = *rc::gen::element<std::int64_t>(1, 4, 10'000, 1'000'000'000);
    return {money::Rate::of(*rc::gen::inRange<std::int64_t>(0, 10 * parts), parts)};
}

template <class Make> auto if_known(Make make) {
    return maybe() ? std::optional(make()) : std::nullopt;
}

inline Contract any_contract() {
    Contract contract{if_known([] { return date(1990); }),
                      if_known(any<Regime>),
                      if_known(any_rate),
                      if_known(any<Penalty_clause>),
                      {}};
    if (maybe()) {
        contract.credit = Credit{any<law::Credit_kind>(),
                                 if_known(any_positive),
                                 if_known(any_positive),
                                 if_known(any_rate),
                                 if_known(any_rate),
                                 if_known(any_amount),
                                 maybe() ? "" : std::to_string(number(0, 1'000)),
                                 {}};
        contract.credit->ended = if_known([] { return date(2020); });
    }
    contract.public_debt = if_known(any<law::Public_debt>);
    return contract;
}

/// With a date of their own each, in order of date.
template <class Make> auto dated_list(Make make) {
    auto all = list(3, [&](int) { return make(date()); });
    std::ranges::sort(all, {}, [](const auto& each) { return each.date; });
    return all;
}

/// Until the statement no more of each component than was stated, after it anything.
inline std::vector<Item> any_items(const Claim& claim) {
    auto items = list(3, [&](int) {
        return Item{claim.stated.plus_days(number(1, 3'000)), any<Item_kind>(), any_positive(),
                    any_digest()};
    });
    const Date before = claim.stated.plus_days(-number(0, 900));
    if (claim.principal.is_positive()) {
        items.push_back({before, Item_kind::principal, claim.principal, any_digest()});
    }
    if (claim.costs.is_positive() && maybe()) {
        items.push_back({before, Item_kind::reminder, Money::cents(1), any_digest()});
    }
    return items;
}

inline void add_facts(Claim& claim) {
    claim.due = if_known([] { return date(); });
    claim.contract = if_known(any_contract);
    claim.title = if_known([] { return Title{any<Title_kind>(), date()}; });
    claim.privilege = maybe() ? "" : word(claim_privileges);
    claim.bound = list(2, [](int) { return Bound_party{name_text(), any<Bound_as>()}; });
    claim.items = any_items(claim);
    if (maybe()) {
        const auto source = any<Interest_source>();
        claim.interest_rule = Interest_rule{
            source, source == Interest_source::agreed ? std::optional(any_rate()) : std::nullopt,
            claim.stated.plus_days(number(0, 900))};
    }
    claim.interest_stops = list(2, [](int) {
        return Interest_stop{any_period(), any<Stop_reason>()};
    });
    claim.letters = list(3, [](int) {
        return Letter{date(), any<Letter_kind>(), if_known(any<Sent_as>), any_digest()};
    });
    claim.payments = list(2, [](int) {
        return Outside_payment{date(), any_positive(), name_text(), any_digest()};
    });
    claim.waivers = list(2, [](int) {
        return Waiver{date(), any<law::Debt_part>(), any_positive(), name_text()};
    });
}

inline void add_history(Claim& claim) {
    const auto maybe_text = [] { return maybe() ? std::string() : name_text(); };
    claim.transfers = dated_list([&](Date on) {
        return Transfer{on, any<Transfer_kind>(), name_text(), maybe_text()};
    });
    claim.history = dated_list([&](Date on) {
        return Status_change{on, any<Claim_status>(), maybe_text(), name_text()};
    });
    claim.decisions = dated_list([&](Date on) {
        return Decision{on,
                        name_text(),
                        any<Verdict_kind>(),
                        any<Verdict_kind>(),
                        if_known(any_amount),
                        maybe_text()};
    });
}

inline Claim any_claim(int index) {
    Claim claim{std::to_string(index),
                maybe() ? "" : name_text(),
                word(claim_origins),
                date(),
                any_amount(),
                any_amount(),
                any_amount(),
                any_amount(),
                {}};
    if (maybe()) {
        claim.instalment =
            Instalment{any_schedule(), "account_0", {}, any_remittance(), any<Moves>()};
        claim.instalment->mandate = maybe() ? "" : name_text();
    }
    if (maybe()) {
        add_facts(claim);
        add_history(claim);
    }
    return claim;
}

} // namespace saldo::test
