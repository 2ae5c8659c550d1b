#pragma once

#include "app/ports.hpp"
#include "base/result.hpp"
#include "payments/forecast.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace saldo::app {

/// What a forecast is asked for.
struct Forecast_request {
    std::string dossier; ///< number
    Date as_of;
    std::optional<Date> through;      ///< last day; a month from `as_of` if not told
    std::optional<Time_of_day> at;    ///< in Brussels
    std::vector<std::string> without; ///< ids of lines of incomes that are supposed not to come
};

struct Dossier_forecast {
    std::string dossier; ///< number
    Date as_of;
    Date through;
    std::vector<payments::Account_forecast> accounts;
    std::vector<std::string> ibans; ///< of the accounts, in the same order
};

/// The forecast of a dossier from what the book says of it: payments::forecast. Changes nothing.
/// Refuses app.dossier_unknown, app.income_unknown, and calendar.empty_range if `through` lies
/// before `as_of`.
[[nodiscard]] Result<Dossier_forecast> forecast_dossier(Unit_of_work& work,
                                                        const Forecast_request& request);

} // namespace saldo::app
