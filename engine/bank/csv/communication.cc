#include "bank/csv/communication.hpp"

#include "bank/csv/text.hpp"
#include "bank/marked_ogm.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace saldo::bank::csv {

namespace {

using Kind = Communication::Kind;

constexpr std::size_t ogm_digits = 12;

std::optional<Ogm> to_ogm(std::string_view text) {
    const auto ogm = party::parse_ogm(text);
    return ogm ? std::optional(*ogm) : std::nullopt;
}

std::string_view skip_spaces(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return text;
}

/// The one OGM after `SCOR BBA`, as the text of a direct debit has it.
std::optional<Ogm> only_scor_ogm(std::string_view text) {
    constexpr std::string_view issued = "SCOR";
    constexpr std::string_view issuer = "BBA";
    std::optional<Ogm> found;
    for (std::size_t at = text.find(issued); at != std::string_view::npos;
         at = text.find(issued, at + 1)) {
        std::string_view rest = skip_spaces(text.substr(at + issued.size()));
        if (!rest.starts_with(issuer)) {
            continue;
        }
        rest = skip_spaces(rest.substr(issuer.size()));
        const bool goes_on = rest.size() > ogm_digits && text::is_digit(rest[ogm_digits]);
        const auto ogm = goes_on ? std::nullopt : to_ogm(rest.substr(0, ogm_digits));
        if (ogm && found && *found != *ogm) {
            return std::nullopt;
        }
        found = ogm ? ogm : found;
    }
    return found;
}

std::optional<Ogm> ogm_in(std::string_view text, bool bare_ogm) {
    if (bare_ogm || text.find('/') != std::string_view::npos) {
        if (const auto ogm = to_ogm(text)) {
            return ogm;
        }
    }
    const auto ogm = only_marked_ogm(text);
    return ogm ? ogm : only_scor_ogm(text);
}

std::optional<Creditor_reference> creditor_reference_in(std::string_view text) {
    if (!text.starts_with("RF")) {
        return std::nullopt;
    }
    const auto reference = party::parse_creditor_reference(text);
    return reference ? std::optional(*reference) : std::nullopt;
}

bool is_word(char c) {
    return text::is_digit(c) || text::is_upper(c) || text::is_lower(c) ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// The end of the label that starts here, or nothing. A blank of the label stands for any number
/// of blanks.
std::optional<std::size_t>
end_of_label(std::string_view label, std::string_view text, std::size_t at) {
    if (at > 0 && is_word(text[at - 1])) {
        return std::nullopt;
    }
    for (const char c : label) {
        if (c == ' ') {
            at = std::min(text.find_first_not_of(' ', at), text.size());
        } else if (at >= text.size() || text[at++] != c) {
            return std::nullopt;
        }
    }
    const bool goes_on = is_word(label.back()) && at < text.size() && is_word(text[at]);
    return goes_on ? std::nullopt : std::optional(at);
}

struct Found {
    std::size_t begin = std::string_view::npos;
    std::size_t end = 0;
};

/// Where one of the labels stands first or last in a text.
Found find_label(const std::vector<std::string>& labels, std::string_view text, bool last) {
    Found found;
    for (const std::string& label : labels) {
        const std::string_view word = std::string_view(label).substr(0, label.find(' '));
        for (std::size_t at = text.find(word); at != std::string_view::npos;
             at = text.find(word, at + 1)) {
            const auto end = end_of_label(label, text, at);
            const bool is_better = found.begin == std::string_view::npos ||
                                   (last ? at > found.begin : at < found.begin);
            if (end && is_better) {
                found = {at, *end};
            }
            if (end && !last) {
                break;
            }
        }
    }
    return found;
}

} // namespace

Communication read_communication(std::string_view text, bool bare_ogm, Statement_file& file) {
    if (text.empty()) {
        return {};
    }
    if (const auto ogm = ogm_in(text, bare_ogm)) {
        return {Kind::ogm, {}, file.keep(ogm->digits()), text};
    }
    if (const auto reference = creditor_reference_in(text)) {
        return {Kind::rf, {}, file.keep(reference->text()), text};
    }
    return {Kind::free, {}, text, text};
}

std::string_view cut_out(const Cut& cut, std::string_view text) {
    const Found label = find_label(cut.after, text, cut.is_last);
    if (label.begin == std::string_view::npos) {
        return {};
    }
    std::string_view rest = skip_spaces(text.substr(label.end));
    rest = rest.substr(0, find_label(cut.until, rest, false).begin);
    switch (cut.take) {
    case Cut::Take::word:
        return rest.substr(0, rest.find(' '));
    case Cut::Take::block:
        return trim(rest.substr(0, rest.find("  ")));
    case Cut::Take::rest:
        break;
    }
    return trim(rest);
}

} // namespace saldo::bank::csv
