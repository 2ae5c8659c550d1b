#include "arrears/procedure.hpp"

#include "arrears/codes.hpp"
#include "dossier/check_form.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace saldo::arrears {

Result<Procedure> read_procedure(std::string_view json) {
    static const dossier::Form form(procedure_schema());
    if (const auto is_well_formed = dossier::check_form(json, form); !is_well_formed) {
        return refuse(is_well_formed.error());
    }
    const auto document = nlohmann::json::parse(json);
    Procedure procedure;
    std::set<std::string> keys;
    Findings findings;
    std::uint32_t last = 0;
    for (const auto& each : document.at("steps")) {
        const std::string place = "/steps/" + std::to_string(procedure.steps.size());
        Procedure_step step{each.at("step"), each.at("name"), each.at("level"), each.at("days"),
                            each.at("who")};
        if (!keys.insert(step.key).second) {
            findings.push_back(
                {said_twice, Severity::error, {{}, 0, place + "/step"}, {{"stated", step.key}}});
        }
        if (step.level != last && step.level != last + 1) {
            findings.push_back(
                {level_wrong,
                 Severity::error,
                 {{}, 0, place + "/level"},
                 {{"stated", std::to_string(step.level)}, {"computed", std::to_string(last + 1)}}});
        }
        last = step.level;
        procedure.steps.push_back(std::move(step));
    }
    return findings.empty() ? Result<Procedure>(std::move(procedure))
                            : refuse(Refusal(std::move(findings)));
}

std::vector<Procedure_step> steps_of(const Procedure& procedure, std::size_t list) {
    const std::size_t level = std::min<std::size_t>(list, procedure.steps.back().level);
    std::vector<Procedure_step> steps = procedure.steps;
    std::erase_if(steps, [&](const Procedure_step& step) { return step.level != level; });
    return steps;
}

const Procedure_step* find_step(const Procedure& procedure, std::string_view key) {
    const auto found = std::ranges::find(procedure.steps, key, &Procedure_step::key);
    return found == procedure.steps.end() ? nullptr : &*found;
}

} // namespace saldo::arrears
