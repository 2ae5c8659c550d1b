#include "reconcile/match_rule.hpp"

#include "base/named.hpp"
#include "party/account_number.hpp"
#include "reconcile/words.hpp"

namespace saldo::reconcile {

namespace {

constexpr std::array sign_names{Named{Match_rule::Sign::any, ""},
                                Named{Match_rule::Sign::credit, "credit"},
                                Named{Match_rule::Sign::debit, "debit"}};

bool holds(Match_rule::Sign sign, Money amount) {
    return sign == Match_rule::Sign::any ||
           (sign == Match_rule::Sign::credit ? amount.is_positive() : amount.is_negative());
}

/// Banks cut names off: that of a shop in CODA has 16 signs. Fewer than 12 may be anyone's.
bool is_cut_off(std::string_view name, std::string_view wanted) {
    constexpr std::size_t least_signs = 12;
    return name.size() >= least_signs && wanted.starts_with(name);
}

bool holds_name(const Match_rule& rule, const Rule_facts& facts) {
    const std::string wanted = folded(rule.name);
    if (is_cut_off(facts.name, wanted)) {
        return true;
    }
    return rule.is_whole_name ? facts.name == wanted : holds_words(facts.name, wanted);
}

void add(Params& params, const char* name, std::string_view value) {
    if (!value.empty()) {
        params.push_back({name, std::string(value)});
    }
}

} // namespace

std::string_view name(Match_rule::Sign sign) {
    return name_in(sign_names, sign);
}

std::optional<Match_rule::Sign> sign_from(std::string_view name) {
    return value_in(sign_names, name);
}

Params told(const Match_rule& rule) {
    Params params;
    add(params, "iban", rule.iban ? rule.iban->text() : std::string_view());
    add(params, rule.is_whole_name ? "whole_name" : "name", rule.name);
    add(params, "words", rule.words);
    add(params, "sign", name(rule.sign));
    add(params, "least", rule.least ? format(*rule.least) : std::string());
    add(params, "most", rule.most ? format(*rule.most) : std::string());
    add(params, "account", rule.account);
    add(params, "subject", rule.subject);
    add(params, "pot", rule.pot);
    return params;
}

bool same_conditions(Match_rule a, Match_rule b) {
    for (Match_rule* rule : {&a, &b}) {
        rule->id = {};
        rule->subject.clear();
        rule->pot.clear();
        rule->name = folded(rule->name);
        rule->words = folded(rule->words);
    }
    return a == b;
}

Rule_facts::Rule_facts(const Facts& of)
    : facts(of), iban(party::normal_account(of.counterparty_account)),
      name(folded(of.counterparty_name)), text(folded(of.text)) {}

bool holds(const Match_rule& rule, const Rule_facts& facts) {
    const Money amount = abs(facts.facts.amount);
    return (!rule.iban || rule.iban->text() == facts.iban) &&
           holds(rule.sign, facts.facts.amount) && (!rule.least || amount >= *rule.least) &&
           (!rule.most || amount <= *rule.most) &&
           (rule.account.empty() || rule.account == facts.facts.account) &&
           (rule.name.empty() || holds_name(rule, facts)) &&
           (rule.words.empty() || holds_words(facts.text, folded(rule.words)));
}

std::optional<std::string_view>
subject_of(const Match_rule& rule, const Facts& facts, const std::vector<Category_line>& lines) {
    const std::string_view subject = rule.subject;
    if (!subject.starts_with(category_mark)) {
        return subject;
    }
    const std::string_view category = subject.substr(category_mark.size());
    const Category_line* only = nullptr;
    for (const Category_line& line : lines) {
        if (line.category == category && line.account == facts.account &&
            flows(line.direction, facts.amount) && line.period.contains(facts.date)) {
            if (only != nullptr) {
                return std::nullopt;
            }
            only = &line;
        }
    }
    return only == nullptr ? std::nullopt : std::optional(std::string_view(only->subject));
}

} // namespace saldo::reconcile
