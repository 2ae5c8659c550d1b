#include "bank/marked_ogm.hpp"

namespace saldo::bank {

namespace {

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

} // namespace

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

} // namespace saldo::bank
