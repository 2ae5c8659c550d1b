#include "bank/coda/write.hpp"

#include "bank/coda/layout.hpp"
#include "bank/coda/record_writer.hpp"
#include "bank/coda/structured.hpp"
#include "bank/codes.hpp"
#include "base/text.hpp"

namespace saldo::bank::coda {

namespace {

constexpr std::uint64_t numbers_max = 10'000; ///< sequence and detail numbers start over here
constexpr std::string_view line_end = "\r\n";

char flag(bool value) {
    return value ? '1' : '0';
}

/// The communication as it stands in the records: type, if any, and content.
struct Written {
    std::string text;
    bool is_structured = false;
};

std::string direct_debit_content(const Movement& movement, std::string_view& misfit) {
    Record_writer content(structured::direct_debit);
    content.date("settlement_date", movement.value_date);
    content.code("type", '1');
    content.code("scheme", '1');
    content.code("refusal", '0');
    content.text("creditor_id", movement.creditor_id);
    content.text("mandate_id", movement.mandate_id);
    content.text("communication", movement.communication.text);
    content.code("r_type", movement.r_type == ' ' ? '0' : movement.r_type);
    content.text("return_reason", movement.return_reason);
    misfit = content.misfit().value_or(misfit);
    return content.str();
}

Written written(const Movement& movement, std::string_view& misfit) {
    const Communication& communication = movement.communication;
    if (!communication.written.empty()) {
        return {std::string(communication.type) + std::string(communication.written),
                !communication.type.empty()};
    }
    if (!movement.mandate_id.empty() || !movement.creditor_id.empty()) {
        return {"127" + direct_debit_content(movement, misfit), true};
    }
    const std::string text(communication.text);
    switch (communication.kind) {
    case Communication::Kind::none:
        return {};
    case Communication::Kind::free:
        return {text, false};
    case Communication::Kind::ogm:
        return {(communication.type == "102" ? "102" : "101") + text, true};
    case Communication::Kind::rf:
        return {"100" + text, true};
    case Communication::Kind::structured:
        return {std::string(communication.type) + text, true};
    }
    return {};
}

class Writer {
public:
    void write(const Statement& statement, bool is_last);

    [[nodiscard]] Result<std::string> finish() {
        if (!misfit_.empty()) {
            return refuse(coda_does_not_fit, {{"field", misfit_},
                                              {"statement", std::to_string(statements_)},
                                              {"movement", std::to_string(movement_)}});
        }
        return std::move(out_);
    }

private:
    void add(const Record_writer& record, bool is_counted);
    void note(std::string_view misfit);
    void header(const Statement& statement);
    void old_balance(const Statement& statement);
    void movement(const Statement& statement, const Movement& movement, char globalisation);
    void second(const Movement& movement, std::string_view piece, bool third, char link);
    void third(const Movement& movement, std::string_view piece, char link);
    void information(const Statement& statement, const Movement& movement);
    void information_of(const Information& information, std::string_view code, char link);
    void new_balance(const Statement& statement, Amount closing);
    void messages(const Statement& statement);
    void trailer(bool is_last);

    template <class Table> [[nodiscard]] Record_writer numbered(const Table& table) const {
        Record_writer record(table);
        record.number("sequence", sequence_ % numbers_max);
        record.number("detail", detail_ % numbers_max);
        return record;
    }

