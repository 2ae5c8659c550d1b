#include "law/apr.hpp"

#include "law/checks.hpp"
#include "law/codes.hpp"
#include "law/maximum_apr.hpp"

#include <boost/multiprecision/cpp_dec_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <iterator>

namespace saldo::law {

namespace {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;
using Decimal = boost::multiprecision::cpp_dec_float_50;

constexpr int decimals_shown = 6;

/// Beyond e^32 there is no rate, only a mistake.
constexpr int logarithm_max = 32;

/// What moves at one time; `sum` is what moved until then.
struct Payment {
    cpp_rational years;
    Decimal time;
    Decimal cents;
    Decimal sum;
};

Decimal decimal_of(const cpp_rational& value) {
    return Decimal(numerator(value)) / Decimal(denominator(value));
}

/// The number with so many decimals, a half away from zero.
std::string written(const Decimal& value, int decimals) {
    const Decimal rounded = floor(abs(value) * pow(Decimal(10), decimals) + Decimal("0.5"));
    // Boost asks for the logarithm of what it makes a whole number.
    const cpp_int whole = rounded.is_zero() ? cpp_int(0) : cpp_int(rounded);
    std::string digits = whole.str();
    const auto places = static_cast<std::size_t>(decimals);
    digits.insert(0, digits.size() > places ? 0 : places + 1 - digits.size(), '0');
    if (places > 0) {
        digits.insert(digits.size() - places, ".");
    }
    return (value < 0 && whole != 0 ? "-" : "") + digits;
}

/// One payment for each time, in order, without those of zero.
std::vector<Payment> payments_of(const std::vector<Apr_step>& steps) {
    std::vector<Payment> payments;
    for (const Apr_step& step : steps) {
        const cpp_rational years(step.years.numerator(), step.years.denominator());
        if (payments.empty() || payments.back().years != years) {
            payments.push_back({years, decimal_of(years), 0, 0});
        }
        payments.back().cents += step.amount.cents();
    }
    std::erase_if(payments, [](const Payment& payment) { return payment.cents == 0; });
    Decimal sum = 0;
    for (Payment& payment : payments) {
        sum += payment.cents;
        payment.sum = sum;
    }
    return payments;
}

template <class Value> std::size_t sign_changes(const std::vector<Payment>& payments, Value value) {
    std::size_t changes = 0;
    int last = 0;
    for (const Payment& payment : payments) {
        const int sign = (payment.*value).sign();
        changes += last != 0 && sign != 0 && sign != last ? 1U : 0U;
        last = sign != 0 ? sign : last;
    }
    return changes;
}

/// Finds the logarithm y of 1+X for which the payments, each times e^(-yt), sum to zero.
class Root {
public:
    explicit Root(const std::vector<Payment>& payments)
        : payments_(payments), sign_(payments.front().cents.sign()) {}

    /// Nothing if it lies beyond what a rate can be.
    std::optional<Decimal> find() {
        Decimal low = 0;
        Decimal high = 0;
        const int begin = value_at(0).first.sign();
        if (begin == 0) {
            return Decimal(0);
        }
        // With the first payment positive, the sum is positive at high rates and negative at low.
        Decimal& far = begin < 0 ? high : low;
        for (int reach = 1; value_at(far).first.sign() == begin; reach *= 2) {
            if (reach > logarithm_max) {
                return std::nullopt;
            }
            far = begin < 0 ? reach : -reach;
        }
        return between(low, high);
    }

private:
    /// The sum and its derivative.
    std::pair<Decimal, Decimal> value_at(const Decimal& y) const {
        Decimal value = 0;
        Decimal slope = 0;
        for (const Payment& payment : payments_) {
            const Decimal part = sign_ * payment.cents * exp(-y * payment.time);
            value += part;
            slope -= payment.time * part;
        }
        return {value, slope};
    }

    /// Newton's steps, and halves where they lead out; the sum is negative at `low`.
    Decimal between(Decimal low, Decimal high) const {
        static const Decimal close("1e-40");
        Decimal y = (low + high) / 2;
        for (int turn = 1; high - low > close; ++turn) {
            const auto [value, slope] = value_at(y);
            if (value == 0) {
                return y;
            }
            (value < 0 ? low : high) = y;
            Decimal next = slope == 0 ? low : Decimal(y - value / slope);
            if (turn % 8 == 0 || next <= low || next >= high) {
                next = (low + high) / 2;
            }
            if (abs(next - y) < close) {
                return next;
            }
            y = next;
        }
        return y;
    }

