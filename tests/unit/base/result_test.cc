// Goal: a refusal carries all it was given, and the types keep apart what must not mix. Method:
// small cases, and questions to the compiler.
#include "base/id.hpp"
#include "base/result.hpp"
#include "support/aborts.hpp"

#include <doctest/doctest.h>

#include <type_traits>
#include <unordered_set>

using namespace saldo;

namespace {

constexpr Code first_code{"base.first"};
constexpr Code second_code{"base.second"};

} // namespace

static_assert(!std::is_default_constructible_v<Refusal>);
static_assert(!std::is_convertible_v<std::int64_t, Dossier_id>);
static_assert(!std::is_convertible_v<Dossier_id, Account_id>);
static_assert(!std::equality_comparable_with<Dossier_id, Account_id>);
static_assert(first_code == Code{"base.first"} && first_code != second_code);

TEST_CASE("a refusal keeps its findings, the first one in front") {
    const Refusal refusal(Findings{{first_code, Severity::error, {"", 3, "/a"}, {{"stated", "1"}}},
                                   {second_code, Severity::warning, {"other.json", 0, ""}, {}}});
    CHECK(refusal.code() == first_code);
    CHECK(refusal.first().where.line == 3);
    CHECK(refusal.findings().size() == 2);
}

TEST_CASE("a refusal without a finding is a broken contract") {
    CHECK(test::aborts([] { return Refusal(Findings{}); }));
    CHECK_FALSE(test::aborts([] { return Refusal(Finding{first_code, {}, {}, {}}); }));
}

TEST_CASE("the file is filled in only where it was not known") {
    const Refusal refusal(Findings{{first_code, Severity::error, {"", 3, ""}, {}},
                                   {second_code, Severity::error, {"other.json", 0, ""}, {}}});
    const Refusal named = refusal.in_file("dossier.json");
    CHECK(named.findings()[0].where == Where{"dossier.json", 3, ""});
    CHECK(named.findings()[1].where.file == "other.json");
    CHECK(refusal.first().where.file.empty());
}

TEST_CASE("refuse gives an error of severity error") {
    const Result<int> result = refuse(first_code, {{"stated", "12.00"}}, {"f", 1, "p"});
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().first() ==
          Finding{first_code, Severity::error, {"f", 1, "p"}, {{"stated", "12.00"}}});
    const Result<Done> passed_on = refuse(result.error());
    CHECK(passed_on.error() == result.error());
    CHECK(Result<Done>(Done{}).has_value());
}

TEST_CASE("findings have errors only by severity") {
    const Finding info{first_code, Severity::info, {}, {}};
    const Finding warning{first_code, Severity::warning, {}, {}};
    const Finding error{first_code, Severity::error, {}, {}};
    CHECK_FALSE(has_errors({}));
    CHECK_FALSE(has_errors({info, warning}));
    CHECK(has_errors({info, error, warning}));
    CHECK(name(Severity::info) == "info");
    CHECK(name(Severity::warning) == "warning");
    CHECK(name(Severity::error) == "error");
}

TEST_CASE("ids are ordered and hashed by value") {
    CHECK(Entry_id{1} < Entry_id{2});
    const std::unordered_set<Entry_id> ids{{1}, {2}, {1}};
    CHECK(ids.size() == 2);
}
