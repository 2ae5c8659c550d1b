#pragma once

#include "base/result.hpp"
#include "dossier/course.hpp"
#include "money/rate.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The checklist of skills by which an office evaluates, as a JSON document of the form
/// schemas/json/skills.schema.json, and what the scores come to.
namespace saldo::evaluation {

struct Skill {
    std::string key;
    std::string name; ///< in the words of the office
    int weight = 1;   ///< 1 to 99
    int average = 0;  ///< the score of an average person of the same age

    friend bool operator==(const Skill&, const Skill&) = default;
};

/// When a dossier in budget management is told to the team.
struct Alarm {
    int management_months = 24; ///< in budget management without a break for so long,
    int evaluation_months = 12; ///< and so long without an evaluation

    friend bool operator==(const Alarm&, const Alarm&) = default;
};

struct Checklist {
    std::vector<Skill> skills;
    int scale_max = 10; ///< scores go from 0 to this
    int team_days = 14; ///< between two meetings of the team
    Alarm alarm;

    friend bool operator==(const Checklist&, const Checklist&) = default;
};

/// The text of the schema, and of schemas/policy/skills.json, from which an office starts; both
/// built in. Skills as published by Ieper (evaluation against an average person of the same age)
/// and by CEBUD and BIZ Kempen (the four groups of financial skills).
[[nodiscard]] std::string_view skills_schema_text();
[[nodiscard]] std::string_view default_skills_text();

/// Reads a document from outside: its form (dossier/check_form.hpp), then what it says:
/// evaluation.said_twice (a key) and evaluation.average_too_high, with their JSON pointers.
[[nodiscard]] Result<Checklist> read_checklist(std::string_view json);

/// The skill of that key, or null.
[[nodiscard]] const Skill* find_skill(const Checklist& checklist, std::string_view key);

/// What the scores of an evaluation come to: each times the weight of its skill, divided by the sum
/// of these weights. Exact; whoever shows it rounds once.
struct Score {
    money::Rate score;
    money::Rate average;    ///< the same of an average person, over the same skills
    money::Rate difference; ///< score - average
};

/// Over the skills that the checklist has; nothing if it has none of them.
[[nodiscard]] std::optional<Score> score_of(const Checklist& checklist,
                                            const std::vector<dossier::Skill_score>& scores);

} // namespace saldo::evaluation
