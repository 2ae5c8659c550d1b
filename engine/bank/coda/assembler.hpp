#pragma once

#include "bank/coda/layout_v1.hpp"
#include "bank/coda/lines.hpp"
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
    explicit Assembler(Report& report) : report_(report) {}

    /// Where statements go from now on, with their texts.
    void go_on_in(Statement_file& file);

    /// Gives the memory of an old statement to the next one.
    void reuse(Statement old);

    /// True if a statement has begun in the file where they go.
    [[nodiscard]] bool has_statement() const { return statement_ != nullptr; }

    /// The next record, made of a line; any record, or a plain one, which is quicker.
    template <class Any> void take(const Any& record, const Line& line);

    /// A line of blanks: harmless between logical files, worth a word within one.
    void take_blank(std::uint64_t line);

    /// Before a record 0 that follows a statement.
    void end_statement(std::uint64_t line);

    /// After the last record.
    void finish();

private:
    enum class Kind : std::uint8_t {
        none,
        header,
        old_balance,
        movement, ///< the records 2.1 to 2.3 one after the other, and so 3.1 to 3.3
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
        std::uint32_t usual = 0; ///< a bit for each kind that keeps the promise and is in order
    };

    struct First_record;

    /// A communication being read, of a movement or of information with one.
    struct Open_text {
        bool is_open = false;
        bool is_structured = false;
        std::uint64_t line = 0;
        std::string_view type;
        std::array<std::string_view, 3> pieces; ///< as cut
        bool goes_on = false;                   ///< a further piece is not blank

        /// The first piece, of a 2.1 or 3.1.
        template <class Any>
        void open(const Any& record, Slot structured, Slot communication, std::uint64_t from);

        /// A further piece.
        void add(std::size_t index, std::string_view piece) {
            pieces[index] = piece;
            goes_on = goes_on || !is_blank(piece);
        }
    };

    /// What the trailer has to agree with.
    struct Tally {
        std::uint64_t records = 0; ///< 1, 2, 3 and 8
        std::uint64_t messages = 0;
        Amount_sum debit; ///< not positive
        Amount_sum credit;
    };

    [[nodiscard]] static Kind kind_of(char first, char second);
    [[nodiscard]] static std::string_view record_name(Kind kind);

    // assembler.cc: order and codes
    [[nodiscard]] bool is_in_order(Kind kind, std::uint64_t line);
    template <class Any> void dispatch(Kind kind, const Any& record, std::uint64_t line);
    void check_promise(Kind kind);

    void promise(Kind kind, char next, char link, std::uint64_t line) {
        promise_ = {kind, next, link, line,
                    phase_ == Phase::body ? usual_after(kind, next, link) : 0};
    }

    [[nodiscard]] static constexpr std::uint32_t usual_after(Kind kind, char next, char link);
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
    template <class Any> void take_movement(const Any& record, std::uint64_t line);
    template <class Any> void take_movement_second(const Any& record, std::uint64_t line);
    template <class Any> void take_movement_third(const Any& record, std::uint64_t line);
    template <class Any> void take_information(const Any& record, std::uint64_t line);
    void take_information_more(Kind kind, const Record& record, std::uint64_t line);
    [[nodiscard]] bool place_movement(First_record& read);
    void count(Amount amount, std::optional<Date> booking_date);

    [[nodiscard]] bool
    repeats_numbers(std::string_view stated, std::string_view name, std::uint64_t line) {
        const bool is_written_the_same =
            stated.size() == 8 && detail::load_eight(stated.data()) == numbers_;
        return is_written_the_same || repeats_written_otherwise(stated, name, line);
    }

    [[nodiscard]] bool
    repeats_written_otherwise(std::string_view stated, std::string_view name, std::uint64_t line);
    void close_movement();
    void close_information();

    void extend_origin() {
        current().origin.size = range_.begin + range_.size - current().origin.begin;
    }

    [[nodiscard]] std::string_view text_of(const Open_text& open) {
        return open.goes_on ? join(open.pieces, open.is_structured) : trim_end(open.pieces[0]);
    }

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

    template <const auto& table, class Any>
    void check_conforms(std::string_view name, const Any& record, std::uint64_t line) {
        if (!conforms<table>(record)) [[unlikely]] {
            report_nonconforming(table, name, record, line);
        }
    }

    [[nodiscard]] Statement& statement() { return *statement_; }

    /// The movement or detail of the last 2.1 that was read.
    [[nodiscard]] Movement& current() { return *current_; }

    Report& report_;
    Statement_file* file_ = nullptr;
    Statement* statement_ = nullptr; ///< the last one in the file, if any
    Movement* current_ = nullptr;    ///< good until the next one
    Statement spare_;                ///< empty, but with memory
    Byte_range range_;               ///< of the record being read
    Date_memory dates_;
    Phase phase_ = Phase::between;
    bool is_v1_ = false;
    std::uint64_t numbers_ = 0;   ///< sequence and detail of the last 2.1, as written
    bool skips_movement_ = false; ///< a 2.1 could not be read: its further records are not either
    Promise promise_;
    char more_files_ = ' '; ///< of the last trailer
    std::uint64_t trailer_line_ = 0;
    std::uint64_t last_line_ = 0;
    std::string_view account_zone_;
    std::uint64_t new_balance_line_ = 0;
    std::uint32_t next_sequence_ = 1;
    std::uint32_t last_detail_ = 0; ///< detail number of the last 2.1
    std::int32_t earliest_ = 0;     ///< of the booking dates, in days as `Date` counts them
    std::int32_t latest_ = 0;       ///< before the earliest: there is none
    Tally tally_;
    Open_text open_;
    Open_text information_;
};

/// The kinds that may follow a record 2 or 3 without more questions, which is nearly always. What
/// is not said here is looked at with care.
constexpr std::uint32_t Assembler::usual_after(Kind kind, char next, char link) {
    const auto bits = [](auto... kinds) {
        return (0U | ... | (1U << static_cast<unsigned>(kinds)));
    };
    std::uint32_t further = 0;
    switch (kind) {
    case Kind::movement:
        further = bits(Kind::movement_second, Kind::movement_third);
        break;
    case Kind::movement_second:
        further = bits(Kind::movement_third);
        break;
    case Kind::information:
        further = bits(Kind::information_second);
        break;
    case Kind::information_second:
        further = bits(Kind::information_third);
        break;
    case Kind::movement_third:
    case Kind::information_third:
        next = '0';
        break;
    case Kind::none:
    case Kind::header:
    case Kind::old_balance:
    case Kind::new_balance:
    case Kind::message:
    case Kind::trailer:
        return 0;
    }
    if (next == '1') {
        return link == '0' ? further : 0;
    }
    if (next != '0') {
        return 0;
    }
    return link == '1'   ? bits(Kind::information)
           : link == '0' ? bits(Kind::movement, Kind::new_balance)
                         : 0;
}

} // namespace saldo::bank::coda
