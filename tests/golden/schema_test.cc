// Goal: what the command answers as JSON is what schemas/json promises. Method: every golden answer
// in JSON is validated against the schema of its command.
#include "support/json_schema.hpp"
#include "support/shared.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

using namespace saldo;

namespace {

struct Row {
    const char* schema;
    const char* key; ///< the first key of such an answer
};

constexpr Row answers[]{{"statement_read", "files"},
                        {"match_show", "places"},
                        {"match_list", "suspense"},
                        {"match_suggest", "suggestions"},
                        {"match_rules", "match_rules"},
                        {"signal_list", "signals"},
                        {"signal_dismiss", "dismissal_reason"},
                        {"match_rule_test", "contradictions"},
                        {"match_undo", "undone"},
                        {"bill_list", "bills"},
                        {"claim_list", "claims"},
                        {"claim_show", "claim_account"},
                        {"forecast", "forecast_accounts"},
                        {"run_list", "runs"},
                        {"run_status", "answers"},
                        {"run_show", "controls"},
                        {"policy_show", "policy_controls"},
                        {"beneficiary_list", "beneficiaries"},
                        {"user_list", "user_keys"},
                        {"user_key", "made"},
                        {"audit_overrides", "overrides"},
                        {"plan_simulate", "months"},
                        {"plan_compare", "plans"},
                        {"plan_certificate", "certificate"},
                        {"plan_list", "adopted_plans"},
                        {"plan_show", "plan_answers"},
                        {"request_list", "requests"},
                        {"request_show", "request_words"},
                        {"rights_show", "checked_rights"},
                        {"rights_threshold", "thresholds"},
                        {"help_list", "help_forms"},
                        {"dossier_closing", "closing_steps"},
                        {"aftercare_list", "aftercare_due"},
                        {"aftercare_check", "aftercare_outcome"},
                        {"dossier_transfer", "transfer_file"},
                        {"dossier_takeover", "taken_from"},
                        {"transfer", "plan_terms"},
                        {"stage_show", "stage_letters"},
                        {"stage_list", "stages"},
                        {"stage_propose", "criterion_proofs"},
                        {"setting_list", "settings"},
                        {"calc_attachable", "attachable"},
                        {"calc_leefloon", "category"},
                        {"calc_living_money_floor", "floor_a"},
                        {"calc_interest", "interest"},
                        {"calc_penalty", "asked_from"},
                        {"calc_credit_default", "triggered"},
                        {"calc_credit_claim", "late_interest"},
                        {"calc_apr", "apr_percent"},
                        {"calc_fees", "yearly_follow_up"},
                        {"calc_levies", "levy_count"},
                        {"calc_limitation", "possibly_since"},
                        {"calc_allocation", "debt_parts"},
                        {"law_show", "figures"},
                        {"law_load", "outcome"},
                        {"claim_check", "checked_on"},
                        {"claim_decide", "computed"},
                        {"arrears_import", "followed_cases"},
                        {"arrears_list", "arrears_cases"},
                        {"arrears_show", "arrears_steps"},
                        {"lac_list", "lacs"},
                        {"lac_show", "lac_outcome"},
                        {"evaluation_list", "evaluations"},
                        {"evaluation_overdue", "overdue_evaluations"},
                        {"goal_list", "goals"},
                        {"team_list", "team_items"},
                        {"time_list", "time_entries"},
                        {"report_registration", "combinations"},
                        {"report_caseload", "workloads"},
                        {"report_council", "council_figures"}};

} // namespace

TEST_CASE("golden answers in JSON follow their schema") {
    for (const Row& row : answers) {
        const test::Json_schema schema("json/" + std::string(row.schema) + ".schema.json");
        std::size_t checked = 0;
        const auto root = test::source_folder() / "fixtures/golden";
        for (const auto& golden : std::filesystem::directory_iterator(root)) {
            const std::string out = test::read_file(golden.path() / "out");
            const auto document = nlohmann::json::parse(out, nullptr, false);
            if (!document.is_object() || !document.contains(row.key)) {
                continue;
            }
            CAPTURE(golden.path().filename());
            CHECK(schema.violations(out) == "");
            ++checked;
        }
        CAPTURE(row.schema);
        CHECK(checked > 0);
    }
}

TEST_CASE("the schema is strict") {
    const test::Json_schema schema("json/statement_read.schema.json");
    const auto violations = [&schema](const nlohmann::json& answer) {
        return schema.violations(nlohmann::json{{"files", {answer}}}.dump());
    };
    const auto file = nlohmann::json::parse(
        R"({"file":"a","sha256":null,"format":null,"findings":[],"statements":[]})");
    CHECK(violations(file) == "");
    for (const auto& [key, value] : file.items()) {
        nlohmann::json without = file;
        without.erase(key);
        const auto& entry = key;
        CAPTURE(entry);
        CHECK(violations(without) != "");
    }
    nlohmann::json with_more = file;
    with_more["surprise"] = 1;
    CHECK(violations(with_more) != "");
}
