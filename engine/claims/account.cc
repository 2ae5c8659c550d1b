#include "claims/account.hpp"

#include "base/invariant.hpp"
#include "claims/codes.hpp"

#include <algorithm>
#include <span>
#include <tuple>

namespace saldo::claims {

namespace {

using dossier::Claim;
using law::Debt_part;

/// Something dated that changes the balance, besides interest.
struct Event {
    Date date;
    Step_kind kind = Step_kind::item;
    Money amount; ///< of what came back negative
    std::string source;
    Debt_part part = Debt_part::principal; ///< of items and waivers
    std::optional<dossier::Item_kind> item{};
};

/// Order of kinds on one day. Interest of the day comes after the items.
int rank(Step_kind kind) {
    switch (kind) {
    case Step_kind::statement:
        return 0;
    case Step_kind::item:
        return 1;
    case Step_kind::accrual:
        return 2;
    case Step_kind::waiver:
        return 3;
    case Step_kind::payment:
        return 4;
    case Step_kind::outside_payment:
        return 5;
    case Step_kind::returned:
        return 6;
    }
    broken_contract("every kind of step has a place in the day", __FILE__, __LINE__);
}

/// Numbers of entries in order of number: a shorter one comes first.
bool comes_before(const Event& a, const Event& b) {
    const auto key = [](const Event& event) {
        return std::tuple(event.date, rank(event.kind), event.source.size(),
                          std::string_view(event.source), event.part, event.item, event.amount);
    };
    return key(a) < key(b);
}

Finding warning(Code code, Params params) {
    return {code, Severity::warning, {}, std::move(params)};
}

/// What happened to the claim after the statement until the day, in order.
std::vector<Event> events_of(const Claim& claim, const std::vector<Paid>& payments, Date on) {
    std::vector<Event> events;
    const auto counts = [&](Date date) { return date > claim.stated && date <= on; };
    for (const dossier::Item& item : claim.items) {
        if (counts(item.date)) {
            events.push_back({item.date, Step_kind::item, item.amount, item.document,
                              part_of(item.kind), item.kind});
        }
    }
    for (const dossier::Waiver& waiver : claim.waivers) {
        if (counts(waiver.date)) {
            events.push_back(
                {waiver.date, Step_kind::waiver, waiver.amount, waiver.reason, waiver.part});
        }
    }
    for (const dossier::Outside_payment& payment : claim.payments) {
        if (counts(payment.date)) {
            events.push_back(
                {payment.date, Step_kind::outside_payment, payment.amount, payment.document});
        }
    }
    for (const Paid& payment : payments) {
        const Date date = std::max(payment.date, claim.stated);
        if (date <= on) {
            const auto kind =
                payment.amount.is_negative() ? Step_kind::returned : Step_kind::payment;
            events.push_back({date, kind, payment.amount, payment.source});
        }
    }
    std::ranges::sort(events, comes_before);
    return events;
}

class Bookkeeper {
public:
    Bookkeeper(const law::Figures& figures, const Claim& claim)
        : claim_(claim), accrual_(figures, claim) {
        answer_.balance = stated_parts(claim);
        answer_.steps.push_back({.date = claim.stated,
                                 .kind = Step_kind::statement,
                                 .change = answer_.balance,
                                 .balance = answer_.balance,
                                 .source = {}});
    }

    Result<Claim_account> keep(const std::vector<Event>& events, Date on) {
        for (auto event = events.begin(); event != events.end();) {
            const Date day = event->date;
            const auto is_later = [&](const Event& each) { return each.date != day; };
            const auto next = std::find_if(event, events.end(), is_later);
            const auto rest = std::find_if(
                event, next, [](const Event& each) { return each.kind != Step_kind::item; });
            if (const auto done = live_through(day, {event, rest}); !done) {
                return refuse(done.error());
            }
            for (event = rest; event != next; ++event) {
                if (const auto done = take(*event); !done) {
                    return refuse(done.error());
                }
            }
        }
        if (const auto done = live_through(on, {}); !done) {
            return refuse(done.error());
        }
        finish(on);
        return std::move(answer_);
    }

private:
    /// A payment that was laid, as long as it did not come back.
    struct Laid {
        std::string source;
        Money amount;
        Parts change;
        Money overpaid;
    };

