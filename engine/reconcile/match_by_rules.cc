#include "reconcile/match.hpp"

#include <algorithm>

namespace saldo::reconcile {

namespace {

/// A rule that holds, with the ledger code that it means here.
struct Decision {
    const Match_rule* rule;
    std::string_view subject;
};

bool agree(const std::vector<Decision>& decisions) {
    return std::all_of(decisions.begin(), decisions.end(), [&](const Decision& each) {
        return each.subject == decisions.front().subject &&
               each.rule->pot == decisions.front().rule->pot;
    });
}

std::vector<std::string> subjects_of(const std::vector<Decision>& decisions) {
    std::vector<std::string> subjects;
    for (const Decision& each : decisions) {
        subjects.emplace_back(each.subject);
    }
    std::sort(subjects.begin(), subjects.end());
    subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
    return subjects;
}

} // namespace

std::optional<Explanation> Matcher::by_rules(const Facts& facts) {
    if (items_.rules.empty()) {
        return std::nullopt;
    }
    const Rule_facts rule_facts(facts);
    auto explanation = by_rules(rule_facts, false);
    return explanation ? explanation : by_rules(rule_facts, true);
}

std::optional<Explanation> Matcher::by_rules(const Rule_facts& facts, bool of_office) {
    std::vector<Decision> decisions;
    for (const Match_rule& rule : items_.rules) {
        if (rule.is_of_office == of_office && holds(rule, facts)) {
            if (const auto subject = subject_of(rule, facts.facts, items_.lines)) {
                decisions.push_back({&rule, *subject});
            }
        }
    }
    if (decisions.empty()) {
        return std::nullopt;
    }
    if (!agree(decisions)) {
        return in_suspense(facts.facts, Doubt::several_fit, subjects_of(decisions));
    }
    return by_rule(*decisions.front().rule, decisions.front().subject, facts.facts);
}

Explanation Matcher::by_rule(const Match_rule& rule, std::string_view subject, const Facts& facts) {
    const Rule name = rule.is_of_office ? Rule::office_rule : Rule::dossier_rule;
    std::vector<Candidate> known;
    std::vector<Candidate> due;
    for (std::size_t at = 0; at < items_.expected.size(); ++at) {
        const budget::Occurrence& occurrence = items_.expected[at].occurrence;
        if (occurrence.subject == subject && occurrence.account == facts.account) {
            known.push_back(candidate(at, facts));
            if (flows(occurrence.direction, facts.amount)) {
                due.push_back(known.back());
            }
        }
    }
    const std::vector<Candidate> meant = meant_of(std::move(due), Fit::margin);
    if (!meant.empty() && meant.front().is_unsure) {
        return in_suspense(facts, Doubt::several_fit, subjects_of(meant));
    }
    Explanation explanation;
    if (!meant.empty()) {
        explanation = settle(meant.front().position, facts, name);
    } else {
        explanation.rule = name;
        explanation.subject = subject;
        explanation.pot = known.empty()
                              ? free_part(facts.account)
                              : items_.expected[nearest_of(known).position].occurrence.pot;
    }
    if (!rule.pot.empty()) {
        explanation.pot = rule.pot;
    }
    explanation.grounds.rule = rule.id;
    return explanation;
}

} // namespace saldo::reconcile
