#include "store/plan_terms.hpp"

#include "store/columns.hpp"
#include "store/rows.hpp"

namespace saldo::store {

void Stored_plan_terms::add(const app::Plan_terms_row& row) {
    using Whole = long long;
    Write(session_, "INSERT INTO plan_terms (dossier_id, plan_id, document, user, as_of) "
                    "VALUES (:dossier, :plan, :document, :user, :as_of)")(
        Whole{row.dossier.value}, row.plan, row.text, row.actor.user, column(row.actor.as_of));
}

std::optional<app::Plan_terms_row> Stored_plan_terms::find(Dossier_id dossier,
                                                           std::string_view plan) {
    std::optional<app::Plan_terms_row> row;
    each_row<std::string, std::string, std::string, std::string>(
        session_,
        "SELECT d.number, t.document, t.user, t.as_of FROM plan_terms t JOIN dossier d "
        "ON d.id = t.dossier_id WHERE t.dossier_id = :dossier AND t.plan_id = :plan",
        [&](std::string& number, std::string& text, std::string& user, const std::string& as_of) {
            row = app::Plan_terms_row{dossier,
                                      std::move(number),
                                      std::string(plan),
                                      std::move(text),
                                      {std::move(user), date_of(as_of)}};
        },
        static_cast<long long>(dossier.value), std::string(plan));
    return row;
}

std::vector<app::Plan_terms_row> Stored_plan_terms::all() {
    std::vector<app::Plan_terms_row> rows;
    each_row<long long, std::string, std::string, std::string, std::string, std::string>(
        session_,
        "SELECT t.dossier_id, d.number, t.plan_id, t.document, t.user, t.as_of FROM plan_terms t "
        "JOIN dossier d ON d.id = t.dossier_id ORDER BY d.number, t.plan_id",
        [&](long long id, std::string& number, std::string& plan, std::string& text,
            std::string& user, const std::string& as_of) {
            rows.push_back({{id},
                            std::move(number),
                            std::move(plan),
                            std::move(text),
                            {std::move(user), date_of(as_of)}});
        });
    return rows;
}

} // namespace saldo::store
