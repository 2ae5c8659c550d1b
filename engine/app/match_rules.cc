#include "app/match_rules.hpp"

#include "app/codes.hpp"
#include "app/explainer.hpp"
#include "app/position.hpp"
#include "base/named.hpp"
#include "base/text.hpp"
#include "party/account_number.hpp"
#include "reconcile/words.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

using reconcile::Match_rule;

std::string text_of(Match_rule_id rule) {
    return std::to_string(rule.value);
}

Result<Done> check_conditions(const Match_rule& rule) {
    if (!rule.iban && reconcile::folded(rule.name).empty() &&
        reconcile::folded(rule.words).empty()) {
        return refuse(rule_without_condition);
    }
    const Money least = rule.least.value_or(Money::cents(1));
    const Money most = rule.most.value_or(least);
    if (!least.is_positive() || most < least) {
        return refuse(rule_range_wrong, {{"least", format(least)}, {"most", format(most)}});
    }
    return Done{};
}

bool is_account_of(ledger::Kind kind, const ledger::Account* account) {
    return account != nullptr && account->kind == kind;
}

Result<Done> check_places(const Match_rule& rule, const ledger::Chart& chart) {
    const ledger::Account* subject = chart.find(rule.subject);
    if (subject == nullptr || !can_take_movements(subject->kind)) {
        return refuse(subject_unknown, {{"subject", rule.subject}});
    }
    const ledger::Account* pot = rule.pot.empty() ? nullptr : chart.find(rule.pot);
    if (!rule.pot.empty() && !is_account_of(ledger::Kind::pot, pot)) {
        return refuse(pot_unknown, {{"pot", rule.pot}});
    }
    const std::string bank = ledger::code(ledger::Kind::bank, rule.account);
    if (!rule.account.empty() && !is_account_of(ledger::Kind::bank, chart.find(bank))) {
        return refuse(account_not_of_dossier, {{"account", rule.account}});
    }
    // Money goes to and from pots of its own account only, so a pot asks for the account.
    if (pot != nullptr && pot->bank_account != rule.account) {
        return refuse(account_not_of_dossier, {{"account", rule.account}});
    }
    return Done{};
}

/// Of an account that a dossier may have: `expense:energy`, `category:energy`, `transfer`.
Result<Done> check_office_subject(const Match_rule& rule) {
    const std::size_t colon = rule.subject.find(':');
    const bool has_key = colon != std::string::npos && colon + 1 < rule.subject.size();
    const auto kind = ledger::kind_from(rule.subject.substr(0, colon));
    const bool is_account =
        kind && can_take_movements(*kind) && (has_key || rule.subject == ledger::code(*kind, ""));
    if (!is_account && !(has_key && rule.subject.starts_with(reconcile::category_mark))) {
        return refuse(subject_unknown, {{"subject", rule.subject}});
    }
    if (!rule.pot.empty()) {
        return refuse(pot_unknown, {{"pot", rule.pot}});
    }
    if (!rule.account.empty()) {
        return refuse(account_not_of_dossier, {{"account", rule.account}});
    }
    return Done{};
}

Result<Match_rule_row> find_rule(Unit_of_work& work, Match_rule_id rule) {
    const std::vector<Match_rule_row> rows = work.match_rules().all();
    const auto found =
        std::ranges::find_if(rows, [&](const Match_rule_row& row) { return row.rule.id == rule; });
    if (found == rows.end()) {
        return refuse(rule_unknown, {{"rule", text_of(rule)}});
    }
    return *found;
}

/// Words that hold no digit: numbers and dates change from one movement to the next.
std::string lasting_words(std::string_view text) {
    std::string words;
    std::string word;
    for (const char c : reconcile::folded(text) + " ") {
        if (c != ' ') {
            word += c;
            continue;
        }
        if (std::ranges::none_of(word, text::is_digit)) {
            words += (words.empty() || word.empty() ? "" : " ") + word;
        }
        word.clear();
    }
    return words;
}

Verdict
verdict_of(const Suspense_row& row, const std::vector<Place>& places, std::string_view subject) {
    if (!row.reason.empty()) {
        return Verdict::takes;
    }
    const bool agrees = std::ranges::all_of(
        places, [&](const Place& place) { return place.part.explanation.subject == subject; });
    return agrees ? Verdict::agrees : Verdict::contradicts;
}

/// Our own orders and transfers are recognised before any rule is asked.
bool goes_before(const Place& place) {
    const reconcile::Explanation& explanation = place.part.explanation;
    return explanation.order || is_own(explanation.rule);
}

void test_in(Unit_of_work& work,
             const Dossier_row& dossier,
             const Match_rule& rule,
             std::vector<Tested_movement>& tested) {
    const std::vector<reconcile::Category_line> lines =
        category_lines(load_dossier(work, dossier.id));
    const ledger::Chart& chart = work.journal().chart(dossier.id);
    std::optional<Decisions> decisions;
    work.statements().each_of(dossier.id, [&](const Suspense_row& row) {
        const reconcile::Facts facts = facts_of(row.movement, row.account_key);
        if (!holds(rule, reconcile::Rule_facts(facts))) {
            return;
        }
        const auto subject = subject_of(rule, facts, lines);
        if (!subject || chart.find(*subject) == nullptr) {
            return;
        }
        if (!decisions) {
            decisions.emplace(work, dossier.id);
        }
        std::vector<Place> places = decisions->places(row.movement);
        if (!places.empty() && std::ranges::none_of(places, goes_before)) {
            const Verdict verdict = verdict_of(row, places, *subject);
            tested.push_back({row, verdict, std::string(*subject), std::move(places)});
        }
    });
}

} // namespace

