// Goal: each worker's load is the files he has in the window times their weight, divided by his
// share of full time. Method: a table of file types by day, and a small office counted by hand.
#include "money/hundredths.hpp"
#include "statistics/caseload_document.hpp"
#include "statistics/codes.hpp"
#include "support/changed_text.hpp"
#include "support/dossiers.hpp"

using namespace saldo;
using dossier::Mandate_kind;
using statistics::File_type;
using statistics::Window;
using test::day;

namespace {

dossier::Mandate mandate(Mandate_kind kind,
                         const char* from,
                         const char* until,
                         dossier::Mediator mediator = dossier::Mediator::office) {
    return {kind, "BCSD 1", day(from), test::period(from, until), mediator};
}

dossier::Dossier file(const std::string& number,
                      std::vector<dossier::Mandate> mandates,
                      std::vector<dossier::Worker> workers = {}) {
    dossier::Dossier dossier = test::bare_dossier();
    dossier.number = number;
    dossier.opened = day("2026-01-05");
    dossier.mandates = std::move(mandates);
    dossier.workers = std::move(workers);
    return dossier;
}

/// The types that a dossier has on a day, in their order.
std::string types_on(const dossier::Dossier& dossier, const char* on) {
    std::string types;
    for (const auto& type : statistics::file_type_names) {
        for (const calendar::Date_range& period : statistics::days_as(dossier, type.value)) {
            if (period.contains(day(on))) {
                types.append(types.empty() ? "" : " ").append(type.name);
            }
        }
    }
    return types;
}

statistics::Caseload_terms weights() {
    auto terms = statistics::read_caseload(statistics::default_caseload_text());
    REQUIRE(terms.has_value());
    terms->weight_hundredths[File_type::budget_management] = 2'50;
    terms->weight_hundredths[File_type::settlement_office] = 4'00;
    terms->weight_hundredths[File_type::intake] = 25;
    return *terms;
}

/// `files weighted full_time per_full_time minutes`.
std::string told(const statistics::Worker_load& load) {
    const auto shown = [](const std::optional<money::Rate>& number) {
        return number ? money::shown_in_hundredths(*number) : std::string("-");
    };
    return std::to_string(load.file_count()) + " " + shown(load.weighted) + " " +
           shown(load.full_time) + " " + shown(load.per_full_time) + " " +
           std::to_string(load.minutes.count);
}

} // namespace

TEST_CASE("a dossier is a file of each form of help on each of its days") {
    auto dossier =
        file("2026-1", {mandate(Mandate_kind::budget_management, "2026-02-02", "2026-05-31"),
                        mandate(Mandate_kind::debt_mediation, "2026-03-02", "2026-03-31"),
                        mandate(Mandate_kind::administrative_help, "2026-03-31", "2026-04-30")});
    CHECK(types_on(dossier, "2026-01-04") == "");
    CHECK(types_on(dossier, "2026-01-05") == "intake");
    CHECK(types_on(dossier, "2026-02-01") == "intake");
    CHECK(types_on(dossier, "2026-02-02") == "budget_management");
    CHECK(types_on(dossier, "2026-03-02") == "budget_management debt_mediation");
    CHECK(types_on(dossier, "2026-03-31") == "budget_management debt_mediation other_help");
    CHECK(types_on(dossier, "2026-06-01") == "");

    dossier.closing = dossier::Closing{
        .decided = day("2026-05-18"), .note = {}, .user = "an", .aftercare = day("2026-09-01")};
    CHECK(types_on(dossier, "2026-05-31") == "budget_management");
    CHECK(types_on(dossier, "2026-06-01") == "aftercare");
    CHECK(types_on(dossier, "2026-12-31") == "aftercare");
    dossier.closing->checks = {{day("2026-07-01"), {}, "", "an"},
                               {day("2026-09-03"), {}, "", "an"}};
    CHECK(types_on(dossier, "2026-09-03") == "aftercare");
    CHECK(types_on(dossier, "2026-09-04") == "");
    dossier.closing->aftercare.reset();
    CHECK(types_on(dossier, "2026-06-01") == "");
}

TEST_CASE(
    "a settlement is a file of the office or of another mediator; an intake may lead nowhere") {
    const auto settlement = Mandate_kind::collective_debt_settlement;
    auto dossier = file(
        "2026-1", {mandate(settlement, "2026-02-02", "2026-05-31"),
                   mandate(settlement, "2026-06-01", "", dossier::Mediator::followed_private)});
    CHECK(types_on(dossier, "2026-05-31") == "settlement_office");
    CHECK(types_on(dossier, "2026-06-01") == "settlement_other");
    dossier.mandates.clear();
    CHECK(types_on(dossier, "2026-06-01") == "intake");
    dossier.closed = day("2026-03-31");
    CHECK(types_on(dossier, "2026-03-31") == "intake");
    CHECK(types_on(dossier, "2026-04-01") == "");
}

