#pragma once

#include "base/named.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The tables that tell how each bank writes its exports: schemas/bank/csv_dialects.json. The code
/// knows kinds of columns; what a column is called, and which a bank has, is data.
namespace saldo::bank::csv {

/// What a column holds.
enum class Role : std::uint8_t {
    ignored, ///< known, but says nothing about the movement
    account, ///< own account
    card,    ///< number of a card that stands for the own account
    holder,
    currency,
    statement_number,
    movement_number,
    booking_date,
    value_date,
    amount, ///< signed; the only column the sign is taken from
    credit, ///< repeats the amount of a credit
    debit,  ///< repeats the amount of a debit
    foreign_amount,
    balance, ///< after the movement
    counterparty_name,
    counterparty_account,
    counterparty_bic,
    counterparty_address, ///< several columns follow each other
    communication,        ///< the first one filled counts
    reference,            ///< a structured communication in a column of its own
    bank_reference,
    mandate_id,
    information, ///< kept, never taken for a communication
    text,        ///< the long text: cut up, and a communication where there is no other
    status,
    count_ ///< number of roles
};

inline constexpr std::array role_names{Named{Role::ignored, "ignored"},
                                       Named{Role::account, "account"},
                                       Named{Role::card, "card"},
                                       Named{Role::holder, "holder"},
                                       Named{Role::currency, "currency"},
                                       Named{Role::statement_number, "statement_number"},
                                       Named{Role::movement_number, "movement_number"},
                                       Named{Role::booking_date, "booking_date"},
                                       Named{Role::value_date, "value_date"},
                                       Named{Role::amount, "amount"},
                                       Named{Role::credit, "credit"},
                                       Named{Role::debit, "debit"},
                                       Named{Role::foreign_amount, "foreign_amount"},
                                       Named{Role::balance, "balance"},
                                       Named{Role::counterparty_name, "counterparty_name"},
                                       Named{Role::counterparty_account, "counterparty_account"},
                                       Named{Role::counterparty_bic, "counterparty_bic"},
                                       Named{Role::counterparty_address, "counterparty_address"},
                                       Named{Role::communication, "communication"},
                                       Named{Role::reference, "reference"},
                                       Named{Role::bank_reference, "bank_reference"},
                                       Named{Role::mandate_id, "mandate_id"},
                                       Named{Role::information, "information"},
                                       Named{Role::text, "text"},
                                       Named{Role::status, "status"}};

/// What a heading is called in a language. `normal` is what headings are compared by.
struct Heading {
    std::string language;
    std::string written;
    std::string normal;
};

struct Column {
    Role role = Role::ignored;
    std::vector<Heading> headings;
    bool is_optional = false;  ///< some exports lack the whole column
    bool may_be_blank = false; ///< amount: the row only informs; account: the only one of the file
    bool has_bare_ogm = false; ///< twelve digits alone in the cell are an OGM
    std::vector<std::string> happened;       ///< of a status, normal form
    std::vector<std::string> did_not_happen; ///< likewise

    /// The heading in a language that tables give first, or null if exports in it lack the column.
    [[nodiscard]] const Heading* heading(std::string_view language) const;
};

/// A line before the header.
struct Preamble_line {
    enum class Kind : std::uint8_t {
        silent,  ///< says nothing of the movements
        filter,  ///< filled: movements are left out of the list
        message, ///< kept as a message
    };

    Kind kind = Kind::silent;
    std::vector<Heading> headings;
};

/// How to take a value out of the text columns.
struct Cut {
    enum class Take : std::uint8_t {
        word,  ///< up to the next blank
        block, ///< up to the next two blanks
        rest   ///< to the end
    };

    Role role = Role::ignored;
    std::vector<std::string> after; ///< the first of these that occurs; a blank matches any number
    std::vector<std::string> until;
    Take take = Take::word;
    bool is_last = false; ///< the last place where it occurs, not the first
};

/// Something a key is made of.
enum class Key_part : std::uint8_t {
    bank_reference,
    statement_number,
    movement_number,
    booking_year,
    booking_date,
    amount,
    balance,
    counterparty_account,
    communication
};

enum class Quotes : std::uint8_t {
    none, ///< a quotation mark is a character like any other
    some, ///< a cell may be quoted, within its row
    all   ///< every cell is quoted and may hold line ends
};

struct Dialect {
    std::string name;
    char separator = ';';
    Quotes quotes = Quotes::none;
    std::vector<std::string> dates; ///< patterns such as `dd/mm/yyyy`
    std::string currency;           ///< of every row, where no column tells it
    std::vector<Column> columns;
    std::vector<Preamble_line> preamble;
    std::vector<Cut> cuts;
    std::vector<std::vector<Key_part>> keys; ///< the first whose parts are all there is the key
    std::vector<std::string> languages;      ///< of its headers, in order of the table
};

using Dialects = std::vector<Dialect>;

/// Reads a table. That it keeps to schemas/bank/csv_dialects.schema.json is a contract.
[[nodiscard]] Dialects parse_dialects(std::string_view json);

/// The table that is part of the program.
[[nodiscard]] const Dialects& built_in_dialects();

} // namespace saldo::bank::csv
