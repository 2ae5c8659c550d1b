#include "plans/plan_document.hpp"

#include "dossier/check_form.hpp"
#include "dossier/leaf.hpp"
#include "plans/codes.hpp"

#include <nlohmann/json.hpp>

namespace saldo::plans {

namespace {

using Json = nlohmann::json;

/// Takes the values of a document that follows the schema.
class Plan_reader {
public:
    Result<Plan> read(const Json& json) {
        Plan plan{.name = json.value("name", ""),
                  .start = day(json, "start", ""),
                  .monthly = amount(json, "monthly", ""),
                  .strategy = *strategy_from(word(json, "strategy")),
                  .creditors = list(json, "creditors", &Plan_reader::creditor)};
        plan.classes = list(json, "classes", &Plan_reader::class_of);
        plan.steps = list(json, "steps", &Plan_reader::step);
        plan.extras = list(json, "extras", &Plan_reader::extra);
        plan.minimum = leaf<Money>(json, "minimum", "");
        plan.zero_below = leaf<Money>(json, "zero_below", "");
        plan.round_to = word(json, "round_to") == "euro" ? Round_to::euro : Round_to::cent;
        plan.freed_money =
            word(json, "freed_money") == "kept" ? Freed_money::kept : Freed_money::shared;
        plan.interest_on = word(json, "interest_on") == "principal" ? Interest_on::principal
                                                                    : Interest_on::balance;
        plan.first_interest = json.value("first_interest", true);
        plan.months_most = json.value("months_max", plan.months_most);
        if (json.contains("term")) {
            plan.term = json.at("term").get<int>();
        }
        if (const auto found = json.find("reserve"); found != json.end()) {
            plan.reserve =
                Reserve{amount(*found, "target", "/reserve"), amount(*found, "held", "/reserve"),
                        leaf<Money>(*found, "monthly", "/reserve")};
        }
        if (const auto found = json.find("account"); found != json.end()) {
            plan.account = account(*found, "/account");
        }
        if (findings_.empty()) {
            findings_ = check(plan);
        }
        return findings_.empty() ? Result<Plan>(std::move(plan))
                                 : refuse(Refusal(std::move(findings_)));
    }

private:
    template <class T>
    std::vector<T>
    list(const Json& object, const char* key, T (Plan_reader::*item)(const Json&, std::string)) {
        std::vector<T> items;
        if (const auto found = object.find(key); found != object.end()) {
            for (const Json& each : *found) {
                items.push_back((this->*item)(each, std::string("/") + key + "/" +
                                                        std::to_string(items.size())));
            }
        }
        return items;
    }

    static std::string word(const Json& object, const char* key) {
        return object.value(key, std::string());
    }

    template <class T>
    std::optional<T> leaf(const Json& object, const char* key, const std::string& place) {
        const auto found = object.find(key);
        if (found == object.end()) {
            return std::nullopt;
        }
        auto value = dossier::parse_leaf(found->get_ref<const std::string&>(), dossier::As<T>{});
        if (!value) {
            wrong(place + "/" + key, value.error());
            return std::nullopt;
        }
        return *std::move(value);
    }

    void wrong(std::string place, const Refusal& why) {
        findings_.push_back({value_wrong,
                             Severity::error,
                             {{}, 0, std::move(place)},
                             {{"reason", std::string(why.code().text)}}});
    }

    Money amount(const Json& object, const char* key, const std::string& place) {
        return leaf<Money>(object, key, place).value_or(Money::zero());
    }

    /// A day that must be there; what stands for one that is none leaves with a finding.
    Date day(const Json& object, const char* key, const std::string& place) {
        return leaf<Date>(object, key, place).value_or(Date::from_days(0));
    }

    std::optional<money::Rate>
    rate(const Json& object, const std::string& key, const std::string& place) {
        const auto found = object.find(key);
        if (found == object.end()) {
            return std::nullopt;
        }
        const auto value = money::parse_rate(found->get_ref<const std::string&>());
        if (!value) {
            wrong(place + "/" + key, value.error());
            return std::nullopt;
        }
        return *value;
    }

    /// A fraction, or the word of a legal rate.
    void rates(Creditor& creditor, const Json& json, const std::string& place) {
        creditor.legal = value_in(law::legal_rate_names, word(json, "rate"));
        if (!creditor.legal) {
            creditor.rate = rate(json, "rate", place);
        }
        creditor.rate_after = rate(json, "rate_after", place);
    }

    Creditor creditor(const Json& json, std::string place) {
        Creditor creditor{.id = word(json, "id"), .balance = amount(json, "balance", place)};
        creditor.interest_due = amount(json, "interest_due", place);
        creditor.contractual = leaf<Money>(json, "contractual", place);
        if (json.contains("priority")) {
            creditor.priority = json.at("priority").get<std::int64_t>();
        }
        rates(creditor, json, place);
        creditor.fixed = leaf<Money>(json, "fixed", place);
        creditor.minimum = leaf<Money>(json, "minimum", place);
        creditor.in_class = word(json, "class");
        creditor.joins = leaf<Date>(json, "joins", place);
        creditor.frozen_until = leaf<Date>(json, "frozen_until", place);
        creditor.interest_until = leaf<Date>(json, "interest_until", place);
        if (const auto found = json.find("settlement"); found != json.end()) {
            creditor.settlement = Settlement{day(*found, "on", place + "/settlement"),
                                             amount(*found, "amount", place + "/settlement")};
        }
        return creditor;
    }

    Class class_of(const Json& json, std::string place) {
        return {word(json, "id"), *method_from(word(json, "method")),
                leaf<Money>(json, "amount", place), leaf<Money>(json, "at_most", place)};
    }

    Step step(const Json& json, std::string place) {
        return {day(json, "from", place), leaf<Money>(json, "monthly", place),
                leaf<Money>(json, "income", place), leaf<Money>(json, "costs", place),
                leaf<Money>(json, "living_money", place)};
    }

    Extra extra(const Json& json, std::string place) {
        return {day(json, "date", place), amount(json, "amount", place)};
    }

    Account account(const Json& json, const std::string& place) {
        return {amount(json, "balance", place),
                leaf<Money>(json, "income", place),
                amount(json, "costs", place),
                amount(json, "living_money", place),
                leaf<Money>(json, "living_money_least", place),
                leaf<Money>(json, "reference_budget", place)};
    }

    Findings findings_;
};

} // namespace

Result<Plan> read_plan(std::string_view json) {
    static const dossier::Form form(plan_schema_text());
    if (const auto is_well_formed = dossier::check_form(json, form); !is_well_formed) {
        return refuse(is_well_formed.error());
    }
    return Plan_reader().read(Json::parse(json));
}

std::string canonical_text(std::string_view json) {
    constexpr int indent = 2;
    return Json::parse(json).dump(indent) + "\n";
}

} // namespace saldo::plans
