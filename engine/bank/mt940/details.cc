#include "bank/mt940/details.hpp"

#include "bank/marked_ogm.hpp"
#include "bank/mt940/code_words.hpp"
#include "bank/mt940/subfields.hpp"
#include "bank/mt940/tags.hpp"
#include "bank/mt940/values.hpp"
#include "base/text.hpp"
#include "party/reference.hpp"

#include <algorithm>
#include <array>

namespace saldo::bank::mt940 {

namespace {

enum class Labels : std::uint8_t { account, name };

/// Words in front of what they name at the start of a line of free text (KNAB).
struct Label {
    std::string_view word;
    Labels labels;
};

constexpr std::array labels{Label{"REK: ", Labels::account}, Label{"NAAM: ", Labels::name}};

/// Reads `REK: account/NAAM: name`, whole lines of them.
void read_labels(std::string_view line, Counterparty& counterparty) {
    while (!line.empty()) {
        const auto* label = std::ranges::find_if(
            labels, [&](const Label& each) { return line.starts_with(each.word); });
        if (label == labels.end()) {
            return;
        }
        line.remove_prefix(label->word.size());
        const bool is_account = label->labels == Labels::account;
        const std::size_t length = is_account ? std::min(line.find('/'), line.size()) : line.size();
        (is_account ? counterparty.account : counterparty.name) =
            text::trim(line.substr(0, length));
        line.remove_prefix(std::min(length + 1, line.size()));
    }
}

/// SNS and ASN: account and name of the counterparty stand with :61: and again before the text.
std::string_view
without_repetition(std::string_view text, const Beside& beside, Counterparty& counterparty) {
    const std::string_view account = beside.customer_reference;
    const std::string_view name = text::trim(beside.supplement);
    std::string_view rest = text;
    if (account.empty() || name.empty() || !rest.starts_with(account)) {
        return text;
    }
    rest = text::trim(rest.substr(account.size()));
    if (!rest.starts_with(name)) {
        return text;
    }
    counterparty.account = account;
    counterparty.name = name;
    return text::trim(rest.substr(name.size()));
}

std::string joined(std::span<const std::string_view> lines) {
    std::string all;
    for (const std::string_view line : lines) {
        all += line;
    }
    return all;
}

/// The lines as one text, without a copy where there is one line.
std::string_view whole(std::span<const std::string_view> lines, Statement_file& file) {
    return text::trim(lines.size() == 1 ? lines.front() : file.keep(joined(lines)));
}

} // namespace

std::string free_text(std::span<const std::string_view> lines) {
    std::string all;
    bool is_cut = true; ///< the last line ran on
    for (const std::string_view line : lines) {
        const std::string_view text = text::trim_end(line);
        if (text.empty()) {
            continue;
        }
        all += is_cut || text.starts_with(' ') ? "" : " ";
        all += text;
        is_cut = text.size() == line.size() && text::length_utf8(line) >= line_length;
    }
    return std::string(text::trim(all));
}

bool read_details(std::span<const std::string_view> lines,
                  const Beside& beside,
                  Movement& movement,
                  Statement_file& file) {
    if (lines.empty()) {
        return true;
    }
    const std::string_view text = whole(lines, file);
    movement.communication.written = text;
    if (has_code_words(text)) {
        return read_code_words(text, movement, file);
    }
    if (has_subfields(text)) {
        read_subfields(text, movement, file);
        return true;
    }
    for (const std::string_view line : lines) {
        read_labels(line, movement.counterparty);
    }
    const std::string_view free = lines.size() == 1 ? text : file.keep(free_text(lines));
    movement.communication.written = free;
    set_communication(without_repetition(free, beside, movement.counterparty), movement, file);
    return true;
}

void set_communication(std::string_view text, Movement& movement, Statement_file& file) {
    using Kind = Communication::Kind;
    Communication& communication = movement.communication;
    text = text::trim(text);
    communication.kind = text.empty() ? Kind::none : Kind::free;
    communication.text = text;
    const auto alone = party::parse_ogm(text);
    const auto ogm = alone ? std::optional(*alone) : only_marked_ogm(text);
    if (ogm) {
        communication.kind = Kind::ogm;
        communication.text = text == ogm->digits() ? text : file.keep(ogm->digits());
    } else if (const auto reference = party::parse_creditor_reference(text)) {
        communication.kind = Kind::rf;
        communication.text = text == reference->text() ? text : file.keep(reference->text());
    }
}

void set_end_to_end_id(std::string_view text, Movement& movement) {
    if (!is_no_reference(text)) {
        movement.end_to_end_id = text;
    }
}

std::string_view iso_code(std::string_view text) {
    const std::size_t slash = text.rfind('/');
    const std::string_view code = slash == std::string_view::npos ? text : text.substr(slash + 1);
    constexpr std::size_t length = 4;
    const bool is_code = code.size() == length && std::ranges::all_of(code, [](char c) {
                             return text::is_upper(c) || text::is_digit(c);
                         });
    return is_code ? code : std::string_view();
}

} // namespace saldo::bank::mt940
