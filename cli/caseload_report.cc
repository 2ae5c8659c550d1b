#include "cli/statistics_report.hpp"
#include "money/hundredths.hpp"

namespace saldo::cli {

namespace {

using namespace render;

Cell shown(const std::optional<money::Rate>& number) {
    return number ? Cell(Decimal{money::shown_in_hundredths(*number)}) : Cell(Absent{});
}

Row load_row(const statistics::Worker_load& load) {
    return {{filled<Text>(load.user), Count{load.file_count()}, shown(load.weighted),
             shown(load.full_time), shown(load.per_full_time), Count{load.minutes.count},
             Words{load.minutes.dossiers}}};
}

Table workers_of(const statistics::Caseload& caseload) {
    Table table{"workloads",
                {{"worker"},
                 {"file_count"},
                 {"weighted"},
                 {"full_time"},
                 {"per_full_time"},
                 {"minutes"},
                 {"dossiers_with_time", for_machines}},
                {}};
    for (const statistics::Worker_load& load : caseload.workers) {
        table.rows.push_back(load_row(load));
    }
    return table;
}

void add_files(Table& table, const statistics::Worker_load& load) {
    for (const auto& type : statistics::file_type_names) {
        const statistics::Figure& figure = load.files.at(type.value);
        if (figure.count != 0) {
            table.rows.push_back(
                {{filled<Text>(load.user), Term{"file_type", std::string(type.name)},
                  Count{figure.count}, Words{figure.dossiers}}});
        }
    }
}

Table files_of(std::string key,
               const std::vector<statistics::Worker_load>& loads,
               Shown worker,
               Dossiers_shown dossiers) {
    Table table{std::move(key),
                {{"worker", worker},
                 {"file_type"},
                 {"file_count"},
                 {"dossiers", dossiers == Dossiers_shown::yes ? everywhere : for_machines}},
                {},
                not_in_csv};
    for (const statistics::Worker_load& load : loads) {
        add_files(table, load);
    }
    return table;
}

} // namespace

Report caseload_report(const statistics::Caseload& caseload, Dossiers_shown dossiers) {
    const statistics::Worker_load& office = caseload.office;
    const Shown if_stated = office.full_time ? not_in_csv : in_json;
    return {.facts = {{"from", caseload.window.from, not_in_csv},
                      {"through", caseload.window.through, not_in_csv},
                      {"file_count", Count{office.file_count()}, not_in_csv},
                      {"weighted", shown(office.weighted), not_in_csv},
                      {"full_time", shown(office.full_time), if_stated},
                      {"per_full_time", shown(office.per_full_time), if_stated},
                      {"minutes", Count{office.minutes.count}, not_in_csv}},
            .tables = {workers_of(caseload),
                       files_of("files_by_type", caseload.workers, everywhere, dossiers),
                       files_of("files_of_office", {office}, in_json, dossiers)},
            .parts = {}};
}

} // namespace saldo::cli
