#include "bank/account.hpp"
#include "bank/coda/assembler.hpp"
#include "bank/coda/check.hpp"
#include "bank/codes.hpp"

#include <limits>

namespace saldo::bank::coda {

namespace {

constexpr std::uint32_t number_of(const std::optional<std::uint64_t>& number) {
    return static_cast<std::uint32_t>(number.value_or(0));
}

} // namespace

void Assembler::take_header(const Record& record, std::uint64_t line) {
    if (more_files_ == '2') {
        warn(coda_code_mismatch, trailer_line_, "9:128-128",
             {{"field", "more_files"}, {"stated", "2"}, {"computed", "1"}});
    }
    more_files_ = ' ';
    const char version = record.at(slot(v2::header, "version").at);
    if (version != '1' && version != '2') {
        error(coda_version_unknown, line, "0:128-128", {{"stated", std::string(1, version)}});
        phase_ = Phase::skipped;
        return;
    }
    is_v1_ = version == '1';
    if (file_->format.empty()) {
        file_->format = is_v1_ ? "coda-1" : "coda-2";
    }
    phase_ = Phase::opened;
    promise(Kind::header, '0', '0', line);
    next_sequence_ = 1;
    earliest_ = std::numeric_limits<std::int32_t>::max();
    latest_ = std::numeric_limits<std::int32_t>::min();
    account_zone_ = {};
    new_balance_line_ = 0;
    tally_ = {};
    Statement& statement = file_->statements.emplace_back(std::exchange(spare_, {}));
    statement_ = &statement;
    statement.line = line;
    statement.is_duplicate = record.at(slot(v2::header, "duplicate").at) == 'D';
    const Date_value created = dates_.to_date(record.cut(slot(v2::header, "creation_date")));
    statement.creation_date = created.date;
    if (created.is_wrong) {
        warn(coda_date_wrong, line, "0:6-11");
    }
    if (!is_blank_or_zero(record.cut(slot(v2::header, "separate_application")))) {
        statement.is_partial = true;
        warn(statement_partial, line, "0:84-88");
    }
    if (is_v1_) {
        statement.file_reference = record.text(slot(v1::header, "file_reference"));
        check_conforms<v1::header>("0", record, line);
    } else {
        statement.file_reference = record.text(slot(v2::header, "file_reference"));
        statement.bank_bic = record.text(slot(v2::header, "bic"));
        check_conforms<v2::header>("0", record, line);
    }
}

void Assembler::take_old_balance(const Record& record, std::uint64_t line) {
    using v2::old_balance;
    phase_ = Phase::body;
    promise(Kind::old_balance, '0', '0', line);
    ++tally_.records;
    Statement& statement = this->statement();
    check_conforms<old_balance>("1", record, line);
    account_zone_ = record.cut(slot(old_balance, "account"));
    read_account_zone(record, line);
    statement.opening = to_signed_amount(record.cut(slot(old_balance, "sign")),
                                         record.cut(slot(old_balance, "amount")));
    if (!statement.opening) {
        unreadable("1", {slot(old_balance, "sign").at, 16}, record, line);
    }
    const Date_value date = dates_.to_date(record.cut(slot(old_balance, "date")));
    statement.opening_date = date.date;
    if (date.is_wrong) {
        unreadable("1", slot(old_balance, "date"), record, line);
    }
    statement.holder = record.text(slot(old_balance, "holder"));
    statement.description = record.text(slot(old_balance, "description"));
    statement.paper_number = number_of(to_number(record.cut(slot(old_balance, "paper_number"))));
    statement.number = number_of(to_number(record.cut(slot(old_balance, "number"))));
}

void Assembler::read_account_zone(const Record& record, std::uint64_t line) {
    constexpr Slot zone_slot = slot(v2::old_balance, "account");
    constexpr Slot structure_slot = slot(v2::old_balance, "structure");
    const auto part = [&](Slot slot) { return record.text({zone_slot.at + slot.at, slot.length}); };
    Statement& statement = this->statement();
    const char structure = record.at(structure_slot.at);
    switch (is_v1_ ? '0' : structure) {
    case '0':
        statement.account = part(slot(zone::belgian_number, "account"));
        statement.currency = part(slot(zone::belgian_number, "currency"));
        break;
    case '2':
        statement.account = part(slot(zone::belgian_iban, "account"));
        statement.currency = part(slot(zone::belgian_iban, "currency"));
        break;
    case '1':
    case '3':
        statement.account = part(slot(zone::foreign_number, "account"));
        statement.currency = part(slot(zone::foreign_number, "currency"));
        break;
    default:
        unreadable("1", structure_slot, record, line);
        statement.account = record.text(zone_slot);
    }
    if (statement.currency.empty()) {
        warn(currency_missing, line, "1:6-42");
    }
    if (structure != '1' && !iban_of(statement.account)) {
        warn(account_check_wrong, line, "1:6-42", {{"stated", std::string(statement.account)}});
    }
}

void Assembler::take_new_balance(const Record& record, std::uint64_t line) {
    using v2::new_balance;
    close_movement();
    if (phase_ == Phase::opened) {
        error(coda_record_missing, line, "1", {{"record", "1"}});
    }
    phase_ = Phase::closed;
    ++tally_.records;
    new_balance_line_ = line;
    if (is_v1_) {
        check_conforms<v1::new_balance>("8", record, line);
    } else {
        check_conforms<v2::new_balance>("8", record, line);
    }
    promise(Kind::new_balance, '0', record.at(slot(new_balance, "link").at), line);
    Statement& statement = this->statement();
    statement.closing = to_signed_amount(record.cut(slot(new_balance, "sign")),
                                         record.cut(slot(new_balance, "amount")));
    if (!statement.closing) {
        unreadable("8", {slot(new_balance, "sign").at, 16}, record, line);
    }
    const Date_value date = dates_.to_date(record.cut(slot(new_balance, "date")));
    statement.closing_date = date.date;
    if (date.is_wrong) {
        unreadable("8", slot(new_balance, "date"), record, line);
    }
    const std::string_view zone = record.cut(slot(new_balance, "account"));
    if (!account_zone_.empty() && zone != account_zone_) {
        warn(account_mismatch, line, "8:5-41",
             {{"stated", std::string(trim_end(zone))},
              {"expected", std::string(trim_end(account_zone_))}});
    }
}

void Assembler::take_message(const Record& record, std::uint64_t line) {
    ++tally_.messages;
    promise(Kind::message, '0', record.at(slot(v2::message, "link").at), line);
    statement().messages.push_back({{}, record.text(slot(v2::message, "text")), line});
    if (is_v1_) {
        check_conforms<v1::message>("4", record, line);
    } else {
        check_conforms<v2::message>("4", record, line);
    }
}

void Assembler::take_trailer(const Record& record, std::uint64_t line) {
    using v2::trailer;
    if (new_balance_line_ == 0) {
        close_movement();
    }
    check_conforms<trailer>("9", record, line);
    promise(Kind::trailer, '0', '0', line);
    Statement& statement = this->statement();
    statement.debit_total = to_amount(record.cut(slot(trailer, "debit_total")));
    statement.credit_total = to_amount(record.cut(slot(trailer, "credit_total")));
    if (!statement.debit_total) {
        unreadable("9", slot(trailer, "debit_total"), record, line);
    }
    if (!statement.credit_total) {
        unreadable("9", slot(trailer, "credit_total"), record, line);
    }
    const auto records = to_number(record.cut(slot(trailer, "records")));
    // Version 1 was written by some with the messages counted too.
    const bool counted = records && (*records == tally_.records ||
                                     (is_v1_ && *records == tally_.records + tally_.messages));
    if (!counted) {
        error(count_mismatch, line, "9:17-22",
              {{"stated", std::string(record.cut(slot(trailer, "records")))},
               {"computed", std::to_string(tally_.records)}});
    }
    more_files_ = record.at(slot(trailer, "more_files").at);
    trailer_line_ = line;
    close_statement(line);
}

void Assembler::close_statement(std::uint64_t line) {
    close_movement();
    Statement& statement = this->statement();
    const bool is_empty = statement.movements.empty();
    if (phase_ == Phase::opened) {
        error(coda_record_missing, line, "1", {{"record", "1"}});
    } else if (new_balance_line_ == 0 && is_empty) {
        // A day without movements has no record 8: the balance stays.
        statement.closing = statement.opening;
        statement.closing_date = statement.opening_date;
    } else if (new_balance_line_ == 0) {
        error(coda_record_missing, line, "8", {{"record", "8"}});
    }
    Sums sums{{}, tally_.credit, new_balance_line_, line};
    sums.debit.subtract(tally_.debit);
    check_sums(statement, sums, report_);
    check_details(statement, report_);
    if (earliest_ <= latest_) {
        check_booking_dates(statement, Date::from_days(earliest_), Date::from_days(latest_),
                            report_);
    }
    phase_ = Phase::between;
    promise_ = {};
}

} // namespace saldo::bank::coda