    /// The interest of the days through this one, on the principal of the evening before, and the
    /// items of this day.
    Result<Done> live_through(Date day, std::span<const Event> items) {
        const auto accrued = accrual_.through(day, answer_.balance.principal);
        if (!accrued) {
            return refuse(accrued.error());
        }
        const auto today = std::ranges::find(
            *accrued, day, [](const Accrued& each) { return each.interest.through; });
        for (auto each = accrued->begin(); each != today; ++each) {
            add_interest(*each);
        }
        for (const Event& item : items) {
            add({.date = item.date,
                 .kind = item.kind,
                 .change = only(item.part, item.amount),
                 .balance = {},
                 .source = item.source,
                 .item = item.item});
            answer_.items += item.amount;
        }
        for (auto each = today; each != accrued->end(); ++each) {
            add_interest(*each);
        }
        return Done();
    }

    Result<Done> take(const Event& event) {
        if (event.kind == Step_kind::waiver) {
            waive(event);
            return Done();
        }
        answer_.paid += event.amount;
        if (event.kind == Step_kind::returned) {
            take_back(event);
            return Done();
        }
        return lay(event);
    }

    void waive(const Event& event) {
        const Money waived = std::min(event.amount, answer_.balance[event.part]);
        if (waived < event.amount) {
            answer_.findings.push_back(warning(
                waived_too_much, {{"date", calendar::format(event.date)},
                                  {"part", std::string(name_in(law::debt_part_names, event.part))},
                                  {"stated", format(event.amount)},
                                  {"computed", format(waived)}}));
        }
        add({.date = event.date,
             .kind = event.kind,
             .change = only(event.part, -waived),
             .balance = {},
             .source = event.source});
        answer_.waived += waived;
    }

    Result<Done> lay(const Event& event) {
        const Parts& due = answer_.balance;
        const law::Allocation_order order = order_on(event.date);
        const auto laid = law::allocate({.payment = event.amount,
                                         .costs = due.costs,
                                         .penalty = due.penalty,
                                         .interest = due.interest,
                                         .principal = due.principal,
                                         .order = order});
        if (!laid) {
            return refuse(laid.error());
        }
        Parts change;
        for (const law::Allocated& part : laid->parts) {
            change[part.part] = -part.paid;
        }
        for (const Finding& finding : laid->findings) {
            remember(finding);
        }
        laid_.push_back({event.source, event.amount, change, laid->not_needed});
        add_payment(event, change, laid->not_needed, order);
        return Done();
    }

    void take_back(const Event& event) {
        const auto original = original_of(event);
        if (original == laid_.end()) {
            answer_.findings.push_back(
                warning(return_unexplained, {{"date", calendar::format(event.date)},
                                             {"source", event.source},
                                             {"amount", format(-event.amount)}}));
            add_payment(event, only(Debt_part::principal, -event.amount), Money::zero(), {});
            return;
        }
        add_payment(event, Parts{} - original->change, -original->overpaid, {});
        laid_.erase(original);
    }

    /// The payment that came back: that of its source, else the only one of its amount.
    std::vector<Laid>::iterator original_of(const Event& event) {
        const auto is_meant = [&](const Laid& laid) {
            return laid.amount == -event.amount && laid.source == event.source;
        };
        if (const auto meant = std::ranges::find_if(laid_, is_meant); meant != laid_.end()) {
            return meant;
        }
        const auto is_alike = [&](const Laid& laid) { return laid.amount == -event.amount; };
        return std::ranges::count_if(laid_, is_alike) == 1 ? std::ranges::find_if(laid_, is_alike)
                                                           : laid_.end();
    }

