#pragma once

#include "ledger/entry.hpp"
#include "reconcile/postings.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

/// A small ledger for the tests of this folder.
namespace saldo::reconcile::test {

/// Accounts of `main` and `savings`, two pots, and what a household gets and pays.
inline ledger::Chart household_chart() {
    using ledger::Kind;
    ledger::Chart chart;
    std::int64_t id = 0;
    const auto add = [&](Kind kind, const std::string& key, const std::string& bank_account) {
        chart.add({Ledger_account_id{++id}, kind, ledger::code(kind, key), bank_account});
    };
    for (const std::string account : {"main", "savings"}) {
        for (const Kind kind : {Kind::bank, Kind::transit, Kind::suspense, Kind::pot}) {
            add(kind, account, account);
        }
    }
    add(Kind::pot, "main/holiday", "main");
    add(Kind::pot, "main/energy", "main");
    add(Kind::income, "wage", {});
    add(Kind::expense, "rent", {});
    add(Kind::expense, "gas", {});
    add(Kind::debt, "lender/loan", {});
    add(Kind::transfer, {}, {});
    return chart;
}

/// What an entry does to each account and due date, nothing left out but zero.
using Effect = std::map<std::pair<std::string, std::optional<Date>>, Money>;

inline void add_to(Effect& effect, const ledger::Draft& draft) {
    for (const ledger::Posting& posting : draft.postings) {
        effect.try_emplace({posting.account->code, posting.due}, Money::zero()).first->second +=
            posting.amount;
    }
    std::erase_if(effect, [](const auto& entry) { return entry.second.is_zero(); });
}

/// `bank:main -10.00`, `expense:rent@2026-03-01 10.00`: a posting per line, in their order.
inline std::vector<std::string> lines(const ledger::Draft& draft) {
    std::vector<std::string> result;
    for (const ledger::Posting& posting : draft.postings) {
        const std::string due = posting.due ? "@" + calendar::format(*posting.due) : "";
        result.push_back(posting.account->code + due + " " + money::format(posting.amount));
    }
    return result;
}

} // namespace saldo::reconcile::test
