#include "arrears/lac_rules.hpp"

#include "arrears/codes.hpp"
#include "dossier/check_form.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace saldo::arrears {

namespace {

using Json = nlohmann::json;

Energy energy_from(const Json& word) {
    return *value_in(energy_names, word.get_ref<const std::string&>());
}

Year_day year_day(const Json& json, const char* key) {
    const auto& text = json.at(key).get_ref<const std::string&>(); // MM-DD, by the schema
    return {std::stoi(text.substr(0, 2)), std::stoi(text.substr(3))};
}

Lac_rules rules_from(const Json& json, Date from) {
    Lac_rules rules{.from = from, .unanimous = json.at("unanimous"), .source = json.at("source")};
    if (const auto winter = json.find("winter"); winter != json.end()) {
        rules.winter = Winter_stop{year_day(*winter, "first"), year_day(*winter, "last"), {}};
        for (const Json& energy : winter->at("energy")) {
            rules.winter->energy.insert(energy_from(energy));
        }
    }
    if (const auto thresholds = json.find("thresholds"); thresholds != json.end()) {
        for (const Json& each : *thresholds) {
            rules.thresholds.emplace(energy_from(each.at("energy")),
                                     *money::parse(each.at("above").get_ref<const std::string&>()));
        }
    }
    if (json.contains("limiter_months")) {
        rules.limiter_months = json.at("limiter_months").get<int>();
    }
    return rules;
}

} // namespace

Result<std::vector<Lac_rules>> read_lac_rules(std::string_view json) {
    static const dossier::Form form(lac_rules_schema());
    if (const auto is_well_formed = dossier::check_form(json, form); !is_well_formed) {
        return refuse(is_well_formed.error());
    }
    const Json document = Json::parse(json);
    std::vector<Lac_rules> rows;
    Findings findings;
    std::size_t index = 0;
    for (const Json& each : document.at("rows")) {
        const Where where{{}, 0, "/rows/" + std::to_string(index++) + "/from"};
        const auto& text = each.at("from").get_ref<const std::string&>();
        const auto from = calendar::parse(text);
        if (!from) {
            findings.push_back({value_wrong,
                                Severity::error,
                                where,
                                {{"stated", text}, //
                                 {"reason", std::string(from.error().code().text)}}});
            continue;
        }
        if (!rows.empty() && *from <= rows.back().from) {
            findings.push_back({rows_not_rising, Severity::error, where, {{"stated", text}}});
        }
        rows.push_back(rules_from(each, *from));
    }
    return findings.empty() ? Result<std::vector<Lac_rules>>(std::move(rows))
                            : refuse(Refusal(std::move(findings)));
}

Result<Lac_rules> rules_on(const std::vector<Lac_rules>& rows, Date on) {
    const auto after =
        std::ranges::find_if(rows, [&](const Lac_rules& rules) { return rules.from > on; });
    return after == rows.begin()
               ? refuse(lac_rules_not_in_force, {{"stated", calendar::format(on)},
                                                 {"computed", calendar::format(rows.front().from)}})
               : Result<Lac_rules>(*std::prev(after));
}

bool is_winter(const Lac_rules& rules, Energy energy, Date day) {
    if (!rules.winter || !rules.winter->energy.contains(energy)) {
        return false;
    }
    const Year_day of_year{day.month(), day.day()};
    const auto& [first, last, energies] = *rules.winter;
    return first <= last ? first <= of_year && of_year <= last
                         : of_year >= first || of_year <= last;
}

} // namespace saldo::arrears
