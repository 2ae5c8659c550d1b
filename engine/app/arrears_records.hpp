#pragma once

#include "app/arrears.hpp"
#include "app/records.hpp"
#include "arrears/documents.hpp"

#include <map>

/// Lists of arrears and cases as records of the office.
namespace saldo::app {

inline constexpr std::string_view arrears_list_kind = "arrears_list";
inline constexpr std::string_view arrears_case_kind = "arrears_case";

/// Nothing is recorded for a later day.
[[nodiscard]] Date end_of_time();

/// All lists of a landlord, in the order in which they came.
[[nodiscard]] std::vector<arrears::Kept_list> kept_lists(Unit_of_work& work,
                                                         std::string_view landlord);

/// All cases, or those of a landlord, in order of number, as known on a day.
[[nodiscard]] std::vector<arrears::Case>
kept_cases(Unit_of_work& work, std::string_view landlord, Date on);

/// The case becomes the next version of its record.
void keep_case(Desk& desk, const arrears::Case& tenant_case);

/// What the office calls its landlords, by their keys.
using Landlord_names = std::map<std::string, std::string>;

[[nodiscard]] Landlord_names landlord_names(Unit_of_work& work, Date on);

/// The case with what its dossier says on a day. A landlord whom the office knows no more has his
/// key for a name.
[[nodiscard]] Case_row
case_row(Unit_of_work& work, arrears::Case tenant_case, const Landlord_names& names, Date on);

} // namespace saldo::app
