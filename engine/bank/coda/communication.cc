#include "bank/coda/communication.hpp"

#include "bank/coda/structured.hpp"
#include "bank/coda/values.hpp"
#include "base/text.hpp"
#include "party/reference.hpp"

#include <optional>

namespace saldo::bank::coda {

namespace {

using Kind = Communication::Kind;

constexpr std::size_t marked_length = 20; ///< +++123/4567/89012+++

/// The OGM between marks that starts here, or nothing.
std::optional<Ogm> marked_ogm(std::string_view text) {
    if (text.size() < marked_length) {
        return std::nullopt;
    }
    const std::string_view candidate = text.substr(0, marked_length);
    const bool same_marks = candidate.substr(0, 3) == candidate.substr(17, 3);
    if (!same_marks || candidate[6] != '/' || candidate[11] != '/') {
        return std::nullopt;
    }
    const auto ogm = party::parse_ogm(candidate);
    return ogm ? std::optional(*ogm) : std::nullopt;
}

/// The one OGM between marks in a text; nothing if there is none, or more than one.
std::optional<Ogm> only_marked_ogm(std::string_view text) {
    std::optional<Ogm> found;
    for (const std::string_view mark : {"+++", "***"}) {
        std::size_t at = text.find(mark);
        while (at != std::string_view::npos) {
            const auto ogm = marked_ogm(text.substr(at));
            if (ogm && found && *found != *ogm) {
                return std::nullopt;
            }
            found = ogm ? ogm : found;
            at = text.find(mark, at + (ogm ? marked_length : 1));
        }
    }
    return found;
}

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
    const bool may_hold_ogm =
        text.size() >= marked_length &&
        (text.find("+++") != std::string_view::npos || text.find("***") != std::string_view::npos);
    if (may_hold_ogm) {
        if (const auto ogm = only_marked_ogm(text)) {
            communication.kind = Kind::ogm;
            communication.text = file.keep(ogm->digits());
        }
    }
    return true;
}

} // namespace saldo::bank::coda
