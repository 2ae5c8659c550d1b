#include "app/rights_checks.hpp"

#include "app/codes.hpp"
#include "app/position.hpp"
#include "app/records.hpp"
#include "app/requests.hpp"
#include "app/settings.hpp"

namespace saldo::app {

namespace {

/// What a check is about: the dossier of it, if it has one.
Result<std::optional<Dossier_row>>
dossier_of(Unit_of_work& work, std::string_view subject, Date on) {
    if (auto dossier = work.dossiers().find(subject)) {
        return dossier;
    }
    if (const auto request = request_on(work, subject, on)) {
        return request->request.dossier.empty() ? std::nullopt
                                                : work.dossiers().find(request->request.dossier);
    }
    return refuse(rights_of_none, {{"stated", std::string(subject)}});
}

help::Rights_list list_on(Unit_of_work& work, Date on) {
    auto list = help::read_rights(setting_on(work, "rights", on));
    invariant(list.has_value(), "a list in the book can be read");
    return *std::move(list);
}

help::Rights_check check_on(Unit_of_work& work, std::string_view subject, Date on) {
    const auto record = record_on(work, rights_kind, subject, on);
    return record ? help::read_kept_rights_check(record->text) : help::Rights_check();
}

} // namespace

Result<Rights_sheet> rights_of(Unit_of_work& work, std::string_view subject, Date on) {
    return dossier_of(work, subject, on).map([&](const std::optional<Dossier_row>&) {
        return Rights_sheet{std::string(subject),
                            help::rows_of(list_on(work, on), check_on(work, subject, on))};
    });
}

Result<Rights_sheet>
check_rights(Desk& desk, std::string_view subject, const std::vector<Right_found>& found) {
    const Date on = desk.actor().as_of;
    const auto dossier = dossier_of(desk.work(), subject, on);
    if (!dossier) {
        return refuse(dossier.error());
    }
    const help::Rights_list list = list_on(desk.work(), on);
    help::Rights_check check = check_on(desk.work(), subject, on);
    for (const Right_found& each : found) {
        const auto put =
            help::put_right(check, list, {each.right, each.state, on, desk.actor().user});
        if (!put) {
            return refuse(put.error());
        }
    }
    keep_record(desk, rights_kind, subject, help::write_rights_check(check), *dossier);
    return rights_of(desk.work(), subject, on);
}

} // namespace saldo::app
