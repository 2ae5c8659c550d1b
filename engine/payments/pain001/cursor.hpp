#pragma once

#include "base/finding.hpp"

#include <pugixml.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace saldo::payments::pain001 {

/// The first thing that is wrong with the form of a file; later ones are not kept.
class Trouble {
public:
    /// What follows is of a tree of its own, that of an element that stands at `offset` of the file
    /// and has its place under `path`.
    void enter(std::size_t offset, std::string_view path) { part_ = {offset, path}; }

    /// What follows is of the frame again.
    void leave() { part_ = {}; }

    /// A tree that could not be made.
    void note_malformed(const pugi::xml_parse_result& parsed);

    /// `found` is what stands in the place of `element`, if anything does.
    void note(Code code,
              pugi::xml_node at,
              std::string_view element,
              pugi::xml_node found = pugi::xml_node());

    [[nodiscard]] bool found() const { return finding_.has_value(); }

    /// The finding, its line still to be filled in from `offset`.
    [[nodiscard]] const Finding& finding() const { return *finding_; }

    /// In the file where the trouble is in a part, else in the frame.
    [[nodiscard]] std::size_t offset() const { return offset_; }

    [[nodiscard]] bool is_in_part() const { return is_in_part_; }

    /// Where the name of an element of the tree stands.
    [[nodiscard]] std::size_t offset_of(pugi::xml_node node) const;

private:
    struct Part {
        std::size_t begin = 0;
        std::string_view path; ///< empty: the frame
    };

    void keep(Finding finding, std::ptrdiff_t offset);
    [[nodiscard]] std::size_t in_part(std::ptrdiff_t offset) const;

    std::optional<Finding> finding_;
    std::size_t offset_ = 0;
    bool is_in_part_ = false;
    Part part_;
};

/// Walks over the children of one element in the order a schema's sequence has. Whatever is not
/// taken when the walk ends is trouble, and so is an attribute nobody allowed. Texts live as long
/// as the document.
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
    [[nodiscard]] std::optional<std::string_view> take_text(const char* name);

    /// The same, empty if absent.
    [[nodiscard]] std::string_view text_or_empty(const char* name);

    /// Text of the next child, which must have this name.
    [[nodiscard]] std::string_view need_text(const char* name);

    /// The next child whatever its name, else nothing.
    [[nodiscard]] pugi::xml_node take_any();

private:
    pugi::xml_node parent_;
    pugi::xml_node next_;
    Trouble& trouble_;
};

/// Text of an element that holds nothing else, without attributes besides the allowed one.
[[nodiscard]] std::string_view
text_of(pugi::xml_node leaf, Trouble& trouble, const char* attribute = "");

} // namespace saldo::payments::pain001
