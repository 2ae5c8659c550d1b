#include "help/rights.hpp"

#include "dossier/check_form.hpp"
#include "help/codes.hpp"
#include "help/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace saldo::help {

Result<Rights_list> read_rights(std::string_view text) {
    static const dossier::Form form(rights_schema_text());
    if (const auto is_well_formed = dossier::check_form(text, form); !is_well_formed) {
        return refuse(is_well_formed.error());
    }
    const Json json = Json::parse(text);
    Rights_list list{json.at("name"), {}};
    std::set<std::string> keys;
    Findings findings;
    for (const Json& each : json.at("rights")) {
        list.rights.push_back(
            {each.at("key"), each.at("name"), text_in(each, "question"), text_in(each, "source")});
        const std::string& key = list.rights.back().key;
        if (!keys.insert(key).second) {
            findings.push_back({key_twice,
                                Severity::error,
                                {{}, 0, fmt::format("/rights/{}/key", list.rights.size() - 1)},
                                {{"key", key}}});
        }
    }
    return findings.empty() ? Result<Rights_list>(std::move(list))
                            : refuse(Refusal(std::move(findings)));
}

Result<Done> put_right(Rights_check& check, const Rights_list& list, Right_finding finding) {
    const auto of_key = [&](const auto& each) { return each.key == finding.right; };
    if (std::ranges::none_of(list.rights, of_key)) {
        return refuse(right_unknown, {{"right", finding.right}});
    }
    const auto known = std::ranges::find(check, finding.right, &Right_finding::right);
    if (known == check.end()) {
        check.push_back(std::move(finding));
    } else {
        *known = std::move(finding);
    }
    return Done();
}

std::vector<Right_row> rows_of(const Rights_list& list, const Rights_check& check) {
    std::vector<Right_row> rows;
    for (const Right& right : list.rights) {
        rows.push_back({right});
        const auto found = std::ranges::find(check, right.key, &Right_finding::right);
        if (found != check.end()) {
            rows.back().finding = *found;
        }
    }
    for (const Right_finding& finding : check) {
        if (std::ranges::find(list.rights, finding.right, &Right::key) == list.rights.end()) {
            rows.push_back({{finding.right, finding.right, {}, {}}, finding});
        }
    }
    return rows;
}

std::string write_rights_check(const Rights_check& check) {
    Json json{{"rights", Json::array()}};
    for (const Right_finding& finding : check) {
        json["rights"].push_back({{"right", finding.right},
                                  {"state", name_in(right_state_names, finding.state)},
                                  {"date", calendar::format(finding.date)},
                                  {"user", finding.user}});
    }
    return text_of(json);
}

Rights_check read_kept_rights_check(std::string_view text) {
    const Json json = Json::parse(text);
    Rights_check check;
    for (const Json& each : json.at("rights")) {
        const auto state =
            value_in(right_state_names, each.at("state").get_ref<const std::string&>());
        invariant(state.has_value(), "a state in the book is known");
        check.push_back(
            {each.at("right"), *state, kept_value<Date>(each, "date"), each.at("user")});
    }
    return check;
}

} // namespace saldo::help
