// Goal: what stands on a claim is right for any claim, on any day. Method: an oracle that knows
// nothing of the engine and lives day by day: interest in fractions of a cent, payments laid by
// hand, rates from a table of its own. It must agree on every component; and the account must hold
// in itself, whatever the order of what it is given and whenever it is asked.
#include "claims/account.hpp"
#include "dossier/blank.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace saldo;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;
using claims::Claim_account;
using claims::Paid;
using claims::Step_kind;
using dossier::Claim;

namespace {

using Cents = std::int64_t;

/// Hundredths of a percent of 2017 to 2026, from law.md of the references, section 6.1.
constexpr std::array civil{200, 200, 200, 175, 175, 150, 525, 575, 450, 450};
/// Tenths of a percent of the half-years from the first of 2017 to the first of 2026, section 6.2.
constexpr std::array commercial{80, 80, 80,  80,  80,  80,  80,  80,  80, 80,
                                80, 80, 105, 120, 125, 125, 115, 105, 105};

cpp_rational yearly(const dossier::Interest_rule& rule, Date day) {
    const auto year = static_cast<std::size_t>(day.year() - 2017);
    switch (rule.source) {
    case dossier::Interest_source::civil:
        return cpp_rational(civil.at(year), 10'000);
    case dossier::Interest_source::commercial:
        return cpp_rational(commercial.at(2 * year + (day.month() > 6 ? 1 : 0)), 1'000);
    case dossier::Interest_source::agreed:
        return cpp_rational(rule.rate->value.numerator(), rule.rate->value.denominator());
    }
    return 0;
}

/// Costs, penalty, interest, principal.
using Pile = std::array<Cents, 4>;
constexpr std::size_t costs = 0;
constexpr std::size_t penalty = 1;
constexpr std::size_t interest = 2;
constexpr std::size_t principal = 3;

std::size_t pile_of(law::Debt_part part) {
    return static_cast<std::size_t>(part); // the same order
}

std::size_t pile_of(dossier::Item_kind kind) {
    using enum dossier::Item_kind;
    return kind == principal       ? ::principal
           : kind == late_interest ? interest
           : kind == penalty       ? ::penalty
                                   : costs;
}

class Oracle {
public:
    Oracle(const Claim& claim, std::vector<Paid> payments)
        : claim_(claim),
          payments_(std::move(payments)), piles_{claim.costs.cents(), claim.penalty.cents(),
                                                 claim.interest.cents(), claim.principal.cents()} {
        // Numbers of one digit; what came back after the rest.
        std::ranges::stable_sort(payments_, {}, [](const Paid& paid) {
            return std::pair(paid.amount.is_negative(), paid.source);
        });
    }

    void live_through(Date on) {
        for (; day_ <= on; day_ = day_.plus_days(1)) {
            live();
        }
    }

    Pile piles_at_end() const { return piles_; }

    Cents over() const { return over_; }

private:
    struct Laid {
        Paid paid;
        Pile on{};
        Cents over = 0;
    };

    void live() {
        accrue();
        if (day_ > claim_.stated) {
            for (const dossier::Item& item : claim_.items) {
                piles_.at(pile_of(item.kind)) += item.date == day_ ? item.amount.cents() : 0;
            }
            for (const dossier::Waiver& waiver : claim_.waivers) {
                Cents& pile = piles_.at(pile_of(waiver.part));
                pile -= waiver.date == day_ ? std::min(pile, waiver.amount.cents()) : 0;
            }
        }
        for (const Paid& paid : payments_) {
            if (is_today(paid) && paid.amount.is_positive()) {
                pay(paid);
            }
        }
        for (const dossier::Outside_payment& outside : claim_.payments) {
            if (day_ > claim_.stated && outside.date == day_) {
                pay({day_, outside.amount, outside.document});
            }
        }
        for (const Paid& paid : payments_) {
            if (is_today(paid) && paid.amount.is_negative()) {
                take_back(paid);
            }
        }
    }

    [[nodiscard]] bool is_today(const Paid& paid) const {
        return paid.date == day_ || (day_ == claim_.stated && paid.date < day_);
    }

    void accrue() {
        const auto& rule = claim_.interest_rule;
        const bool is_stopped =
            std::ranges::any_of(claim_.interest_stops, [&](const dossier::Interest_stop& stop) {
                return stop.period.contains(day_);
            });
        if (!rule || day_ <= rule->from || is_stopped) {
            return;
        }
        exact_ += cpp_rational(piles_[principal]) * yearly(*rule, day_) / 365;
        const cpp_rational half_up = exact_ + cpp_rational(1, 2);
        const Cents now = cpp_int(numerator(half_up) / denominator(half_up)).convert_to<Cents>();
        piles_[interest] += now - rounded_;
        rounded_ = now;
    }

    void pay(const Paid& paid) {
        const bool is_ended = claim_.contract && claim_.contract->credit &&
                              claim_.contract->credit->ended &&
                              day_ >= *claim_.contract->credit->ended;
        Laid laid{paid};
        Cents left = paid.amount.cents();
        for (const std::size_t pile : is_ended ? std::array{principal, costs, interest, penalty}
                                               : std::array{costs, penalty, interest, principal}) {
            laid.on.at(pile) = std::min(left, piles_.at(pile));
            piles_.at(pile) -= laid.on.at(pile);
            left -= laid.on.at(pile);
        }
        laid.over = left;
        over_ += left;
        laid_.push_back(laid);
    }

    void take_back(const Paid& paid) {
        std::vector<std::size_t> alike;
        std::optional<std::size_t> meant;
        for (std::size_t i = 0; i < laid_.size(); ++i) {
            if (laid_[i].paid.amount == -paid.amount) {
                alike.push_back(i);
                if (!meant && laid_[i].paid.source == paid.source) {
                    meant = i;
                }
            }
        }
        if (!meant && alike.size() == 1) {
            meant = alike.front();
        }
        if (!meant) {
            piles_[principal] -= paid.amount.cents();
            return;
        }
        for (std::size_t pile = 0; pile < piles_.size(); ++pile) {
            piles_.at(pile) += laid_[*meant].on.at(pile);
        }
        over_ -= laid_[*meant].over;
        laid_.erase(laid_.begin() + static_cast<std::ptrdiff_t>(*meant));
    }

    const Claim& claim_;
    std::vector<Paid> payments_;
    Date day_ = claim_.stated;
    Pile piles_;
    cpp_rational exact_ = 0;
    Cents rounded_ = 0;
    Cents over_ = 0;
    std::vector<Laid> laid_;
};

constexpr int days_most = 900;

bool maybe() {
    return *rc::gen::arbitrary<bool>();
}

/// Small amounts more often: then payments and waivers meet the end of what there is.
Money some_money(int least = 1) {
    return Money::cents(*rc::gen::inRange(least, *rc::gen::element(20, 3'000, 200'000)));
}

template <class Enum> Enum any_of(std::initializer_list<Enum> values) {
    return *rc::gen::elementOf(std::vector<Enum>(values));
}

/// Of the days of the account and some around it; often one that others have too.
Date some_day(Date stated) {
    return stated.plus_days(
        *rc::gen::oneOf(rc::gen::inRange(-30, days_most), rc::gen::inRange(0, 6)));
}

template <class Make> auto list(int most, Make make) {
    std::vector<decltype(make())> all;
    for (int count = *rc::gen::inRange(0, most + 1); count > 0; --count) {
        all.push_back(make());
    }
    return all;
}

void add_interest(Claim& claim) {
    using enum dossier::Interest_source;
    const auto source = any_of({civil, commercial, agreed});
    claim.interest_rule = dossier::Interest_rule{source, std::nullopt,
                                                 claim.stated.plus_days(*rc::gen::inRange(0, 60))};
    if (source == agreed) {
        claim.interest_rule->rate =
            dossier::Yearly_rate{money::Rate::of(*rc::gen::inRange(0, 5'000), 10'000)};
    }
    claim.interest_stops = list(3, [&] {
        const Date from = some_day(claim.stated);
        const auto last =
            maybe() ? std::optional(from.plus_days(*rc::gen::inRange(0, 200))) : std::nullopt;
        return dossier::Interest_stop{*calendar::Date_range::through(from, last),
                                      dossier::Stop_reason::judge};
    });
}

Claim some_claim() {
    using enum dossier::Item_kind;
    auto claim = dossier::blank<Claim>();
    claim.stated = Date::of(2017, 1, 1)->plus_days(*rc::gen::inRange(0, 2'500));
    claim.principal = some_money(0);
    claim.interest = some_money(0);
    claim.costs = some_money(0);
    claim.penalty = some_money(0);
    if (maybe()) {
        add_interest(claim);
    }
    claim.items = list(3, [&] {
        return dossier::Item{some_day(claim.stated),
                             any_of({dossier::Item_kind::principal, late_interest,
                                     dossier::Item_kind::penalty, credit_cost, bailiff_act}),
                             some_money(), ""};
    });
    claim.waivers = list(3, [&] {
        return dossier::Waiver{some_day(claim.stated),
                               any_of({law::Debt_part::costs, law::Debt_part::penalty,
                                       law::Debt_part::interest, law::Debt_part::principal}),
                               some_money(), "goodwill"};
    });
    int number = 0;
    claim.payments = list(2, [&] {
        return dossier::Outside_payment{some_day(claim.stated), some_money(), "client",
                                        "document " + std::to_string(number++)};
    });
    if (maybe()) {
        claim.contract.emplace().credit.emplace().ended = some_day(claim.stated);
    }
    return claim;
}

/// Each with a number; some of them come back, by their number or by another one.
std::vector<Paid> some_payments(Date stated) {
    char number = '0';
    const auto next = [&] { return std::string(1, ++number); };
    auto payments = list(4, [&] { return Paid{some_day(stated), some_money(), next()}; });
    const std::size_t paid = payments.size();
    for (std::size_t i = 0; i < paid; ++i) {
        if (*rc::gen::inRange(0, 3) == 0) {
            payments.push_back({payments[i].date.plus_days(*rc::gen::inRange(0, 100)),
                                -payments[i].amount, maybe() ? payments[i].source : next()});
        }
        if (*rc::gen::inRange(0, 3) == 0) {
            payments.push_back({some_day(stated), payments[i].amount, next()});
        }
    }
    return payments;
}

const law::Figures& figures() {
    static const law::Figures shipped = law::Figures::shipped();
    return shipped;
}

Claim_account account(const Claim& claim, const std::vector<Paid>& payments, Date on) {
    auto account = claims::account_on(figures(), claim, payments, on);
    RC_ASSERT(account.has_value());
    return *std::move(account);
}

template <class T> void shuffle(std::vector<T>& all) {
    const auto size = static_cast<std::ptrdiff_t>(all.size());
    std::rotate(all.begin(), all.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, size + 1),
                all.end());
    std::reverse(all.begin(), all.end());
}

struct Case {
    Claim claim = some_claim();
    std::vector<Paid> payments = some_payments(claim.stated);
    Date on = claim.stated.plus_days(*rc::gen::inRange(0, days_most));
};

bool is_same(const claims::Account_step& a, const claims::Account_step& b) {
    return a.date == b.date && a.kind == b.kind && a.change == b.change && a.balance == b.balance &&
           a.overpaid == b.overpaid && a.source == b.source && a.item == b.item &&
           a.order == b.order;
}

bool is_same(const std::vector<claims::Account_step>& a,
             const std::vector<claims::Account_step>& b) {
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(),
        [](const claims::Account_step& x, const claims::Account_step& y) { return is_same(x, y); });
}

std::vector<claims::Account_step> without_accruals(const Claim_account& account, Date until) {
    std::vector<claims::Account_step> steps;
    std::ranges::copy_if(account.steps, std::back_inserter(steps), [&](const auto& step) {
        return step.kind != Step_kind::accrual && step.date <= until;
    });
    return steps;
}

} // namespace

TEST_CASE("the account of a claim and the oracle") {
    CHECK(rc::check("every component agrees to the cent, on two days of the same life", [] {
        const Case it;
        Oracle oracle(it.claim, it.payments);
        const Date middle = it.claim.stated.plus_days(
            *rc::gen::inRange(0, days_between(it.claim.stated, it.on) + 1));
        for (const Date on : {middle, it.on}) {
            oracle.live_through(on);
            const Claim_account now = account(it.claim, it.payments, on);
            const Pile expected = oracle.piles_at_end();
            RC_ASSERT(now.balance.costs.cents() == expected[costs]);
            RC_ASSERT(now.balance.penalty.cents() == expected[penalty]);
            RC_ASSERT(now.balance.interest.cents() == expected[interest]);
            RC_ASSERT(now.balance.principal.cents() == expected[principal]);
            RC_ASSERT(now.overpaid.cents() == oracle.over());
        }
    }));
}

TEST_CASE("the account of a claim holds in itself") {
    CHECK(rc::check("each step leads from the balance before to the one after, to the last", [] {
        const Case it;
        const Claim_account now = account(it.claim, it.payments, it.on);
        claims::Parts balance;
        Date last = it.claim.stated;
        for (const claims::Account_step& step : now.steps) {
            RC_ASSERT(step.balance == balance + step.change);
            RC_ASSERT(step.date >= last);
            balance = step.balance;
            last = step.date;
        }
        RC_ASSERT(now.balance == balance);
        RC_ASSERT(last <= it.on);
    }));
    CHECK(rc::check("what was paid and is left is what was asked and paid too much", [] {
        const Case it;
        const Claim_account now = account(it.claim, it.payments, it.on);
        RC_ASSERT(now.paid + now.balance.total() ==
                  balance(it.claim) + now.items + now.accrued - now.waived + now.overpaid);
        RC_ASSERT(!now.overpaid.is_negative());
    }));
    CHECK(rc::check("a later day changes no earlier step, but for the days interest is cut at", [] {
        const Case it;
        const Date later = it.on.plus_days(*rc::gen::inRange(0, 60));
        const auto before = without_accruals(account(it.claim, it.payments, it.on), it.on);
        const auto after = without_accruals(account(it.claim, it.payments, later), it.on);
        RC_ASSERT(is_same(before, after));
    }));
    CHECK(rc::check("the order in which it is given things changes nothing", [] {
        Case it;
        const Claim_account before = account(it.claim, it.payments, it.on);
        shuffle(it.payments);
        shuffle(it.claim.items);
        shuffle(it.claim.waivers);
        shuffle(it.claim.payments);
        shuffle(it.claim.interest_stops);
        const Claim_account after = account(it.claim, it.payments, it.on);
        RC_ASSERT(is_same(before.steps, after.steps));
        RC_ASSERT(before.findings == after.findings);
    }));
}
