#include "calendar/closing_days.hpp"
#include "payments/pain001/evidence.hpp"

#include <array>

namespace saldo::payments::pain001 {

namespace {

/// Reports each block whose execution date is suspect; unreadable dates are P17's first row.
template <class Suspect>
void check_dates(const Evidence& evidence, Report& report, Suspect is_suspect) {
    for (const Stated_block& block : evidence.file.blocks) {
        const auto execution = calendar::parse(block.execution);
        if (execution && is_suspect(*execution)) {
            report.add(block.offset, block.id, "ReqdExctnDt",
                       {{"stated", std::string(block.execution)}});
        }
    }
}

void check_dates_readable(const Evidence& evidence, Report& report) {
    for (const Stated_block& block : evidence.file.blocks) {
        if (!calendar::parse(block.execution)) {
            report.add(block.offset, block.id, "ReqdExctnDt",
                       {{"stated", std::string(block.execution)}});
        }
    }
}

void check_open_day(const Evidence& evidence, Report& report) {
    check_dates(evidence, report, [](Date date) { return !calendar::is_target_day(date); });
}

void check_past(const Evidence& evidence, Report& report) {
    check_dates(evidence, report,
                [as_of = evidence.context.as_of](Date date) { return date < as_of; });
}

void check_horizon(const Evidence& evidence, Report& report) {
    check_dates(evidence, report,
                [horizon = evidence.context.horizon](Date date) { return date > horizon; });
}

/// On the day itself the bank's cut-off hour decides, counted from the last signature.
void check_same_day(const Evidence& evidence, Report& report) {
    check_dates(evidence, report,
                [as_of = evidence.context.as_of](Date date) { return date == as_of; });
}

constexpr std::array dates_table{
    Rule{p17_date, Severity::error, Needs::form, check_dates_readable},
    Rule{p17_closed_day, Severity::error, Needs::form, check_open_day},
    Rule{p17_in_the_past, Severity::error, Needs::form, check_past},
    Rule{p17_beyond_horizon, Severity::error, Needs::form, check_horizon},
    Rule{p17_same_day, Severity::warning, Needs::form, check_same_day},
};

} // namespace

std::span<const Rule> date_rules() {
    return dates_table;
}

} // namespace saldo::payments::pain001
