// Goal: the check of rights keeps what was found last and tells what is still to be done. Method:
// small lists, and the one that is built in.
#include "help/codes.hpp"
#include "help/rights.hpp"
#include "support/dossiers.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using help::Right_state;
using help::Rights_check;
using help::Rights_list;
using test::day;

namespace {

const Rights_list two{"Lijst", {{"energy", "Energie", "?", {}}, {"rent", "Huur", {}, "Bron"}}};

} // namespace

TEST_CASE("the list that is built in can be read, and says no source where none is sure") {
    const auto list = help::read_rights(help::default_rights_text());
    REQUIRE(list.has_value());
    CHECK(list->rights.size() >= 15);
    CHECK(list->rights.front().key == "living_wage");
}

TEST_CASE("a key stands in a list once") {
    const auto list = help::read_rights(
        R"({"schema": "saldo/rights/1", "name": "x", "rights":
            [{"key": "a", "name": "A"}, {"key": "b", "name": "B"}, {"key": "a", "name": "C"}]})");
    REQUIRE_FALSE(list.has_value());
    CHECK(list.error().code() == help::key_twice);
    CHECK(list.error().first().where.place == "/rights/2/key");
    CHECK_FALSE(help::read_rights(R"({"schema": "saldo/rights/1", "name": "x", "rights": []})"));
}

TEST_CASE("what was found last of a right counts") {
    Rights_check check;
    REQUIRE(help::put_right(check, two, {"rent", Right_state::yes, day("2026-11-02"), "an"}));
    REQUIRE(help::put_right(check, two, {"rent", Right_state::asked, day("2026-11-09"), "jo"}));
    REQUIRE(check.size() == 1);
    CHECK(check.front().state == Right_state::asked);
    const auto unknown =
        help::put_right(check, two, {"gold", Right_state::yes, day("2026-11-09"), "jo"});
    CHECK(unknown.error().code() == help::right_unknown);
    CHECK(help::read_kept_rights_check(help::write_rights_check(check)) == check);
}

TEST_CASE("a right is open until it is known what becomes of it") {
    struct Row {
        Right_state state;
        bool is_open;
    };

    for (const Row& row :
         {Row{Right_state::yes, true}, Row{Right_state::no, false}, Row{Right_state::asked, true},
          Row{Right_state::granted, false}, Row{Right_state::refused, false},
          Row{Right_state::not_applicable, false}}) {
        CHECK(help::Right_row{two.rights[0],
                              help::Right_finding{"energy", row.state, day("2026-11-02"), "an"}}
                  .is_open() == row.is_open);
    }
    CHECK(help::Right_row{two.rights[0]}.is_open());
}

TEST_CASE("a right that left the list is still shown") {
    const Rights_check check{{"old", Right_state::asked, day("2026-11-02"), "an"},
                             {"rent", Right_state::no, day("2026-11-02"), "an"}};
    const auto rows = help::rows_of(two, check);
    REQUIRE(rows.size() == 3);
    CHECK_FALSE(rows[0].finding.has_value());
    CHECK(rows[1].finding->state == Right_state::no);
    CHECK(rows[2].right.name == "old");
}
