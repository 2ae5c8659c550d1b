// Goal: figures that are loaded into a book hold from the day they were loaded on, whole or not at
// all, and nobody changes them unseen. Method: a book, files of rows, and a book that is changed
// from the outside.
#include "app/figures.hpp"
#include "support/book.hpp"
#include "support/database.hpp"

using namespace saldo;

namespace {

std::string rows(const std::string& lines) {
    return "key,from,through,value,unit,article,status,source\n" + lines;
}

const std::string of_2027 =
    rows("interest.civil,2027-01-01,2027-12-31,6.00,percent/year,wet 5 mei 1865,P,invented\n");

auto load(test::Book& book, std::string_view as_of, const std::string& csv) {
    return book.act("jo", as_of, [&](app::Desk& desk) { return app::load_figures(desk, csv); });
}

/// The civil rate of a day, as the office had it on another day.
std::string civil(const test::Book& book, std::string_view on, std::string_view as_of) {
    return book.ask([&](app::Unit_of_work& work) {
        const law::Figures figures = app::figures_on(work, test::day(as_of));
        const law::Figure* found = figures.find("interest.civil", test::day(on));
        return found == nullptr ? std::string("none") : found->value;
    });
}

} // namespace

TEST_CASE("figures hold from the day they were loaded on") {
    test::Book book;
    CHECK(civil(book, "2027-03-01", "2027-01-10") == "none");
    const auto loaded = load(book, "2027-01-10", of_2027);
    REQUIRE(test::code_of(loaded) == "");
    CHECK(loaded->is_new);
    CHECK(civil(book, "2027-03-01", "2027-01-10") == "6.00");
    CHECK(civil(book, "2027-03-01", "2027-01-09") == "none");
    CHECK(civil(book, "2026-12-31", "2027-01-10") == "4.50");
    const auto again = load(book, "2027-02-01", of_2027);
    REQUIRE(test::code_of(again) == "");
    CHECK_FALSE(again->is_new);
    CHECK(again->file.actor.as_of == test::day("2027-01-10"));
    CHECK(book.look("SELECT count(*) FROM figures_file") == "1\n");
    book.check_sound();
}

TEST_CASE("figures that do not fit leave nothing behind") {
    test::Book book;
    REQUIRE(test::code_of(load(book, "2027-01-10", of_2027)) == "");
    const std::string other =
        rows("interest.civil,2027-06-01,2027-12-31,7.00,percent/year,wet 5 mei 1865,P,invented\n");
    CHECK(test::code_of(load(book, "2027-01-11", other)) == "law.figures_overlap");
    CHECK(test::code_of(load(book, "2027-01-11", "")) == "law.figures_form");
    const std::string next =
        rows("interest.civil,2028-01-01,2028-12-31,5.00,percent/year,wet 5 mei 1865,P,invented\n");
    CHECK(test::code_of(load(book, "2027-01-09", next)) == "app.figures_out_of_order");
    CHECK(book.look("SELECT count(*) FROM figures_file") == "1\n");
    CHECK(book.look("SELECT count(*) FROM event WHERE kind = 'figures.loaded'") == "1\n");
    book.check_sound();
}

TEST_CASE("figures that were changed from the outside do not verify") {
    test::Book book;
    REQUIRE(test::code_of(load(book, "2027-01-10", of_2027)) == "");
    test::Database database(book.path());
    CHECK(database.run("UPDATE figures_file SET number = 2") == "the book only grows");
    REQUIRE(database.run("DROP TRIGGER figures_file_unchanged; UPDATE figures_file SET text = "
                         "replace(text, '6.00', '7.00')") == "");
    const auto findings = book.verify().findings;
    REQUIRE(findings.size() == 2); // what the row tells, and what the log tells
    CHECK(findings.front().code.text == "app.control_act_changed");
}
