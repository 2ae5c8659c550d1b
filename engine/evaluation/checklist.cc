#include "evaluation/checklist.hpp"

#include "dossier/check_form.hpp"
#include "evaluation/codes.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace saldo::evaluation {

Result<Checklist> read_checklist(std::string_view text) {
    static const dossier::Form form(skills_schema_text());
    if (const auto is_well_formed = dossier::check_form(text, form); !is_well_formed) {
        return refuse(is_well_formed.error());
    }
    const auto json = nlohmann::json::parse(text);
    const auto& alarm = json.at("alarm");
    Checklist checklist{.skills = {},
                        .scale_max = json.at("scale_max"),
                        .team_days = json.at("team_days"),
                        .alarm = {alarm.at("management_months"), alarm.at("evaluation_months")}};
    Findings findings;
    const auto add = [&](Code code, std::string place, std::string stated) {
        findings.push_back(
            {code, Severity::error, {{}, 0, std::move(place)}, {{"stated", std::move(stated)}}});
    };
    for (const auto& row : json.at("skills")) {
        Skill skill{row.at("key"), row.at("name"), row.at("weight"), row.at("average")};
        const std::string place = "/skills/" + std::to_string(checklist.skills.size());
        if (find_skill(checklist, skill.key) != nullptr) {
            add(said_twice, place + "/key", skill.key);
        }
        if (skill.average > checklist.scale_max) {
            add(average_too_high, place + "/average", std::to_string(skill.average));
        }
        checklist.skills.push_back(std::move(skill));
    }
    return findings.empty() ? Result<Checklist>(std::move(checklist))
                            : refuse(Refusal(std::move(findings)));
}

const Skill* find_skill(const Checklist& checklist, std::string_view key) {
    const auto found = std::ranges::find(checklist.skills, key, &Skill::key);
    return found == checklist.skills.end() ? nullptr : &*found;
}

std::optional<Score> score_of(const Checklist& checklist,
                              const std::vector<dossier::Skill_score>& scores) {
    std::int64_t weights = 0;
    std::int64_t score = 0;
    std::int64_t average = 0;
    for (const dossier::Skill_score& each : scores) {
        if (const Skill* skill = find_skill(checklist, each.skill)) {
            weights += skill->weight;
            score += std::int64_t{skill->weight} * each.score.value;
            average += std::int64_t{skill->weight} * skill->average;
        }
    }
    if (weights == 0) {
        return std::nullopt;
    }
    return Score{money::Rate::of(score, weights), money::Rate::of(average, weights),
                 money::Rate::of(score - average, weights)};
}

} // namespace saldo::evaluation
