#include "bank/coda/record_writer.hpp"

#include "bank/coda/structured.hpp"
#include "bank/encoding.hpp"
#include "base/invariant.hpp"

#include <algorithm>

namespace saldo::bank::coda {

namespace {

bool starts_as_zeros(Field_kind kind) {
    switch (kind) {
    case Field_kind::number:
    case Field_kind::sign:
    case Field_kind::amount:
    case Field_kind::rate:
    case Field_kind::date:
        return true;
    case Field_kind::constant:
    case Field_kind::blank:
    case Field_kind::text:
    case Field_kind::code:
        return false;
    }
    return false;
}

} // namespace

Record_writer::Record_writer(std::span<const Field> table) : table_(table) {
    columns_.resize(table.back().at + table.back().length, " ");
    for (const Field& field : table) {
        for (std::size_t i = 0; i < field.length; ++i) {
            if (field.kind == Field_kind::constant) {
                columns_[field.at + i] = field.constant.substr(i, 1);
            } else if (starts_as_zeros(field.kind)) {
                columns_[field.at + i] = "0";
            }
        }
    }
}

const Field& Record_writer::field(std::string_view name) const {
    const auto found = std::ranges::find(table_, name, &Field::name);
    invariant(found != table_.end(), "a field to write stands in the table");
    return *found;
}

void Record_writer::text(std::string_view name, std::string_view utf8) {
    const Field& field = this->field(name);
    std::size_t column = 0;
    for (std::size_t at = 0; at < utf8.size(); ++column) {
        const std::size_t length = std::min(character_length(utf8[at]), utf8.size() - at);
        if (column >= field.length) {
            misfit_ = misfit_.value_or(field.name);
            return;
        }
        columns_[field.at + column] = utf8.substr(at, length);
        at += length;
    }
}

void Record_writer::digits(const Field& field, std::uint64_t value) {
    for (std::size_t i = field.length; i-- > 0; value /= 10) {
        columns_[field.at + i] = static_cast<char>('0' + value % 10);
    }
    if (value != 0) {
        misfit_ = misfit_.value_or(field.name);
    }
}

void Record_writer::number(std::string_view name, std::uint64_t value) {
    digits(field(name), value);
}

void Record_writer::code(std::string_view name, char value) {
    columns_[field(name).at] = value;
}

void Record_writer::date(std::string_view name, std::optional<Date> date) {
    if (date) {
        const int year = date->year() % 100;
        digits(field(name),
               static_cast<std::uint64_t>(date->day() * 10'000 + date->month() * 100 + year));
    }
}

void Record_writer::amount(std::string_view name, Amount amount) {
    constexpr std::int64_t units_per_thousandth = Amount::units_per_one / 1'000;
    const Field& field = this->field(name);
    if (amount < Amount() || amount.units() % units_per_thousandth != 0) {
        misfit_ = misfit_.value_or(field.name);
        return;
    }
    digits(field, static_cast<std::uint64_t>(amount.units() / units_per_thousandth));
}

void Record_writer::signed_amount(Amount amount) {
    const bool is_debit = amount < Amount();
    code("sign", is_debit ? '1' : '0');
    this->amount("amount", is_debit ? -amount : amount);
}

std::string Record_writer::str() const {
    std::string line;
    line.reserve(columns_.size());
    for (const std::string& column : columns_) {
        line += column;
    }
    return line;
}

std::string_view characters(std::string_view utf8, std::size_t first, std::size_t count) {
    return cut(utf8, {first, count});
}

} // namespace saldo::bank::coda
