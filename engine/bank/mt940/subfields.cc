#include "bank/mt940/subfields.hpp"

#include "bank/mt940/details.hpp"
#include "bank/mt940/values.hpp"
#include "base/text.hpp"
#include "party/bic.hpp"
#include "party/iban.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

namespace saldo::bank::mt940 {

namespace {

enum class Role : std::uint8_t { text, account, bic, name };

/// What the sub-fields from one number through another hold; those of no row stay unread.
struct Sub_row {
    int first;
    int last;
    Role role;
};

struct Dialect {
    char mark;
    std::span<const Sub_row> rows;
    bool has_keywords;      ///< within the text
    bool has_party_in_text; ///< an IBAN may fill a sub-field of the text, its BIC the next
};

constexpr std::array german_rows{Sub_row{20, 29, Role::text}, Sub_row{60, 63, Role::text},
                                 Sub_row{30, 30, Role::bic}, Sub_row{31, 31, Role::account},
                                 Sub_row{32, 33, Role::name}};
constexpr std::array triodos_rows{Sub_row{20, 27, Role::text}, Sub_row{10, 10, Role::account}};

constexpr std::array dialects{Dialect{'?', german_rows, true, false},
                              Dialect{'>', triodos_rows, false, true}};

/// Words within the text of a German bank, in front of what they name.
enum class Names : std::uint8_t {
    end_to_end_id,
    customer_reference,
    mandate,
    creditor,
    purpose,
    account,
    bic,
    remittance,
    note, ///< of the bank itself; the word is part of it
    other
};

struct Keyword {
    std::string_view word;
    Names names;
};

constexpr std::array keywords{
    Keyword{"EREF+", Names::end_to_end_id},
    Keyword{"KREF+", Names::customer_reference},
    Keyword{"MREF+", Names::mandate},
    Keyword{"CRED+", Names::creditor},
    Keyword{"PURP+", Names::purpose},
    Keyword{"IBAN+", Names::account},
    Keyword{"BIC+", Names::bic},
    Keyword{"SVWZ+", Names::remittance},
    Keyword{"MTLG:", Names::note},
    Keyword{"ABWA+", Names::other},
    Keyword{"ABWE+", Names::other},
    Keyword{"DEBT+", Names::other},
    Keyword{"COAM+", Names::other},
    Keyword{"OAMT+", Names::other},
};

const Dialect* dialect_of(std::string_view text) {
    constexpr std::size_t code_length = 3;
    const bool has_form = text.size() >= code_length + 3 &&
                          text::all_digits(text.substr(0, code_length)) &&
                          text::all_digits(text.substr(code_length + 1, 2));
    const auto* found =
        std::ranges::find(dialects, has_form ? text[code_length] : '\0', &Dialect::mark);
    return found == dialects.end() ? nullptr : found;
}

std::optional<Role> role_of(const Dialect& dialect, int number) {
    const auto found = std::ranges::find_if(dialect.rows, [&](const Sub_row& row) {
        return number >= row.first && number <= row.last;
    });
    return found == dialect.rows.end() ? std::nullopt : std::optional(found->role);
}

/// Sub-fields one after the other. A full one (27 characters) runs on into the next, even within a
/// word; after a shorter one a blank stands, and what a keyword names ends there.
class Run {
public:
    void add(std::string_view subfield) {
        constexpr std::size_t full = 27;
        if (!text_.empty() || !ends_.empty()) {
            if (!is_full_) {
                ends_.push_back(text_.size());
                text_ += text_.ends_with(' ') || subfield.starts_with(' ') ? "" : " ";
            }
            starts_.push_back(text_.size());
        }
        text_ += subfield;
        is_full_ = text::length_utf8(subfield) >= full;
    }

    [[nodiscard]] const std::string& text() const { return text_; }

    [[nodiscard]] const std::vector<std::size_t>& starts() const { return starts_; }

    [[nodiscard]] const std::vector<std::size_t>& ends() const { return ends_; }

private:
    std::string text_;
    std::vector<std::size_t> starts_; ///< of sub-fields, rising
    std::vector<std::size_t> ends_;   ///< of those that are not full, rising
    bool is_full_ = true;
};

const Keyword* keyword_at(std::string_view text) {
    const auto* found = std::ranges::find_if(
        keywords, [&](const Keyword& each) { return text.starts_with(each.word); });
    return found == keywords.end() ? nullptr : found;
}

/// Cuts a run at its keywords.
class Keyword_reader {
public:
    Keyword_reader(const Run& run, std::string_view text, Movement& movement, Statement_file& file)
        : run_(run), text_(text), movement_(movement), file_(file) {}

    void read();

private:
    void take(const Keyword* keyword, std::string_view value);
    void take_text(Names names, std::string_view text);

