#include "bank/coda/stream.hpp"

#include "bank/coda/read.hpp"
#include "bank/codes.hpp"

namespace saldo::bank::coda {

Result<bool> Stream::next(Statement_file& part) {
    Statement reuse;
    if (!part.statements.empty()) {
        reuse = std::move(part.statements.front());
    }
    part.clear();
    assembler_.reuse(std::move(reuse));
    return add_next(part);
}

Result<bool> Stream::add_next(Statement_file& file) {
    if (is_done_) {
        return false;
    }
    if (!has_begun_ && !is_coda(lines_.ahead())) {
        is_done_ = true;
        return refuse(format_unknown);
    }
    lines_.hold_in(file);
    report_.go_on_in(file.findings);
    assembler_.go_on_in(file);
    is_done_ = !read_part(file);
    const bool has_statement = assembler_.has_statement();
    if (has_statement) {
        chains_.add(file.statements.back(), report_);
    }
    if (is_done_) {
        report_.finish();
    }
    if (!has_statement && !has_begun_) {
        std::erase_if(file.findings,
                      [](const Finding& finding) { return finding.code != coda_version_unknown; });
        return refuse(Refusal(std::move(file.findings)));
    }
    has_begun_ = true;
    return true;
}

/// Reads up to the header after a statement; false if there is none.
bool Stream::read_part(Statement_file& file) {
    while (has_line_ || lines_.next(line_)) {
        has_line_ = false;
        if (line_.text.starts_with('0') && assembler_.has_statement()) {
            assembler_.end_statement(line_.number);
            has_line_ = true;
            return true;
        }
        if (line_.is_blank) [[unlikely]] {
            assembler_.take_blank(line_.number);
        } else if (line_.is_plain) [[likely]] {
            assembler_.take(Plain_record(line_.text.data()), line_);
        } else {
            assembler_.take(records_.make(line_, file), line_);
        }
    }
    assembler_.finish();
    return false;
}

} // namespace saldo::bank::coda
