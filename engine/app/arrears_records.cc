#include "app/arrears_records.hpp"

#include "app/position.hpp"
#include "app/settings.hpp"
#include "base/invariant.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

/// Who pays the rent that the dossier expects on a day: the client, if he pays any of it.
std::optional<dossier::Payer> rent_payer(const dossier::Dossier& dossier, Date on) {
    std::optional<dossier::Payer> payer;
    for (const dossier::Budget_line& line : dossier.budget_lines) {
        if (line.direction != dossier::Direction::expense || line.category != "rent" ||
            !line.schedule.period.contains(on)) {
            continue;
        }
        const dossier::Payer pays = dossier::paid_by(line, on, on).payer;
        payer = payer == dossier::Payer::client ? payer : pays;
    }
    return payer;
}

} // namespace

Date end_of_time() {
    return *Date::of(9999, 12, 30);
}

std::vector<arrears::Kept_list> kept_lists(Unit_of_work& work, std::string_view landlord) {
    std::vector<arrears::Kept_list> lists;
    for (const Record_row& row : records_on(work, arrears_list_kind, end_of_time())) {
        if (row.key.starts_with(std::string(landlord) + "/")) {
            lists.push_back(arrears::read_kept_list(row.text));
        }
    }
    return lists;
}

std::vector<arrears::Case> kept_cases(Unit_of_work& work, std::string_view landlord, Date on) {
    std::vector<arrears::Case> cases;
    for (const Record_row& row : records_on(work, arrears_case_kind, on)) {
        arrears::Case kept = arrears::read_kept_case(row.text);
        if (landlord.empty() || kept.landlord == landlord) {
            cases.push_back(std::move(kept));
        }
    }
    std::ranges::sort(cases, {}, &arrears::Case::number);
    return cases;
}

void keep_case(Desk& desk, const arrears::Case& tenant_case) {
    std::optional<Dossier_row> dossier;
    if (tenant_case.link) {
        dossier = desk.work().dossiers().find(tenant_case.link->dossier);
    }
    keep_record(desk, arrears_case_kind, tenant_case.number, arrears::write_case(tenant_case),
                dossier);
}

Landlord_names landlord_names(Unit_of_work& work, Date on) {
    const auto known = arrears::read_columns(setting_on(work, "arrears_columns", on));
    invariant(known.has_value(), "a setting in the book can be read");
    Landlord_names names;
    for (const arrears::Landlord& landlord : *known) {
        names.emplace(landlord.key, landlord.name);
    }
    return names;
}

Case_row
case_row(Unit_of_work& work, arrears::Case tenant_case, const Landlord_names& names, Date on) {
    const auto known = names.find(tenant_case.landlord);
    Case_row row{.tenant_case = std::move(tenant_case), .landlord_name = {}};
    row.landlord_name = known == names.end() ? row.tenant_case.landlord : known->second;
    if (row.tenant_case.link) {
        const auto dossier = work.dossiers().find(row.tenant_case.link->dossier);
        invariant(dossier.has_value(), "a case is linked with a dossier of the book");
        row.rent_paid_by = rent_payer(load_dossier(work, dossier->id), on);
    }
    return row;
}

} // namespace saldo::app
