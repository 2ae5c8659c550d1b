#include "law/recovery_pause.hpp"

#include "law/taken.hpp"
#include "law/working_days.hpp"

namespace saldo::law {

Result<Recovery_pause> recovery_pause(const Figures& figures, Date applied) {
    Taken taken(figures, applied);
    const Figure* row = taken.row("xix.suspension_days");
    if (row == nullptr) {
        return refuse(*taken.missing());
    }
    const Date from = nth_working_day_after(applied, 1, false);
    return Recovery_pause{from, from.plus_days(taken.count(row->key) - 1), row->article,
                          taken.findings()};
}

} // namespace saldo::law
