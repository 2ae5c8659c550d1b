#include "app/settings.hpp"

#include "app/codes.hpp"
#include "app/policies.hpp"
#include "app/records.hpp"
#include "arrears/columns.hpp"
#include "arrears/lac_rules.hpp"
#include "arrears/procedure.hpp"
#include "autonomy/ladder_document.hpp"
#include "base/invariant.hpp"
#include "evaluation/checklist.hpp"
#include "help/closing_list.hpp"
#include "help/rights.hpp"
#include "help/thresholds.hpp"
#include "plans/plan_document.hpp"
#include "statistics/caseload_document.hpp"

#include <algorithm>
#include <array>

namespace saldo::app {

namespace {

constexpr std::string_view record_kind = "setting";

/// A document whose content nobody needs here.
template <auto read> Result<Done> read_and_forget(std::string_view json) {
    const auto document = read(json);
    return document ? Result<Done>(Done()) : refuse(document.error());
}

constexpr std::array all_settings{
    Setting{"arrears_columns", arrears::standard_columns, read_and_forget<arrears::read_columns>},
    Setting{"arrears_procedure", arrears::standard_procedure,
            read_and_forget<arrears::read_procedure>},
    Setting{"caseload", statistics::default_caseload_text,
            read_and_forget<statistics::read_caseload>},
    Setting{"closing", help::default_closing_text, read_and_forget<help::read_closing_list>},
    Setting{"income_limits", help::default_income_limits_text,
            read_and_forget<help::read_income_limits>},
    Setting{"lac_rules", arrears::standard_lac_rules, read_and_forget<arrears::read_lac_rules>},
    Setting{"ladder", autonomy::standard_ladder_text, read_and_forget<autonomy::read_ladder>},
    Setting{"rights", help::default_rights_text, read_and_forget<help::read_rights>},
    Setting{"skills", evaluation::default_skills_text,
            read_and_forget<evaluation::read_checklist>}};

Result<const Setting*> setting_of(std::string_view kind) {
    const auto found = std::ranges::find(all_settings, kind, &Setting::kind);
    return found == all_settings.end() ? refuse(setting_unknown, {{"setting", std::string(kind)}})
                                       : Result<const Setting*>(&*found);
}

Setting_sheet sheet_of(const Setting& setting, std::optional<Record_row> row) {
    return row ? Setting_sheet{std::string(setting.kind), row->version, row->actor,
                               std::move(row->text)}
               : Setting_sheet{
                     std::string(setting.kind), 0, {}, plans::canonical_text(setting.standard())};
}

} // namespace

std::span<const Setting> settings() {
    return all_settings;
}

std::string setting_on(Unit_of_work& work, std::string_view kind, Date on) {
    auto sheet = find_setting(work, kind, on);
    invariant(sheet.has_value(), "the kind of a setting is known");
    return std::move(sheet->text);
}

Result<Setting_sheet> find_setting(Unit_of_work& work, std::string_view kind, Date on) {
    return setting_of(kind).map([&](const Setting* setting) {
        return sheet_of(*setting, record_on(work, record_kind, kind, on));
    });
}

Result<Setting_sheet> load_setting(Desk& desk, std::string_view kind, std::string_view json) {
    const auto setting = setting_of(kind);
    if (!setting) {
        return refuse(setting.error());
    }
    if (const auto allowed = check_right(desk, payments::Act::policy); !allowed) {
        return refuse(allowed.error());
    }
    if (const auto checked = (*setting)->check(json); !checked) {
        return refuse(checked.error());
    }
    keep_record(desk, record_kind, kind, plans::canonical_text(json));
    return find_setting(desk.work(), kind, desk.actor().as_of);
}

} // namespace saldo::app