    const Run& run_;
    std::string_view text_;
    Movement& movement_;
    Statement_file& file_;
    std::string_view customer_reference_;
    std::string remittance_;
    std::string rest_; ///< text under no keyword
    std::string notes_;
};

void Keyword_reader::read() {
    const Keyword* current = nullptr;
    std::size_t from = 0;
    auto start = run_.starts().begin();
    auto end = run_.ends().begin();
    const auto take_through = [&](std::size_t through) {
        take(current, text_.substr(from, through - from));
        from = through;
    };
    for (std::size_t at = 0; at < text_.size(); ++at) {
        start = std::find_if(start, run_.starts().end(), [&](auto each) { return each >= at; });
        const bool at_start = start != run_.starts().end() && *start == at;
        end = std::find_if(end, run_.ends().end(), [&](auto each) { return each >= at; });
        const bool at_end = end != run_.ends().end() && *end == at;
        const bool names_text = current == nullptr || current->names == Names::remittance ||
                                current->names == Names::note;
        if (at_end && !names_text) {
            take_through(at);
            current = nullptr;
        }
        if (at > 0 && !at_start && text_[at - 1] != ' ') {
            continue;
        }
        if (const Keyword* next = keyword_at(text_.substr(at))) {
            take_through(at);
            current = next;
            from = next->names == Names::note ? at : at + next->word.size();
        }
    }
    take_through(text_.size());
    if (movement_.end_to_end_id.empty()) {
        set_end_to_end_id(customer_reference_, movement_);
    }
    const std::string& text = !remittance_.empty() ? remittance_ : rest_.empty() ? notes_ : rest_;
    set_communication(file_.keep(text), movement_, file_);
}

void Keyword_reader::take_text(Names names, std::string_view text) {
    std::string& into = names == Names::note         ? notes_
                        : names == Names::remittance ? remittance_
                                                     : rest_;
    into.append(into.empty() ? "" : " ").append(text);
}

void Keyword_reader::take(const Keyword* keyword, std::string_view value) {
    value = text::trim(value);
    if (value.empty()) {
        return;
    }
    if (keyword == nullptr) {
        return take_text(Names::other, value);
    }
    switch (keyword->names) {
    case Names::end_to_end_id:
        return set_end_to_end_id(value, movement_);
    case Names::customer_reference:
        customer_reference_ = value;
        return;
    case Names::mandate:
        movement_.mandate_id = value;
        return;
    case Names::creditor:
        movement_.creditor_id = value;
        return;
    case Names::purpose:
        movement_.purpose = iso_code(value);
        return;
    case Names::account:
        movement_.counterparty.account = value;
        return;
    case Names::bic:
        movement_.counterparty.bic = value;
        return;
    case Names::remittance:
    case Names::note:
        return take_text(keyword->names, value);
    case Names::other:
        return;
    }
}

/// Sorts the sub-fields of one text by what they hold.
class Sub_reader {
public:
    Sub_reader(const Dialect& dialect, Movement& movement)
        : dialect_(dialect), movement_(movement) {}

    void take(int number, std::string_view value);

    void finish(Statement_file& file);

private:
    [[nodiscard]] bool take_party(std::string_view value);

    const Dialect& dialect_;
    Movement& movement_;
    Run text_;
    Run name_;
    bool was_iban_ = false; ///< the last sub-field of the text
};

bool Sub_reader::take_party(std::string_view value) {
    const bool is_iban = looks_like_account(value) && party::parse_iban(value).has_value();
    const bool is_bic = was_iban_ && party::parse_bic(value).has_value();
    was_iban_ = is_iban;
    if (is_iban) {
        movement_.counterparty.account = value;
    } else if (is_bic) {
        movement_.counterparty.bic = value;
    }
    return is_iban || is_bic;
}

void Sub_reader::take(int number, std::string_view value) {
    const auto role = role_of(dialect_, number);
    const std::string_view trimmed = text::trim(value);
    if (!role || trimmed.empty()) {
        return;
    }
    Counterparty& counterparty = movement_.counterparty;
    switch (*role) {
    case Role::text:
        if (!dialect_.has_party_in_text || !take_party(trimmed)) {
            text_.add(value);
        }
        return;
    case Role::account:
        if (trimmed.find_first_not_of('0') != std::string_view::npos) {
            counterparty.account = trimmed;
        }
        return;
    case Role::bic:
        if (party::parse_bic(trimmed)) {
            counterparty.bic = trimmed;
        }
        return;
    case Role::name:
        return name_.add(value);
    }
}

void Sub_reader::finish(Statement_file& file) {
    movement_.counterparty.name = text::trim(file.keep(name_.text()));
    const std::string_view text = file.keep(text_.text());
    if (dialect_.has_keywords) {
        Keyword_reader(text_, text, movement_, file).read();
    } else {
        set_communication(text, movement_, file);
    }
}

} // namespace

bool has_subfields(std::string_view text) {
    return dialect_of(text) != nullptr;
}

void read_subfields(std::string_view text, Movement& movement, Statement_file& file) {
    const Dialect& dialect = *dialect_of(text);
    Sub_reader reader(dialect, movement);
    constexpr std::size_t head = 3; ///< mark and number
    const auto find_next = [&](std::size_t from) {
        std::size_t at = text.find(dialect.mark, from);
        while (at != std::string_view::npos &&
               !(text.size() - at >= head && text::all_digits(text.substr(at + 1, 2)))) {
            at = text.find(dialect.mark, at + 1);
        }
        return std::min(at, text.size());
    };
    for (std::size_t at = find_next(0); at < text.size();) {
        const std::size_t next = find_next(at + head);
        const int number = (text[at + 1] - '0') * 10 + (text[at + 2] - '0');
        reader.take(number, text.substr(at + head, next - at - head));
        at = next;
    }
    reader.finish(file);
}

} // namespace saldo::bank::mt940
