#include "support/bank_account.hpp"

#include <array>

namespace saldo::test {

namespace {

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

constexpr int days_between_cards = 15;

constexpr std::array shops{"Buurtwinkel Voorbeeld", "Apotheek Ter Linde", "Tankstation Noord"};

} // namespace

void add_card_payments(std::vector<Posted>& posted, Dice& dice, Date first, Date last) {
    for (Date day = first; day <= last; day = day.plus_days(1)) {
        if (dice.one_in(days_between_cards)) {
            posted.push_back({day,
                              Money::cents(-dice.between(2'00, 20'00)),
                              card_payment,
                              {dice.one_of(shops), {}, {}}});
        }
    }
}

Posted carried_out(const payments::Run_line& line) {
    const payments::Proposal_line& proposal = line.proposal;
    return {proposal.execution_date,
            -proposal.amount,
            transfer_out,
            proposal.occurrence.counterparty,
            proposal.occurrence.communication,
            line.end_to_end_id,
            {}};
}

Bank_account::Bank_account(const dossier::Dossier& dossier)
    : dossier_(&dossier), closing_date_(dossier.accounts.front().opening->date),
      balance_(dossier.accounts.front().opening->balance) {}

bank::Statement
Bank_account::statement(std::span<const Posted> posted, Date last, bank::Statement_file& file) {
    const dossier::Account& account = dossier_->accounts.front();
    bank::Statement statement;
    statement.account = account.iban.text();
    statement.currency = "EUR";
    statement.holder = account.holder;
    statement.description = "BUDGETREKENING";
    statement.bank_bic = "VOORBEBB";
    statement.number = statement.paper_number = ++number_;
    statement.creation_date = last;
    statement.opening_date = closing_date_;
    statement.opening = bank::to_amount(balance_);
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
        balance_ += each.amount;
    }
    statement.closing = bank::to_amount(balance_);
    closing_date_ = last;
    return statement;
}

} // namespace saldo::test