TEST_CASE("the load of workers in a month is files times weight, by full time") {
    auto terms = weights();
    // A month of 30 days: half time for all of it; full time for 10 days and none before.
    terms.full_time = {{"an", 50, test::period("2026-01-01")},
                       {"bo", 100, test::period("2026-06-21", "2026-06-30")},
                       {"cy", 100, test::period("2026-07-01")}};
    statistics::Caseload_counter counter(terms, {day("2026-06-01"), day("2026-06-30")});
    const auto worker = [](const char* user, const char* from, const char* until = "",
                           const char* role = "counsellor") {
        return dossier::Worker{user, role, test::period(from, until)};
    };
    const auto management = mandate(Mandate_kind::budget_management, "2026-02-02", "");
    counter.add(file("2026-2", {management}, {worker("an", "2026-01-05")}));
    // Two forms, and a jurist besides; a deputy has no files of his own.
    counter.add(file(
        "2026-1", {management, mandate(Mandate_kind::collective_debt_settlement, "2026-06-30", "")},
        {worker("an", "2026-01-05"), worker("bo", "2026-01-05", "", "jurist"),
         worker("cy", "2026-01-05", "", "deputy")}));
    // Handed over in the month: a file of both. Ended before: of nobody.
    counter.add(file("2026-3", {management},
                     {worker("an", "2026-01-05", "2026-06-14"), worker("bo", "2026-06-15")}));
    counter.add(file("2026-4",
                     {mandate(Mandate_kind::budget_management, "2026-02-02", "2026-05-31")},
                     {worker("an", "2026-01-05")}));
    // Nobody has it.
    counter.add(file("2026-5", {}, {worker("an", "2026-01-05", "2026-05-31")}));
    counter.add({"2026-2", "an", day("2026-06-01"), 45, {}});
    counter.add({"2026-1", "an", day("2026-06-30"), 30, {}});
    counter.add({"2026-2", "an", day("2026-06-30"), 15, {}});
    counter.add({"2026-2", "an", day("2026-07-01"), 60, {}});
    counter.add({"2026-2", "di", day("2026-06-02"), 20, {}});
    const statistics::Caseload caseload = counter.result();

    REQUIRE(caseload.workers.size() == 4);
    // An: management of three, settlement of one: 3 × 2.50 + 4.00 = 11.50 on half time.
    CHECK(caseload.workers[0].user == "an");
    CHECK(told(caseload.workers[0]) == "4 11.50 0.50 23.00 90");
    CHECK(caseload.workers[0].files.at(File_type::budget_management).dossiers ==
          std::vector<std::string>{"2026-1", "2026-2", "2026-3"});
    CHECK(caseload.workers[0].minutes.dossiers == std::vector<std::string>{"2026-1", "2026-2"});
    // Bo: management of two, settlement of one: 9.00, on a third: 27.00.
    CHECK(caseload.workers[1].user == "bo");
    CHECK(told(caseload.workers[1]) == "3 9.00 0.33 27.00 0");
    CHECK(caseload.workers[2].user == "di");
    CHECK(told(caseload.workers[2]) == "0 0.00 - - 20");
    // The intake that nobody has comes last.
    CHECK(caseload.workers[3].user == "");
    CHECK(told(caseload.workers[3]) == "1 0.25 - - 0");
    // The office: 3 × 2.50 + 4.00 + 0.25 = 11.75 on 5/6: 14.10.
    CHECK(told(caseload.office) == "5 11.75 0.83 14.10 110");
}

TEST_CASE("weights that cannot be are refused with the place") {
    struct Row {
        const char* to;
        const char* code;
        const char* place;
    };

    for (const Row& row :
         {Row{R"([{"user": "an", "share": "0.50", "from": "2026-02-30"}])",
              "statistics.value_wrong", "/full_time/0/from"},
          Row{R"([{"user": "an", "share": "0.50", "from": "2026-03-01", "until": "2026-02-28"}])",
              "statistics.value_wrong", "/full_time/0"},
          Row{R"([{"user": "an", "share": "0.50", "from": "2026-03-01"},
                  {"user": "an", "share": "0.80", "from": "2026-06-01"}])",
              "statistics.said_twice", "/full_time/1"},
          Row{R"([{"user": "an", "share": "1.50", "from": "2026-03-01"}])", "dossier.schema",
              "/full_time/0/share"}}) {
        CAPTURE(row.to);
        const auto read = statistics::read_caseload(
            test::changed(std::string(statistics::default_caseload_text()), "[]", row.to));
        REQUIRE(!read.has_value());
        CHECK(read.error().code().text == row.code);
        CHECK(read.error().first().where.place == row.place);
    }
    const auto read = statistics::read_caseload(test::changed(
        std::string(statistics::default_caseload_text()), "[]",
        R"([{"user": "an", "share": "0.05", "from": "2026-03-01", "until": "2026-05-31"},
            {"user": "an", "share": "1.00", "from": "2026-06-01"}])"));
    REQUIRE(read.has_value());
    CHECK(read->full_time[0].share_hundredths == 5);
    CHECK(read->full_time[1].share_hundredths == 100);
    CHECK(read->weight_hundredths.size() == 8);
}

TEST_CASE("time is read as it was written") {
    const statistics::Time_entry entry{"2026-1", "an", day("2026-02-28"), 95,
                                       statistics::Time_kind::travel};
    CHECK(statistics::read_time(statistics::write_time(entry)) == entry);
}
