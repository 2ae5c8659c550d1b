#pragma once

#include "bank/coda/record.hpp"
#include "bank/encoding.hpp"
#include "bank/report.hpp"
#include "bank/statement.hpp"

#include <array>
#include <optional>

namespace saldo::bank::coda {

/// Cuts the bytes of a file into lines: at LF or CRLF, or every 128 bytes where a file has no line
/// ends at all.
class Line_cutter {
public:
    explicit Line_cutter(std::string_view bytes);

    /// The next line without its end, or nothing.
    [[nodiscard]] std::optional<std::string_view> next();

    /// 1-based number of the line `next` gave last.
    [[nodiscard]] std::uint64_t number() const { return number_; }

    [[nodiscard]] bool at_end() const { return rest_.empty(); }

private:
    std::string_view rest_;
    bool has_line_ends_;
    std::uint64_t number_ = 0;
};

/// UTF-8 if the bytes are valid UTF-8 and no line is longer than 128 characters nor, besides the
/// last, shorter; otherwise Windows-1252, in which anything is valid.
[[nodiscard]] Charset charset_of(std::string_view bytes);

/// Makes records of lines: as they are where they have 128 single-byte characters, else converted
/// to UTF-8 and padded with blanks or cut, which it reports.
class Record_maker {
public:
    Record_maker(Charset charset, Statement_file& file, Report& report)
        : charset_(charset), file_(file), report_(report) {}

    /// A record that is good until the next call; its texts are good as long as the file.
    [[nodiscard]] Record make(std::string_view line, std::uint64_t number, bool is_last) {
        if (line.size() == record_length && charset_ == Charset::ascii) [[likely]] {
            return Record(line.data());
        }
        return make_slowly(line, number, is_last);
    }

private:
    [[nodiscard]] Record make_slowly(std::string_view line, std::uint64_t number, bool is_last);

    Charset charset_;
    Statement_file& file_;
    Report& report_;
    std::string buffer_;
    std::array<std::uint16_t, record_length + 1> offsets_{};
};

} // namespace saldo::bank::coda
