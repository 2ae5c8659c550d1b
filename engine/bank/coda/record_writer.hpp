#pragma once

#include "bank/amount.hpp"
#include "bank/field.hpp"
#include "calendar/date.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace saldo::bank::coda {

/// Fills the columns of one table: a record, or the content of a structured communication. It
/// starts with the constants of the table, zeros in numbers, amounts, rates, dates and signs, and
/// blanks elsewhere. What does not fit is remembered by the name of its field, never cut.
class Record_writer {
public:
    explicit Record_writer(std::span<const Field> table);

    void text(std::string_view field, std::string_view utf8);
    void number(std::string_view field, std::uint64_t value);
    void code(std::string_view field, char value);
    void date(std::string_view field, std::optional<Date> date);

    /// Without sign; three decimals.
    void amount(std::string_view field, Amount amount);

    /// In the fields `sign` and `amount`.
    void signed_amount(Amount amount);

    /// All columns in UTF-8, without line end.
    [[nodiscard]] std::string str() const;

    /// The first field that did not fit, or nothing.
    [[nodiscard]] std::optional<std::string_view> misfit() const { return misfit_; }

private:
    [[nodiscard]] const Field& field(std::string_view name) const;
    void digits(const Field& field, std::uint64_t value);

    std::span<const Field> table_;
    std::vector<std::string> columns_; ///< one character each
    std::optional<std::string_view> misfit_;
};

/// The characters of well-formed UTF-8 from `first` on, at most `count`.
[[nodiscard]] std::string_view
characters(std::string_view utf8, std::size_t first, std::size_t count);

} // namespace saldo::bank::coda
