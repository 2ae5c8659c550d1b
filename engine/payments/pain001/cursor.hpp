#pragma once

#include "base/finding.hpp"

#include <pugixml.hpp>

#include <optional>
#include <string>

namespace saldo::payments::pain001 {

/// The first thing that is wrong with the form of a file; later ones are not kept.
class Trouble {
public:
    /// `found` is what stands in the place of `element`, if anything does.
    void note(Code code,
              pugi::xml_node at,
              std::string_view element,
              pugi::xml_node found = pugi::xml_node());

    [[nodiscard]] bool found() const { return finding_.has_value(); }

    /// The finding, its line still to be filled in from `offset`.
    [[nodiscard]] const Finding& finding() const { return *finding_; }

    [[nodiscard]] std::ptrdiff_t offset() const { return offset_; }

private:
    std::optional<Finding> finding_;
    std::ptrdiff_t offset_ = 0;
};

/// Walks over the children of one element in the order a schema's sequence has. Whatever is not
/// taken when the walk ends is trouble, and so is an attribute nobody allowed.
class Cursor {
public:
    Cursor(pugi::xml_node parent, Trouble& trouble, const char* attribute = "");

    Cursor(const Cursor&) = delete;
    Cursor& operator=(const Cursor&) = delete;

    ~Cursor();

    /// The next child if it has this name, else nothing.
    [[nodiscard]] pugi::xml_node take(const char* name);

    /// The next child, which must have this name.
    [[nodiscard]] pugi::xml_node need(const char* name);

    /// Text of the next child if it has this name.
    [[nodiscard]] std::optional<std::string> take_text(const char* name);

    /// The same, empty if absent.
    [[nodiscard]] std::string text_or_empty(const char* name);

    /// Text of the next child, which must have this name.
    [[nodiscard]] std::string need_text(const char* name);

    /// The next child whatever its name, else nothing.
    [[nodiscard]] pugi::xml_node take_any();

private:
    pugi::xml_node parent_;
    pugi::xml_node next_;
    Trouble& trouble_;
};

/// Text of an element that holds nothing else, without attributes besides the allowed one.
[[nodiscard]] std::string
text_of(pugi::xml_node leaf, Trouble& trouble, const char* attribute = "");

} // namespace saldo::payments::pain001
