#include "arrears/columns.hpp"

#include "arrears/codes.hpp"
#include "bank/csv/text.hpp"
#include "dossier/check_form.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace saldo::arrears {

namespace {

Finding twice(std::string place, std::string stated) {
    return {
        said_twice, Severity::error, {{}, 0, std::move(place)}, {{"stated", std::move(stated)}}};
}

std::vector<std::string> normal_words(const nlohmann::json& list) {
    std::vector<std::string> words;
    for (const auto& word : list) {
        words.push_back(bank::csv::normal(word.get_ref<const std::string&>()));
    }
    return words;
}

Landlord landlord_from(const nlohmann::json& json, const std::string& place, Findings& findings) {
    Landlord landlord{.key = json.at("landlord"),
                      .name = json.at("name"),
                      .decimal_mark = json.at("decimal_mark").get_ref<const std::string&>()[0],
                      .dates = json.at("dates"),
                      .headings = {},
                      .totals = {}};
    for (const auto& [key, list] : json.at("columns").items()) {
        const Column column = *value_in(column_names, key);
        for (std::string& heading : normal_words(list)) {
            if (!landlord.headings.emplace(heading, column).second) {
                findings.push_back(twice(place + "/columns/" + key, heading));
            }
        }
    }
    if (const auto totals = json.find("totals"); totals != json.end()) {
        landlord.totals = normal_words(*totals);
    }
    return landlord;
}

} // namespace

Result<std::vector<Landlord>> read_columns(std::string_view json) {
    static const dossier::Form form(columns_schema());
    if (const auto is_well_formed = dossier::check_form(json, form); !is_well_formed) {
        return refuse(is_well_formed.error());
    }
    const auto document = nlohmann::json::parse(json);
    std::vector<Landlord> landlords;
    std::set<std::string> keys;
    Findings findings;
    for (const auto& each : document.at("landlords")) {
        const std::string place = "/landlords/" + std::to_string(landlords.size());
        landlords.push_back(landlord_from(each, place, findings));
        if (!keys.insert(landlords.back().key).second) {
            findings.push_back(twice(place + "/landlord", landlords.back().key));
        }
    }
    return findings.empty() ? Result<std::vector<Landlord>>(std::move(landlords))
                            : refuse(Refusal(std::move(findings)));
}

Result<Landlord> landlord_of(const std::vector<Landlord>& all, std::string_view key) {
    if (key.empty()) {
        return all.size() == 1 ? Result<Landlord>(all.front())
                               : refuse(landlord_not_told, {{"count", std::to_string(all.size())}});
    }
    const auto found = std::ranges::find(all, key, &Landlord::key);
    return found == all.end() ? refuse(landlord_unknown, {{"stated", std::string(key)}})
                              : Result<Landlord>(*found);
}

} // namespace saldo::arrears
