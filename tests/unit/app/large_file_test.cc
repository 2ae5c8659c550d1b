// Goal: a file of any size comes into the book as a small one does. Method: the same year of an
// invented office, with the dossiers held in memory all at once and few at a time, gives the same
// journal to the last digest; and a file that does not stand still gives nothing at all.
#include "app/codes.hpp"
#include "app/kept_files.hpp"
#include "bank/source.hpp"
#include "support/book.hpp"
#include "support/office.hpp"
#include "support/office_bank.hpp"
#include "support/streamed.hpp"

#include <sstream>

using namespace saldo;

namespace {

constexpr std::uint64_t dossiers = 5;
constexpr int months = 3;

std::string pay(test::Book& book, test::Office_bank& bank, Date first, Date last) {
    const std::string day = calendar::format(first);
    const auto prepared =
        book.act("an", day, [&](app::Desk& desk) { return app::prepare_run(desk, last); });
    REQUIRE(prepared.has_value());
    const std::string number = prepared->run.number;
    REQUIRE(book.act("bea", day, [&](app::Desk& desk) { return app::approve_run(desk, number); })
                .has_value());
    const auto exported =
        book.act("an", day, [&](app::Desk& desk) { return app::export_run(desk, number); });
    REQUIRE(exported.has_value());
    bank.order(exported->sheet.lines);
    return number;
}

/// What a book holds when one file brought a quarter of a year at once: a statement a month of each
/// account, all accounts of a month before those of the next.
std::string journal_of_quarter(std::size_t at_once) {
    const std::vector<dossier::Dossier> office = test::make_office({.dossiers = dossiers});
    test::Office_bank bank(office, 1);
    test::Book book;
    REQUIRE(book.import(office).has_value());
    std::string file;
    for (int month = 1; month <= months; ++month) {
        const Date first = *Date::of(2026, month, 1);
        const Date last = first.plus_days(calendar::days_in_month(2026, month) - 1);
        if (month == 1) {
            (void)pay(book, bank, first, last);
        }
        file += bank.statements(first, last);
    }
    const auto imported = book.act("an", "2026-04-01", [&](app::Desk& desk) {
        return app::import_statements(desk, {"quarter.cod", test::in_pieces(file, 7, 100'000)}, {},
                                      at_once);
    });
    REQUIRE(imported.has_value());
    CHECK(imported->statements.size() == dossiers * months);
    book.check_sound();
    std::ostringstream rules;
    for (const auto& [rule, count] : imported->rules) {
        rules << name(rule) << ' ' << count << '\n';
    }
    return rules.str() + book.look("SELECT group_concat(digest, ',') FROM entry ORDER BY id") +
           book.look("SELECT group_concat(movement_id || reason, ',') FROM suspense") +
           book.look("SELECT group_concat(id || state, ',') FROM run_line") +
           book.look("SELECT digest FROM event ORDER BY number DESC LIMIT 1");
}

} // namespace

TEST_CASE("how many dossiers are held in memory changes nothing in the book") {
    const std::string all_at_once = journal_of_quarter(app::dossiers_at_once);
    CHECK(all_at_once.size() > 10'000);
    for (const std::size_t at_once : {1U, 2U, 4U}) {
        CAPTURE(at_once);
        CHECK(journal_of_quarter(at_once) == all_at_once);
    }
}

TEST_CASE("a file of several megabytes is kept in parts, whatever pieces it is read in") {
    std::string bytes;
    while (bytes.size() < 2 * app::Bank_files::part_size + 100) {
        bytes += "line " + std::to_string(bytes.size()) + "\n";
    }
    test::Book book;
    const auto kept = book.act("an", "2026-02-01", [&](app::Desk& desk) -> Result<Digest> {
        const File_id id = desk.work().statements().add_file(
            {{}, "x", sha256(bytes), "coda-2", bytes.size(), desk.actor()});
        const bank::Source source = test::in_pieces(bytes, 3, 300'000);
        app::File_keeper keeper(desk.work().bank_files(), id, source);
        std::string read(1'500'000, '\0');
        CHECK(bank::fill(keeper.source(), 0, read) == read.size()); // the rest at the end
        CHECK(bank::fill(keeper.source(), 10, std::span(read).first(1'000)) == 1'000);
        return keeper.finish();
    });
    REQUIRE(kept.has_value());
    CHECK(*kept == sha256(bytes));
    const auto work = store::open_to_read(book.path());
    CHECK(app::content_of(app::kept_source(*work, {1})).size == bytes.size());
    CHECK(app::content_of(app::kept_source(*work, {1})).sha256 == sha256(bytes));
    std::string middle(200, '\0');
    const std::size_t from = app::Bank_files::part_size - 100; // over the seam of two parts
    CHECK(bank::fill(app::kept_source(*work, {1}), from, middle) == middle.size());
    CHECK(middle == bytes.substr(from, middle.size()));
}

TEST_CASE("a file that changes while it is read brings nothing") {
    test::Book book;
    REQUIRE(book.import({test::household()}).has_value());
    const auto told = [](std::int64_t cents) {
        return test::coda_file({{.number = 1,
                                 .opening = 152'040,
                                 .opening_date = "2026-01-31",
                                 .closing_date = "2026-02-03",
                                 .movements = {{.cents = cents, .text = "EEN"}}}});
    };
    const std::string before = told(-1'000);
    const auto import = [&](const std::string& after, int stands_for) {
        int beginnings = 0; // of a reading
        const bank::Source source = [&](std::uint64_t offset, std::span<char> into) {
            beginnings += offset == 0 ? 1 : 0;
            return bank::source_of(beginnings <= stands_for ? before : after)(offset, into);
        };
        return test::code_of(book.act("an", "2026-02-04", [&](app::Desk& desk) {
            return app::import_statements(desk, {"moving.cod", source});
        }));
    };
    int readings = 1;
    while (!import(told(-2'000), readings).empty()) {
        ++readings;
        REQUIRE(readings < 10);
    }
    CHECK(readings >= 3); // for its digest, to decide and to book, each once or more
    CHECK(book.look("SELECT count(*) FROM statement") == "1\n");
    CHECK(book.look("SELECT cents FROM movement") == "-1000\n");
    book.check_sound();
}
