#include "bank/camt/context.hpp"

#include "bank/camt/values.hpp"
#include "bank/codes.hpp"

namespace saldo::bank::camt {

namespace {

bool is_text(pugi::xml_node node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

/// Names from below the statement, such as `Ntry/NtryDtls/TxDtls`; above that, its own name only.
std::string path_of(pugi::xml_node node) {
    constexpr std::size_t levels_above = 3; // the root, the body and the statement
    std::vector<std::string_view> names;
    for (; node.type() == pugi::node_element; node = node.parent()) {
        names.push_back(local_name(node));
    }
    std::string path;
    const std::size_t shown = names.size() > levels_above ? names.size() - levels_above : 1;
    for (std::size_t i = std::min(shown, names.size()); i-- > 0;) {
        path.append(path.empty() ? "" : "/").append(names[i]);
    }
    return path;
}

} // namespace

std::string_view Context::text(pugi::xml_node node) const {
    std::string_view first;
    std::string whole;
    for (const pugi::xml_node part : node.children()) {
        if (!is_text(part)) {
            continue;
        }
        const std::string_view more = part.value();
        if (first.empty() && whole.empty()) {
            first = more;
        } else {
            whole.append(std::exchange(first, {})).append(more);
        }
    }
    return whole.empty() ? trim(first) : file_.keep(trim(whole));
}

std::string_view Context::code(pugi::xml_node choice) const {
    const std::string_view code = text(choice, "Cd");
    return code.empty() ? text(choice, "Prtry") : code;
}

std::string_view Context::join(const std::vector<std::string_view>& texts,
                               std::string_view between) const {
    std::string_view only;
    std::string joined;
    for (const std::string_view text : texts) {
        if (text.empty()) {
            continue;
        }
        if (only.empty() && joined.empty()) {
            only = text;
        } else {
            joined.append(std::exchange(only, {})).append(between).append(text);
        }
    }
    return joined.empty() ? only : file_.keep(joined);
}

Day Context::day(pugi::xml_node choice, Severity severity) const {
    pugi::xml_node node = child(choice, "Dt");
    if (!node) {
        node = child(choice, "DtTm");
    }
    const std::string_view stated = text(node);
    if (stated.empty()) {
        return {};
    }
    const auto date = to_date(stated);
    if (!date) {
        add(camt_date_wrong, severity, node, {{"stated", shown(stated)}});
    }
    return {date, !date.has_value()};
}

std::optional<Amount> Context::amount(pugi::xml_node node) const {
    const auto amount = to_amount(text(node));
    if (!amount) {
        unreadable(node, Severity::error);
    }
    return amount;
}

std::optional<Amount> Context::signed_amount(pugi::xml_node parent) const {
    const pugi::xml_node stated = child(parent, "Amt");
    const pugi::xml_node indicator = child(parent, "CdtDbtInd");
    if (!stated || !indicator) {
        missing(parent, stated ? "CdtDbtInd" : "Amt");
        return std::nullopt;
    }
    const auto size = amount(stated);
    if (!size) {
        return std::nullopt;
    }
    const auto amount = with_sign(*size, text(indicator));
    if (!amount) {
        unreadable(indicator, Severity::error);
    }
    return amount;
}

std::string Context::shown(std::string_view text) {
    constexpr std::size_t length_max = 60;
    std::size_t length = std::min(text.size(), length_max);
    while (length < text.size() && length > 0 &&
           (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80) {
        --length; // not within a character
    }
    return std::string(text.substr(0, length));
}

Where Context::where(pugi::xml_node node) const {
    return {"", document_.line_of(node), path_of(node)};
}

void Context::add(Code code, Severity severity, pugi::xml_node at, Params params) const {
    report_.add(code, severity, where(at), std::move(params));
}

void Context::missing(pugi::xml_node parent, std::string_view name) const {
    add(camt_element_missing, Severity::error, parent, {{"element", std::string(name)}});
}

void Context::unreadable(pugi::xml_node node, Severity severity) const {
    add(camt_value_unreadable, severity, node, {{"stated", shown(text(node))}});
}

} // namespace saldo::bank::camt
