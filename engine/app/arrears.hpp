#pragma once

#include "app/desk.hpp"
#include "app/import_dossiers.hpp"
#include "arrears/cases.hpp"
#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Tenants on a landlord's list of arrears, followed month by month. The lists are records of kind
/// `arrears_list` with the key `<landlord>/<month>`, the cases of kind `arrears_case` with their
/// number. Names and addresses of tenants stand in these records alone.
namespace saldo::app {

struct List_request {
    Input_file file;
    std::string landlord{};      ///< key; may be empty where the office knows only one
    std::optional<Date> as_of{}; ///< of a list that does not tell its own day
};

struct Imported_list {
    std::string landlord;
    std::string landlord_name;
    Date as_of;
    bool is_known = false; ///< the same file came before: nothing was done
    std::vector<arrears::List_row> rows;
    std::vector<arrears::Followed> cases; ///< what it opened, escalated and closed
    Findings findings;
};

/// Takes the landlord's list of a month: its tenants get cases, go to the next steps, or are
/// closed; and each is linked with the dossier that is surely his, if there is one. A file that was
/// taken before changes nothing. Warns with app.list_gap where the list of a month is missing.
///
/// Refuses what `arrears::landlord_of` and `arrears::read_list` do, app.list_ahead of a day that is
/// still to come, app.list_differs where the month has a list with other bytes, and app.list_older
/// where a later list was taken already.
[[nodiscard]] Result<Imported_list> import_arrears(Desk& desk, const List_request& request);

/// A case with what the dossier it is linked with says.
struct Case_row {
    arrears::Case tenant_case;
    std::string landlord_name;
    std::optional<dossier::Payer> rent_paid_by{}; ///< nothing without a dossier or a line of rent

    /// Days from the day its next step was due; nothing if no step is open.
    [[nodiscard]] std::optional<std::int32_t> days_late(Date on) const;
};

struct Case_filter {
    std::string landlord{}; ///< key, or empty for all
    bool with_closed = false;
    bool only_due = false; ///< a step is due on the day, or was before
};

/// The cases as they were known on a day: by landlord, then the next step that is due first, those
/// without one after them, then by number.
[[nodiscard]] std::vector<Case_row>
arrears_cases(Unit_of_work& work, const Case_filter& filter, Date on);

/// One of them. Refuses app.case_unknown.
[[nodiscard]] Result<Case_row> find_case(Unit_of_work& work, std::string_view number, Date on);

/// A person says which dossier is the tenant's, and why. It holds for his later cases too. Refuses
/// app.case_unknown, app.case_closed, app.dossier_unknown, app.reason_missing, and app.case_linked
/// where it is linked with another (say first that it is not his).
[[nodiscard]] Result<Case_row>
link_case(Desk& desk, std::string_view number, std::string_view dossier, std::string_view reason);

/// A person says that a dossier is not the tenant's, and why: the link ends, and it is not proposed
/// again. Refuses app.case_unknown, app.case_closed, app.reason_missing, and app.case_not_his where
/// the dossier is neither linked nor a candidate.
[[nodiscard]] Result<Case_row>
unlink_case(Desk& desk, std::string_view number, std::string_view dossier, std::string_view reason);

struct Step_request {
    std::string number;
    std::string step;         ///< key
    std::optional<Date> date; ///< on which it was done; without one the day of the desk
    std::string note;         ///< may be empty
};

/// A step of the case was done; of a step that several lists brought, the last that is open. It may
/// be one that was overtaken. Refuses app.case_unknown, app.step_unknown, app.step_done, and
/// app.step_ahead for a day that is to come or lies before the list that brought it.
[[nodiscard]] Result<Case_row> do_step(Desk& desk, const Step_request& request);

} // namespace saldo::app
