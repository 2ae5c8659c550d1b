#include "bank/mt940/write.hpp"

#include "bank/codes.hpp"
#include "bank/encoding.hpp"
#include "bank/mt940/read.hpp"
#include "bank/mt940/tags.hpp"
#include "bank/mt940/values.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace saldo::bank::mt940 {

namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::string_view no_reference = "NONREF";
constexpr std::string_view reference_in_details = "EREF";

std::string day(Date date) {
    return fmt::format("{:02}{:02}{:02}", date.year() % 100, date.month(), date.day());
}

std::string written(Amount amount) {
    std::string text = format(amount < Amount() ? -amount : amount);
    std::ranges::replace(text, '.', ',');
    return text;
}

/// Where to cut a text so that the rest begins neither like a tag nor like an end.
std::size_t cut_of(std::string_view text) {
    std::size_t at = 0;
    for (std::size_t count = 0; count < line_length && at < text.size(); ++count) {
        at = std::min(at + character_length(text[at]), text.size());
    }
    const auto is_bad = [&](std::size_t cut) {
        const std::string_view rest = text.substr(cut);
        const bool splits =
            cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U;
        return splits || tag_of(rest) != nullptr || rest.starts_with('-');
    };
    while (at > 1 && is_bad(at)) {
        --at;
    }
    return at;
}

void add_lines(std::string_view text, std::string& out) {
    while (!text.empty()) {
        const std::size_t length = cut_of(text);
        out.append(text.substr(0, length)).append(line_end);
        text.remove_prefix(length);
    }
}

void add_word(std::string_view word, std::string_view value, std::string& out) {
    if (!value.empty()) {
        out.append("/").append(word).append("/").append(value).append("/");
    }
}

std::string party(const Counterparty& counterparty) {
    const bool is_empty = counterparty == Counterparty{};
    return is_empty ? std::string()
                    : fmt::format("{}/{}/{}/{}", counterparty.account, counterparty.bic,
                                  counterparty.name, counterparty.address);
}

std::string details(const Movement& movement) {
    const Communication& communication = movement.communication;
    if (!communication.written.empty()) {
        return std::string(communication.written);
    }
    std::string out;
    add_word("EREF", movement.end_to_end_id, out);
    add_word("MARF", movement.mandate_id, out);
    add_word("CSID", movement.creditor_id, out);
    add_word("CNTP", party(movement.counterparty), out);
    add_word("RTRN", movement.return_reason, out);
    add_word("PURP/CD", movement.purpose, out);
    const bool is_ogm = communication.kind == Communication::Kind::ogm;
    add_word(is_ogm ? "REMI/STRD/CUR" : "REMI/USTD/", communication.text, out);
    return out;
}

std::string entry(const Movement& movement, std::string_view details) {
    const bool is_reversal = movement.r_type == '4';
    const bool is_credit = movement.amount >= Amount();
    const char mark = is_credit != is_reversal ? 'C' : 'D';
    const Date value = movement.value_date ? *movement.value_date : *movement.booking_date;
    const std::string_view id = movement.end_to_end_id;
    const bool in_details = details.find(id) != std::string_view::npos;
    std::string out = ":61:" + day(value);
    if (movement.booking_date) {
        out += day(*movement.booking_date).substr(2);
    }
    out += is_reversal ? "R" : "";
    out += mark;
    out += written(movement.amount);
    out += movement.transaction_code.empty() ? "NMSC" : movement.transaction_code;
    out += id.empty() ? no_reference : in_details ? reference_in_details : id;
    if (!movement.bank_reference.empty()) {
        out.append("//").append(movement.bank_reference);
    }
    return out;
}

/// What must come back, by the name a refusal gives it. Where the writer has to fill in what is
/// not given, anything may.
struct Movement_field {
    std::string_view name;
    bool (*is_same)(const Movement& given, const Movement& read);
};

