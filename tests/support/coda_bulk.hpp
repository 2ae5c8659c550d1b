#pragma once

#include "bank/statement.hpp"
#include "party/iban.hpp"
#include "support/dice.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace saldo::test {

struct Bulk_size {
    std::uint64_t movements = 1'070'000;
    std::uint64_t seed = 1;
    /// One movement in so many has a name with letters beyond ASCII; 0: none has.
    std::uint64_t one_accented_in = 1'000;
};

/// A CODA file of a bank with many accounts, as large as a test wants it: incomes and payments with
/// an OGM, with free texts short and long, direct debits with their mandate, card payments, totals
/// with their details, and information records. Every account has several statements, which
/// follow one another. About 440 bytes a movement; equal sizes and seeds give equal files.
class Coda_bulk {
public:
    explicit Coda_bulk(Bulk_size size);

    /// The next logical file, in UTF-8; empty after the last.
    [[nodiscard]] std::string next();

    /// All that is left, as one text.
    [[nodiscard]] std::string rest();

    [[nodiscard]] std::uint64_t statements() const { return statements_; }

private:
    struct Account {
        Iban iban;
        bank::Amount balance;
        Date closing_date;
        std::uint32_t number = 0;
    };

    void add_movement(bank::Statement& statement, Account& account);
    void add_details(bank::Statement& statement, bank::Movement& total);
    void add_communication(bank::Movement& movement);
    [[nodiscard]] std::string_view words(std::size_t length);

    [[nodiscard]] std::string_view keep(std::string text) { return file_.keep(text); }

    Bulk_size size_;
    Dice dice_;
    std::vector<Account> accounts_;
    std::vector<Iban> others_;
    bank::Statement_file file_; ///< the texts of the statement being made
    std::uint64_t left_;
    std::uint64_t statements_ = 0;
};

} // namespace saldo::test
