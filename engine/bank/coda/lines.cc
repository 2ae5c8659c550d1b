#include "bank/coda/lines.hpp"

#include "bank/codes.hpp"
#include "bank/lines.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace saldo::bank::coda {

Line_cutter::Line_cutter(std::string_view bytes)
    : rest_(bytes), has_line_ends_(bytes.size() % record_length != 0 ||
                                   bytes.find('\n') != std::string_view::npos) {}

std::optional<std::string_view> Line_cutter::next() {
    if (rest_.empty()) {
        return std::nullopt;
    }
    ++number_;
    if (!has_line_ends_) {
        const std::string_view line = rest_.substr(0, record_length);
        rest_.remove_prefix(record_length);
        return line;
    }
    return take_line(rest_);
}

Charset charset_of(std::string_view bytes) {
    if (is_ascii(bytes)) {
        return Charset::ascii;
    }
    if (!text::is_utf8(bytes)) {
        return Charset::windows_1252;
    }
    Line_cutter lines(bytes);
    while (const auto line = lines.next()) {
        const std::size_t length = text::length_utf8(*line);
        const bool may_be_short = lines.at_end() || is_blank(*line);
        if (length > record_length || (length < record_length && !may_be_short)) {
            return Charset::windows_1252;
        }
    }
    return Charset::utf8;
}

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

Record Record_maker::make_slowly(std::string_view line, std::uint64_t number, bool is_last) {
    if (line.size() == record_length && is_ascii(line)) {
        return Record(line.data());
    }
    constexpr std::size_t bytes_max = 16 * record_length; // enough to tell what is wrong
    line = line.substr(0, bytes_max);
    buffer_.clear();
    if (charset_ == Charset::windows_1252) {
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
    if (const auto severity = severity_of_length(line, stated, surplus, is_last)) {
        report_.add(
            coda_line_length, *severity, {"", number, ""},
            {{"stated", std::to_string(stated)}, {"expected", std::to_string(record_length)}});
    }
    buffer_.resize(at);
    for (; characters < record_length; ++characters) {
        offsets_[characters] = static_cast<std::uint16_t>(buffer_.size());
        buffer_.push_back(' ');
    }
    offsets_[record_length] = static_cast<std::uint16_t>(buffer_.size());
    return {file_.keep(buffer_).data(), offsets_.data()};
}

} // namespace saldo::bank::coda