constexpr std::array movement_fields{
    Movement_field{"amount", [](const auto& a, const auto& b) { return a.amount == b.amount; }},
    Movement_field{
        "value_date",
        [](const auto& a, const auto& b) { return !a.value_date || a.value_date == b.value_date; }},
    Movement_field{"booking_date",
                   [](const auto& a, const auto& b) {
                       return !a.booking_date || a.booking_date == b.booking_date;
                   }},
    Movement_field{"transaction_code",
                   [](const auto& a, const auto& b) {
                       return a.transaction_code.empty() ||
                              a.transaction_code == b.transaction_code;
                   }},
    Movement_field{"r_type", [](const auto& a, const auto& b) { return a.r_type == b.r_type; }},
    Movement_field{
        "bank_reference",
        [](const auto& a, const auto& b) { return a.bank_reference == b.bank_reference; }},
    Movement_field{"end_to_end_id",
                   [](const auto& a, const auto& b) { return a.end_to_end_id == b.end_to_end_id; }},
    Movement_field{"mandate_id",
                   [](const auto& a, const auto& b) { return a.mandate_id == b.mandate_id; }},
    Movement_field{"creditor_id",
                   [](const auto& a, const auto& b) { return a.creditor_id == b.creditor_id; }},
    Movement_field{"counterparty",
                   [](const auto& a, const auto& b) { return a.counterparty == b.counterparty; }},
    Movement_field{"return_reason",
                   [](const auto& a, const auto& b) { return a.return_reason == b.return_reason; }},
    Movement_field{"purpose", [](const auto& a, const auto& b) { return a.purpose == b.purpose; }},
    Movement_field{"communication",
                   [](const auto& a, const auto& b) {
                       return a.communication.kind == b.communication.kind &&
                              a.communication.text == b.communication.text;
                   }},
    Movement_field{
        "information",
        [](const auto& a, const auto& b) { return a.information.count == b.information.count; }},
};

struct Statement_field {
    std::string_view name;
    bool (*is_same)(const Statement& given, const Statement& read);
};

bool are_same_texts(const std::vector<Information>& a, const std::vector<Information>& b) {
    return std::ranges::equal(a, b, {}, &Information::text, &Information::text);
}

constexpr std::array statement_fields{
    Statement_field{"account", [](const auto& a, const auto& b) { return a.account == b.account; }},
    Statement_field{"currency",
                    [](const auto& a, const auto& b) { return a.currency == b.currency; }},
    Statement_field{"bank_bic",
                    [](const auto& a, const auto& b) { return a.bank_bic == b.bank_bic; }},
    Statement_field{"file_reference",
                    [](const auto& a, const auto& b) {
                        return a.file_reference.empty() || a.file_reference == b.file_reference;
                    }},
    Statement_field{"number", [](const auto& a, const auto& b) { return a.number == b.number; }},
    Statement_field{"page", [](const auto& a, const auto& b) { return a.page == b.page; }},
    Statement_field{"opening", [](const auto& a, const auto& b) { return a.opening == b.opening; }},
    Statement_field{"opening_date",
                    [](const auto& a, const auto& b) { return a.opening_date == b.opening_date; }},
    Statement_field{"closing", [](const auto& a,
                                  const auto& b) { return !a.closing || a.closing == b.closing; }},
    Statement_field{"closing_date",
                    [](const auto& a, const auto& b) { return a.closing_date == b.closing_date; }},
    Statement_field{"totals",
                    [](const auto& a, const auto& b) {
                        return a.debit_total == b.debit_total && a.credit_total == b.credit_total;
                    }},
    Statement_field{
        "messages",
        [](const auto& a, const auto& b) { return are_same_texts(a.messages, b.messages); }},
    Statement_field{
        "information",
        [](const auto& a, const auto& b) { return are_same_texts(a.information, b.information); }},
};

struct Misfit {
    std::string_view field;
    std::size_t statement = 0; ///< from 1
    std::size_t movement = 0;  ///< from 1; 0: the statement itself
};

/// Writes without looking back.
class Writer {
public:
    /// The field that stops it, or nothing.
    [[nodiscard]] std::optional<Misfit> add(const Statement& statement);

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void line(std::string_view tag, std::string_view text) {
        out_.append(tag).append(text).append(line_end);
    }

    void balance(std::string_view tag, Amount amount, Date date, std::string_view currency);
    void movement(const Statement& statement, const Movement& movement);
    void totals(const Statement& statement);

    std::string out_;
};

void Writer::balance(std::string_view tag, Amount amount, Date date, std::string_view currency) {
    line(tag, fmt::format("{}{}{}{}", amount < Amount() ? 'D' : 'C', day(date), currency,
                          written(amount)));
}

