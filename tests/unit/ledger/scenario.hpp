#pragma once

#include "ledger/entry.hpp"

#include <doctest/doctest.h>

#include <map>
#include <sstream>
#include <string>
#include <vector>

/// A ledger told in lines:
///   account CODE [BANK_ACCOUNT]        opens an account; its kind is the part before the colon
///   post CODE AMOUNT, CODE AMOUNT…     posts an entry; entries are numbered from 1
///   refused REFUSAL: CODE AMOUNT…      the entry must be refused with this code; nothing is posted
///   reverse NUMBER                     posts the reversal of an entry
///   balance CODE AMOUNT                what is on the account now
/// Blank lines and lines with # say nothing.
namespace saldo::test {

class Scenario {
public:
    void run(const std::string& text) {
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) {
            CAPTURE(line);
            std::istringstream words(line);
            std::string verb;
            if (words >> verb && verb.front() != '#') {
                act(verb, words);
            }
        }
    }

private:
    void act(const std::string& verb, std::istringstream& words) {
        if (verb == "account") {
            open(words);
        } else if (verb == "post") {
            const ledger::Draft entry = draft(words);
            const auto checked = ledger::check(entry);
            REQUIRE(checked.has_value());
            post(entry);
        } else if (verb == "refused") {
            const std::string code = word(words);
            const auto checked = ledger::check(draft(words));
            REQUIRE_FALSE(checked.has_value());
            CHECK(std::string(checked.error().code().text) + ":" == code);
        } else if (verb == "reverse") {
            const std::size_t number = std::stoul(word(words));
            const ledger::Draft reversal = ledger::reversal_of(
                entries_.at(number - 1), number, *Date::of(2026, 4, 1), "mistake", "wrong line");
            CHECK(reversal.reverses == number);
            REQUIRE(ledger::check(reversal).has_value());
            post(reversal);
        } else if (verb == "balance") {
            const std::string code = word(words);
            const auto found = balances_.find(code);
            const Money balance = found == balances_.end() ? Money::zero() : found->second;
            CHECK(format(balance) == word(words));
        } else {
            FAIL("no such verb");
        }
    }

    void open(std::istringstream& words) {
        const std::string code = word(words);
        std::string bank_account;
        words >> bank_account;
        const auto kind = ledger::kind_from(code.substr(0, code.find(':')));
        REQUIRE(kind.has_value());
        const auto id = static_cast<std::int64_t>(chart_.accounts().size()) + 1;
        chart_.add({{id}, *kind, code, bank_account});
    }

    ledger::Draft draft(std::istringstream& words) {
        ledger::Draft draft{.date = *Date::of(2026, 3, 1),
                            .reason = {},
                            .note = {},
                            .origin = {},
                            .movement = {},
                            .run_line = {},
                            .postings = {}};
        for (std::string code; words >> code;) {
            std::string amount = word(words);
            amount.erase(amount.find_last_not_of(',') + 1);
            const auto money = money::parse(amount);
            REQUIRE(money.has_value());
            draft.postings.push_back({&chart_.at(code), *money, {}});
        }
        return draft;
    }

    void post(const ledger::Draft& draft) {
        for (const ledger::Posting& posting : draft.postings) {
            balances_.try_emplace(posting.account->code, Money::zero()).first->second +=
                posting.amount;
        }
        entries_.push_back(draft);
    }

    static std::string word(std::istringstream& words) {
        std::string word;
        words >> word;
        REQUIRE_FALSE(word.empty());
        return word;
    }

    ledger::Chart chart_;
    std::map<std::string, Money> balances_;
    std::vector<ledger::Draft> entries_;
};

} // namespace saldo::test
