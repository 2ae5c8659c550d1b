#pragma once

#include "ledger/entry.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace saldo::ledger {

/// Balance of a pot before the entry; below zero counts as nothing.
using Pot_balance = std::function<Money(const Account& pot)>;

/// Gathers the postings of one entry about one bank account. Equal accounts and due dates become
/// one posting.
class Postings {
public:
    /// `account` is the id of the bank account. All arguments must outlive the object.
    Postings(std::string_view account, const Chart& chart, const Pot_balance& balance_of);

    /// On the bank account itself, its transit or its suspense.
    void add(Kind kind, Money amount);

    /// On the account with this code.
    void add(std::string_view code, Money amount, std::optional<Date> due = {});

    /// Gives money to the free part of the bank account, or takes it.
    void free_part(Money amount);

    /// Gives money to a pot, or takes it: what the pot does not have, the free part gives.
    void pot(std::string_view code, Money amount);

    /// All postings. Those that came to nothing are left out, besides the bank's own.
    [[nodiscard]] std::vector<Posting> take();

private:
    void add(const Account& account, Money amount, std::optional<Date> due = {});
    [[nodiscard]] Money posted(const Account& account) const;

    std::string_view account_;
    const Chart& chart_;
    const Pot_balance& balance_of_;
    const Account& free_part_;
    std::vector<Posting> postings_;
};

} // namespace saldo::ledger
