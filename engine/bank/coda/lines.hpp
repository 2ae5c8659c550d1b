#pragma once

#include "bank/coda/record.hpp"
#include "bank/encoding.hpp"
#include "bank/report.hpp"
#include "bank/source.hpp"
#include "bank/statement.hpp"

#include <array>
#include <memory>
#include <optional>

namespace saldo::bank::coda {

/// One line of a file, without its end.
struct Line {
    std::string_view text;    ///< of a line of thousands of characters perhaps only the beginning
    std::uint64_t number = 0; ///< 1-based
    Byte_range range;         ///< in the file, a byte order mark counted
    bool is_plain = false;    ///< 128 ASCII characters, no control characters: nearly every line
    bool is_blank = false;
};

/// True for 128 bytes from blank to DEL: ASCII without control characters, so without line ends.
[[nodiscard]] inline bool is_plain(const char* bytes) {
    using Two = std::uint64_t __attribute__((vector_size(16))); // of which compilers make one load
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    Two any{};
    for (std::size_t at = 0; at < record_length; at += sizeof any) {
        Two two;
        std::memcpy(&two, bytes + at, sizeof two);
        any |= two | (two - detail::blanks); // a byte below blank borrows, which sets its high bit
    }
    return ((any[0] | any[1]) & high_bits) == 0;
}

/// Cuts a file into lines: at LF or CRLF, or every 128 bytes where a file has no line ends at all.
/// A byte order mark at the beginning is left out. The bytes are a text in memory, or come from a
/// source block by block.
class Line_cutter {
public:
    static constexpr std::size_t block_size_min = 4'096;
    static constexpr std::size_t block_size_usual = 65'536;

    /// The bytes must outlive what is made of them.
    explicit Line_cutter(std::string_view bytes);

    explicit Line_cutter(Source source, std::size_t block_size = block_size_usual);

    /// Texts of lines from now on live as long as `holder` too. Bytes in memory are not held.
    void hold_in(Statement_file& holder);

    /// What is known of the file, from the next line on.
    [[nodiscard]] std::string_view ahead() const { return window_; }

    /// Cuts the next line; false after the last.
    [[nodiscard]] bool next(Line& line) {
        constexpr std::size_t longest_end = 2;
        if (window_.size() < record_length + longest_end || !is_plain(window_.data()))
            [[unlikely]] {
            return next_slowly(line);
        }
        const char* end = window_.data() + record_length;
        std::size_t end_length = 0;
        if (has_line_ends_) {
            end_length = *end == '\n' ? 1 : *end == '\r' && end[1] == '\n' ? 2 : 0;
            if (end_length == 0) [[unlikely]] {
                return next_slowly(line);
            }
        }
        line = {window_.substr(0, record_length), ++number_, {offset_, record_length}, true, false};
        line.is_blank = line.text.front() == ' ' && coda::is_blank(line.text);
        advance(record_length + end_length);
        return true;
    }

    /// True if no line is left. May ask the source for more.
    [[nodiscard]] bool at_end();

    /// The coding of the whole file, of which it may have to look at every byte.
    [[nodiscard]] Charset charset() const;

private:
    using Block = std::shared_ptr<char[]>;

    void start();
    void refill();
    [[nodiscard]] bool next_slowly(Line& line);
    [[nodiscard]] bool next_without_ends(Line& line);
    void take_until(std::size_t length, std::size_t end_length, Line& line);
    void take_endless(Line& line);

    void advance(std::size_t size) {
        window_.remove_prefix(size);
        offset_ += size;
    }

    std::string_view whole_; ///< of bytes in memory
    Source source_;
    std::size_t block_size_ = 0;
    Block block_;      ///< in which the window lies
    Block line_block_; ///< in which the last line begins, where it was longer than a block
    Statement_file* holder_ = nullptr;
    std::string_view window_;  ///< the bytes at hand that are not cut yet
    std::uint64_t offset_ = 0; ///< of the window
    bool is_last_ = true;      ///< no bytes come after the window
    bool has_line_ends_ = true;
    std::uint64_t number_ = 0;
};

/// UTF-8 if all lines are valid UTF-8 and none is longer than 128 characters nor, besides the last
/// and blank ones, shorter; otherwise Windows-1252, in which anything is valid.
[[nodiscard]] Charset charset_of(std::string_view bytes);

/// Makes records of lines: as they are where they have 128 single-byte characters, else converted
/// to UTF-8 and padded with blanks or cut, which it reports.
class Record_maker {
public:
    Record_maker(Line_cutter& lines, Report& report) : lines_(lines), report_(report) {}

    /// A record of the line cut last, good until the next call; its texts are good as long as the
    /// file.
    [[nodiscard]] Record make(const Line& line, Statement_file& file);

private:
    Line_cutter& lines_;
    Report& report_;
    std::optional<Charset> charset_; ///< asked for at the first line that is not ASCII
    std::string buffer_;
    std::array<std::uint16_t, record_length + 1> offsets_{};
};

} // namespace saldo::bank::coda
