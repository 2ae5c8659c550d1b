#pragma once

#include "bank/coda/write.hpp"
#include "calendar/date.hpp"

#include <doctest/doctest.h>

#include <deque>
#include <string>
#include <vector>

/// Small CODA files of the sample household's accounts.
namespace saldo::test {

inline constexpr const char* main_iban = "BE80001000000177";
inline constexpr const char* reserve_iban = "BE19734000000312";

/// What a test says of a movement; the rest is as banks write it.
struct Told_movement {
    std::int64_t cents = 0;
    std::string iban{}; ///< of the other side
    std::string end_to_end_id{};
    std::string text{}; ///< free communication, or the 12 digits of an OGM if `is_ogm`
    bool is_ogm = false;
    std::string booked{}; ///< `2026-02-05`; empty: the closing date
    std::vector<Told_movement> details{};
    std::string mandate{}; ///< of a direct debit
    char r_type = ' ';     ///< of what the bank sends back
    std::string reason{};  ///< why
    std::string code{};    ///< of the transaction, if it is not a plain transfer
};

struct Told_statement {
    std::uint32_t number = 1;
    std::int64_t opening = 0;
    std::string opening_date{};
    std::string closing_date{};
    std::vector<Told_movement> movements{};
    std::string iban = main_iban;
    std::string currency = "EUR";
};

/// Keeps the texts that statements look at.
class Coda_maker {
public:
    bank::Statement statement(const Told_statement& told) {
        bank::Statement statement;
        statement.account = keep(told.iban);
        statement.currency = keep(told.currency);
        statement.holder = "VANDENBEISPIEL R.";
        statement.bank_bic = "GEBABEBB";
        statement.number = told.number;
        statement.opening_date = date(told.opening_date);
        statement.closing_date = date(told.closing_date);
        statement.creation_date = statement.closing_date;
        statement.opening = euro(told.opening);
        for (const Told_movement& each : told.movements) {
            bank::Movement movement = this->movement(each, told);
            movement.details = {static_cast<std::uint32_t>(statement.details.size()),
                                static_cast<std::uint32_t>(each.details.size())};
            for (const Told_movement& detail : each.details) {
                statement.details.push_back(this->movement(detail, told));
                statement.details.back().transaction_code =
                    detail.cents < 0 ? "50101000" : "60150000";
            }
            statement.movements.push_back(movement);
        }
        return statement;
    }

    static bank::Amount euro(std::int64_t cents) {
        return bank::Amount::units(cents * bank::Amount::units_per_cent);
    }

private:
    static Date date(const std::string& text) {
        const auto read = calendar::parse(text);
        REQUIRE(read.has_value());
        return *read;
    }

    bank::Movement movement(const Told_movement& told, const Told_statement& statement) {
        using Kind = bank::Communication::Kind;
        bank::Movement movement;
        movement.amount = euro(told.cents);
        movement.booking_date = date(told.booked.empty() ? statement.closing_date : told.booked);
        movement.value_date = movement.booking_date;
        const bool total = !told.details.empty();
        movement.transaction_code =
            told.cents < 0 ? (total ? "10101000" : "00101000") : (total ? "20150000" : "00150000");
        if (!told.iban.empty()) {
            movement.counterparty = {"ANDERE PARTIJ", keep(told.iban), "", ""};
        }
        movement.end_to_end_id = keep(told.end_to_end_id);
        movement.mandate_id = keep(told.mandate);
        movement.r_type = told.r_type;
        movement.return_reason = keep(told.reason);
        if (!told.code.empty()) {
            movement.transaction_code = keep(told.code);
        }
        const std::string_view text = keep(told.text);
        if (told.is_ogm) {
            movement.communication = {Kind::ogm, "101", text, text};
        } else if (!told.text.empty()) {
            movement.communication = {Kind::free, "", text, text};
        }
        return movement;
    }

    std::string_view keep(const std::string& text) { return texts_.emplace_back(text); }

    std::deque<std::string> texts_;
};

inline std::string coda_bytes(const std::vector<bank::Statement>& statements) {
    const auto written = bank::coda::write(statements);
    REQUIRE(written.has_value());
    return *written;
}

inline std::string coda_file(const std::vector<Told_statement>& told) {
    Coda_maker maker;
    std::vector<bank::Statement> statements;
    for (const Told_statement& each : told) {
        statements.push_back(maker.statement(each));
    }
    return coda_bytes(statements);
}

} // namespace saldo::test
