#include "support/office_archive.hpp"

#include "bank/coda/write.hpp"
#include "base/invariant.hpp"
#include "budget/occurrence.hpp"

#include <algorithm>

namespace saldo::test {

namespace {

constexpr int months = 12;

Posted as_expected(const budget::Occurrence& expected) {
    if (expected.direction == dossier::Direction::income) {
        return {
            expected.due, expected.amount, transfer_in, expected.counterparty, "Storting", "", ""};
    }
    const bool is_collected = expected.payer == dossier::Payer::client;
    return {
        expected.due,          -expected.amount,       is_collected ? direct_debit : transfer_out,
        expected.counterparty, expected.communication, "",
        expected.mandate};
}

} // namespace

std::vector<Posted>
Office_archive::movements(const dossier::Dossier& dossier, Date first, Date last) {
    std::vector<Posted> posted;
    for (const budget::Occurrence& expected : budget::occurrences(dossier, first, last)) {
        if (!budget::is_set_aside(expected)) {
            posted.push_back(as_expected(expected));
        }
    }
    add_card_payments(posted, dice_, first, last);
    std::ranges::stable_sort(posted, {}, &Posted::date);
    return posted;
}

std::string Office_archive::next() {
    if (position_ == dossiers_.size()) {
        return {};
    }
    const dossier::Dossier& dossier = dossiers_[position_++];
    Bank_account account(dossier);
    bank::Statement_file file;
    std::vector<std::vector<Posted>> kept; // the statements look into these
    kept.reserve(months);
    for (int month = 1; month <= months; ++month) {
        const Date first = *Date::of(2026, month, 1);
        const Date last = first.plus_days(calendar::days_in_month(2026, month) - 1);
        kept.push_back(movements(dossier, first, last));
        file.statements.push_back(account.statement(kept.back(), last, file));
        movements_ += kept.back().size();
    }
    statements_ += file.statements.size();
    auto written = bank::coda::write(file.statements);
    invariant(written.has_value(), "what the bank of the office does fits in a CODA file");
    constexpr std::size_t more_files = 3; // the last character before CRLF: another follows
    (*written)[written->size() - more_files] = position_ == dossiers_.size() ? '2' : '1';
    return *std::move(written);
}

} // namespace saldo::test
