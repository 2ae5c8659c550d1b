#pragma once

#include "bank/statement.hpp"

#include <optional>
#include <string_view>

/// Contents of single fields into values. A field is read whole or not at all.
namespace saldo::bank::mt940 {

/// A day as written. Some banks let every month have 30 days: a day from 29 to 31 that the month
/// lacks becomes its last, which the caller has to report.
struct Day {
    std::optional<Date> date; ///< empty: no such day
    bool is_clamped = false;
};

/// YYMMDD; years 80 to 99 are 1980 to 1999. Nothing if it is not six digits.
[[nodiscard]] std::optional<Day> to_day(std::string_view text);

/// MMDD, of the year that brings it nearest to another day: the turn of the year lies between the
/// two, never half a year. Four digits are the caller's promise.
[[nodiscard]] Day day_near(std::string_view text, Date other);

/// Digits, and after a comma up to five decimals that are not zero: `1234,5`, `500,`, `0000,12`.
[[nodiscard]] std::optional<Amount> to_amount(std::string_view text);

/// :60: and :62: - `C070904EUR1234,56`.
struct Balance {
    Day day;
    std::string_view currency;
    Amount amount; ///< signed
};

[[nodiscard]] std::optional<Balance> to_balance(std::string_view text);

/// :28C: - `00004/00001`; the page is 0 where there is none.
struct Number {
    std::uint32_t number = 0;
    std::uint32_t page = 0;
};

[[nodiscard]] std::optional<Number> to_number(std::string_view text);

/// :90D: and :90C: - `12EUR345,67`.
struct Sum {
    std::uint32_t count = 0;
    std::string_view currency;
    Amount amount; ///< not negative
};

[[nodiscard]] std::optional<Sum> to_sum(std::string_view text);

/// :25: in all the forms banks write: an IBAN (blanks between are taken), `BIC/IBAN`, a bank code
/// or name with a number (which is the account as written), and a currency after any of these:
/// glued, after a blank or after a slash.
struct Account {
    std::string_view number;
    std::string_view currency;
    std::string_view bic;
};

[[nodiscard]] Account to_account(std::string_view text, Statement_file& file);

/// First line of :61:.
struct Entry {
    Day value_date;
    std::string_view booked; ///< MMDD as written, or empty
    bool is_reversal = false;
    bool is_expected = false; ///< announced, not booked: has no place in a statement
    char funds_code = ' ';    ///< third letter of the currency
    Amount amount;            ///< signed
    std::string_view type;    ///< such as NTRF, without blanks; empty if there is none
    std::string_view customer_reference;
    std::string_view bank_reference;
};

[[nodiscard]] std::optional<Entry> to_entry(std::string_view text);

/// True for what banks write where a reference does not stand here but in :86:, or nowhere.
[[nodiscard]] bool is_no_reference(std::string_view text);

/// True for an account by its form: an IBAN (right or not), or P and nine digits (Dutch giro).
[[nodiscard]] bool looks_like_account(std::string_view text);

} // namespace saldo::bank::mt940
