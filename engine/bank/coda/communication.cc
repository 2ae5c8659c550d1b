#include "bank/coda/communication.hpp"

#include "bank/coda/structured.hpp"
#include "bank/coda/values.hpp"
#include "bank/marked_ogm.hpp"
#include "base/text.hpp"
#include "party/reference.hpp"

#include <optional>

namespace saldo::bank::coda {

namespace {

using Kind = Communication::Kind;

/// False if a text holds neither `+` nor `*`, which is nearly always and quick to tell.
bool holds_mark(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t pluses = 0x2B2B2B2B2B2B2B2BU; // `*` is one less and has the last bit 0
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    const auto has_zero = [](std::uint64_t eight) { return (eight - ones) & ~eight & high_bits; };
    std::uint64_t marks = 0;
    for (; text.size() >= 8; text.remove_prefix(8)) {
        marks |= has_zero((detail::load_eight(text.data()) | ones) ^ pluses);
    }
    for (const char c : text) {
        marks |= c == '+' || c == '*' ? 1U : 0U;
    }
    return marks != 0;
}

bool read_direct_debit(std::string_view content, Movement& movement, Statement_file& file) {
    using structured::direct_debit;
    const auto part = [&](Slot slot) { return text::trim(trim_end(cut(content, slot))); };
    movement.creditor_id = part(slot(direct_debit, "creditor_id"));
    movement.mandate_id = part(slot(direct_debit, "mandate_id"));
    const std::string_view r_type = part(slot(direct_debit, "r_type"));
    if (movement.r_type == ' ' && !r_type.empty()) {
        movement.r_type = to_r_type(r_type.front());
    }
    if (movement.return_reason.empty()) {
        movement.return_reason = part(slot(direct_debit, "return_reason"));
    }
    const std::string_view text = part(slot(direct_debit, "communication"));
    const bool may_be_ogm = !text.empty() && (text::is_digit(text[0]) || holds_mark(text));
    const auto ogm = !may_be_ogm ? std::nullopt : [&]() -> std::optional<Ogm> {
        const auto parsed = party::parse_ogm(text);
        return parsed ? std::optional(*parsed) : std::nullopt;
    }();
    if (ogm) {
        movement.communication.kind = Kind::ogm;
        movement.communication.text = text::all_digits(text) ? text : file.keep(ogm->digits());
    }
    return true;
}

} // namespace

bool read_structured(std::string_view type,
                     std::string_view content,
                     Movement& movement,
                     Statement_file& file) {
    Communication& communication = movement.communication;
    communication = {Kind::structured, type, content, content};
    if (type == "101" || type == "102") {
        constexpr std::size_t length = slot(structured::ogm, "ogm").length;
        const std::string_view digits = content.substr(0, length);
        const auto number = to_number(digits);
        if (digits.size() != length || !number || !party::is_ogm(*number)) {
            return false;
        }
        communication.kind = Kind::ogm;
        communication.text = digits;
    } else if (type == "100") {
        const auto reference = party::parse_creditor_reference(
            trim_end(cut(content, slot(structured::creditor_reference, "reference"))));
        if (!reference) {
            return false;
        }
        communication.kind = Kind::rf;
        communication.text = reference->text() == content ? content : file.keep(reference->text());
    } else if (type == "127") {
        return read_direct_debit(content, movement, file);
    }
    return true;
}

bool read_free(std::string_view text, Movement& movement, Statement_file& file) {
    Communication& communication = movement.communication;
    if (text.empty()) {
        communication = {};
        return true;
    }
    communication = {Kind::free, {}, text, text};
    const auto ogm = holds_mark(text) ? only_marked_ogm(text) : std::nullopt;
    if (ogm) {
        communication.kind = Kind::ogm;
        communication.text = file.keep(ogm->digits());
    }
    return true;
}

} // namespace saldo::bank::coda
