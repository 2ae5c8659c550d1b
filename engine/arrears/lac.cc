#include "arrears/lac.hpp"

#include "arrears/codes.hpp"
#include "arrears/kept_values.hpp"
#include "calendar/rhythm.hpp"
#include "dossier/adopted_plan.hpp"

#include <algorithm>

namespace saldo::arrears {

namespace {

class Decision_check {
public:
    Decision_check(const Lac& lac, const Lac_decision& decision) : lac_(lac), decision_(decision) {}

    Findings check(const std::vector<Lac_rules>& rows) {
        check_terms();
        if (decision_.outcome == Lac_outcome::cut_off && decision_.from) {
            if (const auto rules = rules_on(rows, *decision_.from)) {
                check_cut_off(*rules);
            } else {
                for (const Finding& finding : rules.error().findings()) {
                    findings_.push_back(finding);
                }
            }
        }
        return std::move(findings_);
    }

private:
    void tell(Code code, Params params) {
        findings_.push_back({code, Severity::error, {{}, 0, lac_.number}, std::move(params)});
    }

    void need(const char* term, bool is_told) {
        if (!is_told) {
            tell(lac_term_missing, {{"term", term}});
        }
    }

    void check_day(const char* term, const std::optional<Date>& day) {
        if (day && *day < decision_.date) {
            tell(lac_term_too_early, {{"term", term},
                                      {"stated", calendar::format(*day)},
                                      {"computed", calendar::format(decision_.date)}});
        }
    }

    void check_terms() {
        const Lac_outcome outcome = decision_.outcome;
        const bool is_payment = outcome == Lac_outcome::immediate_payment;
        if (outcome == Lac_outcome::time || is_payment) {
            need("until", decision_.until.has_value());
        } else {
            need("from", decision_.from.has_value());
        }
        if (outcome == Lac_outcome::plan || is_payment) {
            need("amount", decision_.amount && decision_.amount->is_positive());
        }
        check_day("until", decision_.until);
        check_day("from", decision_.from);
        const bool is_plan = outcome == Lac_outcome::plan && decision_.amount;
        if (is_plan && times(*decision_.amount, decision_.instalments) > decision_.debt) {
            tell(lac_above_debt,
                 {{"stated", format(times(*decision_.amount, decision_.instalments))},
                  {"computed", format(decision_.debt)}});
        }
    }

    void check_cut_off(const Lac_rules& rules) {
        if (rules.unanimous && !decision_.unanimous) {
            tell(lac_not_unanimous, {{"source", rules.source}});
        }
        if (is_winter(rules, lac_.energy, *decision_.from)) {
            tell(lac_winter_stop, {{"stated", calendar::format(*decision_.from)},
                                   {"first", day_text(rules.winter->first)},
                                   {"last", day_text(rules.winter->last)},
                                   {"source", rules.source}});
        }
        const auto threshold = rules.thresholds.find(lac_.energy);
        if (threshold != rules.thresholds.end() && decision_.debt <= threshold->second) {
            tell(lac_below_threshold, {{"stated", format(decision_.debt)},
                                       {"computed", format(threshold->second)},
                                       {"source", rules.source}});
        }
        if (lac_.energy == Energy::water && rules.limiter_months) {
            check_limiter(*rules.limiter_months, rules.source);
        }
    }

    void check_limiter(int limiter_months, const std::string& source) {
        if (!lac_.limited_since) {
            tell(lac_limiter_missing, {{"source", source}});
            return;
        }
        const Date first = calendar::plus_months(*lac_.limited_since, limiter_months);
        if (*decision_.from < first) {
            tell(lac_limiter_too_recent, {{"stated", calendar::format(*decision_.from)},
                                          {"computed", calendar::format(first)},
                                          {"source", source}});
        }
    }

    static std::string day_text(Year_day day) {
        const auto two = [](int number) {
            return (number < 10 ? "0" : "") + std::to_string(number);
        };
        return two(day.month) + "-" + two(day.day);
    }