    std::string out_;
    std::string misfit_;
    std::uint64_t statements_ = 0;
    std::uint64_t movement_ = 0; ///< of the misfit
    std::uint64_t records_ = 0;
    std::uint64_t sequence_ = 0;
    std::uint64_t detail_ = 0;
    Amount_sum debit_;
    Amount_sum credit_;
};

void Writer::note(std::string_view misfit) {
    if (misfit_.empty() && !misfit.empty()) {
        misfit_ = misfit;
        movement_ = sequence_;
    }
}

void Writer::add(const Record_writer& record, bool is_counted) {
    note(record.misfit().value_or(""));
    out_ += record.str();
    out_ += line_end;
    records_ += is_counted ? 1 : 0;
}

void Writer::header(const Statement& statement) {
    Record_writer record(v2::header);
    record.date("creation_date", statement.creation_date);
    record.code("duplicate", statement.is_duplicate ? 'D' : ' ');
    record.text("file_reference", statement.file_reference);
    record.text("addressee", statement.holder);
    record.text("bic", statement.bank_bic);
    record.number("separate_application", statement.is_partial ? 1 : 0);
    record.code("version", '2');
    add(record, false);
}

bool is_letter(char c) {
    return text::is_upper(c) || text::is_lower(c);
}

char structure_of(std::string_view account) {
    if (account.size() > 2 && is_letter(account[0]) && is_letter(account[1])) {
        return account.starts_with("BE") ? '2' : '3';
    }
    return account.size() == 12 && text::all_digits(account) ? '0' : '1';
}

std::string account_zone(const Statement& statement, std::string_view& misfit) {
    const char structure = structure_of(statement.account);
    Record_writer zone(structure == '0'   ? std::span<const Field>(zone::belgian_number)
                       : structure == '2' ? std::span<const Field>(zone::belgian_iban)
                                          : std::span<const Field>(zone::foreign_number));
    zone.text("account", statement.account);
    zone.text("currency", statement.currency);
    if (structure == '0') {
        zone.code("qualification", '0');
        zone.text("country", "BE");
    }
    misfit = zone.misfit().value_or(misfit);
    return zone.str();
}

void Writer::old_balance(const Statement& statement) {
    Record_writer record(v2::old_balance);
    std::string_view misfit;
    record.code("structure", structure_of(statement.account));
    record.number("paper_number", statement.paper_number);
    record.text("account", account_zone(statement, misfit));
    record.signed_amount(*statement.opening);
    record.date("date", statement.opening_date);
    record.text("holder", statement.holder);
    record.text("description", statement.description);
    record.number("number", statement.number);
    add(record, true);
    note(misfit);
}

void Writer::movement(const Statement& statement, const Movement& movement, char globalisation) {
    std::string_view misfit;
    const Written communication = written(movement, misfit);
    note(misfit);
    constexpr std::size_t first_length = slot(v2::movement, "communication").length;
    constexpr std::size_t second_length = slot(v2::movement_second, "communication").length;
    constexpr std::size_t beyond = first_length + second_length;
    const std::string_view text = communication.text;
    const std::string_view second_piece = characters(text, first_length, second_length);
    const std::string_view third_piece = characters(text, beyond, text.size());
    const Counterparty& counterparty = movement.counterparty;
    const bool has_third =
        !third_piece.empty() || !counterparty.name.empty() || !counterparty.account.empty();
    const bool has_second = has_third || !second_piece.empty() || !movement.end_to_end_id.empty() ||
                            !counterparty.bic.empty() || movement.r_type != ' ' ||
                            !movement.return_reason.empty() || !movement.category_purpose.empty() ||
                            !movement.purpose.empty();
    const char link = flag(movement.information.count > 0);

    Record_writer record = numbered(v2::movement);
    record.text("bank_reference", movement.bank_reference);
    record.signed_amount(movement.amount);
    record.date("value_date", movement.value_date);
    record.text("transaction_code", movement.transaction_code);
    record.code("structured", flag(communication.is_structured));
    record.text("communication", characters(text, 0, first_length));
    record.date("entry_date", movement.booking_date);
    record.number("paper_number", statement.paper_number);
    record.code("globalisation", globalisation);
    record.code("next", flag(has_second));
    record.code("link", has_second ? '0' : link);
    add(record, true);
    if (has_second) {
        second(movement, second_piece, has_third, has_third ? '0' : link);
    }
    if (has_third) {
        third(movement, third_piece, link);
    }
    information(statement, movement);
}

void Writer::second(const Movement& movement, std::string_view piece, bool third, char link) {
    Record_writer record = numbered(v2::movement_second);
    record.text("communication", piece);
    record.text("customer_reference", movement.end_to_end_id);
    record.text("bic", movement.counterparty.bic);
    record.code("r_type", movement.r_type);
    record.text("return_reason", movement.return_reason);
    record.text("category_purpose", movement.category_purpose);
    record.text("purpose", movement.purpose);
    record.code("next", flag(third));
    record.code("link", link);
    add(record, true);
}

void Writer::third(const Movement& movement, std::string_view piece, char link) {
    Record_writer record = numbered(v2::movement_third);
    record.text("account", movement.counterparty.account);
    record.text("name", movement.counterparty.name);
    record.text("communication", piece);
    record.code("link", link);
    add(record, true);
}

void Writer::information(const Statement& statement, const Movement& movement) {
    for (std::uint32_t i = 0; i < movement.information.count; ++i) {
        ++detail_;
        information_of(statement.information[movement.information.first + i],
                       movement.transaction_code, flag(i + 1 < movement.information.count));
    }
}

void Writer::information_of(const Information& information, std::string_view code, char link) {
    constexpr std::size_t first_length = slot(v2::information, "communication").length;
    constexpr std::size_t second_length = slot(v2::information_second, "communication").length;
    const std::string text = std::string(information.type) + std::string(information.text);
    const std::string_view second_piece = characters(text, first_length, second_length);
    const std::string_view third_piece =
        characters(text, first_length + second_length, text.size());
    Record_writer record = numbered(v2::information);
    record.text("transaction_code", code);
    record.code("structured", flag(!information.type.empty()));
    record.text("communication", characters(text, 0, first_length));
    record.code("next", flag(!second_piece.empty()));
    record.code("link", second_piece.empty() ? link : '0');
    add(record, true);
    if (!second_piece.empty()) {
        Record_writer more = numbered(v2::information_second);
        more.text("communication", second_piece);
        more.code("next", flag(!third_piece.empty()));
        more.code("link", third_piece.empty() ? link : '0');
        add(more, true);
    }
    if (!third_piece.empty()) {
        Record_writer more = numbered(v2::information_third);
        more.text("communication", third_piece);
        more.code("link", link);
        add(more, true);
    }
}

void Writer::new_balance(const Statement& statement, Amount closing) {
    Record_writer record(v2::new_balance);
    std::string_view misfit;
    record.number("paper_number", statement.paper_number);
    record.text("account", account_zone(statement, misfit));
    record.signed_amount(closing);
    record.date("date", statement.closing_date);
    record.code("link", flag(!statement.messages.empty()));
    add(record, true);
}

void Writer::messages(const Statement& statement) {
    std::uint64_t sequence = 0;
    for (const Information& message : statement.messages) {
        ++sequence;
        Record_writer record(v2::message);
        record.number("sequence", sequence % numbers_max);
        record.text("text", message.text);
        record.code("link", flag(sequence < statement.messages.size()));
        add(record, false);
    }
}

void Writer::trailer(bool is_last) {
    Record_writer record(v2::trailer);
    record.number("records", records_);
    const auto debit = debit_.amount();
    const auto credit = credit_.amount();
    if (!debit || !credit) {
        return note("totals");
    }
    record.amount("debit_total", *debit);
    record.amount("credit_total", *credit);
    record.code("more_files", is_last ? '2' : '1');
    add(record, false);
}

void Writer::write(const Statement& statement, bool is_last) {
    if (!misfit_.empty()) {
        return;
    }
    ++statements_;
    records_ = sequence_ = detail_ = 0;
    debit_ = credit_ = {};
    if (!statement.opening) {
        return note("opening");
    }
    header(statement);
    old_balance(statement);
    for (const Movement& movement : statement.movements) {
        ++sequence_;
        detail_ = 0;
        (movement.amount < Amount() ? debit_ : credit_)
            .add(movement.amount < Amount() ? -movement.amount : movement.amount);
        const std::uint32_t count = movement.details.count;
        this->movement(statement, movement, flag(count > 0));
        for (std::uint32_t i = 0; i < count; ++i) {
            ++detail_;
            this->movement(statement, statement.details[movement.details.first + i],
                           flag(i + 1 == count));
        }
    }
    Amount_sum computed = credit_;
    computed.add(*statement.opening);
    computed.subtract(debit_);
    const auto closing = statement.closing ? statement.closing : computed.amount();
    if (!closing) {
        return note("closing");
    }
    const bool is_empty = statement.movements.empty() && statement.messages.empty() &&
                          closing == statement.opening &&
                          statement.closing_date == statement.opening_date;
    if (!is_empty) {
        new_balance(statement, *closing);
        messages(statement);
    }
    trailer(is_last);
}

} // namespace

Result<std::string> write(std::span<const Statement> statements) {
    Writer writer;
    for (const Statement& statement : statements) {
        writer.write(statement, &statement == &statements.back());
    }
    return writer.finish();
}

} // namespace saldo::bank::coda
