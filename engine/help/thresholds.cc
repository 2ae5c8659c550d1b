#include "help/thresholds.hpp"

#include "dossier/check_form.hpp"
#include "help/codes.hpp"
#include "help/json.hpp"
#include "law/living_money.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace saldo::help {

namespace {

constexpr int adult_from_years = 18;
constexpr std::int64_t months_a_year = 12;
constexpr std::int64_t weeks_a_year = 52;

/// Takes the limits of a document that follows the schema.
class Limit_reader {
public:
    Result<std::vector<Income_limit>> read(const Json& json) {
        for (const Json& each : json.at("limits")) {
            take(each, fmt::format("/limits/{}", index_++));
        }
        return findings_.empty() ? Result<std::vector<Income_limit>>(std::move(limits_))
                                 : refuse(Refusal(std::move(findings_)));
    }

private:
    void take(const Json& json, const std::string& place) {
        const auto from = value_at<Date>(json, "from");
        const auto until = value_at<Date>(json, "until");
        const auto amount = value_at<Money>(json, "amount");
        const auto more = value_at<Money>(json, "per_further_member");
        wrong_unless(from.has_value(), place + "/from");
        wrong_unless(until.has_value() || !json.contains("until"), place + "/until");
        wrong_unless(amount && amount->is_positive(), place + "/amount");
        wrong_unless(json.contains("per_further_member") ? more && !more->is_negative() : true,
                     place + "/per_further_member");
        if (!from || !amount) {
            return;
        }
        const auto in_force = calendar::Date_range::through(*from, until);
        wrong_unless(in_force.has_value(), place + "/until");
        if (!in_force) {
            return;
        }
        const auto per = value_in(per_names, json.at("per").get_ref<const std::string&>());
        Income_limit limit{.key = json.at("key"),
                           .name = json.at("name"),
                           .in_force = *in_force,
                           .amount = *amount,
                           .per = per.value_or(Per::year),
                           .per_further_member = more.value_or(Money::zero()),
                           .households = json.value("households", std::vector<std::string>()),
                           .source = json.at("source")};
        if (std::ranges::any_of(limits_, [&](const auto& other) { return meets(limit, other); })) {
            findings_.push_back(
                {key_twice, Severity::error, {{}, 0, place + "/key"}, {{"key", limit.key}}});
        }
        limits_.push_back(std::move(limit));
    }

    static bool meets(const Income_limit& a, const Income_limit& b) {
        const bool is_same = a.key == b.key && a.households == b.households;
        return is_same && meet(a.in_force, b.in_force);
    }

    void wrong_unless(bool holds, std::string place) {
        if (!holds) {
            findings_.push_back({value_wrong, Severity::error, {{}, 0, std::move(place)}, {}});
        }
    }

