#include "ledger/postings.hpp"

#include <algorithm>

namespace saldo::ledger {

Postings::Postings(std::string_view account, const Chart& chart, const Pot_balance& balance_of)
    : account_(account), chart_(chart), balance_of_(balance_of),
      free_part_(chart.at(code(Kind::pot, account))) {}

void Postings::add(Kind kind, Money amount) {
    add(chart_.at(code(kind, account_)), amount);
}

void Postings::add(std::string_view code, Money amount, std::optional<Date> due) {
    add(chart_.at(code), amount, due);
}

void Postings::free_part(Money amount) {
    add(free_part_, amount);
}

void Postings::pot(std::string_view code, Money amount) {
    const Account& pot = chart_.at(code);
    if (&pot == &free_part_ || !amount.is_negative()) {
        add(pot, amount);
        return;
    }
    const Money has = std::max(Money::zero(), balance_of_(pot) + posted(pot));
    const Money gives = std::min(has, -amount);
    add(pot, -gives);
    add(free_part_, amount + gives);
}

std::vector<Posting> Postings::take() {
    std::erase_if(postings_, [](const Posting& posting) {
        return posting.amount.is_zero() && posting.account->kind != Kind::bank;
    });
    return std::move(postings_);
}

void Postings::add(const Account& account, Money amount, std::optional<Date> due) {
    const auto found =
        std::find_if(postings_.begin(), postings_.end(), [&](const Posting& posting) {
            return posting.account == &account && posting.due == due;
        });
    if (found == postings_.end()) {
        postings_.push_back({&account, amount, due});
    } else {
        found->amount += amount;
    }
}

Money Postings::posted(const Account& account) const {
    Money sum = Money::zero();
    for (const Posting& posting : postings_) {
        sum += posting.account == &account ? posting.amount : Money::zero();
    }
    return sum;
}

} // namespace saldo::ledger
