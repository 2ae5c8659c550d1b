#include "cli/communication_cell.hpp"

namespace saldo::cli {

namespace {

std::string squeezed(std::string_view text) {
    std::string squeezed;
    for (const char c : text) {
        if (c != ' ' || (!squeezed.empty() && squeezed.back() != ' ')) {
            squeezed += c;
        }
    }
    return squeezed;
}

} // namespace

render::Cell
communication_cell(bank::Communication::Kind kind, std::string_view type, std::string_view text) {
    if (kind == bank::Communication::Kind::ogm || kind == bank::Communication::Kind::rf) {
        return render::Reference{std::string(text)};
    }
    const std::string start = type.empty() ? "" : std::string(type) + ": ";
    return render::filled<render::Text>(start + squeezed(text));
}

} // namespace saldo::cli
