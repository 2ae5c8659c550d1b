#include "bank/csv/rows.hpp"

#include "bank/csv/text.hpp"

#include <algorithm>

namespace saldo::bank::csv {

namespace {

constexpr bool is_line_end(char c) {
    return c == '\r' || c == '\n';
}

/// Line ends in a text; CRLF is one.
std::uint64_t line_ends(std::string_view text) {
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool second = text[i] == '\n' && i > 0 && text[i - 1] == '\r';
        count += is_line_end(text[i]) && !second ? 1U : 0U;
    }
    return count;
}

} // namespace

bool is_blank(const Row& row) {
    return std::ranges::all_of(row.cells, [](const Cell& cell) { return trim(cell.text).empty(); });
}

bool Row_reader::ends_cell(std::size_t at) const {
    return at >= bytes_.size() || bytes_[at] == separator_ || is_line_end(bytes_[at]);
}

std::string_view Row_reader::take_plain() {
    const std::size_t begin = at_;
    while (!ends_cell(at_)) {
        ++at_;
    }
    return bytes_.substr(begin, at_ - begin);
}

/// The text of a quoted cell that starts here; nothing, and no step, if it does not end as one.
std::optional<std::string_view> Row_reader::take_quoted(bool over_lines) {
    const std::size_t begin = at_ + 1;
    bool has_doubled = false;
    std::size_t end = begin;
    for (;; ++end) {
        if (end >= bytes_.size() || (!over_lines && is_line_end(bytes_[end]))) {
            return std::nullopt;
        }
        if (bytes_[end] != '"') {
            continue;
        }
        if (end + 1 >= bytes_.size() || bytes_[end + 1] != '"') {
            break;
        }
        has_doubled = true;
        ++end;
    }
    if (!ends_cell(end + 1)) {
        return std::nullopt;
    }
    at_ = end + 1;
    const std::string_view quoted = bytes_.substr(begin, end - begin);
    line_ += line_ends(quoted);
    if (!has_doubled) {
        return quoted;
    }
    std::string text;
    for (std::size_t i = 0; i < quoted.size(); ++i) {
        text.push_back(quoted[i]);
        i += quoted[i] == '"' ? 1U : 0U;
    }
    return file_.keep(text);
}

std::string_view Row_reader::take_cell(Row& row) {
    const bool is_quoted = quotes_ != Quotes::none && at_ < bytes_.size() && bytes_[at_] == '"';
    if (is_quoted) {
        if (const auto text = take_quoted(quotes_ == Quotes::all)) {
            return *text;
        }
        row.is_malformed = row.is_malformed || quotes_ == Quotes::all;
    }
    return take_plain();
}

void Row_reader::skip_line_end() {
    if (at_ < bytes_.size()) {
        const bool is_crlf = bytes_[at_] == '\r' && bytes_.substr(at_ + 1).starts_with('\n');
        at_ += is_crlf ? 2 : 1;
        ++line_;
    }
}

std::optional<Row> Row_reader::next() {
    if (at_ >= bytes_.size()) {
        return std::nullopt;
    }
    Row row;
    row.line = line_;
    row.origin.begin = at_;
    cells_.clear();
    for (;;) {
        const std::string_view text = take_cell(row);
        ++row.width;
        if (cells_.size() < cells_max) {
            cells_.push_back({text});
        }
        if (at_ >= bytes_.size() || bytes_[at_] != separator_) {
            break;
        }
        ++at_;
    }
    row.origin.size = at_ - row.origin.begin;
    skip_line_end();
    row.cells = cells_;
    return row;
}

} // namespace saldo::bank::csv
