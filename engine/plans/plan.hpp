#pragma once

#include "calendar/range.hpp"
#include "law/interest.hpp"
#include "money/money.hpp"
#include "money/rate.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Repayment plans: what a household pays its creditors each month, by which rule, until when.
namespace saldo::plans {

/// The rule of a whole plan. All but `mixed` make classes of creditors by themselves.
enum class Strategy {
    pro_rata,       ///< all by what is owed
    contractual,    ///< all by their contractual instalments
    smallest_first, ///< the smallest debt until it is paid, then the next
    priority,       ///< by class of priority, the lowest number first; pro rata within a class
    fixed,          ///< agreed instalments first, the rest pro rata
    mixed           ///< the classes that the plan names, in their order
};

/// How one class of creditors is paid.
enum class Method {
    pro_rata,
    contractual,
    smallest_first,
    fixed, ///< each its agreed instalment
    token, ///< all the same small amount
    zero   ///< nothing is offered
};

/// The names stand in documents: do not change them.
[[nodiscard]] std::string_view name(Strategy strategy);
[[nodiscard]] std::optional<Strategy> strategy_from(std::string_view name);
[[nodiscard]] std::string_view name(Method method);
[[nodiscard]] std::optional<Method> method_from(std::string_view name);

enum class Round_to { cent, euro };

/// Where the money goes that a creditor got who is paid off: to the others of the class and then
/// to the classes after it, or it stays on the account, so that the household pays less each month
/// and nobody gets more (kept_money.hpp).
enum class Freed_money { shared, kept };

/// What interest runs on: all that is owed, or the principal alone (no interest on interest).
enum class Interest_on { balance, principal };

/// A yearly rate while it holds.
struct Dated_rate {
    calendar::Date_range in_force;
    money::Rate rate;
    std::string figure{};                        ///< of the law, or empty: it is supposed
    law::Status status = law::Status::published; ///< of the figure

    friend bool operator==(const Dated_rate&, const Dated_rate&) = default;
};

/// Against this amount, paid at once, the creditor gives up the rest.
struct Settlement {
    Date on; ///< or as soon after as there is money for it
    Money amount;

    friend bool operator==(const Settlement&, const Settlement&) = default;
};

/// One debt of a plan. Amounts are not negative.
struct Creditor {
    std::string id;
    Money balance;                           ///< owed at the start, or when the creditor joins
    Money interest_due = Money::zero();      ///< part of the balance that is interest
    std::optional<Money> contractual{};      ///< instalment of the contract
    std::optional<std::int64_t> priority{};  ///< without: after all that have one
    std::optional<money::Rate> rate{};       ///< of a year; without: no interest runs
    std::optional<law::Legal_rate> legal{};  ///< instead of it: the legal rate of each month
    std::optional<money::Rate> rate_after{}; ///< supposed after the last day a legal rate is known
    std::vector<Dated_rate> rates{};         ///< of the legal rate, as `with_legal_rates` fills in
    std::optional<Money> fixed{};            ///< instalment that was agreed
    std::optional<Money> minimum{};          ///< instalment at least; overrides that of the plan
    std::string in_class{};                  ///< id of its class in a mixed plan
    std::optional<Date> joins{};             ///< is no creditor before
    std::optional<Date> frozen_until{};      ///< gets nothing before this day
    std::optional<Date> interest_until{};    ///< from this day on no interest runs
    std::optional<Settlement> settlement{};  ///< paid so and in no other way

    friend bool operator==(const Creditor&, const Creditor&) = default;
};

struct Class {
    std::string id;
    Method method = Method::pro_rata;
    std::optional<Money> amount{};  ///< of Method::token: to each creditor
    std::optional<Money> at_most{}; ///< to the class in a month

    friend bool operator==(const Class&, const Class&) = default;
};

/// What is otherwise from this day on.
struct Step {
    Date from;
    std::optional<Money> monthly{};
    std::optional<Money> income{};
    std::optional<Money> costs{};
    std::optional<Money> living_money{};

    friend bool operator==(const Step&, const Step&) = default;
};

/// Money that comes once, for the creditors.
struct Extra {
    Date date;
    Money amount;

    friend bool operator==(const Extra&, const Extra&) = default;
};

/// Filled up before creditors are paid.
struct Reserve {
    Money target;
    Money held = Money::zero();     ///< at the start
    std::optional<Money> monthly{}; ///< put aside at most in a month

    friend bool operator==(const Reserve&, const Reserve&) = default;
};

/// The budget account, to see whether the plan can be kept.
struct Account {
    Money balance; ///< at the start
    std::optional<Money> income{};
    Money costs = Money::zero();
    Money living_money = Money::zero();
    std::optional<Money> living_money_least{};
    std::optional<Money> reference_budget{};

    friend bool operator==(const Account&, const Account&) = default;
};

inline constexpr int months_max = 1'200;

struct Plan {
    std::string name{};
    Date start; ///< of the first instalment; the next are due on the same day of each month
    Money monthly;
    Strategy strategy = Strategy::pro_rata;
    std::vector<Class> classes{}; ///< of a mixed plan, the first is paid first
    std::vector<Creditor> creditors;
    std::optional<Money> minimum{}; ///< instalment of each creditor at least
    Round_to round_to = Round_to::cent;
    Freed_money freed_money = Freed_money::shared;
    Interest_on interest_on = Interest_on::balance;
    bool first_interest = true; ///< a month of interest is added before the first instalment
    std::vector<Step> steps{};  ///< in any order
    std::vector<Extra> extras{};
    std::optional<Reserve> reserve{};
    std::optional<Account> account{};
    std::optional<Money> zero_below{}; ///< with less for a month, nothing is offered
    std::optional<int> term{};         ///< months the plan may take
    int months_most = 600;             ///< where it is given up, 1 to months_max

    friend bool operator==(const Plan&, const Plan&) = default;
};

/// The amounts of a plan on a day, after its steps.
struct Terms {
    Money monthly;
    std::optional<Money> income{};
    Money costs = Money::zero();
    Money living_money = Money::zero();
};

[[nodiscard]] Terms terms_on(const Plan& plan, Date day);

} // namespace saldo::plans
