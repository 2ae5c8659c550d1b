#include "plans/simulate.hpp"

#include "base/invariant.hpp"
#include "calendar/rhythm.hpp"
#include "law/codes.hpp"
#include "plans/codes.hpp"
#include "plans/group.hpp"
#include "plans/remarks.hpp"

#include <algorithm>

namespace saldo::plans {

namespace {

/// What is owed is given up above this, far from where amounts end.
constexpr Money owed_max = Money::cents(100'000'000'000'000);

constexpr Money one_euro = Money::cents(100);

/// The last day on which a plan says that something changes.
Date last_change(const Plan& plan) {
    Date last = plan.start;
    const auto see = [&last](const std::optional<Date>& day) {
        last = std::max(last, day.value_or(last));
    };
    for (const Step& step : plan.steps) {
        see(step.from);
    }
    for (const Extra& extra : plan.extras) {
        see(extra.date);
    }
    for (const Creditor& creditor : plan.creditors) {
        see(creditor.joins);
        see(creditor.frozen_until);
        see(creditor.settlement ? std::optional(creditor.settlement->on) : std::nullopt);
    }
    return last;
}

Date a_month_before(Date day) {
    const int month = day.month() == 1 ? 12 : day.month() - 1;
    const int year = day.month() == 1 ? day.year() - 1 : day.year();
    return *Date::of(year, month, std::min(day.day(), calendar::days_in_month(year, month)));
}

class Simulation {
public:
    explicit Simulation(const Plan& plan)
        : plan_(plan), last_change_(last_change(plan)), groups_(groups_of(plan)),
          reserve_(plan.reserve ? plan.reserve->held : Money::zero()),
          account_(plan.account ? plan.account->balance : reserve_) {
        debts_.reserve(plan.creditors.size());
        for (const Creditor& creditor : plan.creditors) {
            debts_.emplace_back(creditor);
            schedule_.creditors.push_back({.id = creditor.id});
        }
        is_offered_.assign(debts_.size(), true);
        for (const Group& group : groups_) {
            for (const std::size_t debt : group.debts()) {
                is_offered_[debt] = group.method() != Method::zero;
            }
        }
    }

    Schedule run() && {
        if (plan_.account || plan_.reserve) {
            schedule_.lowest = Lowest{account_, plan_.start};
        }
        bool stuck = false;
        while (is_to_be_paid() && !stuck &&
               schedule_.months.size() < static_cast<std::size_t>(plan_.months_most)) {
            stuck = !run_month();
        }
        close();
        return std::move(schedule_);
    }

private:
    /// True while somebody who is offered something is owed, or still to join.
    [[nodiscard]] bool is_to_be_paid() const {
        for (std::size_t i = 0; i < debts_.size(); ++i) {
            const bool owed =
                debts_[i].has_joined() ? debts_[i].is_open() : debts_[i].balance().is_positive();
            if (owed && is_offered_[i]) {
                return true;
            }
        }
        return false;
    }

    /// False if nothing moved and nothing will.
    bool run_month() {
        Month month{.date = calendar::due(plan_.start, calendar::Rhythm::monthly,
                                          static_cast<int>(schedule_.months.size()))};
        const Terms terms = terms_on(plan_, month.date);
        const Money carried = carried_;
        const Money reserve = reserve_;
        const Date since = schedule_.months.empty() ? a_month_before(plan_.start)
                                                    : schedule_.months.back().date;
        for (std::size_t i = 0; i < debts_.size(); ++i) {
            if (!begin(i, since, month.date)) {
                return false;
            }
        }
        const Money extra = extras_until(month.date);
        waiting_extra_ += extra;
        allotments_.assign(debts_.size(), Allotment{});
        const bool is_offer = !plan_.zero_below || terms.monthly >= *plan_.zero_below;
        if (is_offer) {
            month.available = terms.monthly + waiting_extra_ + carried_;
            waiting_extra_ = Money::zero();
            offer(month);
        } else {
            remarks_.once(
                zero_offer, {}, month.date,
                {{"stated", format(terms.monthly)}, {"computed", format(*plan_.zero_below)}});
        }
        book(month);
        move_account(month, terms, extra);
        const bool moved = month.paid.is_positive() || carried_ != carried || reserve_ != reserve;
        const bool goes_on = (moved || month.date < last_change_) && month.open <= owed_max;
        schedule_.months.push_back(std::move(month));
        return goes_on;
    }

    /// False where no rate is known for the month that is over.
    bool begin(std::size_t at, Date since, Date day) {
        Debt& debt = debts_[at];
        const bool is_new = !debt.has_joined();
        debt.begin_month(since, day, plan_.interest_on, plan_.first_interest);
        if (is_new && debt.has_joined()) {
            note_joined(at, day);
        }
        const Creditor& creditor = debt.creditor();
        if (debt.lacks_rate()) {
            remarks_.stop(
                law::not_in_force, creditor.id,
                {{"figure", law::figure_of(*creditor.legal)}, {"on", calendar::format(since)}});
        }
        if (const Dated_rate* rate = debt.legal_rate()) {
            remarks_.see(*rate, creditor.id, since);
        }
        return !debt.lacks_rate();
    }

    void note_joined(std::size_t debt, Date day) {
        Result_of_creditor& result = schedule_.creditors[debt];
        result.balance = debts_[debt].creditor().balance;
        if (result.balance.is_zero()) {
            result.paid_off = day;
        }
    }