void Writer::movement(const Statement& statement, const Movement& movement) {
    const std::string text = details(movement);
    line("", entry(movement, text));
    for (std::uint32_t i = 0; i < movement.information.count; ++i) {
        const Information& each = statement.information[movement.information.first + i];
        line(i == 0 ? "" : ":NS:", each.text);
    }
    if (!text.empty()) {
        out_ += ":86:";
        add_lines(text, out_);
    }
}

void Writer::totals(const Statement& statement) {
    const auto total = [&](std::string_view tag, std::optional<Amount> amount, bool is_debit) {
        const auto count = std::ranges::count_if(statement.movements, [&](const Movement& each) {
            return (each.amount < Amount()) == is_debit;
        });
        if (amount) {
            line(tag, fmt::format("{}{}{}", count, statement.currency, written(*amount)));
        }
    };
    total(":90D:", statement.debit_total, true);
    total(":90C:", statement.credit_total, false);
}

std::optional<Misfit> Writer::add(const Statement& statement) {
    Amount_sum computed;
    computed.add(statement.opening.value_or(Amount()));
    for (std::size_t i = 0; i < statement.movements.size(); ++i) {
        const Movement& movement = statement.movements[i];
        computed.add(movement.amount);
        if (!movement.value_date && !movement.booking_date) {
            return Misfit{"value_date", 0, i + 1};
        }
    }
    const auto closing = statement.closing ? statement.closing : computed.amount();
    if (!statement.opening || !statement.opening_date) {
        return Misfit{statement.opening ? "opening_date" : "opening"};
    }
    if (!closing || !statement.closing_date) {
        return Misfit{closing ? "closing_date" : "closing"};
    }
    const std::string_view currency = statement.currency;
    line(":20:", statement.file_reference.empty() ? no_reference : statement.file_reference);
    line(":25:", statement.bank_bic.empty()
                     ? std::string(statement.account)
                     : fmt::format("{}/{}", statement.bank_bic, statement.account));
    line(":28C:", statement.page == 0 ? std::to_string(statement.number)
                                      : fmt::format("{}/{}", statement.number, statement.page));
    balance(statement.page > 1 ? ":60M:" : ":60F:", *statement.opening, *statement.opening_date,
            currency);
    for (const Movement& movement : statement.movements) {
        this->movement(statement, movement);
    }
    balance(statement.page == 1 ? ":62M:" : ":62F:", *closing, *statement.closing_date, currency);
    totals(statement);
    for (const Information& message : statement.messages) {
        out_ += ":86:";
        add_lines(message.text, out_);
    }
    line("-", "");
    return std::nullopt;
}

std::optional<Misfit> first_difference(const Statement& given, const Statement& read) {
    if (given.movements.size() != read.movements.size()) {
        return Misfit{"movements"};
    }
    for (std::size_t i = 0; i < given.movements.size(); ++i) {
        for (const Movement_field& field : movement_fields) {
            if (!field.is_same(given.movements[i], read.movements[i])) {
                return Misfit{field.name, 0, i + 1};
            }
        }
    }
    for (const Statement_field& field : statement_fields) {
        if (!field.is_same(given, read)) {
            return Misfit{field.name};
        }
    }
    return std::nullopt;
}

std::optional<Misfit> misfit_of(std::span<const Statement> given, const std::string& bytes) {
    const auto file = read(bytes);
    if (!file || file->statements.size() != given.size()) {
        return given.empty() ? std::nullopt : std::optional(Misfit{"statement"});
    }
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (auto misfit = first_difference(given[i], file->statements[i])) {
            misfit->statement = i + 1;
            return misfit;
        }
    }
    return std::nullopt;
}

} // namespace

Result<std::string> write(std::span<const Statement> statements) {
    Writer writer;
    std::optional<Misfit> misfit;
    for (std::size_t i = 0; i < statements.size() && !misfit; ++i) {
        misfit = writer.add(statements[i]);
        if (misfit) {
            misfit->statement = i + 1;
        }
    }
    std::string bytes = writer.take();
    if (!misfit) {
        misfit = misfit_of(statements, bytes);
    }
    if (misfit) {
        return refuse(mt940_does_not_fit, {{"field", std::string(misfit->field)},
                                           {"statement", std::to_string(misfit->statement)},
                                           {"movement", std::to_string(misfit->movement)}});
    }
    return bytes;
}

} // namespace saldo::bank::mt940
