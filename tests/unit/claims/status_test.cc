// Goal: a claim goes only where it can. Method: every pair of statuses against rules said in words.
#include "case.hpp"
#include "claims/status.hpp"
#include "dossier/names.hpp"

using namespace saldo;
using namespace saldo::claims;
using dossier::Claim_status;

namespace {

template <class Visit> void each_pair(Visit visit) {
    for (const auto& from : dossier::Names<Claim_status>::all) {
        for (const auto& to : dossier::Names<Claim_status>::all) {
            CAPTURE(std::string(from.name));
            CAPTURE(std::string(to.name));
            visit(from.value, to.value, move_between(from.value, to.value));
        }
    }
}

} // namespace

TEST_CASE("moves hold the rules") {
    using enum Claim_status;
    each_pair([](Claim_status from, Claim_status to, Move move) {
        if (from == to || to == announced) {
            CHECK(move == Move::none); // nothing changes, or it would be unsaid
        } else if (is_end(from) || to == waived || to == time_barred) {
            CHECK(move == Move::with_reason);
        } else if (is_end(to) || to == suspended) {
            CHECK(move == Move::free);
        } else {
            CHECK(move != Move::with_reason);
        }
    });
}

TEST_CASE("the way of a claim") {
    using enum Claim_status;

    struct Row {
        Claim_status from;
        Claim_status to;
        Move move;
    };

    for (const Row& row : {Row{announced, stated, Move::free},
                           {announced, checked, Move::none},
                           {announced, in_plan, Move::none},
                           {stated, checked, Move::free},
                           {stated, in_plan, Move::free},
                           {checked, stated, Move::none},
                           {checked, agreed, Move::free},
                           {disputed, in_plan, Move::none},
                           {disputed, agreed, Move::free},
                           {agreed, in_plan, Move::free},
                           {in_plan, suspended, Move::free},
                           {suspended, in_plan, Move::free},
                           {in_plan, paid, Move::free},
                           {paid, in_plan, Move::with_reason}}) {
        CHECK(move_between(row.from, row.to) == row.move);
    }
}

TEST_CASE("the last change until the day counts") {
    using enum Claim_status;
    dossier::Claim claim = test::claim_of("2025-01-01", "1.00");
    CHECK(status_on(claim, test::day("2024-01-01")) == stated);
    claim.history = {{test::day("2025-02-01"), checked, "", "an"},
                     {test::day("2025-03-01"), agreed, "", "an"},
                     {test::day("2025-03-01"), in_plan, "", "an"}};
    CHECK(status_on(claim, test::day("2025-01-31")) == stated);
    CHECK(status_on(claim, test::day("2025-02-01")) == checked);
    CHECK(status_on(claim, test::day("2025-02-28")) == checked);
    CHECK(status_on(claim, test::day("2025-03-01")) == in_plan);
}
