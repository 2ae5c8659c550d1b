#pragma once

#include "bank/csv/rows.hpp"

#include <pugixml.hpp>

#include <deque>

namespace saldo::bank::xlsx {

/// Limits of a sheet: the columns and rows a spreadsheet has, and all text its cells refer to.
inline constexpr std::size_t rows_max = 1'048'576;
inline constexpr std::size_t text_bytes_max = std::size_t{64} << 20U;

/// Reads XML whose root has this name, whatever its prefix. Refuses bank.xlsx_unreadable.
[[nodiscard]] Result<Done> load(pugi::xml_document& document,
                                const std::string& xml,
                                std::string_view root,
                                std::string_view part);

/// True if an element has this name, whatever its prefix.
[[nodiscard]] bool is_named(pugi::xml_node node, std::string_view name);

/// The child elements of this name, whatever its prefix.
[[nodiscard]] std::vector<pugi::xml_node> children(pugi::xml_node node, std::string_view name);

/// The strings that cells of all sheets share.
[[nodiscard]] Result<std::vector<std::string>> read_shared_strings(const std::string& xml);

/// The rows of one sheet: their own numbers are their lines, columns they skip are blank cells. The
/// range a sheet states for itself is not looked at: exports of banks have it wrong.
class Sheet {
public:
    /// Refuses bank.xlsx_unreadable and bank.xlsx_too_large. The shared strings must outlive it.
    [[nodiscard]] static Result<Sheet>
    read(const std::string& xml, const std::vector<std::string>& shared, std::string_view part);

    [[nodiscard]] std::size_t size() const { return rows_.size(); }

    [[nodiscard]] csv::Row row(std::size_t index) const;

private:
    struct Extent {
        std::uint64_t line = 0;
        std::size_t first = 0;
        std::size_t count = 0;
        std::size_t width = 0;
    };

    [[nodiscard]] Result<Done>
    add_row(pugi::xml_node row, const std::vector<std::string>& shared, std::string_view part);

    std::vector<csv::Cell> cells_;
    std::vector<Extent> rows_;
    std::deque<std::string> texts_; ///< what the cells refer to besides shared strings
    std::size_t text_bytes_ = 0;
};

} // namespace saldo::bank::xlsx
