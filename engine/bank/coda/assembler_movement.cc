#include "bank/coda/assembler.hpp"
#include "bank/coda/communication.hpp"
#include "bank/coda/counterparty.hpp"
#include "bank/codes.hpp"

namespace saldo::bank::coda {

namespace {

constexpr std::uint32_t numbers_max = 10'000; ///< sequence and detail numbers start over here
constexpr std::size_t type_length = 3;
constexpr Slot numbers{slot(v2::movement, "sequence").at, 8}; ///< sequence and detail

std::uint32_t narrow(std::uint64_t number) {
    return static_cast<std::uint32_t>(number);
}

} // namespace

/// What a 2.1 says of a movement, which becomes one in its place in a list. An empty movement would
/// be made by filling it all with zeros, which takes a twentieth of all the time to read a file.
struct Assembler::First_record {
    operator Movement() const { // NOLINT: to convert is all it is for
        return {.sequence = sequence,
                .detail = detail,
                .booking_date = booking_date,
                .value_date = value_date,
                .amount = amount,
                .counterparty = {},
                .communication = {},
                .end_to_end_id = {},
                .mandate_id = {},
                .creditor_id = {},
                .bank_reference = bank_reference,
                .key = {},
                .transaction_code = transaction_code,
                .return_reason = {},
                .category_purpose = {},
                .purpose = {},
                .details = details,
                .information = {},
                .line = line,
                .origin = origin};
    }

