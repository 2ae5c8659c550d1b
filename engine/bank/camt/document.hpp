#pragma once

#include "bank/camt/outline.hpp"

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace saldo::bank::camt {

/// The name of an element without its prefix.
[[nodiscard]] std::string_view local_name(pugi::xml_node node);

/// The first child element of this name, whatever its prefix, or nothing.
[[nodiscard]] pugi::xml_node child(pugi::xml_node parent, std::string_view name);

/// The same for a path of names, such as `Acct/Id/IBAN`.
[[nodiscard]] pugi::xml_node find(pugi::xml_node from, std::string_view path);

/// All child elements of this name, in their order.
[[nodiscard]] std::vector<pugi::xml_node> children(pugi::xml_node parent, std::string_view name);

/// The currency of an amount element, its attribute `Ccy`; empty without one.
[[nodiscard]] std::string_view currency_of(pugi::xml_node amount);

/// A parsed file. Its elements and their texts are views into the bytes, which it changes and which
/// must outlive it.
class Document {
public:
    /// Refuses what `outline` does, and bank.camt_not_well_formed for anything else that is not
    /// XML.
    [[nodiscard]] Result<Done> parse(std::string& bytes);

    [[nodiscard]] pugi::xml_node root() const { return document_.document_element(); }

    /// 1-based line of an element; 0 for none.
    [[nodiscard]] std::uint64_t line_of(pugi::xml_node node) const;

    /// Where a `Ntry` or `TxDtls` stands in the bytes.
    [[nodiscard]] Byte_range range_of(pugi::xml_node node) const;

private:
    Outline outline_;
    pugi::xml_document document_;
};

} // namespace saldo::bank::camt
