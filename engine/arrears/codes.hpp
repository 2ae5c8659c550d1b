#pragma once

#include "base/code.hpp"

namespace saldo::arrears {

inline constexpr Code value_wrong{"arrears.value_wrong"};
inline constexpr Code said_twice{"arrears.said_twice"};
inline constexpr Code level_wrong{"arrears.level_wrong"};
inline constexpr Code rows_not_rising{"arrears.rows_not_rising"};
inline constexpr Code landlord_unknown{"arrears.landlord_unknown"};
inline constexpr Code landlord_not_told{"arrears.landlord_not_told"};
inline constexpr Code header_missing{"arrears.header_missing"};
inline constexpr Code column_twice{"arrears.column_twice"};
inline constexpr Code row_malformed{"arrears.row_malformed"};
inline constexpr Code cell_missing{"arrears.cell_missing"};
inline constexpr Code cell_wrong{"arrears.cell_wrong"};
inline constexpr Code tenant_twice{"arrears.tenant_twice"};
inline constexpr Code date_differs{"arrears.date_differs"};
inline constexpr Code date_missing{"arrears.date_missing"};
inline constexpr Code total_differs{"arrears.total_differs"};
inline constexpr Code too_many_rows{"arrears.too_many_rows"};
inline constexpr Code column_unknown{"arrears.column_unknown"};

inline constexpr Code lac_rules_not_in_force{"arrears.lac_rules_not_in_force"};
inline constexpr Code lac_term_missing{"arrears.lac_term_missing"};
inline constexpr Code lac_term_too_early{"arrears.lac_term_too_early"};
inline constexpr Code lac_above_debt{"arrears.lac_above_debt"};
inline constexpr Code lac_not_unanimous{"arrears.lac_not_unanimous"};
inline constexpr Code lac_winter_stop{"arrears.lac_winter_stop"};
inline constexpr Code lac_below_threshold{"arrears.lac_below_threshold"};
inline constexpr Code lac_limiter_too_recent{"arrears.lac_limiter_too_recent"};
inline constexpr Code lac_limiter_missing{"arrears.lac_limiter_missing"};

} // namespace saldo::arrears
