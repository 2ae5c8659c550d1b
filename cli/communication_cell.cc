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

render::Cell communication_cell(const party::Remittance& remittance) {
    if (const auto* free = std::get_if<std::string>(&remittance)) {
        return render::filled<render::Text>(*free);
    }
    if (const auto* ogm = std::get_if<Ogm>(&remittance)) {
        return render::Reference{ogm->digits()};
    }
    if (const auto* reference = std::get_if<Creditor_reference>(&remittance)) {
        return render::Reference{std::string(reference->text())};
    }
    return render::Absent{};
}

} // namespace saldo::cli
