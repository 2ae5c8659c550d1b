#include "bank/csv/entry.hpp"

#include "bank/codes.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cstddef>

namespace saldo::bank::csv {

namespace {

bool follows(const Entry& earlier, const Entry& later) {
    return !earlier.balance || !later.balance ||
           *earlier.balance + later.movement.amount == *later.balance;
}

/// The digits at the end of a number such as `2026-00104`.
std::optional<std::uint64_t> number_of(const Entry& entry) {
    const std::string_view text = entry.movement_number;
    const std::size_t last_other = text.find_last_not_of("0123456789");
    return text::to_integer<std::uint64_t>(
        text.substr(last_other == std::string_view::npos ? 0 : last_other + 1));
}

/// What speaks for the file running as it stands, and against.
struct Signs {
    std::ptrdiff_t dates_rise = 0; ///< less those that fall
    std::ptrdiff_t numbers_rise = 0;
    std::size_t breaks_forward = 0;
    std::size_t breaks_backward = 0;
};

template <class T> std::ptrdiff_t step(const T& first, const T& second) {
    return first < second ? 1 : second < first ? -1 : 0;
}

Signs read_signs(const Entries& entries) {
    Signs signs;
    for (std::size_t i = 1; i < entries.size(); ++i) {
        const Entry& first = entries[i - 1];
        const Entry& second = entries[i];
        signs.dates_rise += step(first.movement.booking_date, second.movement.booking_date);
        const auto number = number_of(first);
        const auto next = number_of(second);
        signs.numbers_rise += number && next ? step(*number, *next) : 0;
        signs.breaks_forward += follows(first, second) ? 0U : 1U;
        signs.breaks_backward += follows(second, first) ? 0U : 1U;
    }
    return signs;
}

bool runs_backward(const Signs& signs) {
    if ((signs.breaks_forward == 0) != (signs.breaks_backward == 0)) {
        return signs.breaks_backward == 0;
    }
    if (signs.dates_rise != 0) {
        return signs.dates_rise < 0;
    }
    if (signs.breaks_forward != signs.breaks_backward) {
        return signs.breaks_backward < signs.breaks_forward;
    }
    return signs.numbers_rise < 0;
}

} // namespace

void put_in_order(Entries& entries) {
    if (runs_backward(read_signs(entries))) {
        std::ranges::reverse(entries);
    }
    if (std::ranges::none_of(entries,
                             [](const Entry& entry) { return entry.balance.has_value(); })) {
        std::ranges::stable_sort(entries, {},
                                 [](const Entry& entry) { return entry.movement.booking_date; });
    }
}

void check_balances(const Entries& entries, Report& report) {
    std::optional<Amount_sum> computed;
    for (const Entry& entry : entries) {
        if (computed) {
            computed->add(entry.movement.amount);
        }
        if (computed && entry.balance && !(*computed == *entry.balance)) {
            const auto sum = computed->amount();
            report.add(balance_mismatch, Severity::error, {"", entry.movement.line, ""},
                       {{"stated", format(*entry.balance)},
                        {"computed", sum ? format(*sum) : "out of range"}});
        }
        if (entry.balance) {
            computed.emplace();
            computed->add(*entry.balance);
        }
    }
}

} // namespace saldo::bank::csv
