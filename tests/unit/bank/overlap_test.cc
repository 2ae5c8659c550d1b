// Goal: the same movement is recognised in another file or format, and two movements are never
// taken for one. Method: a table of what may differ between formats, and properties of the choice.
#include "bank/overlap.hpp"
#include "calendar/date.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

using namespace saldo;
using bank::Identity;

namespace {

Date day(int day_of_march) {
    return *Date::of(2026, 3, day_of_march);
}

Identity coda() {
    return {day(2),
            day(2),
            bank::Amount::units(-1'000'000),
            "BE68539007547034",
            "R1-000001",
            "202600010704",
            "REF-1",
            "coda"};
}

Identity with(void (*change)(Identity&)) {
    Identity identity = coda();
    change(identity);
    return identity;
}

} // namespace

TEST_CASE("what may be the same movement, and what may not") {
    struct Case {
        const char* name;
        Identity other;
        bool same;
    };

    const Case cases[] = {
        {"itself", coda(), true},
        {"another amount", with([](Identity& i) { i.amount += bank::Amount::units(1'000); }),
         false},
        {"booked the day after", with([](Identity& i) {
             i.booked = day(3);
             i.value = {};
         }),
         false},
        {"booked three days after, of the same value date",
         with([](Identity& i) { i.booked = day(5); }), true},
        {"booked four days after", with([](Identity& i) { i.booked = day(6); }), false},
        {"a CSV without references", with([](Identity& i) {
             i.format = "csv";
             i.end_to_end_id = i.reference = i.bank_reference = "";
         }),
         true},
        {"another counterparty", with([](Identity& i) { i.account = "BE71096123456769"; }), false},
        {"another OGM", with([](Identity& i) { i.reference = "202600010805"; }), false},
        {"another EndToEndId", with([](Identity& i) { i.end_to_end_id = "R1-000002"; }), false},
        {"another bank reference of one format",
         with([](Identity& i) { i.bank_reference = "REF-2"; }), false},
        {"another bank reference of another format", with([](Identity& i) {
             i.bank_reference = "X";
             i.format = "camt";
         }),
         true},
    };
    for (const Case& each : cases) {
        CAPTURE(std::string(each.name));
        CHECK(bank::may_be_same(coda(), each.other) == each.same);
        CHECK(bank::may_be_same(each.other, coda()) == each.same);
    }
}

TEST_CASE("MT940 cuts a reference at sixteen characters") {
    Identity whole = coda();
    whole.end_to_end_id = "R2026-0001-000123-X";
    Identity cut = whole;
    cut.format = "mt940";
    cut.end_to_end_id = "R2026-0001-00012";
    CHECK(bank::may_be_same(whole, cut));
    cut.format = "camt";
    CHECK_FALSE(bank::may_be_same(whole, cut));
}

TEST_CASE("the movement with most in common is the one; a twin stays new") {
    Identity bare = coda();
    bare.account = bare.end_to_end_id = bare.reference = "";
    bare.format = "csv";
    const std::vector<Identity> incoming{bare, coda()};
    const std::vector<Identity> known{coda()};
    const auto found = bank::find_known(incoming, known);
    CHECK_FALSE(found[0].has_value());
    CHECK(found[1] == std::size_t{0});
}

TEST_CASE("property: of equal movements as many are known as the book has") {
    CHECK(rc::check([](std::uint8_t in_file, std::uint8_t in_book) {
        const std::vector<Identity> incoming(in_file % 40, coda());
        const std::vector<Identity> known(in_book % 40, coda());
        const auto found = bank::find_known(incoming, known);
        std::vector<std::size_t> given;
        for (const auto& position : found) {
            if (position) {
                given.push_back(*position);
            }
        }
        std::sort(given.begin(), given.end());
        RC_ASSERT(given.size() == std::min(incoming.size(), known.size()));
        RC_ASSERT(std::adjacent_find(given.begin(), given.end()) == given.end());
    }));
}
