#pragma once

#include "bank/coda/layout_v1.hpp"
#include "bank/coda/record.hpp"
#include "bank/report.hpp"
#include "bank/statement.hpp"

#include <span>

namespace saldo::bank::coda {

/// Puts the records of one file together into statements and checks each statement as it closes.
/// A movement and its records 2.2, 2.3 and 3 belong together by their place in the file and their
/// sequence number, never by the bank's reference.
class Assembler {
public:
    Assembler(Statement_file& file, Report& report) : file_(file), report_(report) {}

    /// The next record; lines count from 1.
    void take(const Record& record, std::uint64_t line);

    /// A line of blanks: harmless between logical files, worth a word within one.
    void take_blank(std::uint64_t line);

    /// After the last record.
    void finish();

private:
    enum class Kind : std::uint8_t {
        none,
        header,
        old_balance,
        movement,
        movement_second,
        movement_third,
        information,
        information_second,
        information_third,
        new_balance,
        message,
        trailer
    };

    enum class Phase : std::uint8_t {
        between, ///< before a record 0 or after a 9
        skipped, ///< in a logical file of a version not known: nothing is read
        opened,  ///< after record 0
        body,    ///< after record 1
        closed   ///< after record 8
    };

    /// What the codes of a record promise about the next one.
    struct Promise {
        Kind kind = Kind::none;
        char next = '0';
        char link = '0';
        std::uint64_t line = 0;
    };

    /// The movement or detail being read.
    struct Open_movement {
        bool is_open = false;
        bool is_detail = false;
        bool is_structured = false;
        std::string_view type;
        std::array<std::string_view, 3> pieces; ///< of the communication, as cut
    };

    struct Open_information {
        bool is_open = false;
        bool is_structured = false;
        std::uint64_t line = 0;
        std::string_view type;
        std::array<std::string_view, 3> pieces;
    };

    /// What the trailer has to agree with.
    struct Tally {
        std::uint64_t records = 0; ///< 1, 2, 3 and 8
        std::uint64_t messages = 0;
        Amount_sum debit;
        Amount_sum credit;
    };

    [[nodiscard]] static Kind kind_of(const Record& record);
    [[nodiscard]] static std::string_view record_name(Kind kind);

    // assembler.cc: order and codes
    [[nodiscard]] bool is_in_order(Kind kind, std::uint64_t line);
    void dispatch(Kind kind, const Record& record, std::uint64_t line);
    void check_promise(Kind kind);
    void promise(Kind kind, char next, char link, std::uint64_t line);
    void check_code(std::string_view field, char stated, bool computed);

    // assembler_frame.cc: records 0, 1, 8, 4 and 9
    void take_header(const Record& record, std::uint64_t line);
    void take_old_balance(const Record& record, std::uint64_t line);
    void take_new_balance(const Record& record, std::uint64_t line);
    void take_message(const Record& record, std::uint64_t line);
    void take_trailer(const Record& record, std::uint64_t line);
    void read_account_zone(const Record& record, std::uint64_t line);
    void close_statement(std::uint64_t line);

    // assembler_movement.cc: records 2 and 3
    void take_movement(const Record& record, std::uint64_t line);
    void take_movement_second(const Record& record, std::uint64_t line);
    void take_movement_third(const Record& record, std::uint64_t line);
    void take_information(const Record& record, std::uint64_t line);
    void take_information_more(Kind kind, const Record& record, std::uint64_t line);
    [[nodiscard]] bool place_movement(Movement& movement, std::uint64_t line);
    [[nodiscard]] bool
    repeats_numbers(const Record& record, std::string_view name, std::uint64_t line);
    void close_movement();
    void close_information();
    [[nodiscard]] Movement& current();
    [[nodiscard]] std::string_view join(const std::array<std::string_view, 3>& pieces,
                                        bool keep_gaps);

    // Reporting
    void error(Code code, std::uint64_t line, std::string_view place, Params params = {});
    void warn(Code code, std::uint64_t line, std::string_view place, Params params = {});
    void unreadable(std::string_view record, Slot slot, const Record& from, std::uint64_t line);
    void report_nonconforming(std::span<const Field> table,
                              std::string_view name,
                              const Record& record,
                              std::uint64_t line);

    template <const auto& table>
    void check_conforms(std::string_view name, const Record& record, std::uint64_t line) {
        if (!conforms<table>(record)) [[unlikely]] {
            report_nonconforming(table, name, record, line);
        }
    }

    [[nodiscard]] Statement& statement() { return file_.statements.back(); }

    Statement_file& file_;
    Report& report_;
    Date_memory dates_;
    Phase phase_ = Phase::between;
    bool is_v1_ = false;
    bool skips_movement_ = false; ///< a 2.1 could not be read: its further records are not either
    Promise promise_;
    char more_files_ = ' '; ///< of the last trailer
    std::uint64_t trailer_line_ = 0;
    std::uint64_t last_line_ = 0;
    std::string_view account_zone_;
    std::uint64_t new_balance_line_ = 0;
    std::uint32_t next_sequence_ = 1;
    std::uint32_t last_detail_ = 0; ///< detail number of the last 2.1
    std::optional<Date> earliest_;  ///< of the booking dates
    std::optional<Date> latest_;
    Tally tally_;
    Open_movement open_;
    Open_information information_;
};

} // namespace saldo::bank::coda
