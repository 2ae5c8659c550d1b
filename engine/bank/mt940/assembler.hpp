#pragma once

#include "bank/mt940/source.hpp"
#include "bank/mt940/tags.hpp"
#include "bank/mt940/values.hpp"
#include "bank/report.hpp"
#include "bank/statement.hpp"

#include <array>
#include <vector>

namespace saldo::bank::mt940 {

/// Puts the lines of one file together into statements, one for each message, and checks each as it
/// ends. A message begins at :20:, or where a tag follows the end of another.
class Assembler {
public:
    Assembler(Statement_file& file, Report& report) : file_(file), report_(report) {}

    void take(const Line& line);

    /// After the last line.
    void finish();

private:
    /// The field that continuation lines belong to.
    enum class Open : std::uint8_t {
        none,     ///< before or after a message
        single,   ///< a field of one line
        entry,    ///< :61:, whose next line is the supplement
        details,  ///< :86: of a movement
        specific, ///< :NS: of a movement
        message,  ///< :86: or :NS: about the statement
        skipped   ///< what belongs to a :61: that could not be read
    };

    /// What the lines about a movement say, gathered until the next one begins.
    struct Gathered {
        bool is_open = false;
        bool is_skipped = false;    ///< the :61: could not be read
        bool is_party = false;      ///< the reference is the counterparty
        std::string_view reference; ///< customer reference of :61:
        std::string_view supplement;
        std::vector<std::string_view> details;
        std::vector<std::string_view> lines; ///< of the open :NS: or message
        std::uint64_t details_line = 0;
        std::uint64_t line = 0; ///< where `lines` begin
    };

    // assembler.cc: the frame of a message
    void take_tag(const Tag_row& tag, const Line& line);
    void take_more(const Line& line);
    void begin_message(const Line& line);
    void end_message();
    void check_order(const Tag_row& tag, const Line& line);
    void take_account(std::string_view value, const Line& line);
    void take_number(std::string_view value, const Line& line);
    void take_balance(const Tag_row& tag, std::string_view value, const Line& line);
    void take_sum(const Tag_row& tag, std::string_view value, const Line& line);
    void take_time(std::string_view value);
    void use_currency(std::string_view currency,
                      Severity severity,
                      const Line& line,
                      const Tag_row& tag);

    // assembler_movement.cc: what belongs to a movement
    void take_entry(std::string_view value, const Line& line);
    void take_information(const Tag_row& tag, std::string_view value, const Line& line);
    void report_entry(const Entry& entry, const Line& line);
    void use_references(Movement& movement, std::string_view reference, const Line& line);
    void close_lines();
    void close_movement();
    void extend_movement(const Line& line);
    [[nodiscard]] std::optional<Date>
    use_day(const Day& day, std::string_view written, std::string_view tag, const Line& line);

    // Reporting
    void report(
        Code code, Severity severity, const Line& line, std::string_view tag, Params params = {});
    void unreadable(std::string_view tag, std::string_view value, const Line& line);

    [[nodiscard]] Statement& statement() { return file_.statements.back(); }

    [[nodiscard]] Movement& movement() { return statement().movements.back(); }

    [[nodiscard]] std::uint64_t seen(Tag tag) const { return seen_[static_cast<std::size_t>(tag)]; }

    Statement_file& file_;
    Report& report_;
    Open open_ = Open::none;
    std::array<std::uint64_t, tag_rows.size()> seen_{}; ///< by tag: its line in this message, or 0
    const Tag_row* last_ = nullptr;                     ///< in the order of tags
    std::uint32_t page_ = 0;
    bool is_cut_ = false; ///< the statement stands in several messages
    Gathered gathered_;
    std::optional<std::uint32_t> debit_count_;
    std::optional<std::uint32_t> credit_count_;
};

} // namespace saldo::bank::mt940
