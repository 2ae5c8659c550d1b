#include "bank/coda/lines.hpp"

#include "bank/lines.hpp"
#include "base/invariant.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cstring>

namespace saldo::bank::coda {

namespace {

constexpr std::size_t nowhere = std::string_view::npos;

/// True if a source has a line end from an offset on, or a size that is not a number of records.
bool needs_line_ends(const Source& source, std::uint64_t offset, std::size_t block_size) {
    std::string block(block_size, '\0');
    std::uint64_t size = 0;
    while (true) {
        const std::size_t more = fill(source, offset + size, block);
        if (std::string_view(block).substr(0, more).find('\n') != nowhere) {
            return true;
        }
        size += more;
        if (more < block.size()) {
            return size % record_length != 0;
        }
    }
}

/// Tells blanks from anything else in a line that comes in pieces; a CR may end it.
class Blank_line {
public:
    void add(std::string_view piece) {
        for (const char c : piece) {
            is_blank_ = is_blank_ && !has_return_ && (c == ' ' || c == '\r');
            has_return_ = c == '\r';
        }
    }

    [[nodiscard]] bool has_return() const { return has_return_; }

    /// Whether there were only blanks, and a CR only if it belongs to the line end.
    [[nodiscard]] bool is_blank(bool has_line_end) const {
        return is_blank_ && (has_line_end || !has_return_);
    }

private:
    bool is_blank_ = true;
    bool has_return_ = false; ///< as the last character
};

} // namespace

Line_cutter::Line_cutter(std::string_view bytes) : whole_(bytes), window_(bytes) {
    start();
}

Line_cutter::Line_cutter(Source source, std::size_t block_size)
    : source_(std::move(source)), block_size_(block_size), is_last_(false) {
    invariant(block_size >= block_size_min, "a block holds several lines");
    refill();
    start();
}

void Line_cutter::start() {
    advance(window_.size() - without_mark(window_).size());
    if (window_.find('\n') == nowhere) {
        has_line_ends_ = is_last_ ? window_.size() % record_length != 0
                                  : needs_line_ends(source_, offset_, block_size_);
    }
}

void Line_cutter::hold_in(Statement_file& holder) {
    holder_ = &holder;
    for (const Block& block : {std::exchange(line_block_, nullptr), block_}) {
        if (block) {
            holder.hold(block);
        }
    }
}

/// Makes a new block of what is left in the window and what comes next.
void Line_cutter::refill() {
    const Block block(new char[block_size_]);
    if (!window_.empty()) {
        std::memcpy(block.get(), window_.data(), window_.size());
    }
    const std::size_t room = block_size_ - window_.size();
    const std::size_t more =
        fill(source_, offset_ + window_.size(), {block.get() + window_.size(), room});
    window_ = {block.get(), window_.size() + more};
    is_last_ = more < room;
    block_ = block;
    if (holder_ != nullptr) {
        holder_->hold(block_);
    }
}

bool Line_cutter::at_end() {
    if (window_.empty() && !is_last_) {
        refill();
    }
    return window_.empty();
}

void Line_cutter::take_until(std::size_t length, std::size_t end_length, Line& line) {
    line.text = window_.substr(0, length);
    line.range = {offset_, length};
    line.is_blank = coda::is_blank(line.text);
    advance(length + end_length);
}

bool Line_cutter::next_without_ends(Line& line) {
    if (window_.size() < record_length && !is_last_) {
        refill();
    }
    if (window_.empty()) {
        return false;
    }
    take_until(std::min(record_length, window_.size()), 0, line);
    return true;
}

bool Line_cutter::next_slowly(Line& line) {
    line.is_plain = false;
    line.number = ++number_;
    if (!has_line_ends_) {
        return next_without_ends(line);
    }
    std::size_t length = window_.find('\n');
    if (length == nowhere && !is_last_) {
        refill();
        length = window_.find('\n');
    }
    if (window_.empty()) {
        return false;
    }
    if (length != nowhere) {
        const std::size_t returns = length > 0 && window_[length - 1] == '\r' ? 1 : 0;
        take_until(length - returns, returns + 1, line);
    } else if (is_last_) {
        take_until(window_.size(), 0, line);
    } else {
        take_endless(line);
    }
    return true;
}

/// Takes a line that is longer than a block: its beginning is enough to tell what is wrong, and
/// only that is held.
void Line_cutter::take_endless(Line& line) {
    Statement_file* const holder = std::exchange(holder_, nullptr);
    line.text = window_.substr(0, block_size_min);
    line.range.begin = offset_;
    line_block_ = block_;
    Blank_line blanks;
    std::size_t length = nowhere;
    while (length == nowhere && !at_end()) {
        length = window_.find('\n');
        const std::string_view piece = window_.substr(0, length);
        blanks.add(piece);
        advance(piece.size());
    }
    const bool has_line_end = length != nowhere;
    line.is_blank = blanks.is_blank(has_line_end);
    line.range.size = offset_ - line.range.begin - (has_line_end && blanks.has_return() ? 1 : 0);
    advance(has_line_end ? 1 : 0);
    if (holder != nullptr) {
        holder_ = holder;
        holder_->hold(block_);
    }
}

namespace {

Charset charset_of_lines(Line_cutter lines) {
    bool is_ascii = true;
    bool fits_utf8 = true;
    Line line;
    while ((is_ascii || fits_utf8) && lines.next(line)) {
        if (line.is_plain) [[likely]] {
            continue;
        }
        is_ascii = is_ascii && bank::is_ascii(line.text);
        const std::size_t length = text::length_utf8(line.text);
        const bool is_short = length < record_length && !line.is_blank && !lines.at_end();
        fits_utf8 = fits_utf8 && length <= record_length && !is_short && text::is_utf8(line.text);
    }
    return is_ascii ? Charset::ascii : fits_utf8 ? Charset::utf8 : Charset::windows_1252;
}

} // namespace

Charset Line_cutter::charset() const {
    return charset_of_lines(source_ ? Line_cutter(source_, block_size_) : Line_cutter(whole_));
}

Charset charset_of(std::string_view bytes) {
    return charset_of_lines(Line_cutter(bytes));
}

} // namespace saldo::bank::coda
