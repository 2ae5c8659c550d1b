#pragma once

#include "base/finding.hpp"
#include "plans/plan.hpp"

#include <cstddef>

/// What becomes of a plan, month by month.
namespace saldo::plans {

/// By which rule an instalment is what it is.
enum class Basis {
    share,      ///< its weight's part of what is shared, see Proof
    balance,    ///< all that was left
    minimum,    ///< the least instalment
    in_turn,    ///< what there was, when it was its turn
    agreed,     ///< its fixed instalment
    token,      ///< the amount of its class
    settlement, ///< the lump sum
    waits,      ///< nothing yet
    frozen,     ///< nothing before a day
    zero        ///< nothing is offered
};

[[nodiscard]] std::string_view name(Basis basis);

/// The arithmetic of a share. From the day on which others shared for the last time, all that was
/// shared among them, and what this one got of it; the exact share of it is weight / weights.
struct Proof {
    Date since;
    Money weight;
    Money weights;
    Money shared; ///< this month included
    Money had;    ///< this month included

    friend bool operator==(const Proof&, const Proof&) = default;
};

/// A creditor in a month in which something is owed to it.
struct Share {
    std::size_t creditor = 0; ///< in Schedule::creditors
    Basis basis = Basis::waits;
    Money amount = Money::zero();
    Money interest_added = Money::zero(); ///< before the instalment
    Money interest = Money::zero();       ///< part of the amount
    Money principal = Money::zero();      ///< part of the amount
    Money balance = Money::zero();        ///< owed after the instalment
    std::optional<Proof> proof{};         ///< of Basis::share alone

    friend bool operator==(const Share&, const Share&) = default;
};

struct Month {
    Date date;
    Money available = Money::zero(); ///< for creditors and reserve
    Money paid = Money::zero();      ///< the sum of the shares
    Money interest_added = Money::zero();
    Money open = Money::zero(); ///< owed to all after the instalments
    Money reserve = Money::zero();
    Money account = Money::zero(); ///< what is on the budget account, the reserve included
    std::vector<Share> shares{};   ///< in the order of the creditors

    friend bool operator==(const Month&, const Month&) = default;
};

/// A creditor over the whole plan.
struct Result_of_creditor {
    std::string id;
    Money balance = Money::zero(); ///< when it joined
    Money paid = Money::zero();
    Money interest = Money::zero(); ///< added
    Money remitted = Money::zero();
    Money open = Money::zero(); ///< at the end
    std::optional<Date> paid_off{};

    friend bool operator==(const Result_of_creditor&, const Result_of_creditor&) = default;
};

struct Lowest {
    Money balance;
    Date day;

    friend bool operator==(const Lowest&, const Lowest&) = default;
};

struct Schedule {
    std::vector<Result_of_creditor> creditors; ///< by id
    std::vector<Month> months;
    Money total_paid = Money::zero();
    Money total_interest = Money::zero(); ///< added, whether paid or not
    Money total_remitted = Money::zero();
    std::optional<Date> ends_on{};  ///< the last instalment, if all are paid who are offered some
    std::optional<Lowest> lowest{}; ///< of the budget account, if the plan tells of it or a reserve
    Findings findings{};            ///< warnings and remarks

    friend bool operator==(const Schedule&, const Schedule&) = default;
};

} // namespace saldo::plans