    std::size_t index_ = 0;
    std::vector<Income_limit> limits_;
    Findings findings_;
};

/// What comes at this rhythm, as a part or multiple of what comes in a month; nothing if it comes
/// once.
std::optional<money::Rate> in_a_month(calendar::Rhythm rhythm) {
    switch (rhythm) {
    case calendar::Rhythm::once:
        return std::nullopt;
    case calendar::Rhythm::weekly:
        return money::Rate::of(weeks_a_year, months_a_year);
    case calendar::Rhythm::fortnightly:
        return money::Rate::of(weeks_a_year, 2 * months_a_year);
    case calendar::Rhythm::monthly:
        return money::Rate::of(1, 1);
    case calendar::Rhythm::quarterly:
        return money::Rate::of(1, 3);
    case calendar::Rhythm::yearly:
        return money::Rate::of(1, months_a_year);
    }
    return std::nullopt;
}

bool is_minor(const dossier::Member& member, Date on) {
    if (member.role != dossier::Member_role::child) {
        return false;
    }
    const auto& born = member.birth_date;
    return !born || calendar::due(*born, calendar::Rhythm::yearly, adult_from_years) > on;
}

/// How many times which leefloon.
struct Leefloon_share {
    law::Leefloon_category category;
    std::int64_t count = 1;
};

std::optional<Leefloon_share> leefloon_of(const Earner& earner) {
    using enum law::Leefloon_category;
    if (earner.kind == "single") {
        return Leefloon_share{single};
    }
    if (earner.kind == "couple") {
        return Leefloon_share{cohabiting, 2};
    }
    if ((earner.kind == "family" || earner.kind == "single_parent") && earner.has_minor_child) {
        return Leefloon_share{family};
    }
    return std::nullopt;
}

Money income_in(const Earner& earner, Per per) {
    std::vector<money::Product> products = earner.income;
    for (money::Product& each : products) {
        if (per == Per::year) {
            each.factors.push_back(money::Rate::of(months_a_year, 1));
        }
    }
    const auto sum = money::sum(products, money::Rounding::half_away);
    invariant(sum.has_value(), "what a household earns is an amount");
    return *sum;
}

Threshold hold(const Earner& earner, Threshold row, money::Rate within) {
    row.income = income_in(earner, row.per);
    row.over = row.income - row.limit;
    row.part = money::Rate::of(row.over.cents(), row.limit.cents());
    const auto at_most = money::scale(row.limit, within, money::Rounding::toward_zero);
    if (row.over.is_positive()) {
        row.distance = at_most && row.over <= *at_most ? Distance::just_above : Distance::above;
    }
    return row;
}

Threshold blank_threshold() {
    return {.key = {},
            .name = {},
            .limit = Money::zero(),
            .income = Money::zero(),
            .over = Money::zero(),
            .part = money::Rate::of(0, 1),
            .source = {}};
}

void hold_against_leefloon(const Earner& earner,
                           const law::Figures& figures,
                           money::Rate within,
                           Date on,
                           Thresholds& found) {
    const auto share = leefloon_of(earner);
    if (!share) {
        found.findings.push_back(
            {limit_unclear, Severity::warning, {}, {{"household", earner.kind}}});
        return;
    }
    const auto leefloon = law::leefloon(figures, share->category, on);
    if (!leefloon) {
        for (Finding finding : leefloon.error().findings()) {
            finding.severity = Severity::warning;
            found.findings.push_back(std::move(finding));
        }
        return;
    }
    found.findings.insert(found.findings.end(), leefloon->findings.begin(),
                          leefloon->findings.end());
    Threshold row = blank_threshold();
    row.key = "leefloon";
    row.name = leefloon->steps.empty() ? "" : leefloon->steps.front().article;
    row.per = Per::month;
    row.limit = money::times(leefloon->amount, share->count);
    found.rows.push_back(hold(earner, std::move(row), within));
}

} // namespace

Result<std::vector<Income_limit>> read_income_limits(std::string_view text) {
    static const dossier::Form form(income_limits_schema_text());
    if (const auto is_well_formed = dossier::check_form(text, form); !is_well_formed) {
        return refuse(is_well_formed.error());
    }
    return Limit_reader().read(Json::parse(text));
}

Earner earner_of(const dossier::Dossier& dossier, Date on) {
    const auto& members = dossier.household.members;
    Earner earner{.kind = dossier.household.kind,
                  .members = static_cast<std::int64_t>(members.size()),
                  .has_minor_child = std::ranges::any_of(
                      members, [&](const auto& each) { return is_minor(each, on); }),
                  .income = {}};
    for (const dossier::Budget_line& line : dossier.budget_lines) {
        const auto factor = in_a_month(line.schedule.rhythm);
        if (line.direction == dossier::Direction::income && factor &&
            line.schedule.period.contains(on)) {
            earner.income.push_back({line.schedule.amount, {*factor}});
        }
    }
    return earner;
}

Thresholds hold_against(const Earner& earner,
                        const law::Figures& figures,
                        const std::vector<Income_limit>& limits,
                        money::Rate within,
                        Date on) {
    Thresholds found;
    hold_against_leefloon(earner, figures, within, on, found);
    for (const Income_limit& limit : limits) {
        const auto& kinds = limit.households;
        if (!limit.in_force.contains(on) ||
            (!kinds.empty() && std::ranges::find(kinds, earner.kind) == kinds.end())) {
            continue;
        }
        Threshold row = blank_threshold();
        row.key = limit.key;
        row.name = limit.name;
        row.per = limit.per;
        row.limit = limit.amount + money::times(limit.per_further_member, earner.members - 1);
        row.source = limit.source;
        found.rows.push_back(hold(earner, std::move(row), within));
    }
    return found;
}

} // namespace saldo::help