    std::uint32_t sequence;
    std::uint32_t detail;
    std::optional<Date> booking_date;
    std::optional<Date> value_date;
    Amount amount;
    std::string_view bank_reference;
    std::string_view transaction_code;
    std::uint64_t line;
    Byte_range origin;
    Span_of details;
};

template <class Any>
void Assembler::Open_text::open(const Any& record,
                                Slot structured,
                                Slot communication,
                                std::uint64_t from) {
    is_open = true;
    is_structured = record.at(structured.at) == '1';
    line = from;
    const std::size_t skipped = is_structured ? type_length : 0;
    type = is_structured ? record.cut({communication.at, type_length}) : std::string_view{};
    pieces = {record.cut({communication.at + skipped, communication.length - skipped})};
    goes_on = false;
}

/// Decides whether a 2.1 is a movement or a detail of the last one, and adds it; false if it has no
/// place. A detail number of 0 within the same sequence is a detail only where the numbers just
/// started over.
bool Assembler::place_movement(First_record& read) {
    Statement& statement = this->statement();
    const bool same_sequence =
        !statement.movements.empty() && statement.movements.back().sequence == read.sequence;
    const bool wrapped = same_sequence && last_detail_ >= numbers_max - 2 && read.detail == 0;
    if (read.detail != 0 || wrapped) {
        if (!same_sequence) {
            error(coda_record_misplaced, read.line, "2.1", {{"record", "2.1"}, {"after", ""}});
            return false;
        }
        ++statement.movements.back().details.count;
        current_ = &statement.details.emplace_back(read);
        return true;
    }
    if (read.sequence != next_sequence_) {
        warn(coda_sequence_broken, read.line, "2.1:3-6",
             {{"stated", std::to_string(read.sequence)},
              {"computed", std::to_string(next_sequence_)}});
    }
    next_sequence_ = (read.sequence + 1) % numbers_max;
    read.details.first = narrow(statement.details.size());
    current_ = &statement.movements.emplace_back(read);
    count(read.amount, read.booking_date);
    return true;
}

/// Adds up a movement that is no detail.
void Assembler::count(Amount amount, std::optional<Date> booking_date) {
    tally_.debit.add(std::min(amount, Amount())); // both, since no branch is quicker
    tally_.credit.add(std::max(amount, Amount()));
    if (booking_date) {
        earliest_ = std::min(earliest_, booking_date->days());
        latest_ = std::max(latest_, booking_date->days());
    }
}

template <class Any> void Assembler::take_movement(const Any& record, std::uint64_t line) {
    using v2::movement;
    close_movement();
    ++tally_.records;
    promise(Kind::movement, record.at(slot(movement, "next").at),
            record.at(slot(movement, "link").at), line);
    skips_movement_ = true;
    const auto sequence = to_number(record.cut(slot(movement, "sequence")));
    const auto detail = to_number(record.cut(slot(movement, "detail")));
    const auto amount =
        to_signed_amount(record.cut(slot(movement, "sign")), record.cut(slot(movement, "amount")));
    if (!sequence || !detail || !amount) {
        const Slot where = !sequence ? slot(movement, "sequence")
                           : !detail ? slot(movement, "detail")
                                     : Slot{slot(movement, "sign").at, 16};
        return unreadable("2.1", where, record, line);
    }
    if (is_v1_) {
        check_conforms<v1::movement>("2.1", record, line);
    } else {
        check_conforms<movement>("2.1", record, line);
    }
    const Date_value entry = dates_.to_date(record.cut(slot(movement, "entry_date")));
    const Date_value value = dates_.to_date(record.cut(slot(movement, "value_date")));
    if (entry.is_wrong || value.is_wrong) {
        warn(coda_date_wrong, line, entry.is_wrong ? "2.1:116-121" : "2.1:48-53");
    }
    First_record read{narrow(*sequence),
                      narrow(*detail),
                      entry.date,
                      value.date,
                      *amount,
                      record.text(is_v1_ ? slot(v1::movement, "bank_reference")
                                         : slot(movement, "bank_reference")),
                      record.cut(slot(movement, "transaction_code")),
                      line,
                      range_,
                      {}};
    if (!place_movement(read)) {
        return;
    }
    last_detail_ = read.detail;
    numbers_ = detail::load_eight(record.cut(numbers).data());
    skips_movement_ = false;
    open_.open(record, slot(movement, "structured"), slot(movement, "communication"), line);
}

bool Assembler::repeats_written_otherwise(std::string_view stated,
                                          std::string_view name,
                                          std::uint64_t line) {
    const auto number = to_number(stated);
    const Movement& movement = current();
    if (number && *number == std::uint64_t{movement.sequence} * numbers_max + movement.detail) {
        return true;
    }
    error(coda_record_misplaced, line, name,
          {{"record", std::string(name)}, {"after", "2.1"}, {"stated", std::string(stated)}});
    return false;
}

template <class Any> void Assembler::take_movement_second(const Any& record, std::uint64_t line) {
    using v2::movement_second;
    ++tally_.records;
    promise(Kind::movement_second, record.at(slot(movement_second, "next").at),
            record.at(slot(movement_second, "link").at), line);
    if (skips_movement_ || !repeats_numbers(record.cut(numbers), "2.2", line)) {
        return;
    }
    extend_origin();
    Movement& movement = current();
    open_.add(1, record.cut(slot(movement_second, "communication")));
    if (is_v1_) {
        check_conforms<v1::movement_second>("2.2", record, line);
        movement.end_to_end_id = record.text(slot(v1::movement_second, "customer_reference"));
        return;
    }
    check_conforms<movement_second>("2.2", record, line);
    movement.end_to_end_id = record.text(slot(movement_second, "customer_reference"));
    movement.counterparty.bic = record.text(slot(movement_second, "bic"));
    movement.r_type = to_r_type(record.at(slot(movement_second, "r_type").at));
    movement.return_reason = record.text(slot(movement_second, "return_reason"));
    movement.category_purpose = record.text(slot(movement_second, "category_purpose"));
    movement.purpose = record.text(slot(movement_second, "purpose"));
}

template <class Any> void Assembler::take_movement_third(const Any& record, std::uint64_t line) {
    using v2::movement_third;
    ++tally_.records;
    promise(Kind::movement_third, '0', record.at(slot(movement_third, "link").at), line);
    if (skips_movement_ || !repeats_numbers(record.cut(numbers), "2.3", line)) {
        return;
    }
    extend_origin();
    Counterparty& counterparty = current().counterparty;
    if (is_v1_) {
        check_conforms<v1::movement_third>("2.3", record, line);
        counterparty.account = account_in(record, slot(v1::movement_third, "account"));
        counterparty.name = record.text(slot(v1::movement_third, "name"));
        counterparty.address = record.text(slot(v1::movement_third, "address"));
        return;
    }
    check_conforms<movement_third>("2.3", record, line);
    counterparty.account = account_in(record, slot(movement_third, "account"));
    counterparty.name = record.text(slot(movement_third, "name"));
    open_.add(2, record.cut(slot(movement_third, "communication")));
}

template <class Any> void Assembler::take_information(const Any& record, std::uint64_t line) {
    using v2::information;
    close_information();
    ++tally_.records;
    promise(Kind::information, record.at(slot(information, "next").at),
            record.at(slot(information, "link").at), line);
    check_conforms<information>("3.1", record, line);
    if (skips_movement_) {
        return;
    }
    const auto sequence = to_number(record.cut(slot(information, "sequence")));
    if (!open_.is_open || sequence != current().sequence) {
        warn(coda_record_misplaced, line, "3.1",
             {{"record", "3.1"},
              {"after", "2.1"},
              {"stated", std::string(record.cut(slot(information, "sequence")))}});
        return;
    }
    extend_origin();
    information_.open(record, slot(information, "structured"), slot(information, "communication"),
                      line);
}

void Assembler::take_information_more(Kind kind, const Record& record, std::uint64_t line) {
    ++tally_.records;
    const bool is_second = kind == Kind::information_second;
    promise(kind, is_second ? record.at(slot(v2::information_second, "next").at) : '0',
            record.at(slot(v2::information_second, "link").at), line);
    if (is_second) {
        check_conforms<v2::information_second>("3.2", record, line);
    } else {
        check_conforms<v2::information_third>("3.3", record, line);
    }
    if (!information_.is_open) {
        return;
    }
    const auto sequence = to_number(record.cut(slot(v2::information_second, "sequence")));
    if (sequence != current().sequence) {
        warn(coda_record_misplaced, line, record_name(kind),
             {{"record", std::string(record_name(kind))}, {"after", "3.1"}});
        return;
    }
    extend_origin();
    information_.add(is_second ? 1 : 2,
                     record.cut(is_second ? slot(v2::information_second, "communication")
                                          : slot(v2::information_third, "communication")));
}

void Assembler::close_information() {
    if (!information_.is_open) {
        return;
    }
    information_.is_open = false;
    Statement& statement = this->statement();
    Movement& movement = current();
    const std::string_view text = text_of(information_);
    if (movement.information.count == 0) {
        movement.information.first = narrow(statement.information.size());
    }
    ++movement.information.count;
    statement.information.push_back({information_.type, text, information_.line});
    if (information_.type == counterparty_type) {
        complete(movement.counterparty, text);
    }
}

void Assembler::close_movement() {
    if (!open_.is_open) {
        return;
    }
    close_information();
    open_.is_open = false;
    Movement& movement = current();
    const std::string_view written = text_of(open_);
    const bool is_understood = open_.is_structured
                                   ? read_structured(open_.type, written, movement, *file_)
                                   : read_free(written, movement, *file_);
    if (!is_understood) {
        warn(reference_check_wrong, movement.line, "2.1:63-115",
             {{"type", std::string(open_.type)}, {"stated", std::string(written)}});
    }
}

/// The pieces one after the other without trimming between them, since words run over the cut. A
/// missing record in the middle counts as blanks where offsets matter.
std::string_view Assembler::join(const std::array<std::string_view, 3>& pieces, bool keep_gaps) {
    const std::string_view second = trim_end(pieces[1]);
    const std::string_view third = trim_end(pieces[2]);
    constexpr std::size_t gap = slot(v2::movement_second, "communication").length;
    const bool has_gap = keep_gaps && pieces[1].empty();
    const std::size_t middle = third.empty() ? second.size() : has_gap ? gap : pieces[1].size();
    const std::size_t size = pieces[0].size() + middle + third.size();
    auto* text = static_cast<char*>(file_->texts().allocate(size, 1));
    std::memcpy(text, pieces[0].data(), pieces[0].size());
    if (has_gap && middle > 0) {
        std::memset(text + pieces[0].size(), ' ', middle);
    } else if (middle > 0) {
        std::memcpy(text + pieces[0].size(), pieces[1].data(), middle);
    }
    if (!third.empty()) {
        std::memcpy(text + pieces[0].size() + middle, third.data(), third.size());
    }
    return {text, size};
}

template void Assembler::take_movement(const Record&, std::uint64_t);
template void Assembler::take_movement(const Plain_record&, std::uint64_t);
template void Assembler::take_movement_second(const Record&, std::uint64_t);
template void Assembler::take_movement_second(const Plain_record&, std::uint64_t);
template void Assembler::take_movement_third(const Record&, std::uint64_t);
template void Assembler::take_movement_third(const Plain_record&, std::uint64_t);
template void Assembler::take_information(const Record&, std::uint64_t);
template void Assembler::take_information(const Plain_record&, std::uint64_t);

} // namespace saldo::bank::coda
