#include "bank/coda/lines.hpp"
#include "bank/codes.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace saldo::bank::coda {

namespace {

/// What to say of a line that has not 128 characters. Blanks too many lose nothing, nor do the
/// reserved blanks that end records 8 and 9; elsewhere a cut line has lost its codes at least.
std::optional<Severity> severity_of_length(std::string_view line,
                                           std::size_t characters,
                                           std::string_view surplus,
                                           bool is_last) {
    if (characters == record_length) {
        return std::nullopt;
    }
    if (characters > record_length) {
        return is_blank(surplus) ? Severity::warning : Severity::error;
    }
    if (is_last) {
        return std::nullopt;
    }
    constexpr Slot balance_date = slot(v2::new_balance, "date");
    constexpr Slot credit_total = slot(v2::trailer, "credit_total");
    const bool only_reserved_cut =
        (line.starts_with('8') && characters >= balance_date.at + balance_date.length) ||
        (line.starts_with('9') && characters >= credit_total.at + credit_total.length);
    return only_reserved_cut ? Severity::warning : Severity::error;
}

} // namespace

Record Record_maker::make(const Line& whole, Statement_file& file) {
    constexpr std::size_t bytes_max = 16 * record_length; // enough to tell what is wrong
    static_assert(bytes_max <= Line_cutter::block_size_min);
    const std::string_view line = whole.text.substr(0, bytes_max);
    const bool is_ascii = bank::is_ascii(line);
    if (line.size() == record_length && is_ascii) {
        return Record(line.data());
    }
    if (!is_ascii && !charset_) {
        charset_ = lines_.charset();
    }
    buffer_.clear();
    if (!is_ascii && charset_ == Charset::windows_1252) {
        append_windows_1252(line, buffer_);
    } else {
        buffer_.append(line);
    }
    std::size_t characters = 0;
    std::size_t at = 0;
    for (; at < buffer_.size() && characters < record_length; ++characters) {
        offsets_[characters] = static_cast<std::uint16_t>(at);
        at = std::min(at + character_length(buffer_[at]), buffer_.size());
    }
    const std::string_view surplus = std::string_view(buffer_).substr(at);
    const std::size_t stated = characters + text::length_utf8(surplus);
    if (const auto severity = severity_of_length(line, stated, surplus, lines_.at_end())) {
        report_.add(
            coda_line_length, *severity, {"", whole.number, ""},
            {{"stated", std::to_string(stated)}, {"expected", std::to_string(record_length)}});
    }
    buffer_.resize(at);
    for (; characters < record_length; ++characters) {
        offsets_[characters] = static_cast<std::uint16_t>(buffer_.size());
        buffer_.push_back(' ');
    }
    offsets_[record_length] = static_cast<std::uint16_t>(buffer_.size());
    return {file.keep(buffer_).data(), offsets_.data()};
}

} // namespace saldo::bank::coda
