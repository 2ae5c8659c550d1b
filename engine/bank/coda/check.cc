#include "bank/coda/check.hpp"

#include "bank/check.hpp"
#include "bank/codes.hpp"

#include <span>

namespace saldo::bank::coda {

namespace {

bool states_amounts(const Statement& statement) {
    const auto is_zero = [](std::optional<Amount> amount) {
        return amount.value_or(Amount()) == Amount();
    };
    return !is_zero(statement.opening) || !is_zero(statement.closing);
}

char type_of(const Movement& movement) {
    return movement.transaction_code.empty() ? ' ' : movement.transaction_code.front();
}

void report_details(const Movement& total, const Amount_sum& computed, Report& report) {
    report.add(details_mismatch, Severity::warning, {"", total.line, "2.1:32-47"},
               {{"stated", format(total.amount)}, {"computed", text_of(computed)}});
}

void check_details_of(const Movement& movement, std::span<const Movement> details, Report& report) {
    Amount_sum sum;
    for (std::size_t i = 0; i < details.size(); ++i) {
        if (type_of(details[i]) == '9') {
            continue;
        }
        sum.add(details[i].amount);
        Amount_sum below;
        bool has_below = false;
        for (std::size_t j = i + 1; j < details.size() && type_of(details[j]) == '9'; ++j) {
            below.add(details[j].amount);
            has_below = true;
        }
        if (has_below && !(below == details[i].amount)) {
            report_details(details[i], below, report);
        }
    }
    if (!(sum == movement.amount)) {
        report_details(movement, sum, report);
    }
}

} // namespace

void check_sums(const Statement& statement, const Sums& sums, Report& report) {
    if (statement.is_partial && !states_amounts(statement)) {
        return;
    }
    check_total(debit_total_mismatch, statement.debit_total, sums.debit,
                {"", sums.trailer_line, "9:23-37"}, report);
    check_total(credit_total_mismatch, statement.credit_total, sums.credit,
                {"", sums.trailer_line, "9:38-52"}, report);
    if (!statement.opening || !statement.closing || sums.new_balance_line == 0) {
        return;
    }
    Amount_sum computed = sums.credit;
    computed.add(*statement.opening);
    computed.subtract(sums.debit);
    check_total(balance_mismatch, statement.closing, computed,
                {"", sums.new_balance_line, "8:42-57"}, report);
}

void check_details(const Statement& statement, Report& report) {
    if (statement.details.empty()) {
        return;
    }
    for (const Movement& movement : statement.movements) {
        if (movement.details.count > 0) {
            check_details_of(movement,
                             std::span(statement.details)
                                 .subspan(movement.details.first, movement.details.count),
                             report);
        }
    }
}

void check_booking_dates(const Statement& statement, Date earliest, Date latest, Report& report) {
    const auto first = statement.opening_date;
    const auto last = statement.closing_date;
    const bool all_inside = (!first || *first <= earliest) && (!last || latest <= *last);
    if (all_inside) {
        return;
    }
    for (const Movement& movement : statement.movements) {
        const auto date = movement.booking_date;
        if (date && ((first && *date < *first) || (last && *date > *last))) {
            report.add(date_outside_period, Severity::warning, {"", movement.line, "2.1:116-121"},
                       {{"stated", calendar::format(*date)},
                        {"from", first ? calendar::format(*first) : ""},
                        {"through", last ? calendar::format(*last) : ""}});
        }
    }
}

} // namespace saldo::bank::coda
