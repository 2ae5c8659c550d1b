#include "tools/fake_bank.hpp"

#include "bank/coda/write.hpp"
#include "calendar/closing_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <stdexcept>

namespace fake_bank {

namespace {

using namespace saldo;
using bank::Communication;
using bank::Movement;
using payments::pain001::Block;
using payments::pain001::Message;
using payments::pain001::Transfer;

constexpr int return_days = 2;

/// The text up to the separator, which is taken away with it.
std::string_view next_part(std::string_view& text, char separator) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

std::vector<std::string_view> fields_of(std::string_view row) {
    std::vector<std::string_view> fields;
    while (!row.empty()) {
        fields.push_back(next_part(row, ';'));
    }
    return fields;
}

template <class T> T value_of(const Result<T>& read, std::string_view row) {
    if (!read) {
        throw std::runtime_error("the plan has a row that is wrong: " + std::string(row));
    }
    return *read;
}

Planned planned(const std::vector<std::string_view>& fields, std::string_view row) {
    return {.iban = fields[1],
            .date = value_of(calendar::parse(fields[2]), row),
            .amount = value_of(money::parse(fields[3]), row),
            .transaction_code = fields[4],
            .counterparty = fields[5],
            .counterparty_account = fields[6],
            .communication = fields.size() > 7 ? fields[7] : std::string_view(),
            .details = {}};
}

void read_row(Plan& plan, std::string_view row) {
    const std::vector<std::string_view> fields = fields_of(row);
    const std::string_view kind = fields.front();
    const bool is_movement = fields.size() == 7 || fields.size() == 8;
    if (kind == "account" && fields.size() == 5) {
        plan.accounts.push_back(
            {fields[1], fields[2], fields[3], value_of(money::parse(fields[4]), row)});
    } else if (kind == "closed" && fields.size() == 2) {
        plan.closed.push_back(fields[1]);
    } else if (kind == "movement" && is_movement) {
        plan.movements.push_back(planned(fields, row));
    } else if (kind == "detail" && is_movement && !plan.movements.empty()) {
        plan.movements.back().details.push_back(planned(fields, row));
    } else {
        throw std::runtime_error("the plan has a row of no known kind: " + std::string(row));
    }
}

/// The last TARGET day before the first of a month.
Date last_day_before(int year, int month) {
    return calendar::target_day_on_or_before(Date::of(year, month, 1)->plus_days(-1));
}

/// The statement of one account, being written.
class Ledger_page {
public:
    /// What the statement says besides plan and orders is put into `texts`.
    Ledger_page(const Account& account, Month month, std::deque<std::string>& texts)
        : texts_(texts), from_(last_day_before(month.year, month.month)),
          through_(month.month == 12 ? last_day_before(month.year + 1, 1)
                                     : last_day_before(month.year, month.month + 1)),
          balance_(bank::to_amount(account.opening)) {
        statement_.account = account.iban;
        statement_.currency = "EUR";
        statement_.holder = account.holder;
        statement_.description = account.description;
        statement_.bank_bic = "GKCCBEBB";
        statement_.number = static_cast<std::uint32_t>(month.month);
        statement_.paper_number = statement_.number;
        statement_.creation_date = through_.plus_days(1);
        statement_.opening_date = from_;
        statement_.closing_date = through_;
    }

    void take(const Planned& planned);
    void take(const Block& block, const Transfer& transfer, bool comes_back);
    bank::Statement finish();

private:
    void take(Movement movement);
    void set_communication(Movement& movement, const party::Remittance& remittance);