    const Lac& lac_;
    const Lac_decision& decision_;
    Findings findings_;
};

Lac_standing standing_of_plan(const Lac_decision& decision, const Lac_payments& payments, Date on) {
    Lac_standing standing{.state = Lac_state::running};
    for (const Date due : due_dates(decision)) {
        const Money open = std::max(*decision.amount - payments.on_due(due), Money::zero());
        if (!open.is_positive()) {
            continue;
        }
        standing.due = standing.due ? standing.due : due;
        standing.missing += due <= on ? open : Money::zero();
        const Date broken = due.plus_days(dossier::plan_grace_days + 1);
        if (broken <= on && !standing.breached) {
            standing.breached = broken;
        }
    }
    standing.state = standing.breached ? Lac_state::breached
                     : standing.due    ? Lac_state::running
                                       : Lac_state::kept;
    return standing;
}

Lac_standing
standing_of_payment(const Lac_decision& decision, const Lac_payments& payments, Date on) {
    const Money open = std::max(*decision.amount - payments.until(on), Money::zero());
    if (!open.is_positive()) {
        return {.state = Lac_state::kept};
    }
    if (*decision.until < on) {
        return {Lac_state::breached, *decision.until, open, decision.until->plus_days(1)};
    }
    return {Lac_state::running, *decision.until, Money::zero(), {}};
}

kept::Json written(const Lac_decision& decision) {
    kept::Json json{{"outcome", name(decision.outcome)},
                    {"unanimous", decision.unanimous},
                    {"client", name(decision.client)},
                    {"proposer", name(decision.proposer)}};
    kept::put(json, "date", decision.date);
    kept::put(json, "debt", decision.debt);
    kept::put(json, "until", decision.until);
    kept::put(json, "from", decision.from);
    kept::put(json, "amount", decision.amount);
    if (decision.instalments != 0) {
        json["instalments"] = decision.instalments;
    }
    kept::put(json, "note", decision.note);
    kept::put(json, "user", decision.user);
    return json;
}

Lac_decision decision_from(const kept::Json& all, const char* key) {
    const kept::Json& json = all.at(key);
    return {.date = kept::date(json, "date"),
            .outcome = kept::word(json, "outcome", lac_outcome_names),
            .unanimous = json.at("unanimous"),
            .client = kept::word(json, "client", client_heard_names),
            .proposer = kept::word(json, "proposer", proposer_names),
            .debt = kept::amount(json, "debt"),
            .until = kept::maybe(json, "until", kept::date),
            .from = kept::maybe(json, "from", kept::date),
            .amount = kept::maybe(json, "amount", kept::amount),
            .instalments = json.value("instalments", 0),
            .note = kept::text(json, "note"),
            .user = kept::text(json, "user")};
}

} // namespace

Findings
check_decision(const std::vector<Lac_rules>& rows, const Lac& lac, const Lac_decision& decision) {
    return Decision_check(lac, decision).check(rows);
}

int instalments_of(Money debt, Money monthly) {
    const std::int64_t count = monthly.is_positive() ? debt.cents() / monthly.cents() : 1;
    constexpr std::int64_t most = 1'200; // a hundred years
    return static_cast<int>(std::clamp<std::int64_t>(count, 1, most));
}

std::vector<Date> due_dates(const Lac_decision& decision) {
    std::vector<Date> dates;
    for (int n = 0; decision.outcome == Lac_outcome::plan && n < decision.instalments; ++n) {
        dates.push_back(calendar::due(*decision.from, calendar::Rhythm::monthly, n));
    }
    return dates;
}

Lac_standing standing_on(const Lac& lac, const Lac_payments& payments, Date on) {
    if (!lac.decision || lac.decision->date > on) {
        return {};
    }
    const Lac_decision& decision = *lac.decision;
    switch (decision.outcome) {
    case Lac_outcome::plan:
        return standing_of_plan(decision, payments, on);
    case Lac_outcome::immediate_payment:
        return standing_of_payment(decision, payments, on);
    case Lac_outcome::time:
        return {.state = *decision.until < on ? Lac_state::over : Lac_state::running};
    case Lac_outcome::limiter:
    case Lac_outcome::budget_meter:
    case Lac_outcome::cut_off:
    case Lac_outcome::reconnection:
        break;
    }
    return {.state = Lac_state::done};
}

std::string write_lac(const Lac& lac) {
    kept::Json json{{"schema", "saldo/lac/1"},
                    {"number", lac.number},
                    {"claim", lac.claim},
                    {"energy", name(lac.energy)}};
    kept::put(json, "session", lac.session);
    kept::put(json, "proposal", lac.proposal);
    kept::put(json, "monthly", lac.monthly);
    kept::put(json, "limited_since", lac.limited_since);
    if (lac.decision) {
        json["decision"] = written(*lac.decision);
    }
    return kept::text_of(json);
}

Lac read_kept_lac(std::string_view text) {
    const auto json = kept::Json::parse(text);
    return {.number = json.at("number"),
            .claim = json.at("claim"),
            .energy = kept::word(json, "energy", energy_names),
            .session = kept::date(json, "session"),
            .proposal = kept::text(json, "proposal"),
            .monthly = kept::maybe(json, "monthly", kept::amount),
            .limited_since = kept::maybe(json, "limited_since", kept::date),
            .decision = kept::maybe(json, "decision", decision_from)};
}

} // namespace saldo::arrears