    [[nodiscard]] law::Allocation_order order_on(Date day) const {
        const bool is_ended = claim_.contract && claim_.contract->credit &&
                              claim_.contract->credit->ended &&
                              *claim_.contract->credit->ended <= day;
        return is_ended ? law::Allocation_order::accelerated_credit
                        : law::Allocation_order::general;
    }

    void add_interest(const Accrued& accrued) {
        add({.date = accrued.interest.through,
             .kind = Step_kind::accrual,
             .change = only(Debt_part::interest, accrued.amount),
             .balance = {},
             .source = {},
             .accrued = accrued});
        answer_.accrued += accrued.amount;
    }

    void add_payment(const Event& event,
                     const Parts& change,
                     Money overpaid,
                     std::optional<law::Allocation_order> order) {
        add({.date = event.date,
             .kind = event.kind,
             .change = change,
             .balance = {},
             .overpaid = overpaid,
             .source = event.source,
             .order = order});
        answer_.overpaid += overpaid;
    }

    void add(Account_step step) {
        answer_.balance = answer_.balance + step.change;
        for (const auto& part : law::debt_part_names) {
            invariant(!answer_.balance[part.value].is_negative(), "no part is owed to the debtor");
        }
        step.balance = answer_.balance;
        answer_.steps.push_back(std::move(step));
    }

    void remember(const Finding& finding) {
        if (std::ranges::find(answer_.findings, finding) == answer_.findings.end()) {
            answer_.findings.push_back(finding);
        }
    }

    void finish(Date on) {
        answer_.order = order_on(on);
        for (const Finding& finding : accrual_.findings()) {
            remember(finding);
        }
        if (answer_.overpaid.is_positive()) {
            answer_.findings.push_back(
                warning(claims::overpaid, {{"amount", format(answer_.overpaid)}}));
        }
    }

    const Claim& claim_;
    Accrual accrual_;
    Claim_account answer_;
    std::vector<Laid> laid_;
};

/// What a reader of the account must know of what was given.
Findings doubts(const Claim& claim, const std::vector<Paid>& payments, Date on) {
    Findings findings;
    std::vector<Event> early;
    for (const Paid& payment : payments) {
        if (payment.date <= claim.stated) {
            early.push_back({payment.date, Step_kind::payment, payment.amount, payment.source});
        }
    }
    std::ranges::sort(early, comes_before);
    for (const Event& payment : early) {
        findings.push_back(
            warning(paid_before_statement, {{"date", calendar::format(payment.date)},
                                            {"source", payment.source},
                                            {"amount", format(payment.amount)},
                                            {"stated", calendar::format(claim.stated)}}));
    }
    const bool is_twice = std::ranges::any_of(claim.items, [&](const dossier::Item& item) {
        return claim.interest_rule && item.kind == dossier::Item_kind::late_interest &&
               item.date > claim.interest_rule->from && item.date <= on;
    });
    if (is_twice) {
        findings.push_back(warning(interest_twice, {}));
    }
    return findings;
}

} // namespace

Result<Claim_account> account_on(const law::Figures& figures,
                                 const Claim& claim,
                                 const std::vector<Paid>& payments,
                                 Date on) {
    if (on < claim.stated) {
        return refuse(before_statement,
                      {{"stated", calendar::format(claim.stated)}, {"on", calendar::format(on)}});
    }
    for (const Paid& payment : payments) {
        invariant(!payment.amount.is_zero(), "a payment has an amount");
    }
    auto account = Bookkeeper(figures, claim).keep(events_of(claim, payments, on), on);
    if (account) {
        const Findings given = doubts(claim, payments, on);
        account->findings.insert(account->findings.begin(), given.begin(), given.end());
    }
    return account;
}

} // namespace saldo::claims
