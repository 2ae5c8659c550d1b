#include "bank/mt940/code_words.hpp"

#include "bank/mt940/details.hpp"
#include "base/text.hpp"
#include "party/reference.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace saldo::bank::mt940 {

namespace {

enum class Means : std::uint8_t {
    end_to_end_id,
    batch, ///< stands in for the end-to-end id of a total
    mandate,
    creditor,
    party,      ///< account, BIC, name and place of the counterparty, in this order
    party_mark, ///< what follows is of the counterparty
    other_mark, ///< what follows is of someone behind a party
    name,       ///< within a party
    account,    ///< within a party
    bic,        ///< within a party
    address,    ///< within a party
    remittance, ///< free text, or the words below
    unstructured,
    structured,
    reference, ///< structured by the rules of a country
    reason,
    purpose,
    other
};

struct Code_word {
    std::string_view word;
    Means means;
};

constexpr std::array code_words{
    Code_word{"EREF", Means::end_to_end_id}, Code_word{"PREF", Means::batch},
    Code_word{"MARF", Means::mandate},       Code_word{"CSID", Means::creditor},
    Code_word{"CNTP", Means::party},         Code_word{"ORDP", Means::party_mark},
    Code_word{"BENM", Means::party_mark},    Code_word{"ULTD", Means::other_mark},
    Code_word{"ULTC", Means::other_mark},    Code_word{"NAME", Means::name},
    Code_word{"IBAN", Means::account},       Code_word{"BIC", Means::bic},
    Code_word{"ADDR", Means::address},       Code_word{"REMI", Means::remittance},
    Code_word{"USTD", Means::unstructured},  Code_word{"STRD", Means::structured},
    Code_word{"CUR", Means::reference},      Code_word{"RTRN", Means::reason},
    Code_word{"PURP", Means::purpose},       Code_word{"ISDT", Means::other},
    Code_word{"TRTP", Means::other},         Code_word{"TRCD", Means::other},
};

/// The word between slashes that starts here, or null.
const Code_word* word_at(std::string_view text) {
    if (text.size() < 2 || text[0] != '/' || !text::is_upper(text[1])) {
        return nullptr;
    }
    const auto* found = std::ranges::find_if(code_words, [&](const Code_word& each) {
        return text.size() > each.word.size() + 1 && text[each.word.size() + 1] == '/' &&
               text.substr(1).starts_with(each.word);
    });
    return found == code_words.end() ? nullptr : found;
}

constexpr bool is_of_party(Means means) {
    return means == Means::name || means == Means::account || means == Means::bic ||
           means == Means::address;
}

constexpr bool is_of_remittance(Means means) {
    return means == Means::remittance || means == Means::unstructured ||
           means == Means::structured || means == Means::reference;
}

std::string_view without_slashes_at_end(std::string_view text) {
    const std::size_t last = text.find_last_not_of("/ ");
    return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

std::string_view without_slashes(std::string_view text) {
    const std::size_t first = text.find_first_not_of("/ ");
    return first == std::string_view::npos ? std::string_view()
                                           : without_slashes_at_end(text.substr(first));
}

void set_first(std::string_view& field, std::string_view value) {
    field = field.empty() ? value : field;
}

/// Walks over the words of one text.
class Reader {
public:
    Reader(std::string_view text, Movement& movement, Statement_file& file)
        : text_(text), movement_(movement), file_(file) {}

    bool read();

private:
    [[nodiscard]] bool is_word_here(const Code_word& word, std::size_t at) const;
    void take(Means means, std::string_view value);
    void take_party(std::string_view value);
    void take_reference(std::string_view value);

    std::string_view text_;
    Movement& movement_;
    Statement_file& file_;
    std::array<bool, code_words.size()> seen_{};
    Means current_ = Means::other;
    std::size_t value_at_ = 0; ///< of the current word
    bool is_other_party_ = false;
    std::string_view remittance_;
    std::string_view batch_;
    bool is_reference_ = false; ///< the remittance is an OGM of the bank's own field
    bool is_right_ = true;
};

/// Text may hold slashes, and even what looks like a word: a word of a party is none within the
/// remittance, a word of the remittance stands right behind the one it belongs to, and all others
/// stand once.
bool Reader::is_word_here(const Code_word& word, std::size_t at) const {
    const bool is_behind = value_at_ >= at;
    switch (word.means) {
    case Means::unstructured:
    case Means::structured:
        return current_ == Means::remittance && is_behind;
    case Means::reference:
        return current_ == Means::structured && is_behind;
    case Means::name:
    case Means::account:
    case Means::bic:
    case Means::address:
        return !is_of_remittance(current_) && current_ != Means::party;
    default:
        return !seen_[static_cast<std::size_t>(&word - code_words.data())];
    }
}

bool Reader::read() {
    for (std::size_t at = text_.find('/'); at != std::string_view::npos;) {
        const Code_word* word = word_at(text_.substr(at));
        if (word == nullptr || !is_word_here(*word, at)) {
            at = text_.find('/', at + 1);
            continue;
        }
        take(current_, text_.substr(value_at_, std::max(at, value_at_) - value_at_));
        seen_[static_cast<std::size_t>(word - code_words.data())] = true;
        current_ = word->means;
        at += word->word.size() + 1;
        value_at_ = at + 1;
    }
    take(current_, text_.substr(value_at_));
    if (movement_.end_to_end_id.empty()) {
        set_end_to_end_id(batch_, movement_);
    }
    if (!is_reference_) {
        set_communication(remittance_, movement_, file_);
    }
    return is_right_;
}

void Reader::take(Means means, std::string_view value) {
    Counterparty& counterparty = movement_.counterparty;
    is_other_party_ = means == Means::other_mark || (is_other_party_ && is_of_party(means));
    if (is_other_party_) {
        return;
    }
    if (means == Means::party) {
        return take_party(value);
    }
    value = without_slashes(value);
    switch (means) {
    case Means::end_to_end_id:
        return set_end_to_end_id(value, movement_);
    case Means::batch:
        batch_ = value;
        return;
    case Means::mandate:
        movement_.mandate_id = value;
        return;
    case Means::creditor:
        movement_.creditor_id = value;
        return;
    case Means::name:
        return set_first(counterparty.name, value);
    case Means::account:
        return set_first(counterparty.account, value);
    case Means::bic:
        return set_first(counterparty.bic, value);
    case Means::address:
        return set_first(counterparty.address, value);
    case Means::remittance:
    case Means::unstructured:
    case Means::structured:
        return set_first(remittance_, value);
    case Means::reference:
        return take_reference(value);
    case Means::reason:
        movement_.return_reason = iso_code(value.substr(0, value.find('/')));
        return;
    case Means::purpose:
        movement_.purpose = iso_code(value);
        return;
    case Means::party:
    case Means::party_mark:
    case Means::other_mark:
    case Means::other:
        return;
    }
}

/// `account/BIC/name/place`; a name may hold slashes, a place does not.
void Reader::take_party(std::string_view value) {
    Counterparty& counterparty = movement_.counterparty;
    const auto take_piece = [&] {
        const std::size_t slash = std::min(value.find('/'), value.size());
        const std::string_view piece = text::trim(value.substr(0, slash));
        value.remove_prefix(std::min(slash + 1, value.size()));
        return piece;
    };
    // Places are empty or not, but the slash before them is there: two end the whole.
    if (value.ends_with('/')) {
        value.remove_suffix(1);
    }
    counterparty.account = take_piece();
    counterparty.bic = take_piece();
    const std::size_t slash = value.rfind('/');
    counterparty.name = text::trim(value.substr(0, slash));
    if (slash != std::string_view::npos) {
        counterparty.address = text::trim(value.substr(slash + 1));
    }
}

void Reader::take_reference(std::string_view value) {
    remittance_ = value;
    const auto ogm = party::parse_ogm(value);
    is_reference_ = ogm.has_value();
    is_right_ = is_reference_;
    if (ogm) {
        movement_.communication.kind = Communication::Kind::ogm;
        movement_.communication.text = file_.keep(ogm->digits());
    }
}

} // namespace

bool has_code_words(std::string_view text) {
    return word_at(text) != nullptr;
}

bool read_code_words(std::string_view text, Movement& movement, Statement_file& file) {
    return Reader(text, movement, file).read();
}

} // namespace saldo::bank::mt940
