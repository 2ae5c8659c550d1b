#include "app/courses.hpp"

#include "app/codes.hpp"

namespace saldo::app {

Result<Found_course> find_course(Unit_of_work& work, std::string_view number, Date on) {
    auto row = find_dossier(work, number);
    if (!row) {
        return refuse(std::move(row).error());
    }
    Found_course found{*row, load_dossier(work, row->id)};
    if (!found.dossier.course || rung_on(*found.dossier.course, on, on) == nullptr) {
        return refuse(course_missing, {{"dossier", row->number}, {"on", calendar::format(on)}});
    }
    return found;
}

Result<Done> each_or_one(Unit_of_work& work,
                         std::optional<std::string_view> number,
                         const Read_ahead::Visit& visit) {
    if (!number) {
        each_dossier(work, visit);
        return Done();
    }
    return find_dossier(work, *number).map([&](const Dossier_row& row) {
        visit(row, load_dossier(work, row.id));
        return Done();
    });
}

} // namespace saldo::app
