#include "payments/forecast.hpp"

#include "base/named.hpp"
#include "calendar/closing_days.hpp"
#include "ledger/account.hpp"
#include "payments/due_lines.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace saldo::payments {

namespace {

constexpr std::array step_kinds{Named{Step_kind::income, "income"},
                                Named{Step_kind::income_late, "income_late"},
                                Named{Step_kind::income_absent, "income_absent"},
                                Named{Step_kind::order, "order"},
                                Named{Step_kind::expense, "expense"},
                                Named{Step_kind::collection, "collection"},
                                Named{Step_kind::set_aside, "set_aside"}};

/// What must be there on a due date leaves up to so many days before it: over Christmas or Easter
/// six, and some to spare.
constexpr int leaves_before_days = 14;

/// A step, and how it changes the parts of the account.
struct Event {
    Forecast_step step;
    std::string pot;           ///< ledger code of the pot that pays, gets, or is set aside for
    bool pot_has_paid = false; ///< only the balance changes
};

using Events = std::map<std::string, std::vector<Event>>; ///< by bank account

Step_kind kind_of(const Expected_income& income) {
    if (income.late) {
        return Step_kind::income_late;
    }
    return income.counts ? Step_kind::income : Step_kind::income_absent;
}

Step_kind kind_of(const Proposal_line& line) {
    if (budget::is_set_aside(line.occurrence)) {
        return Step_kind::set_aside;
    }
    return line.reason == Reason::payee_collects ? Step_kind::collection : Step_kind::expense;
}

/// A payee may collect on the first open day from the due date on.
Date day_of(const Proposal_line& line, Date as_of) {
    return line.reason == Reason::payee_collects
               ? calendar::target_day_on_or_after(std::max(line.occurrence.due, as_of))
               : line.execution_date;
}

void add_incomes(Events& events, const std::vector<Expected_income>& incomes, Date as_of) {
    for (const Expected_income& income : incomes) {
        const budget::Occurrence& occurrence = income.occurrence;
        events[occurrence.account].push_back({{.day = std::max(income.day, as_of),
                                               .kind = kind_of(income),
                                               .subject = occurrence.subject,
                                               .name = occurrence.name,
                                               .due = occurrence.due,
                                               .amount = occurrence.amount},
                                              occurrence.pot});
    }
}

void add_orders(Events& events, const std::vector<Open_order>& orders, Date as_of) {
    for (const Open_order& order : orders) {
        const bool set_aside = order.subject == order.pot;
        events[order.account].push_back(
            {{.day = std::max(order.execution_date, as_of),
              .kind = set_aside ? Step_kind::set_aside : Step_kind::order,
              .subject = order.subject,
              .name = order.payee,
              .due = order.due,
              .amount = -order.amount},
             order.pot,
             order.has_left});
    }
}

void add_lines(Events& events, const std::vector<Proposal_line>& lines, Date as_of) {
    for (const Proposal_line& line : lines) {
        if (line.decision == Decision::out && line.reason != Reason::payee_collects) {
            continue;
        }
        const budget::Occurrence& occurrence = line.occurrence;
        events[occurrence.account].push_back({{.day = day_of(line, as_of),
                                               .kind = kind_of(line),
                                               .subject = occurrence.subject,
                                               .name = occurrence.name,
                                               .due = occurrence.due,
                                               .amount = -line.amount},
                                              occurrence.pot});
    }
}

/// What one bank account holds as the days go by.
class Holdings {
public:
    Holdings(const std::string& account, const Position& position)
        : free_code_(ledger::code(ledger::Kind::pot, account)), parts_(position.pots) {
        const std::string prefix = free_code_ + "/";
        for (const auto& [code, amount] : parts_) {
            balance_ += code == free_code_ || code.starts_with(prefix) ? amount : Money::zero();
        }
        parts_.try_emplace(free_code_, Money::zero());
    }

    /// What left the pots, but not yet the bank.
    void add_in_transit(Money amount) { balance_ += amount; }

    [[nodiscard]] Money balance() const { return balance_; }

    [[nodiscard]] Money free() const { return parts_.at(free_code_); }

