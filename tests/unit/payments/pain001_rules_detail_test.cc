// Goal: findings show what is needed and no more, and the rules about time count as people do.
// Method: single cases with their findings in full.
#include "support/payment_case.hpp"

using namespace saldo;
using namespace saldo::payments::pain001;
using saldo::test::Case;

TEST_CASE("a finding shows where and what, but no whole account and no name") {
    Case c;
    c.replace(test::landlord_account, "BE86363001234599");
    c.replace("Waterbedrijf Leie", "Waterbedrijf Schelde");
    for (const Finding& finding : check(c.bytes, c.intended, c.context)) {
        for (const Param& param : finding.params) {
            CAPTURE(param.name);
            CHECK(param.value.find("BE86363001234599") == std::string::npos);
            CHECK(param.value.find("Waterbedrijf") == std::string::npos);
        }
    }
    Case wrong_sum;
    wrong_sum.replace("<CtrlSum>897.16<", "<CtrlSum>900.00<");
    const Findings findings = check(wrong_sum.bytes, wrong_sum.intended, wrong_sum.context);
    REQUIRE(findings.size() == 2);
    CHECK(findings.front() ==
          Finding{Code{"payments.p02_sum_differs"},
                  Severity::error,
                  {"", 4, "CtrlSum"},
                  {{"id", "R2026-0007"}, {"stated", "900.00"}, {"computed", "897.16"}}});
}

TEST_CASE("money spent on an earlier day is gone on a later one") {
    Case c;
    Block later = c.intended.blocks.front();
    later.id = "R2026-0007-P0003";
    later.execution = test::day(2026, 12, 15);
    later.transfers.front().end_to_end_id = "R2026-0007-000005";
    later.transfers.pop_back();
    c.intended.blocks.push_back(later);
    c.write_again();
    c.mieke().available.emplace(later.execution, Money::cents(80'715 + 74'500));
    CHECK(check(c.bytes, c.intended, c.context).empty());
    c.mieke().available.at(later.execution) = Money::cents(80'715 + 74'499);
    const Findings findings = check(c.bytes, c.intended, c.context);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().params == Params{{"id", "R2026-0007-P0003"},
                                            {"date", "2026-12-15"},
                                            {"stated", "1552.15"},
                                            {"computed", "1552.14"}});
}

TEST_CASE("the same payment a month later is no repetition") {
    Case c;

    struct Row {
        Date before;
        std::size_t findings;
    };

    const Row rows[] = {
        {test::day(2026, 11, 26), 1},
        {test::day(2026, 11, 25), 0},
        {test::day(2026, 12, 6), 1},
        {test::day(2026, 12, 7), 0},
    };
    for (const Row& row : rows) {
        CAPTURE(calendar::format(row.before));
        c.context.recent = {{test::iban(test::mieke_account), test::iban(test::landlord_account),
                             Money::cents(74'500), *party::parse_ogm("410026553771"), row.before}};
        CHECK(check(c.bytes, c.intended, c.context).size() == row.findings);
    }
}
