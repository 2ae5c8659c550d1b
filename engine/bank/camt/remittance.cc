#include "bank/camt/remittance.hpp"

#include "bank/codes.hpp"
#include "bank/marked_ogm.hpp"
#include "base/text.hpp"

namespace saldo::bank::camt {

namespace {

using Kind = Communication::Kind;

constexpr std::size_t ogm_length = 12;

struct Stated_reference {
    pugi::xml_node node;
    std::string_view type; ///< code of the reference, such as SCOR
    std::string_view issuer;
    std::string_view text;
};

/// Only these issue references of a form we know; who names none may mean either.
bool may_be_issued_by(std::string_view issuer, std::string_view name) {
    return issuer.empty() || issuer == name;
}

bool says_it_is_rf(const Stated_reference& stated) {
    const bool has_form = stated.text.size() > 4 && stated.text.starts_with("RF") &&
                          text::all_digits(stated.text.substr(2, 2));
    return stated.issuer == "ISO" || (stated.type == "SCOR" && stated.issuer.empty() && has_form);
}

Communication read_reference(const Stated_reference& stated, const Context& context) {
    const auto known = [&](Kind kind, std::string_view canonical) {
        const bool same = stated.text == canonical;
        return Communication{kind, {}, same ? stated.text : context.file().keep(canonical), {}};
    };
    const bool has_length = stated.text.size() == ogm_length || stated.issuer == "BBA";
    if (has_length && may_be_issued_by(stated.issuer, "BBA")) {
        if (const auto ogm = party::parse_ogm(stated.text)) {
            return known(Kind::ogm, ogm->digits());
        }
    }
    if (may_be_issued_by(stated.issuer, "ISO")) {
        if (const auto reference = party::parse_creditor_reference(stated.text)) {
            return known(Kind::rf, reference->text());
        }
    }
    if (stated.issuer == "BBA" || says_it_is_rf(stated)) {
        context.add(
            reference_check_wrong, Severity::warning, stated.node,
            {{"type", std::string(stated.issuer)}, {"stated", Context::shown(stated.text)}});
    }
    return {Kind::structured, stated.type, stated.text, {}};
}

/// The one communication all references come to.
Communication read_references(const std::vector<Stated_reference>& references,
                              const Context& context) {
    std::vector<std::string_view> texts;
    std::optional<Communication> only;
    bool differ = false;
    for (const Stated_reference& stated : references) {
        const Communication read = read_reference(stated, context);
        texts.push_back(stated.text);
        differ = differ || (only && *only != read);
        only = read;
    }
    return differ ? Communication{Kind::structured,
                                  references.front().type,
                                  context.join(texts, " "),
                                  {}}
                  : *only;
}

std::optional<Stated_reference> reference_in(pugi::xml_node structured, const Context& context) {
    const pugi::xml_node info = child(structured, "CdtrRefInf");
    const pugi::xml_node node = child(info, "Ref");
    const std::string_view text = context.text(node);
    if (text.empty()) {
        return std::nullopt;
    }
    const pugi::xml_node type = child(info, "Tp");
    return Stated_reference{node, context.code(child(type, "CdOrPrtry")),
                            context.text(type, "Issr"), text};
}

} // namespace

Communication free_text(std::string_view text, const Context& context) {
    if (text.empty()) {
        return {};
    }
    if (const auto ogm = only_marked_ogm(text)) {
        return {Kind::ogm, {}, context.file().keep(ogm->digits()), text};
    }
    return {Kind::free, {}, text, text};
}

Communication read_remittance(pugi::xml_node remittance, const Context& context) {
    std::vector<Stated_reference> references;
    std::vector<std::string_view> written;
    for (const pugi::xml_node part : remittance.children()) {
        const std::string_view name = local_name(part);
        if (name == "Ustrd") {
            written.push_back(context.text(part));
        } else if (const auto reference =
                       name == "Strd" ? reference_in(part, context) : std::nullopt) {
            references.push_back(*reference);
            written.push_back(reference->text);
        }
    }
    const std::string_view whole = context.join(written, " ");
    if (references.empty()) {
        return free_text(whole, context);
    }
    Communication communication = read_references(references, context);
    communication.written = whole;
    return communication;
}

} // namespace saldo::bank::camt
