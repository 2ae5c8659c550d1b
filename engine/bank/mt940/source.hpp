#pragma once

#include "bank/encoding.hpp"
#include "bank/report.hpp"
#include "bank/statement.hpp"

#include <optional>

namespace saldo::bank::mt940 {

/// A line of the file in UTF-8, without its end and without control characters around it.
struct Line {
    std::string_view text;
    std::uint64_t number = 0; ///< from 1
    Byte_range range;         ///< in the bytes as given, without the line end
};

/// Without the control characters around a line; blanks and tabs stay.
[[nodiscard]] std::string_view without_controls_around(std::string_view line);

/// Gives the lines of a file. Characters are UTF-8 where all of the file is, else Windows-1252: no
/// file says which. Reports, once each: bank.charset_assumed at the first line that decides it, and
/// bank.control_characters at the first line that holds any (communication programs leave them).
class Source {
public:
    /// The bytes must live as long as the file.
    Source(std::string_view bytes, Statement_file& file, Report& report);

    [[nodiscard]] std::optional<Line> next();

private:
    [[nodiscard]] std::string_view in_utf8(std::string_view line);
    void report_controls(std::string_view line);

    std::string_view bytes_;
    std::string_view rest_;
    Statement_file& file_;
    Report& report_;
    std::uint64_t number_ = 0;
    bool is_windows_1252_;
    bool has_assumed_ = false;
    bool has_controls_ = false;
    std::string buffer_;
};

} // namespace saldo::bank::mt940
