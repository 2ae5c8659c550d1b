#include "support/office_bank.hpp"

#include "bank/coda/write.hpp"
#include "base/invariant.hpp"
#include "budget/occurrence.hpp"

#include <algorithm>

namespace saldo::test {

namespace {

constexpr std::uint64_t one_returned_in = 300;
constexpr int days_to_return = 2;

} // namespace

Office_bank::Office_bank(const std::vector<dossier::Dossier>& dossiers, std::uint64_t seed)
    : dice_(seed) {
    for (const dossier::Dossier& dossier : dossiers) {
        position_of_.emplace(dossier.number, accounts_.size());
        accounts_.push_back({Bank_account(dossier), {}});
    }
}

void Office_bank::order(std::span<const payments::Run_line> lines) {
    for (const payments::Run_line& line : lines) {
        if (line.end_to_end_id.empty()) {
            continue;
        }
        Account& account = accounts_[position_of_.at(line.dossier_number)];
        Posted posted = carried_out(line);
        account.ordered.push_back(posted);
        if (dice_.one_in(one_returned_in)) {
            posted.date = posted.date.plus_days(days_to_return);
            posted.amount = -posted.amount;
            posted.transaction_code = transfer_in;
            account.ordered.push_back(std::move(posted));
        }
    }
}

std::vector<Posted> Office_bank::movements(Account& account, Date first, Date last) {
    std::vector<Posted> posted;
    for (const budget::Occurrence& expected :
         budget::occurrences(account.bank.dossier(), first, last)) {
        if (expected.direction == dossier::Direction::income) {
            posted.push_back({expected.due, expected.amount, transfer_in, expected.counterparty,
                              "Storting", "", ""});
        } else if (expected.payer == dossier::Payer::client) {
            posted.push_back({expected.due, -expected.amount, direct_debit, expected.counterparty,
                              expected.communication, "", "M-" + account.bank.dossier().number});
        }
    }
    add_card_payments(posted, dice_, first, last);
    const auto comes = [&](const Posted& order) { return order.date <= last; };
    std::ranges::copy_if(account.ordered, std::back_inserter(posted), comes);
    std::erase_if(account.ordered, comes);
    std::ranges::stable_sort(posted, {}, &Posted::date);
    return posted;
}

std::string Office_bank::statements(Date first, Date last, bool only_moved) {
    bank::Statement_file file;
    std::vector<std::vector<Posted>> kept; // the statements look into these
    kept.reserve(accounts_.size());
    for (Account& account : accounts_) {
        kept.push_back(movements(account, first, last));
        if (!kept.back().empty() || !only_moved) {
            file.statements.push_back(account.bank.statement(kept.back(), last, file));
        }
    }
    if (file.statements.empty()) {
        return {};
    }
    auto written = bank::coda::write(file.statements);
    invariant(written.has_value(), "what the bank of the office does fits in a CODA file");
    return *std::move(written);
}

} // namespace saldo::test