    /// One-off money of the days after the instalment before, this day included.
    Money extras_until(Date day) {
        Money sum = Money::zero();
        for (const Extra& extra : plan_.extras) {
            const bool is_new = !extras_seen_until_ || *extras_seen_until_ < extra.date;
            if (is_new && extra.date <= day) {
                sum += extra.amount;
            }
        }
        extras_seen_until_ = day;
        return sum;
    }

    void offer(const Month& month) {
        Money left = month.available;
        if (plan_.reserve) {
            const Money lacks = std::max(plan_.reserve->target - reserve_, Money::zero());
            const Money aside = std::min({lacks, left, plan_.reserve->monthly.value_or(left)});
            reserve_ += aside;
            left -= aside;
        }
        left -= settle(left, month.date);
        for (Group& group : groups_) {
            const Group_spent spent = group.pay(left, plan_, month.date, debts_, allotments_);
            left -= spent.paid + spent.kept;
            if (spent.below_minimum) {
                remarks_.once(below_minimum, {}, month.date, {});
            }
            if (spent.below_agreed) {
                remarks_.once(below_agreed, {}, month.date, {});
            }
        }
        const bool is_rest_of_unit = plan_.round_to == Round_to::euro && left < one_euro;
        carried_ = is_rest_of_unit ? left : Money::zero();
    }

    /// Pays the lump sums that are due and can be paid whole.
    Money settle(Money money, Date day) {
        Money paid = Money::zero();
        for (std::size_t i = 0; i < debts_.size(); ++i) {
            const auto& settlement = debts_[i].creditor().settlement;
            if (!settlement || !debts_[i].is_open() || day < settlement->on ||
                debts_[i].is_frozen(day)) {
                continue;
            }
            const Money amount = std::min(settlement->amount, debts_[i].balance());
            if (amount > money - paid) {
                remarks_.once(settlement_waits, debts_[i].creditor().id, day,
                              {{"stated", format(amount)}, {"computed", format(money - paid)}});
                continue;
            }
            allotments_[i] = {Basis::settlement, amount, {}};
            paid += amount;
        }
        return paid;
    }

    /// Takes what was allotted off the debts and writes the month's shares.
    void book(Month& month) {
        month.shares.reserve(debts_.size());
        for (std::size_t i = 0; i < debts_.size(); ++i) {
            Debt& debt = debts_[i];
            if (!debt.is_open()) {
                continue;
            }
            Result_of_creditor& result = schedule_.creditors[i];
            const Allotment& allotment = allotments_[i];
            const bool is_free = allotment.basis != Basis::waits;
            Share share{.creditor = i,
                        .basis = is_free                      ? allotment.basis
                                 : !is_offered_[i]            ? Basis::zero
                                 : debt.is_frozen(month.date) ? Basis::frozen
                                                              : Basis::waits,
                        .amount = allotment.amount,
                        .interest_added = debt.interest_added(),
                        .proof = allotment.proof};
            share.interest = debt.pay(share.amount);
            share.principal = share.amount - share.interest;
            if (share.basis == Basis::settlement) {
                result.remitted = debt.remit();
            }
            share.balance = debt.balance();
            remarks_.see(share, debt.creditor().id, month.date);
            result.paid += share.amount;
            result.interest += share.interest_added;
            if (share.balance.is_zero()) {
                result.paid_off = month.date;
            }
            month.paid += share.amount;
            month.interest_added += share.interest_added;
            month.open += share.balance;
            month.shares.push_back(std::move(share));
        }
    }

    void move_account(Month& month, const Terms& terms, Money extra) {
        account_ += terms.income ? *terms.income - terms.costs - terms.living_money : terms.monthly;
        account_ += extra - month.paid;
        month.account = account_;
        month.reserve = reserve_;
        if (schedule_.lowest && account_ < schedule_.lowest->balance) {
            schedule_.lowest = Lowest{account_, month.date};
        }
        remarks_.see(month, terms, plan_);
    }

    void close() {
        for (std::size_t i = 0; i < debts_.size(); ++i) {
            Result_of_creditor& result = schedule_.creditors[i];
            if (schedule_.months.empty() && debts_[i].join(plan_.start)) {
                note_joined(i, plan_.start); // nobody is offered anything: no month ran
            }
            result.open = debts_[i].has_joined() ? debts_[i].balance() : Money::zero();
            schedule_.total_paid += result.paid;
            schedule_.total_interest += result.interest;
            schedule_.total_remitted += result.remitted;
        }
        const bool ends = !is_to_be_paid();
        if (ends && !schedule_.months.empty()) {
            schedule_.ends_on = schedule_.months.back().date;
        }
        schedule_.findings = std::move(remarks_).of(plan_, schedule_, ends);
    }

    const Plan& plan_;
    Date last_change_;
    std::vector<Debt> debts_;
    std::vector<bool> is_offered_; ///< by debt
    std::vector<Group> groups_;
    Allotments allotments_;
    Money reserve_;
    Money account_;
    Money carried_ = Money::zero();       ///< less than a unit, from the month before
    Money waiting_extra_ = Money::zero(); ///< of months in which nothing was offered
    std::optional<Date> extras_seen_until_;
    Remarks remarks_;
    Schedule schedule_;
};

} // namespace

std::string_view interest_rule(Interest_on interest_on) {
    return interest_on == Interest_on::balance ? "twelfth_of_rate_on_balance_half_up"
                                               : "twelfth_of_rate_on_principal_half_up";
}

Schedule simulate(Plan plan) {
    std::ranges::sort(plan.creditors, {}, &Creditor::id);
    return Simulation(plan).run();
}

} // namespace saldo::plans
