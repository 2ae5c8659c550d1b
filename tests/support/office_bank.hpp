#pragma once

#include "support/bank_account.hpp"
#include "support/dice.hpp"

#include <deque>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace saldo::test {

/// The bank of an invented office: it holds one account per dossier, receives the incomes the
/// dossier expects, collects its direct debits, carries out payment orders on their day, sends one
/// in a few hundred back, and lets the client do things nobody expects. All of it comes home in
/// CODA files. Equal dossiers, seeds and orders give equal files.
class Office_bank {
public:
    Office_bank(const std::vector<dossier::Dossier>& dossiers, std::uint64_t seed);

    /// Takes the payments of a run that was given to the bank.
    void order(std::span<const payments::Run_line> lines);

    /// The file of the days `first` to `last`, which follow the ones asked before: a statement for
    /// each account, or only for accounts with movements. Empty if there is no statement.
    [[nodiscard]] std::string statements(Date first, Date last, bool only_moved = false);

private:
    struct Account {
        Bank_account bank;
        std::deque<Posted> ordered; ///< orders and their returns, still to come
    };

    [[nodiscard]] std::vector<Posted> movements(Account& account, Date first, Date last);

    std::vector<Account> accounts_;
    std::map<std::string_view, std::size_t> position_of_; ///< of an account, by dossier number
    Dice dice_;
};

} // namespace saldo::test
