#include "bank/coda/assembler.hpp"

#include "bank/chain.hpp"
#include "bank/codes.hpp"

#include <fmt/format.h>

namespace saldo::bank::coda {

namespace {

std::string place_of(std::string_view record, Slot slot) {
    return fmt::format("{}:{}-{}", record, slot.at + 1, slot.at + slot.length);
}

/// A statement without content that keeps the memory of an old one.
Statement emptied(Statement old) {
    Statement empty;
    const auto reuse = [&](auto list) {
        empty.*list = std::move(old.*list);
        (empty.*list).clear();
    };
    reuse(&Statement::movements);
    reuse(&Statement::details);
    reuse(&Statement::information);
    reuse(&Statement::messages);
    return empty;
}

} // namespace

Assembler::Kind Assembler::kind_of(char first, char second) {
    const auto part = static_cast<unsigned char>(second - '1');
    const auto nth = [&](Kind kind) {
        return part < 3 ? static_cast<Kind>(static_cast<unsigned>(kind) + part) : Kind::none;
    };
    if (first == '2') {
        return nth(Kind::movement);
    }
    switch (first) {
    case '0':
        return Kind::header;
    case '1':
        return Kind::old_balance;
    case '3':
        return nth(Kind::information);
    case '4':
        return Kind::message;
    case '8':
        return Kind::new_balance;
    case '9':
        return Kind::trailer;
    default:
        return Kind::none;
    }
}

std::string_view Assembler::record_name(Kind kind) {
    constexpr std::array<std::string_view, 12> names{"",    "0",   "1",   "2.1", "2.2", "2.3",
                                                     "3.1", "3.2", "3.3", "8",   "4",   "9"};
    return names[static_cast<std::size_t>(kind)];
}

void Assembler::go_on_in(Statement_file& file) {
    file_ = &file;
    statement_ = nullptr;
}

void Assembler::reuse(Statement old) {
    spare_ = emptied(std::move(old));
}

template <class Any> void Assembler::take(const Any& record, const Line& from) {
    const Kind kind = kind_of(record.at(0), record.at(1));
    const std::uint64_t line = from.number;
    last_line_ = line;
    range_ = from.range;
    if (phase_ == Phase::skipped && kind != Kind::header) {
        return;
    }
    if (kind == Kind::none) [[unlikely]] {
        error(coda_record_unknown, line, "1-2", {{"stated", std::string(record.cut({0, 2}))}});
        return;
    }
    if ((promise_.usual >> static_cast<unsigned>(kind) & 1U) == 0) [[unlikely]] {
        check_promise(kind);
        if (!is_in_order(kind, line)) {
            return;
        }
    }
    dispatch(kind, record, line);
}

template void Assembler::take(const Record& record, const Line& from);
template void Assembler::take(const Plain_record& record, const Line& from);

void Assembler::take_blank(std::uint64_t line) {
    if (phase_ != Phase::between && phase_ != Phase::skipped) {
        warn(coda_blank_line, line, "");
    }
}

template <class Any> void Assembler::dispatch(Kind kind, const Any& record, std::uint64_t line) {
    switch (kind) {
    case Kind::header:
        return take_header(record, line);
    case Kind::old_balance:
        return take_old_balance(record, line);
    case Kind::movement:
        return take_movement(record, line);
    case Kind::movement_second:
        return take_movement_second(record, line);
    case Kind::movement_third:
        return take_movement_third(record, line);
    case Kind::information:
        return take_information(record, line);
    case Kind::information_second:
    case Kind::information_third:
        return take_information_more(kind, record, line);
    case Kind::new_balance:
        return take_new_balance(record, line);
    case Kind::message:
        return take_message(record, line);
    case Kind::trailer:
        return take_trailer(record, line);
    case Kind::none:
        return;
    }
}

bool Assembler::is_in_order(Kind kind, std::uint64_t line) {
    const auto misplaced = [&] {
        error(coda_record_misplaced, line, record_name(kind),
              {{"record", std::string(record_name(kind))},
               {"after", std::string(record_name(promise_.kind))}});
        promise_ = {};
        return false;
    };
    const Kind previous = promise_.kind;
    switch (kind) {
    case Kind::header:
        return true;
    case Kind::old_balance:
        return phase_ == Phase::opened || misplaced();
    case Kind::movement:
    case Kind::information:
        if (phase_ == Phase::opened) {
            error(coda_record_missing, line, "1", {{"record", "1"}});
            phase_ = Phase::body;
        }
        return phase_ == Phase::body || misplaced();
    case Kind::movement_second:
        return skips_movement_ || previous == Kind::movement || misplaced();
    case Kind::movement_third:
        return skips_movement_ || previous == Kind::movement || previous == Kind::movement_second ||
               misplaced();
    case Kind::information_second:
        return skips_movement_ || previous == Kind::information || misplaced();
    case Kind::information_third:
        return skips_movement_ || previous == Kind::information_second || misplaced();
    case Kind::new_balance:
        return phase_ == Phase::body || phase_ == Phase::opened || misplaced();
    case Kind::message:
        return phase_ == Phase::closed || misplaced();
    case Kind::trailer:
        return phase_ != Phase::between || misplaced();
    case Kind::none:
        break;
    }
    return false;
}

void Assembler::check_code(std::string_view field, char stated, bool computed) {
    if (stated == (computed ? '1' : '0')) [[likely]] {
        return;
    }
    warn(coda_code_mismatch, promise_.line, record_name(promise_.kind),
         {{"field", std::string(field)},
          {"stated", std::string(1, stated)},
          {"computed", computed ? "1" : "0"}});
}

void Assembler::check_promise(Kind kind) {
    switch (promise_.kind) {
    case Kind::movement:
        check_code("next", promise_.next,
                   kind == Kind::movement_second || kind == Kind::movement_third);
        return check_code("link", promise_.link, kind == Kind::information);
    case Kind::movement_second:
        check_code("next", promise_.next, kind == Kind::movement_third);
        return check_code("link", promise_.link, kind == Kind::information);
    case Kind::information:
        check_code("next", promise_.next, kind == Kind::information_second);
        return check_code("link", promise_.link, kind == Kind::information);
    case Kind::information_second:
        check_code("next", promise_.next, kind == Kind::information_third);
        return check_code("link", promise_.link, kind == Kind::information);
    case Kind::movement_third:
    case Kind::information_third:
        return check_code("link", promise_.link, kind == Kind::information);
    case Kind::new_balance:
    case Kind::message:
        if (!is_v1_) {
            check_code("link", promise_.link, kind == Kind::message);
        }
        return;
    case Kind::none:
    case Kind::header:
    case Kind::old_balance:
    case Kind::trailer:
        return;
    }
}

void Assembler::end_statement(std::uint64_t line) {
    check_promise(Kind::header);
    if (phase_ != Phase::between && phase_ != Phase::skipped) {
        error(coda_record_missing, line, "9", {{"record", "9"}});
        close_statement(line);
    }
}

void Assembler::finish() {
    if (phase_ != Phase::between && phase_ != Phase::skipped) {
        error(coda_record_missing, last_line_, "9", {{"record", "9"}});
        close_statement(last_line_);
    }
    if (more_files_ == '1') {
        report_.add(coda_code_mismatch, Severity::info, {"", trailer_line_, "9:128-128"},
                    {{"field", "more_files"}, {"stated", "1"}, {"computed", "2"}});
    }
}

void Assembler::error(Code code, std::uint64_t line, std::string_view place, Params params) {
    report_.add(code, Severity::error, {"", line, std::string(place)}, std::move(params));
}

void Assembler::warn(Code code, std::uint64_t line, std::string_view place, Params params) {
    report_.add(code, Severity::warning, {"", line, std::string(place)}, std::move(params));
}

void Assembler::unreadable(std::string_view record,
                           Slot slot,
                           const Record& from,
                           std::uint64_t line) {
    error(coda_field_unreadable, line, place_of(record, slot),
          {{"stated", std::string(from.cut(slot))}});
}

void Assembler::report_nonconforming(std::span<const Field> table,
                                     std::string_view name,
                                     const Record& record,
                                     std::uint64_t line) {
    for (const Field& field : table) {
        const Slot slot{field.at, field.length};
        const std::string_view stated = record.cut(slot);
        if (!conforms(field, stated)) {
            const bool is_reserved =
                field.kind == Field_kind::blank || field.kind == Field_kind::constant;
            warn(is_reserved ? coda_reserved_filled : coda_number_unreadable, line,
                 place_of(name, slot),
                 {{"field", std::string(field.name)}, {"stated", std::string(stated)}});
        }
    }
}

} // namespace saldo::bank::coda
