#include "help/closing_list.hpp"

#include "dossier/check_form.hpp"
#include "help/codes.hpp"
#include "help/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace saldo::help {

namespace {

std::vector<dossier::Help_stop> reasons_in(const Json& step, const char* key) {
    std::vector<dossier::Help_stop> reasons;
    for (const std::string& word : step.value(key, std::vector<std::string>())) {
        if (const auto reason = dossier::from_name<dossier::Help_stop>(word)) {
            reasons.push_back(*reason);
        }
    }
    return reasons;
}

} // namespace

bool is_for(const Closing_rule& rule, dossier::Help_stop reason) {
    const bool is_wanted = rule.only_for.empty() || std::ranges::count(rule.only_for, reason) != 0;
    return is_wanted && std::ranges::count(rule.not_for, reason) == 0;
}

Result<Closing_list> read_closing_list(std::string_view text) {
    static const dossier::Form form(closing_schema_text());
    if (const auto is_well_formed = dossier::check_form(text, form); !is_well_formed) {
        return refuse(is_well_formed.error());
    }
    const Json json = Json::parse(text);
    Closing_list list{json.at("name"), {}};
    std::set<std::string> keys;
    Findings findings;
    const auto tell = [&](Code code, const char* field, const std::string& key) {
        findings.push_back({code,
                            Severity::error,
                            {{}, 0, fmt::format("/steps/{}/{}", list.steps.size(), field)},
                            {{"step", key}, {"key", key}}});
    };
    for (const Json& each : json.at("steps")) {
        Closing_rule rule{.key = each.at("key"),
                          .name = each.at("name"),
                          .check = value_in(closing_check_names, text_in(each, "check")),
                          .after = each.value("after", std::vector<std::string>()),
                          .needs_document = each.value("document", false),
                          .only_for = reasons_in(each, "only_for"),
                          .not_for = reasons_in(each, "not_for")};
        for (const std::string& before : rule.after) {
            if (!keys.contains(before)) {
                tell(step_unknown, "after", before);
            }
        }
        if (!keys.insert(rule.key).second) {
            tell(key_twice, "key", rule.key);
        }
        list.steps.push_back(std::move(rule));
    }
    return findings.empty() ? Result<Closing_list>(std::move(list))
                            : refuse(Refusal(std::move(findings)));
}

} // namespace saldo::help
