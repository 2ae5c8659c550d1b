#pragma once

#include "base/named.hpp"
#include "base/result.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// How each landlord writes its list of arrears: a document of the form
/// schemas/json/arrears_columns.schema.json.
namespace saldo::arrears {

/// What a column of a list holds.
enum class Column : std::uint8_t {
    tenant, ///< the landlord's own number of the tenant
    name,
    national_number,
    birth_date,
    iban,   ///< from which the tenant pays
    street, ///< with number and box
    postal_code,
    town,
    telephone,
    rent,    ///< of a month
    arrears, ///< owed on the day of the list
    as_of    ///< the day of the list
};

inline constexpr std::array column_names{
    Named{Column::tenant, "tenant"},
    Named{Column::name, "name"},
    Named{Column::national_number, "national_number"},
    Named{Column::birth_date, "birth_date"},
    Named{Column::iban, "iban"},
    Named{Column::street, "street"},
    Named{Column::postal_code, "postal_code"},
    Named{Column::town, "town"},
    Named{Column::telephone, "telephone"},
    Named{Column::rent, "rent"},
    Named{Column::arrears, "arrears"},
    Named{Column::as_of, "as_of"},
};

[[nodiscard]] constexpr std::string_view name(Column column) {
    return name_in(column_names, column);
}

/// A list without one of these columns is not read.
[[nodiscard]] constexpr bool is_needed(Column column) {
    return column == Column::tenant || column == Column::name || column == Column::rent ||
           column == Column::arrears;
}

/// How one landlord writes.
struct Landlord {
    std::string key;
    std::string name;
    char decimal_mark = ',';                ///< of amounts written as text
    std::vector<std::string> dates;         ///< patterns such as `dd/mm/yyyy`
    std::map<std::string, Column> headings; ///< in the form they are compared by
    std::vector<std::string> totals;        ///< words that begin a row of totals, likewise
};

/// The built-in document, and the text of its schema.
[[nodiscard]] std::string_view standard_columns();
[[nodiscard]] std::string_view columns_schema();

/// Reads a document from outside: its form (dossier/check_form.hpp), then arrears.said_twice for
/// the key of a landlord or a heading that stands there twice, all of them with their JSON
/// pointers.
[[nodiscard]] Result<std::vector<Landlord>> read_columns(std::string_view json);

/// The landlord of a key; the only one if none is named. Refuses arrears.landlord_unknown and
/// arrears.landlord_not_told.
[[nodiscard]] Result<Landlord> landlord_of(const std::vector<Landlord>& all, std::string_view key);

} // namespace saldo::arrears
