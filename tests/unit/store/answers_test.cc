// Goal: what a bank answered is read back as it was, with any number of reasons, and so is a
// rejected line. Method: values through the ports of one unit of work, read through those of
// another.
#include "support/book.hpp"

using namespace saldo;
using payments::pain002::Level;
using payments::pain002::Reason;
using payments::pain002::Status;

TEST_CASE("answers, statuses and reasons") {
    test::Book book;
    REQUIRE(book.import({test::household()}).has_value());
    const auto exported = book.pay("2026-02-02", "2026-02-10");
    const Run_id run = exported.sheet.run.id;
    std::vector<Run_line_id> lines;
    for (const payments::Run_line& line : exported.sheet.lines) {
        if (!line.end_to_end_id.empty()) {
            lines.push_back(line.id);
        }
    }
    REQUIRE(lines.size() == 3);
    std::vector<app::Answer_row> answers;
    std::vector<app::Status_row> statuses;
    {
        const auto work = store::open_to_write(book.path());
        for (const char* name : {"first", "second"}) {
            const File_id file = work->statements().add_file(
                {{}, name, sha256(name), "pain.002.001.10", 5, {"an", test::day("2026-02-03")}});
            answers.push_back({file, run, name, answers.empty() ? "" : "2026-02-03T10:00:00"});
            work->answers().add(answers.back());
        }
        statuses = {
            {answers[0].file, lines[0], {Level::group, "RCVD", {}}},
            {answers[0].file,
             lines[1],
             {Level::transaction,
              "RJCT",
              {Reason{"AC04", false, "closed"}, Reason{"X", true, ""}, Reason{"", false, "?"}}}},
            {answers[1].file, lines[0], {Level::payment, "ACCP", {Reason{"NARR", false, "é"}}}}};
        for (const app::Status_row& row : statuses) {
            work->answers().add(row);
        }
        work->runs().set_line_state(lines[1], payments::Line_state::rejected);
        work->commit();
    }
    const auto work = store::open_to_read(book.path());
    CHECK(work->answers().all() == answers);
    CHECK(work->answers().statuses(run) == statuses);
    CHECK(work->answers().statuses({99}).empty());
    for (const payments::Run_line& line : work->runs().lines(run)) {
        if (!line.end_to_end_id.empty()) {
            CHECK((line.state == payments::Line_state::rejected) == (line.id == lines[1]));
        }
    }
    const auto orders =
        work->runs().orders(exported.sheet.lines[0].dossier, test::day("2026-01-01"));
    CHECK(std::ranges::count(orders, payments::Line_state::rejected, &app::Order_row::state) == 1);
}