    const std::vector<Payment>& payments_;
    int sign_;
};

/// The flows with their years after the first, in order of time.
Result<std::vector<Apr_step>> steps_of(const Apr_request& request) {
    std::vector<Apr_step> steps;
    std::optional<Date> first;
    for (const Flow& flow : request.flows) {
        if (flow.at.index() != request.flows.front().at.index()) {
            return refuse(flows_mixed);
        }
        if (const Date* day = std::get_if<Date>(&flow.at)) {
            first = std::min(first.value_or(*day), *day);
        }
    }
    for (const Flow& flow : request.flows) {
        const Date* day = std::get_if<Date>(&flow.at);
        const money::Rate years = day != nullptr ? years_between(*first, *day, request.intervals)
                                                 : std::get<money::Rate>(flow.at);
        steps.push_back({years, flow.amount, {}});
    }
    std::ranges::stable_sort(steps, [](const Apr_step& a, const Apr_step& b) {
        return cpp_rational(a.years.numerator(), a.years.denominator()) <
               cpp_rational(b.years.numerator(), b.years.denominator());
    });
    return steps;
}

/// The logarithm of 1+X.
Result<Decimal> solve(const std::vector<Payment>& payments) {
    const std::size_t changes = sign_changes(payments, &Payment::cents);
    if (changes == 0) {
        return refuse(flows_one_way);
    }
    // One change of sign proves one rate (Descartes); one of the running sums, one above zero.
    if (changes > 1 && sign_changes(payments, &Payment::sum) != 1) {
        return refuse(flows_no_single_rate);
    }
    const auto root = Root(payments).find();
    if (!root) {
        return refuse(apr_out_of_range);
    }
    return *root;
}

/// What the side gave that gave first.
Result<Money> credit_of(const Apr_request& request, const std::vector<Apr_step>& steps) {
    if (request.credit) {
        return positive(*request.credit);
    }
    const auto first =
        std::ranges::find_if(steps, [](const Apr_step& step) { return !step.amount.is_zero(); });
    std::vector<Money> given;
    for (const Apr_step& step : steps) {
        if (step.amount.is_negative() == first->amount.is_negative()) {
            given.push_back(abs(step.amount));
        }
    }
    return sum_not_negative(given);
}

/// The rate held against the maximum, before it is rounded.
Apr_limit held_against(const Maximum_apr& maximum, const Decimal& percent) {
    return {maximum.figure, maximum.article, maximum.percent, percent <= Decimal(maximum.percent)};
}

} // namespace

Result<Apr> apr(const Figures& figures, const Apr_request& request) {
    auto steps = steps_of(request);
    if (!steps) {
        return refuse(steps.error());
    }
    const auto root = solve(payments_of(*steps));
    if (!root) {
        return refuse(root.error());
    }
    for (Apr_step& step : *steps) {
        const cpp_rational years(step.years.numerator(), step.years.denominator());
        step.value = written(Decimal(step.amount.cents()) * exp(-*root * decimal_of(years)) / 100,
                             decimals_shown);
    }
    Taken taken(figures, request.contract);
    const std::int32_t decimals = taken.count("jkp.decimals");
    if (const auto missing = taken.missing()) {
        return refuse(*missing);
    }
    const Decimal percent = (exp(*root) - 1) * 100;
    Apr answer{written(percent, decimals_shown),
               written(percent, decimals),
               {},
               *std::move(steps),
               taken.findings()};
    if (request.kind) {
        const auto limit = credit_of(request, answer.steps).and_then([&](Money credit) {
            return maximum_apr(figures, *request.kind, credit, request.contract);
        });
        if (!limit) {
            return refuse(limit.error());
        }
        answer.limit = held_against(*limit, percent);
        std::ranges::copy(limit->findings, std::back_inserter(answer.findings));
    }
    return answer;
}

} // namespace saldo::law
