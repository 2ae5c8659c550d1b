#pragma once

#include "bank/statement.hpp"

#include <string_view>

/// Bank statements of invented people, to write and read again.
namespace saldo::test {

inline constexpr std::string_view account = "BE68539007547034";

inline bank::Amount euro(std::int64_t cents) {
    return bank::Amount::units(cents * bank::Amount::units_per_cent);
}

inline Date day(int year, int month, int day) {
    return *Date::of(year, month, day);
}

/// A movement without more than every movement has.
inline bank::Movement movement(std::int64_t cents, std::string_view transaction_code) {
    bank::Movement movement;
    movement.amount = euro(cents);
    movement.booking_date = day(2026, 3, 5);
    movement.value_date = day(2026, 3, 5);
    movement.transaction_code = transaction_code;
    return movement;
}

/// A day of an account: old balance 1000.00, no movements yet.
inline bank::Statement statement() {
    bank::Statement statement;
    statement.account = account;
    statement.currency = "EUR";
    statement.holder = "NORA PEETERS";
    statement.description = "BUDGETREKENING";
    statement.bank_bic = "KREDBEBB";
    statement.file_reference = "REF0000042";
    statement.number = 42;
    statement.paper_number = 42;
    statement.creation_date = day(2026, 3, 6);
    statement.opening_date = day(2026, 3, 4);
    statement.opening = euro(100'000);
    statement.closing_date = day(2026, 3, 5);
    return statement;
}

/// Income with an OGM, rent paid with an EndToEndId and a free communication over three records,
/// and a total of two returned payments; with information and a message of the bank.
inline bank::Statement busy_statement() {
    using Kind = bank::Communication::Kind;
    bank::Statement statement = test::statement();
    bank::Movement income = movement(128'846, "00150000");
    income.counterparty = {"PENSIOENDIENST", "BE94735001234514", "GKCCBEBB", ""};
    income.communication = {Kind::ogm, "101", "123456789002", "123456789002"};
    income.information = {0, 1};
    statement.information.push_back({"008", "NORA PEETERS", 0});
    statement.movements.push_back(income);

    bank::Movement rent = movement(-65'000, "00101000");
    rent.counterparty = {"WONINGFONDS", "BE76001020304095", "KREDBEBB", ""};
    rent.end_to_end_id = "RUN1-LINE1";
    const std::string_view text =
        "HUUR MAART 2026 VOOR HET APPARTEMENT IN DE KERKSTRAAT 12 BUS 3 TE "
        "GENT, MET DE KOSTEN VOOR DE LIFT EN HET ONDERHOUD, WAARVOOR DANK";
    rent.communication = {Kind::free, "", text, text};
    statement.movements.push_back(rent);

    bank::Movement returned = movement(7'500, "20150000");
    returned.details = {0, 2};
    statement.movements.push_back(returned);
    bank::Movement first = movement(5'000, "60150000");
    first.end_to_end_id = "RUN1-LINE2";
    first.r_type = '2';
    first.return_reason = "AC04";
    statement.details.push_back(first);
    bank::Movement second = movement(2'500, "60150000");
    second.end_to_end_id = "RUN1-LINE3";
    second.r_type = '1';
    second.return_reason = "MS03";
    statement.details.push_back(second);
    statement.messages.push_back({"", "UW KANTOOR SLUIT OP VRIJDAG", 0});
    return statement;
}

} // namespace saldo::test
