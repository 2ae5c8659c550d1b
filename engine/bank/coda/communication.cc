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

bool read_direct_debit(std::string_view content, Movement& movement, Statement_file& file) {
    using structured::direct_debit;
    const auto part = [&](Slot slot) { return text::trim(cut(content, slot)); };
    movement.creditor_id = part(slot(direct_debit, "creditor_id"));
    movement.mandate_id = part(slot(direct_debit, "mandate_id"));
    const std::string_view r_type = part(slot(direct_debit, "r_type"));
    if (movement.r_type == ' ' && !r_type.empty() && r_type != "0") {
        movement.r_type = r_type.front();
    }
    if (movement.return_reason.empty()) {
        movement.return_reason = part(slot(direct_debit, "return_reason"));
    }
    const std::string_view text = part(slot(direct_debit, "communication"));
    const auto ogm = text.empty() ? std::nullopt : [&]() -> std::optional<Ogm> {
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
        const std::string_view digits = trim_end(cut(content, slot(structured::ogm, "ogm")));
        if (!text::all_digits(digits) || !party::parse_ogm(digits)) {
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
    if (const auto ogm = only_marked_ogm(text)) {
        communication.kind = Kind::ogm;
        communication.text = file.keep(ogm->digits());
    }
    return true;
}

} // namespace saldo::bank::coda
