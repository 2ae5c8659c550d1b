#pragma once

#include "bank/camt/document.hpp"
#include "bank/report.hpp"

namespace saldo::bank::camt {

/// A calendar day in an element, which may be absent or name no day.
struct Day {
    std::optional<Date> date;
    bool is_wrong = false;
};

/// What the parts of the reader share: the elements and their texts, and where findings go.
class Context {
public:
    Context(Statement_file& file, Report& report, const Document& document)
        : file_(file), report_(report), document_(document) {}

    /// The text of an element without white space at its ends; empty without an element.
    [[nodiscard]] std::string_view text(pugi::xml_node node) const;

    /// The text at a path.
    [[nodiscard]] std::string_view text(pugi::xml_node from, std::string_view path) const {
        return text(find(from, path));
    }

    /// The text of a choice between a code and the bank's own word.
    [[nodiscard]] std::string_view code(pugi::xml_node choice) const;

    /// The texts that are not empty, one after the other.
    [[nodiscard]] std::string_view join(const std::vector<std::string_view>& texts,
                                        std::string_view between) const;

    /// The day in `Dt` or `DtTm` of an element; a wrong one is a finding of this severity.
    [[nodiscard]] Day day(pugi::xml_node choice, Severity severity) const;

    /// The amount in an element; what is not one is an error.
    [[nodiscard]] std::optional<Amount> amount(pugi::xml_node node) const;

    /// The amount in `Amt` of an element with the sign of its `CdtDbtInd`; what is missing or wrong
    /// is an error.
    [[nodiscard]] std::optional<Amount> signed_amount(pugi::xml_node parent) const;

    /// `stated` as the parameter of a finding, not longer than it is worth.
    [[nodiscard]] static std::string shown(std::string_view text);

    void add(Code code, Severity severity, pugi::xml_node at, Params params = {}) const;

    /// An element that has to be there and is not.
    void missing(pugi::xml_node parent, std::string_view name) const;

    void unreadable(pugi::xml_node node, Severity severity) const;

    [[nodiscard]] std::uint64_t line_of(pugi::xml_node node) const {
        return document_.line_of(node);
    }

    [[nodiscard]] Byte_range range_of(pugi::xml_node node) const {
        return document_.range_of(node);
    }

    [[nodiscard]] Where where(pugi::xml_node node) const;

    [[nodiscard]] Statement_file& file() const { return file_; }

    [[nodiscard]] Report& report() const { return report_; }

private:
    Statement_file& file_;
    Report& report_;
    const Document& document_;
};

} // namespace saldo::bank::camt
