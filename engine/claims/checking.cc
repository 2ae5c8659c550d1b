#include "claims/checking.hpp"

#include "claims/regime.hpp"

#include <algorithm>
#include <tuple>

namespace saldo::claims {

namespace {

using dossier::Claim;
using dossier::Item;
using law::Debt_part;

std::vector<Item> items_until(const Claim& claim, Date on) {
    std::vector<Item> items;
    std::ranges::copy_if(claim.items, std::back_inserter(items),
                         [on](const Item& item) { return item.date <= on; });
    std::ranges::sort(items, {}, [](const Item& item) {
        return std::tuple(item.date, item.kind, item.amount, std::string_view(item.document));
    });
    return items;
}

/// What was stated, and what came on top or was waived since.
Parts asked_of(const Claim& claim, const std::vector<Item>& items, Date on) {
    Parts asked = stated_parts(claim);
    for (const Item& item : items) {
        if (item.date > claim.stated) {
            asked[part_of(item.kind)] += item.amount;
        }
    }
    for (const dossier::Waiver& waiver : claim.waivers) {
        if (waiver.date > claim.stated && waiver.date <= on) {
            asked[waiver.part] -= waiver.amount;
        }
    }
    for (const Debt_part part : Checking::order) {
        asked[part] = std::max(asked[part], Money::zero());
    }
    return asked;
}

void add_once(std::vector<Fact>& facts, Fact fact) {
    if (std::ranges::find(facts, fact) == facts.end()) {
        facts.push_back(fact);
    }
}

} // namespace

Checking::Checking(const law::Figures& figures, const Claim& claim, Date on)
    : figures_(figures), claim_(claim), on_(on), regime_(regime_of(claim)),
      items_(items_until(claim, on)), asked_(asked_of(claim, items_, on)) {
    verdict_.regime = regime_;
}

Money Checking::earlier_balance(Date after) const {
    Money balance = asked_.principal;
    for (const dossier::Outside_payment& payment : claim_.payments) {
        if (payment.date > after && payment.date <= claim_.stated) {
            balance += payment.amount;
        }
    }
    return balance;
}

Money Checking::unexplained(Debt_part part) const {
    Money left = stated_parts(claim_)[part];
    for (const Item& item : items_) {
        if (item.date <= claim_.stated && part_of(item.kind) == part) {
            left -= item.amount;
        }
    }
    return std::max(left, Money::zero());
}

Date Checking::asked_on(Debt_part part) const {
    Date day = claim_.stated;
    for (const Item& item : items_) {
        if (part_of(item.kind) == part) {
            day = std::max(day, item.date);
        }
    }
    return day;
}

bool Checking::has_judgment() const {
    return claim_.title && claim_.title->kind == dossier::Title_kind::judgment;
}

const dossier::Contract& Checking::contract() const {
    static const dossier::Contract unknown;
    return claim_.contract ? *claim_.contract : unknown;
}

Check_row Checking::row(Debt_part part, Ground ground) const {
    return {.part = part, .ground = ground, .claimed = asked_[part]};
}

bool Checking::may_be_judged(const Check_row& row) const {
    const bool is_of_bailiff = row.ground == Ground::fee_abolished ||
                               row.ground == Ground::bailiff_tariff ||
                               row.ground == Ground::recovery_fee;
    return has_judgment() && !is_of_bailiff && (!row.date || *row.date <= claim_.title->date);
}

void Checking::add(Check_row row) {
    row.certain = std::min(row.certain, row.claimed);
    if (may_be_judged(row) && row.certain < row.claimed) {
        row.maximum.reset();
        add_once(row.basis.missing, Fact::judgment_terms);
    }
    if (row.certain == row.claimed) {
        row.basis.missing.clear();
    }
    std::ranges::sort(row.basis.missing);
    verdict_.rows.push_back(std::move(row));
}

void Checking::add(Condition condition) {
    if (has_judgment() && condition.holds == false) {
        condition.holds.reset();
        add_once(condition.basis.missing, Fact::judgment_terms);
    }
    verdict_.conditions.push_back(std::move(condition));
}

void Checking::say(const Findings& findings) {
    for (const Finding& finding : findings) {
        if (std::ranges::find(verdict_.findings, finding) == verdict_.findings.end()) {
            verdict_.findings.push_back(finding);
        }
    }
}

void Checking::miss(const Refusal& refusal, Basis& basis) {
    Findings findings = refusal.findings();
    for (Finding& finding : findings) {
        finding.severity = Severity::warning;
    }
    say(findings);
    add_once(basis.missing, Fact::figure);
}

const law::Figure* Checking::take(std::string_view key, Date day, Basis& basis) {
    law::Taken taken(figures_, day);
    const law::Figure* figure = taken.row(key);
    if (figure == nullptr) {
        miss(*taken.missing(), basis);
        return nullptr;
    }
    say(taken.findings());
    stand_on(basis, figure->key, figure->article);
    return figure;
}

std::optional<Money> Checking::take_money(std::string_view key, Date day, Basis& basis) {
    if (take(key, day, basis) == nullptr) {
        return std::nullopt;
    }
    return law::Taken(figures_, day).money(key);
}

Result<std::optional<Money>> Checking::interest(const law::Interest_request& request,
                                                Basis& basis) {
    const auto reckoned = ask(law::interest(figures_, request), basis);
    if (!reckoned) {
        return refuse(reckoned.error());
    }
    if (!*reckoned) {
        return std::optional<Money>();
    }
    for (const law::Interest_step& step : (*reckoned)->steps) {
        if (!step.figure.empty()) {
            stand_on(basis, step.figure, step.article);
        }
    }
    return std::optional((*reckoned)->interest);
}

void stand_on(Basis& basis, std::string_view figure, std::string_view article) {
    if (basis.article.empty()) {
        basis.article = article;
    }
    if (std::ranges::find(basis.figures, figure) == basis.figures.end()) {
        basis.figures.emplace_back(figure);
    }
}

void use(Basis& basis, Fact fact, std::string value) {
    Fact_used used{fact, std::move(value)};
    if (std::ranges::find(basis.facts, used) == basis.facts.end()) {
        basis.facts.push_back(std::move(used));
    }
}

void use(Basis& basis, Fact fact, Date value) {
    use(basis, fact, calendar::format(value));
}

void use(Basis& basis, Fact fact, Money value) {
    use(basis, fact, money::format(value));
}

void use(Basis& basis, Fact fact, money::Rate value) {
    use(basis, fact, money::shown_percent(value));
}

Money smaller(Money amount, std::optional<Money> other) {
    return other && *other < amount ? *other : amount;
}

} // namespace saldo::claims
