#include "bank/mt940/assembler.hpp"

#include "bank/account.hpp"
#include "bank/codes.hpp"
#include "bank/mt940/check.hpp"
#include "bank/mt940/details.hpp"
#include "base/text.hpp"

namespace saldo::bank::mt940 {

void Assembler::take(const Line& line) {
    if (const Tag_row* tag = tag_of(line.text)) {
        return take_tag(*tag, line);
    }
    const std::string_view text = text::trim_end(line.text);
    if (is_end(text)) {
        return end_message();
    }
    if (!text.empty()) {
        take_more(line);
    }
}

void Assembler::finish() {
    end_message();
}

void Assembler::begin_message(const Line& line) {
    seen_.fill(0);
    last_ = nullptr;
    page_ = 0;
    is_cut_ = false;
    debit_count_.reset();
    credit_count_.reset();
    file_.statements.emplace_back().line = line.number;
}

void Assembler::take_tag(const Tag_row& tag, const Line& line) {
    if (tag.tag == Tag::bank_header) {
        return end_message();
    }
    if (tag.tag == Tag::reference) {
        end_message();
    }
    if (open_ == Open::none) {
        begin_message(line);
    }
    const std::string_view value = line.text.substr(tag.text.size());
    close_lines();
    if (tag.tag != Tag::information && tag.tag != Tag::specific) {
        close_movement();
    }
    check_order(tag, line);
    open_ = Open::single;
    switch (tag.tag) {
    case Tag::reference:
        statement().file_reference = text::trim(value);
        return;
    case Tag::account:
        return take_account(value, line);
    case Tag::number:
        return take_number(value, line);
    case Tag::opening:
    case Tag::closing:
        return take_balance(tag, value, line);
    case Tag::movement:
        return take_entry(value, line);
    case Tag::information:
    case Tag::specific:
        return take_information(tag, value, line);
    case Tag::debit_sum:
    case Tag::credit_sum:
        return take_sum(tag, value, line);
    case Tag::time:
        return take_time(value);
    case Tag::bank_header:
    case Tag::related_reference:
    case Tag::available:
    case Tag::floor:
        return;
    }
}

void Assembler::take_more(const Line& line) {
    switch (open_) {
    case Open::none:
        if (!may_precede(line.text)) {
            report(mt940_line_unread, Severity::warning, line, "");
        }
        return;
    case Open::single:
        return report(mt940_line_unread, Severity::warning, line, "");
    case Open::entry:
        gathered_.supplement = text::trim(line.text);
        open_ = Open::specific;
        gathered_.line = line.number;
        gathered_.lines.push_back(gathered_.supplement);
        return extend_movement(line);
    case Open::details:
        gathered_.details.push_back(line.text);
        return extend_movement(line);
    case Open::specific:
        gathered_.lines.push_back(line.text);
        return extend_movement(line);
    case Open::message:
        gathered_.lines.push_back(line.text);
        return;
    case Open::skipped:
        return;
    }
}

void Assembler::check_order(const Tag_row& tag, const Line& line) {
    std::uint64_t& first = seen_[static_cast<std::size_t>(tag.tag)];
    const bool is_repeated = first != 0 && !tag.may_repeat;
    first = line.number;
    if (tag.rank == 0) {
        return;
    }
    const bool is_late = last_ != nullptr && tag.rank < last_->rank;
    if (is_repeated || is_late) {
        const bool is_money =
            tag.tag == Tag::opening || tag.tag == Tag::closing || tag.tag == Tag::movement;
        report(mt940_tag_misplaced, is_money ? Severity::error : Severity::warning, line, tag.text,
               {{"tag", std::string(tag.text)}, {"after", std::string(last_->text)}});
    }
    last_ = &tag;
}

void Assembler::use_currency(std::string_view currency,
                             Severity severity,
                             const Line& line,
                             const Tag_row& tag) {
    Statement& statement = this->statement();
    if (currency.empty() || statement.currency == currency) {
        return;
    }
    if (!statement.currency.empty()) {
        report(currency_mismatch, severity, line, tag.text,
               {{"stated", std::string(currency)}, {"expected", std::string(statement.currency)}});
    }
    // The balances decide; what stands with the account may be left over from another.
    if (statement.currency.empty() || tag.tag == Tag::opening) {
        statement.currency = currency;
    }
}

void Assembler::take_account(std::string_view value, const Line& line) {
    Statement& statement = this->statement();
    const Account account = to_account(value, file_);
    statement.account = account.number;
    statement.bank_bic = account.bic;
    statement.currency = account.currency;
    if (looks_like_account(account.number) && !iban_of(account.number)) {
        report(account_check_wrong, Severity::warning, line,
               ":25:", {{"stated", std::string(account.number)}});
    }
}

void Assembler::take_number(std::string_view value, const Line& line) {
    const auto number = to_number(value);
    if (!number) {
        return report(mt940_field_unreadable, Severity::warning, line,
                      ":28C:", {{"stated", std::string(value)}});
    }
    statement().number = number->number;
    page_ = number->page;
}

void Assembler::take_balance(const Tag_row& tag, std::string_view value, const Line& line) {
    is_cut_ = is_cut_ || tag.is_page;
    const auto balance = to_balance(value);
    if (!balance) {
        return unreadable(tag.text, value, line);
    }
    use_currency(balance->currency, Severity::error, line, tag);
    constexpr std::size_t mark_length = 1;
    constexpr std::size_t day_length = 6;
    const auto date = use_day(balance->day, value.substr(mark_length, day_length), tag.text, line);
    Statement& statement = this->statement();
    const bool is_opening = tag.tag == Tag::opening;
    (is_opening ? statement.opening : statement.closing) = balance->amount;
    (is_opening ? statement.opening_date : statement.closing_date) = date;
}

void Assembler::take_sum(const Tag_row& tag, std::string_view value, const Line& line) {
    const auto sum = to_sum(value);
    if (!sum) {
        return report(mt940_field_unreadable, Severity::warning, line, tag.text,
                      {{"stated", std::string(value)}});
    }
    const bool is_debit = tag.tag == Tag::debit_sum;
    (is_debit ? debit_count_ : credit_count_) = sum->count;
    (is_debit ? statement().debit_total : statement().credit_total) = sum->amount;
    use_currency(sum->currency, Severity::warning, line, tag);
}

void Assembler::take_time(std::string_view value) {
    constexpr std::size_t day_length = 6;
    if (const auto day = to_day(value.substr(0, day_length)); day && !day->is_clamped) {
        statement().creation_date = day->date;
    }
}

void Assembler::end_message() {
    if (open_ == Open::none) {
        return;
    }
    close_lines();
    close_movement();
    open_ = Open::none;

    struct Required {
        Tag tag;
        std::string_view text;
        Severity severity;
    };

    Statement& statement = this->statement();
    for (const Required& required : {Required{Tag::reference, ":20:", Severity::warning},
                                     Required{Tag::account, ":25:", Severity::error},
                                     Required{Tag::number, ":28C:", Severity::warning},
                                     Required{Tag::opening, ":60F:", Severity::error},
                                     Required{Tag::closing, ":62F:", Severity::error}}) {
        if (seen(required.tag) == 0) {
            report_.add(mt940_tag_missing, required.severity,
                        {"", statement.line, place_of(required.text)},
                        {{"tag", std::string(required.text)}});
        }
    }
    if (statement.currency.empty()) {
        report_.add(currency_missing, Severity::warning, {"", statement.line, place_of(":60F:")});
    }
    statement.page = is_cut_ || page_ > 1 ? page_ : 0;
    check_sums(statement,
               {seen(Tag::closing), seen(Tag::debit_sum), seen(Tag::credit_sum), debit_count_,
                credit_count_},
               report_);
}

void Assembler::report(
    Code code, Severity severity, const Line& line, std::string_view tag, Params params) {
    report_.add(code, severity, {"", line.number, place_of(tag)}, std::move(params));
}

void Assembler::unreadable(std::string_view tag, std::string_view value, const Line& line) {
    report(mt940_field_unreadable, Severity::error, line, tag, {{"stated", std::string(value)}});
}

} // namespace saldo::bank::mt940