    std::deque<std::string>& texts_;
    Date from_;
    Date through_;
    bank::Amount balance_; ///< at the end of `from_`
    bank::Statement statement_;
};

Movement movement_on(Date date, Money amount, std::string_view transaction_code) {
    Movement movement;
    movement.booking_date = date;
    movement.value_date = date;
    movement.amount = bank::to_amount(amount);
    movement.transaction_code = transaction_code;
    return movement;
}

void set_communication(Movement& movement, std::string_view written) {
    const std::size_t colon = written.find(':');
    const std::string_view kind = written.substr(0, colon);
    std::string_view text = colon == std::string_view::npos ? "" : written.substr(colon + 1);
    if (kind == "ogm") {
        movement.communication = {Communication::Kind::ogm, "101", text, text};
    } else if (kind == "rf") {
        movement.communication = {Communication::Kind::rf, "100", text, text};
    } else if (kind == "debit" && colon != std::string_view::npos) {
        movement.creditor_id = next_part(text, ':');
        movement.mandate_id = next_part(text, ':');
        movement.communication.text = text;
    } else if (!written.empty()) {
        movement.communication = {Communication::Kind::free, "", written, written};
    }
}

Movement movement_of(const Planned& planned) {
    Movement movement = movement_on(planned.date, planned.amount, planned.transaction_code);
    movement.counterparty.name = planned.counterparty;
    movement.counterparty.account = planned.counterparty_account;
    set_communication(movement, planned.communication);
    return movement;
}

void Ledger_page::set_communication(Movement& movement, const party::Remittance& remittance) {
    if (const auto* free = std::get_if<std::string>(&remittance)) {
        movement.communication = {Communication::Kind::free, "", *free, *free};
    } else if (const auto* ogm = std::get_if<Ogm>(&remittance)) {
        const std::string_view digits = texts_.emplace_back(ogm->digits());
        movement.communication = {Communication::Kind::ogm, "101", digits, digits};
    } else if (const auto* rf = std::get_if<Creditor_reference>(&remittance)) {
        movement.communication = {Communication::Kind::rf, "100", rf->text(), rf->text()};
    }
}

void Ledger_page::take(Movement movement) {
    if (*movement.booking_date <= from_) {
        balance_ += movement.amount;
    } else if (*movement.booking_date <= through_) {
        statement_.movements.push_back(std::move(movement));
    }
}

void Ledger_page::take(const Planned& planned) {
    Movement movement = movement_of(planned);
    if (planned.date > from_ && planned.date <= through_) {
        movement.details = {static_cast<std::uint32_t>(statement_.details.size()),
                            static_cast<std::uint32_t>(planned.details.size())};
        for (const Planned& detail : planned.details) {
            statement_.details.push_back(movement_of(detail));
        }
    }
    take(std::move(movement));
}

void Ledger_page::take(const Block& block, const Transfer& transfer, bool comes_back) {
    Movement out = movement_on(block.execution, -transfer.amount, "00101000");
    out.counterparty.name = transfer.payee_name;
    out.counterparty.account = transfer.payee_account.text();
    out.end_to_end_id = transfer.end_to_end_id;
    set_communication(out, transfer.remittance);
    take(out);
    if (comes_back) {
        Movement back = out;
        back.amount = -out.amount;
        back.transaction_code = "00154000";
        back.booking_date =
            calendar::target_day_on_or_after(block.execution.plus_days(return_days));
        back.value_date = back.booking_date;
        back.r_type = '2';
        back.return_reason = "AC04";
        take(std::move(back));
    }
}

bank::Statement Ledger_page::finish() {
    std::ranges::stable_sort(statement_.movements, {}, &Movement::booking_date);
    statement_.opening = balance_;
    return std::move(statement_);
}

bank::Statement statement_of(const Plan& plan,
                             const Account& account,
                             Month month,
                             const std::vector<Message>& orders,
                             std::deque<std::string>& texts) {
    Ledger_page page(account, month, texts);
    for (const Planned& planned : plan.movements) {
        if (planned.iban == account.iban) {
            page.take(planned);
        }
    }
    for (const Message& message : orders) {
        for (const Block& block : message.blocks) {
            if (block.debtor_account.text() != account.iban) {
                continue;
            }
            for (const Transfer& transfer : block.transfers) {
                const bool is_closed =
                    std::ranges::find(plan.closed, transfer.payee_account.text()) !=
                    plan.closed.end();
                page.take(block, transfer, is_closed);
            }
        }
    }
    return page.finish();
}

} // namespace

Plan read_plan(std::string_view text) {
    Plan plan;
    while (!text.empty()) {
        const std::string_view row = next_part(text, '\n');
        if (!row.empty() && !row.starts_with('#')) {
            read_row(plan, row);
        }
    }
    return plan;
}

std::string write_month(const Plan& plan, Month month, const std::vector<Message>& orders) {
    const std::string reference = fmt::format("{:04}-{:02}", month.year, month.month);
    std::deque<std::string> texts;
    std::vector<bank::Statement> statements;
    for (const Account& account : plan.accounts) {
        statements.push_back(statement_of(plan, account, month, orders, texts));
        statements.back().file_reference = reference;
    }
    return value_of(bank::coda::write(statements), reference);
}

} // namespace fake_bank
