#include "store/figures.hpp"

#include "store/columns.hpp"
#include "store/rows.hpp"

namespace saldo::store {

void Stored_figures::add(const app::Figures_row& row) {
    Write(session_, "INSERT INTO figures_file (number, text, user, as_of) "
                    "VALUES (:number, :text, :user, :as_of)")(
        static_cast<long long>(row.number), row.text, row.actor.user, column(row.actor.as_of));
}

std::vector<app::Figures_row> Stored_figures::all() {
    std::vector<app::Figures_row> rows;
    each_row<long long, std::string, std::string, std::string>(
        session_, "SELECT number, text, user, as_of FROM figures_file ORDER BY number",
        [&](long long number, std::string& text, std::string& user, const std::string& as_of) {
            rows.push_back({unsigned_of<std::uint32_t>(number),
                            std::move(text),
                            {std::move(user), date_of(as_of)}});
        });
    return rows;
}

} // namespace saldo::store
