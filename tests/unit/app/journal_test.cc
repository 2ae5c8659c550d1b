// Goal: the journal for other programs says the same as the book. Method: its text is read here
// line by line, summed, and held against the book.
#include "support/book.hpp"

#include <sstream>

using namespace saldo;

namespace {

struct Journal {
    std::map<std::string, Money> balances; ///< virtual accounts with their brackets
    std::size_t entries = 0;
};

/// Reads what export_journal writes: entries begin in the first column, postings are indented, two
/// blanks part account and amount. Real postings of each entry must sum to zero.
Journal read(const std::string& text) {
    Journal journal;
    Money sum = Money::zero();
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        if (line.empty()) {
            CHECK(sum == Money::zero());
        } else if (std::isdigit(static_cast<unsigned char>(line.front())) != 0) {
            ++journal.entries;
        } else if (line.starts_with("    ") && line.find("format") == std::string::npos) {
            const std::size_t gap = line.find("  ", 4);
            REQUIRE(gap != std::string::npos);
            const std::string account = line.substr(4, gap - 4);
            REQUIRE(line.ends_with(" EUR"));
            const auto amount = money::parse(line.substr(gap + 2, line.size() - gap - 6));
            REQUIRE(amount.has_value());
            journal.balances.try_emplace(account, Money::zero()).first->second += *amount;
            sum += account.front() == '(' ? Money::zero() : *amount;
        }
    }
    CHECK(sum == Money::zero());
    return journal;
}

} // namespace

TEST_CASE("the journal has every entry and every balance") {
    test::Book book;
    REQUIRE(book.import({test::household()}).has_value());
    book.pay("2026-02-02", "2026-02-10");
    REQUIRE(test::code_of(book.import(test::coda_file(
                {{.number = 12,
                  .opening = 152'040,
                  .opening_date = "2026-01-31",
                  .closing_date = "2026-02-03",
                  .movements = {{.cents = 189'000, .iban = "BE76001020304095"},
                                {.cents = -50, .text = "?"},
                                {.cents = -4'000, .iban = test::reserve_iban}}}}))) == "");
    const std::string number = test::household().number;
    for (const auto format : {app::Journal_format::hledger, app::Journal_format::ledger}) {
        const Journal journal = read(
            book.ask([&](app::Unit_of_work& work) { return app::export_journal(work, format); }));
        CHECK(std::to_string(journal.entries) + "\n" == book.look("SELECT count(*) FROM entry"));
        const std::pair<std::string, std::string> accounts[] = {
            {"assets:bank:" + number + ":main", "bank:main"},
            {"assets:bank:" + number + ":reserve", "bank:reserve"},
            {"assets:transit:" + number + ":main", "transit:main"},
            {"assets:suspense:" + number + ":main", "suspense:main"},
            {"assets:transfer:" + number, "transfer"},
            {"equity:opening:" + number, "opening"},
            {"income:" + number + ":wage", "income:wage"},
            {"expenses:budget:" + number + ":rent", "expense:rent"},
            {"expenses:living_money:" + number + ":week", "living_money:week"},
            {"liabilities:debt:" + number + ":energy/2025-17", "debt:energy/2025-17"},
            {"(pots:" + number + ":main)", "pot:main"},
            {"(pots:" + number + ":main/school)", "pot:main/school"},
        };
        for (const auto& [name, code] : accounts) {
            const auto& account = name;
            CAPTURE(account);
            REQUIRE(journal.balances.contains(name));
            CHECK(journal.balances.at(name) == book.balance(code));
            CHECK_FALSE(journal.balances.at(name).is_zero());
        }
    }
}

TEST_CASE("the journal names no person and no account of a bank") {
    test::Book book;
    REQUIRE(book.import({test::household()}).has_value());
    book.pay("2026-02-02", "2026-02-10");
    const std::string text = book.ask([](app::Unit_of_work& work) {
        return app::export_journal(work, app::Journal_format::hledger);
    });
    for (const char* word : {"Vandenbeispiel", "Sociale Huisvesting", "BE80", "BE70"}) {
        CHECK(text.find(word) == std::string::npos);
    }
}
