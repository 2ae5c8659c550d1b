#pragma once

#include "app/desk.hpp"
#include "law/figures.hpp"
#include "statistics/caseload.hpp"
#include "statistics/council.hpp"
#include "statistics/registration.hpp"
#include "statistics/time_entry.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the office counts: its yearly registration, the load of its workers, the quarter for the
/// council.
namespace saldo::app {

/// The kind of the records that keep time.
inline constexpr std::string_view time_record = "time";

/// Keeps time that the person at the desk spent on a dossier. Refuses app.dossier_unknown and
/// app.time_ahead (after the day of the book).
[[nodiscard]] Result<statistics::Time_entry>
log_time(Desk& desk, std::string_view dossier, Date date, int minutes, statistics::Time_kind kind);

/// What was logged until a day, in the order in which it was.
[[nodiscard]] std::vector<statistics::Time_entry> times_on(Unit_of_work& work, Date on);

/// The load of each worker in a window, by the weights in force on its last day, with the time that
/// was logged until the day `known`.
[[nodiscard]] statistics::Caseload
caseload_in(Unit_of_work& work, const statistics::Window& window, Date known);

/// The registration of a year as far as it is known on a day. Refuses statistics.period_ahead.
[[nodiscard]] Result<statistics::Registration>
registration_of(Unit_of_work& work, int year, Date known);

struct Council_report {
    statistics::Window quarter; ///< through the day up to which it is known
    std::vector<statistics::Council_row> rows;
};

/// The figures of a quarter as far as they are known on a day. Refuses statistics.period_ahead.
[[nodiscard]] Result<Council_report> council_report(Unit_of_work& work,
                                                    const law::Figures& figures,
                                                    const statistics::Window& quarter,
                                                    Date known);

} // namespace saldo::app