    void apply(const Event& event) {
        const Money amount = event.step.amount;
        Money& pot = parts_.try_emplace(event.pot, Money::zero()).first->second;
        Money& free = parts_.at(free_code_);
        switch (event.step.kind) {
        case Step_kind::income_late:
        case Step_kind::income_absent:
            return;
        case Step_kind::set_aside: // within the account
            free += amount;
            pot -= amount;
            return;
        case Step_kind::income:
            pot += amount;
            break;
        case Step_kind::order:
        case Step_kind::expense:
        case Step_kind::collection:
            if (!event.pot_has_paid) {
                pay(pot, free, -amount);
            }
            break;
        }
        balance_ += amount;
    }

private:
    /// From the pot as far as it goes, the rest from the free part.
    static void pay(Money& pot, Money& free, Money amount) {
        const Money of_pot =
            &pot == &free ? Money::zero() : std::min(amount, std::max(pot, Money::zero()));
        pot -= of_pot;
        free -= amount - of_pot;
    }

    std::string free_code_;
    std::map<std::string, Money> parts_;
    Money balance_ = Money::zero();
};

/// Looks at the end of each day for the least so far.
void look(std::optional<Lowest>& lowest, Money free, Date day) {
    if (!lowest || free < lowest->free) {
        lowest = Lowest{free, day};
    }
}

/// Lays the events on the account day by day.
void run_through(Account_forecast& made, Holdings holdings, std::vector<Event> events, Date as_of) {
    std::ranges::stable_sort(events, {}, [](const Event& event) { return event.step.day; });
    made.balance = holdings.balance();
    made.free = holdings.free();
    std::optional<Lowest> lowest;
    Date day = as_of;
    const auto end_day = [&] {
        look(lowest, holdings.free(), day);
        if (!made.next_income || day < *made.next_income) {
            look(made.before_income, holdings.free(), day);
        }
    };
    for (Event& event : events) {
        if (event.step.day != day) {
            end_day();
            day = event.step.day;
        }
        holdings.apply(event);
        event.step.balance = holdings.balance();
        event.step.free = holdings.free();
        made.steps.push_back(std::move(event.step));
    }
    end_day();
    made.lowest = *lowest;
}

Events events_of(Due_lines due, const std::vector<Open_order>& orders, const Terms& terms) {
    Events events;
    add_incomes(events, due.incomes, terms.as_of);
    add_orders(events, orders, terms.as_of);
    add_lines(events, due.lines, terms.as_of);
    for (auto& [account, list] : events) {
        std::erase_if(list, [&](const Event& event) { return event.step.day > terms.through; });
    }
    return events;
}

Money in_transit(const std::vector<Open_order>& orders, const std::string& account) {
    Money sum = Money::zero();
    for (const Open_order& order : orders) {
        sum += order.account == account && order.has_left ? order.amount : Money::zero();
    }
    return sum;
}

} // namespace

std::string_view name(Step_kind kind) {
    return name_in(step_kinds, kind);
}

Money short_by(const Account_forecast& account) {
    if (account.next_income && !account.before_income) {
        return Money::zero();
    }
    const Money lowest = account.before_income.value_or(account.lowest).free;
    return std::max(-(lowest + account.overdraft), Money::zero());
}

std::vector<Account_forecast> forecast(const dossier::Dossier& dossier,
                                       const Position& position,
                                       const std::vector<Open_order>& orders,
                                       const Terms& terms) {
    const Date last =
        std::max(terms.through.plus_days(leaves_before_days), month_ahead(terms.as_of));
    Due_lines due = due_lines(dossier, position, terms, last);
    const Next_incomes incomes = next_incomes(due.incomes);
    Events events = events_of(std::move(due), orders, terms);
    std::vector<Account_forecast> all;
    for (const dossier::Account& account : dossier.accounts) {
        if (!account.opening) {
            continue;
        }
        Account_forecast made{.account = account.id,
                              .overdraft = account.overdraft,
                              .next_income = {},
                              .before_income = {},
                              .lowest = {Money::zero(), terms.as_of},
                              .steps = {}};
        if (const auto next = incomes.find(account.id); next != incomes.end()) {
            made.next_income = next->second.day;
        }
        Holdings holdings(account.id, position);
        holdings.add_in_transit(in_transit(orders, account.id));
        run_through(made, std::move(holdings), std::move(events[account.id]), terms.as_of);
        all.push_back(std::move(made));
    }
    return all;
}

} // namespace saldo::payments
