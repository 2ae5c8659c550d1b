// Goal: a file of flows is read as it is meant or refused with the place of the fault. Method: one
// good file, and files with one fault each.
#include "case.hpp"
#include "law/codes.hpp"
#include "law/flows.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using test::day;
using test::euro;

TEST_CASE("flows are read") {
    const auto flows = law::read_flows(R"({"flows": [{"years": "0.25", "amount": "-90.00"},
        {"years": "181/365", "amount": "1.00"}, {"date": "2025-01-31", "amount": "1000.00"}]})");
    REQUIRE(flows.has_value());
    REQUIRE(flows->size() == 3);
    CHECK(std::get<money::Rate>((*flows)[0].at) == money::Rate::of(1, 4));
    CHECK((*flows)[0].amount == euro("-90.00"));
    CHECK(std::get<money::Rate>((*flows)[1].at) == money::Rate::of(181, 365));
    CHECK(std::get<Date>((*flows)[2].at) == day("2025-01-31"));
    CHECK(law::read_flows(R"({"flows": []})")->empty());
}

TEST_CASE("a time may have as many decimals as programs write") {
    const auto time_of = [](const std::string& years) {
        const auto flows =
            law::read_flows(R"({"flows": [{"years": ")" + years + R"(", "amount": "1.00"}]})");
        return flows ? money::format(std::get<money::Rate>(flows->front().at)) : std::string();
    };
    CHECK(time_of("0.08333333333333333") == "8333333333333333/100000000000000000");
    CHECK(time_of("10.083333333333334") == "5041666666666667/500000000000000");
    CHECK(time_of("999.99999999999999") == "99999999999999999/100000000000000");
    for (const char* wrong :
         {"0.083333333333333333", "0.0833333333333333x", ".0833333333333333", "-0.0833333333333333",
          "1000.00000000000000", "99.99999999999999999"}) {
        CAPTURE(wrong);
        CHECK(time_of(wrong).empty());
    }
}

TEST_CASE("a fault is refused with its place") {
    struct Row {
        std::string text;
        const char* place;
    };

    const auto flow = [](const std::string& inside) { return R"({"flows": [{)" + inside + "}]}"; };
    for (const Row& row : {
             Row{"", ""},
             {"[]", ""},
             {"null", ""},
             {"{}", ""},
             {R"({"flows": {}})", ""},
             {R"({"flows": [], "more": 1})", ""},
             {R"({"flows": [], "flows": []})", ""},
             {R"({"flows": [1]})", "/flows/0"},
             {R"({"flows": ["ab"]})", "/flows/0"},
             {R"({"flows": [["a", "b"]]})", "/flows/0"},
             {flow(R"("years": "1")"), "/flows/0"},
             {flow(R"("amount": "1.00")"), "/flows/0"},
             {flow(R"("years": 1, "amount": "1.00")"), "/flows/0"},
             {flow(R"("years": "1", "date": "2025-01-01", "amount": "1.00")"), "/flows/0"},
             {flow(R"("years": "1", "amount": "1.00", "more": "")"), "/flows/0"},
             {flow(R"("years": "-1", "amount": "1.00")"), "/flows/0/years"},
             {flow(R"("years": "x", "amount": "1.00")"), "/flows/0/years"},
             {flow(R"("years": "1000", "amount": "1.00")"), "/flows/0/years"},
             {flow(R"("date": "2025-02-30", "amount": "1.00")"), "/flows/0/date"},
             {flow(R"("years": "1", "amount": "1")"), "/flows/0/amount"},
             {R"({"flows": []})" + std::string(1 << 20, ' '), ""},
         }) {
        CAPTURE(row.text.substr(0, 80));
        const auto flows = law::read_flows(row.text);
        REQUIRE_FALSE(flows.has_value());
        CHECK(flows.error().code() == law::flows_form);
        CHECK(flows.error().first().where.place == row.place);
    }
}

TEST_CASE("there are at most 2,000 flows") {
    const auto with = [](int count) {
        std::string text = R"({"flows": [)";
        for (int i = 0; i < count; ++i) {
            text += std::string(i == 0 ? "" : ",") + R"({"years":"1","amount":"1.00"})";
        }
        return law::read_flows(text + "]}");
    };
    CHECK(with(2000)->size() == 2000);
    CHECK(with(2001).error().code() == law::count_too_large);
}