bool can_take_movements(ledger::Kind kind) {
    return kind == ledger::Kind::income || kind == ledger::Kind::expense ||
           kind == ledger::Kind::living_money || kind == ledger::Kind::debt ||
           kind == ledger::Kind::transfer;
}

Params added_facts(const Match_rule_row& row) {
    Params facts{{"rule", text_of(row.rule.id)}};
    for (Param& each : told(row.rule)) {
        facts.push_back(std::move(each));
    }
    if (row.movement) {
        facts.push_back({"movement", std::to_string(row.movement->value)});
    }
    facts.push_back({"reason", row.reason});
    return facts;
}

Params ended_facts(const Match_rule_row& row) {
    return {{"rule", text_of(row.rule.id)}, {"reason", row.end ? row.end->reason : ""}};
}

Result<Match_rule_row> add_rule(Desk& desk, const New_rule& wanted) {
    Match_rule_row row{wanted.rule,  {}, wanted.dossier, wanted.reason, wanted.movement,
                       desk.actor(), {}};
    row.rule.is_of_office = wanted.dossier.empty();
    if (!row.rule.is_of_office) {
        const auto dossier = find_dossier(desk.work(), wanted.dossier);
        if (!dossier) {
            return refuse(dossier.error());
        }
        row.dossier = dossier->id;
    }
    if (const auto checked = check_conditions(row.rule); !checked) {
        return refuse(checked.error());
    }
    const auto placed = row.dossier
                            ? check_places(row.rule, desk.work().journal().chart(*row.dossier))
                            : check_office_subject(row.rule);
    if (!placed) {
        return refuse(placed.error());
    }
    for (const Match_rule& known : desk.work().match_rules().in_force(row.dossier)) {
        if (same_conditions(known, row.rule)) {
            return refuse(rule_exists, {{"rule", text_of(known.id)}, {"subject", known.subject}});
        }
    }
    row.rule.id = desk.work().match_rules().add(row);
    desk.record("match_rule.added", wanted.dossier, added_facts(row));
    return row;
}

Result<Match_rule> rule_like(const Movement_row& movement, std::string subject) {
    Match_rule rule;
    rule.sign = movement.amount.is_negative() ? Match_rule::Sign::debit : Match_rule::Sign::credit;
    rule.subject = std::move(subject);
    const std::string account = party::normal_account(movement.counterparty_account);
    if (const auto iban = party::parse_iban(account)) {
        rule.iban = *iban;
    } else if (!reconcile::folded(movement.counterparty_name).empty()) {
        rule.name = movement.counterparty_name;
        rule.is_whole_name = true;
    } else if (movement.communication_kind == bank::Communication::Kind::free) {
        rule.words = lasting_words(movement.communication);
    }
    if (const auto checked = check_conditions(rule); !checked) {
        return refuse(nothing_to_remember, {{"movement", std::to_string(movement.id.value)}});
    }
    return rule;
}

Result<Match_rule_row> disable_rule(Desk& desk, Match_rule_id rule, const std::string& reason) {
    auto row = find_rule(desk.work(), rule);
    if (!row) {
        return row;
    }
    if (row->end) {
        return refuse(rule_ended, {{"rule", text_of(rule)},
                                   {"user", row->end->actor.user},
                                   {"date", calendar::format(row->end->actor.as_of)}});
    }
    row->end = {desk.actor(), reason};
    desk.work().match_rules().end(rule, *row->end);
    desk.record("match_rule.disabled", row->dossier_number, ended_facts(*row));
    return row;
}

std::string_view name(Verdict verdict) {
    constexpr std::array names{Named{Verdict::takes, "takes"}, Named{Verdict::agrees, "agrees"},
                               Named{Verdict::contradicts, "contradicts"}};
    return name_in(names, verdict);
}

Result<std::vector<Tested_movement>> test_rule(Unit_of_work& work, Match_rule_id rule) {
    return find_rule(work, rule).map([&](const Match_rule_row& row) {
        std::vector<Tested_movement> tested;
        for (const Dossier_row& dossier : work.dossiers().all()) {
            if (!row.dossier || row.dossier == dossier.id) {
                test_in(work, dossier, row.rule, tested);
            }
        }
        return tested;
    });
}

std::vector<reconcile::Category_line> category_lines(const dossier::Dossier& dossier) {
    std::vector<reconcile::Category_line> lines;
    lines.reserve(dossier.budget_lines.size());
    for (const dossier::Budget_line& line : dossier.budget_lines) {
        const bool income = line.direction == dossier::Direction::income;
        lines.push_back(
            {line.category,
             ledger::code(income ? ledger::Kind::income : ledger::Kind::expense, line.id),
             line.account, line.direction, line.schedule.period});
    }
    return lines;
}

} // namespace saldo::app
