#include "store/records.hpp"

#include "store/columns.hpp"
#include "store/rows.hpp"

namespace saldo::store {

namespace {

using Whole = long long;

/// 0 for a record that is about no dossier.
constexpr const char* columns =
    "SELECT r.kind, r.key, r.version, coalesce(r.dossier_id, 0), coalesce(d.number, ''), "
    "r.document, r.user, r.as_of FROM office_record r LEFT JOIN dossier d ON d.id = r.dossier_id ";

template <class... Values>
std::vector<app::Record_row>
rows_of(Session& session, const std::string& condition, const Values&... values) {
    std::vector<app::Record_row> rows;
    each_row<std::string, std::string, Whole, Whole, std::string, std::string, std::string,
             std::string>(
        session, columns + condition + " ORDER BY r.id",
        [&](std::string& kind, std::string& key, Whole version, Whole dossier, std::string& number,
            std::string& text, std::string& user, const std::string& as_of) {
            rows.push_back({.kind = std::move(kind),
                            .key = std::move(key),
                            .version = unsigned_of<std::uint32_t>(version),
                            .dossier_number = std::move(number),
                            .text = std::move(text),
                            .actor = {std::move(user), date_of(as_of)}});
            if (dossier != 0) {
                rows.back().dossier = Dossier_id{dossier};
            }
        },
        values...);
    return rows;
}

} // namespace

void Stored_records::add(const app::Record_row& row) {
    const std::optional<Whole> dossier =
        row.dossier ? std::optional(Whole{row.dossier->value}) : std::nullopt;
    Write(session_, "INSERT INTO office_record (kind, key, version, dossier_id, document, user, "
                    "as_of) VALUES (:kind, :key, :version, :dossier, :document, :user, :as_of)")(
        row.kind, row.key, Whole{row.version}, dossier, row.text, row.actor.user,
        column(row.actor.as_of));
}

std::vector<app::Record_row> Stored_records::versions(std::string_view kind, std::string_view key) {
    return rows_of(session_, "WHERE r.kind = :kind AND r.key = :key", std::string(kind),
                   std::string(key));
}

std::vector<app::Record_row> Stored_records::of_kind(std::string_view kind) {
    return rows_of(session_, "WHERE r.kind = :kind", std::string(kind));
}

std::vector<app::Record_row> Stored_records::all() {
    return rows_of(session_, "");
}

} // namespace saldo::store
