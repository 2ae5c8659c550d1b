#include "support/office_bank.hpp"

#include "bank/coda/write.hpp"
#include "base/invariant.hpp"
#include "budget/occurrence.hpp"

#include <algorithm>
#include <array>

namespace saldo::test {

namespace {

/// CODA transaction codes: type, family, operation, category.
constexpr std::string_view transfer_out = "00101000";
constexpr std::string_view transfer_in = "00150000";
constexpr std::string_view direct_debit = "00501000";
constexpr std::string_view card_payment = "00402000";

constexpr std::uint64_t one_returned_in = 300;
constexpr int days_to_return = 2;

constexpr std::array shops{"Buurtwinkel Voorbeeld", "Apotheek Ter Linde", "Tankstation Noord"};

bank::Communication communication_of(const party::Remittance& remittance,
                                     bank::Statement_file& file) {
    bank::Communication communication;
    if (const auto* text = std::get_if<std::string>(&remittance)) {
        communication.kind = bank::Communication::Kind::free;
        communication.text = file.keep(*text);
    } else if (const auto* ogm = std::get_if<Ogm>(&remittance)) {
        communication.kind = bank::Communication::Kind::ogm;
        communication.text = file.keep(ogm->digits());
    } else if (const auto* reference = std::get_if<Creditor_reference>(&remittance)) {
        communication.kind = bank::Communication::Kind::rf;
        communication.text = file.keep(reference->text());
    }
    return communication;
}

} // namespace

Office_bank::Office_bank(const std::vector<dossier::Dossier>& dossiers, std::uint64_t seed)
    : dice_(seed) {
    for (const dossier::Dossier& dossier : dossiers) {
        const dossier::Opening& opening = *dossier.accounts.front().opening;
        position_of_.emplace(dossier.number, accounts_.size());
        accounts_.push_back({&dossier, opening.date, opening.balance, 0, {}});
    }
}

void Office_bank::order(std::span<const payments::Run_line> lines) {
    for (const payments::Run_line& line : lines) {
        if (line.end_to_end_id.empty()) {
            continue;
        }
        const payments::Proposal_line& proposal = line.proposal;
        Account& account = accounts_[position_of_.at(line.dossier_number)];
        Posted posted{proposal.execution_date,
                      -proposal.amount,
                      transfer_out,
                      proposal.occurrence.counterparty,
                      proposal.occurrence.communication,
                      line.end_to_end_id,
                      ""};
        account.ordered.push_back(posted);
        if (dice_.one_in(one_returned_in)) {
            posted.date = posted.date.plus_days(days_to_return);
            posted.amount = proposal.amount;
            posted.transaction_code = transfer_in;
            account.ordered.push_back(std::move(posted));
        }
    }
}

std::vector<Office_bank::Posted> Office_bank::movements(Account& account, Date first, Date last) {
    std::vector<Posted> posted;
    for (const budget::Occurrence& expected : budget::occurrences(*account.dossier, first, last)) {
        if (expected.direction == dossier::Direction::income) {
            posted.push_back({expected.due, expected.amount, transfer_in, expected.counterparty,
                              "Storting", "", ""});
        } else if (expected.payer == dossier::Payer::client) {
            posted.push_back({expected.due, -expected.amount, direct_debit, expected.counterparty,
                              expected.communication, "", "M-" + account.dossier->number});
        }
    }
    add_surprises(posted, first, last);
    const auto comes = [&](const Posted& order) { return order.date <= last; };
    std::ranges::copy_if(account.ordered, std::back_inserter(posted), comes);
    std::erase_if(account.ordered, comes);
    std::ranges::stable_sort(posted, {}, &Posted::date);
    return posted;
}

/// About two card payments a month.
void Office_bank::add_surprises(std::vector<Posted>& posted, Date first, Date last) {
    for (Date day = first; day <= last; day = day.plus_days(1)) {
        if (dice_.one_in(15)) {
            posted.push_back({day,
                              Money::cents(-dice_.between(2'00, 20'00)),
                              card_payment,
                              {dice_.one_of(shops), {}, {}},
                              std::monostate{},
                              "",
                              ""});
        }
    }
}

bank::Statement Office_bank::statement(Account& account,
                                       std::span<const Posted> posted,
                                       Date last,
                                       bank::Statement_file& file) {
    const dossier::Account& bank_account = account.dossier->accounts.front();
    bank::Statement statement;
    statement.account = bank_account.iban.text();
    statement.currency = "EUR";
    statement.holder = bank_account.holder;
    statement.description = "BUDGETREKENING";
    statement.bank_bic = "VOORBEBB";
    statement.number = statement.paper_number = ++account.number;
    statement.creation_date = last;
    statement.opening_date = account.closing_date;
    statement.opening = bank::to_amount(account.balance);
    statement.closing_date = last;
    for (const Posted& each : posted) {
        bank::Movement movement;
        movement.booking_date = movement.value_date = each.date;
        movement.amount = bank::to_amount(each.amount);
        movement.transaction_code = each.transaction_code;
        movement.counterparty.name = file.keep(each.other.name);
        if (each.other.iban) {
            movement.counterparty.account = file.keep(each.other.iban->text());
        }
        movement.communication = communication_of(each.remittance, file);
        movement.end_to_end_id = each.end_to_end_id;
        movement.mandate_id = each.mandate_id;
        statement.movements.push_back(movement);
        account.balance += each.amount;
    }
    statement.closing = bank::to_amount(account.balance);
    account.closing_date = last;
    return statement;
}

std::string Office_bank::statements(Date first, Date last, bool only_moved) {
    bank::Statement_file file;
    std::vector<std::vector<Posted>> kept; // the statements look into these
    kept.reserve(accounts_.size());
    for (Account& account : accounts_) {
        kept.push_back(movements(account, first, last));
        if (!kept.back().empty() || !only_moved) {
            file.statements.push_back(statement(account, kept.back(), last, file));
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
