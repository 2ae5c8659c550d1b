#pragma once

#include "bank/chain.hpp"
#include "bank/coda/assembler.hpp"
#include "bank/stream.hpp"

namespace saldo::bank::coda {

/// The logical files of a CODA file one after the other, each with its statement, checked, and the
/// chain from one to the next of the same account and currency. A part goes from a header to the
/// next one; a logical file of an unknown version has no statement and is told of in the part that
/// follows, or in a last one of findings only.
class Stream final : public bank::Stream {
public:
    explicit Stream(Source source, std::size_t block_size = Line_cutter::block_size_usual)
        : lines_(std::move(source), block_size) {}

    /// Of a text that outlives all its parts: nothing is copied.
    explicit Stream(std::string_view bytes) : lines_(bytes) {}

    [[nodiscard]] Result<bool> next(Statement_file& part) override;

    /// The same, but adds to what the file holds.
    [[nodiscard]] Result<bool> add_next(Statement_file& file);

private:
    [[nodiscard]] bool read_part(Statement_file& file);

    Findings findings_; ///< nowhere to go before the first part
    Report report_{findings_};
    Line_cutter lines_;
    Line line_;
    Record_maker records_{lines_, report_};
    Assembler assembler_{report_};
    Chain_check chains_;
    bool has_line_ = false; ///< the last line is yet to be taken
    bool has_begun_ = false;
    bool is_done_ = false;
};

} // namespace saldo::bank::coda
