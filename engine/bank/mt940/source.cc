#include "bank/mt940/source.hpp"

#include "bank/codes.hpp"
#include "bank/lines.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace saldo::bank::mt940 {

namespace {

constexpr bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t';
}

} // namespace

std::string_view without_controls_around(std::string_view line) {
    while (!line.empty() && is_control(line.front())) {
        line.remove_prefix(1);
    }
    while (!line.empty() && is_control(line.back())) {
        line.remove_suffix(1);
    }
    return line;
}

Source::Source(std::string_view bytes, Statement_file& file, Report& report)
    : bytes_(bytes), rest_(without_mark(bytes)), file_(file), report_(report),
      is_windows_1252_(!is_ascii(bytes) && !text::is_utf8(bytes)) {}

void Source::report_controls(std::string_view line) {
    if (!has_controls_ && std::ranges::any_of(line, is_control)) {
        has_controls_ = true;
        report_.add(control_characters, Severity::info, {"", number_, ""});
    }
}

std::string_view Source::in_utf8(std::string_view line) {
    if (!is_windows_1252_ || is_ascii(line)) {
        return line;
    }
    if (!has_assumed_) {
        has_assumed_ = true;
        report_.add(charset_assumed, Severity::info, {"", number_, ""},
                    {{"computed", "Windows-1252"}});
    }
    buffer_.clear();
    append_windows_1252(line, buffer_);
    return file_.keep(buffer_);
}

std::optional<Line> Source::next() {
    if (rest_.empty()) {
        return std::nullopt;
    }
    ++number_;
    const std::string_view line = take_line(rest_);
    const auto begin = static_cast<std::uint64_t>(line.data() - bytes_.data());
    report_controls(line);
    return Line{in_utf8(without_controls_around(line)), number_, {begin, line.size()}};
}

} // namespace saldo::bank::mt940
