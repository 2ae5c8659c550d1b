// Goal: codes of banks are read for what they say of a movement, and codes that only look alike say
// nothing. Method: tables by hand after the lists of codes of CODA, ISO 20022 and MT940.
#include "reconcile/bank_signs.hpp"

#include <doctest/doctest.h>

using namespace saldo::reconcile;

TEST_CASE("what was sent back") {
    struct Row {
        const char* transaction;
        const char* reason;
        char r_type;
        Sent_back kind;
    };

    using enum Sent_back;
    const Row rows[] = {
        {"00150000", "", '1', reject},
        {"00150000", "", '2', returned},
        {"00150000", "MD06", '2', returned}, // the type goes before the reason
        {"00554000", "", '3', refund},
        {"NTRF", "", '4', reversal},
        {"", "", '5', cancellation},
        {"00150000", "AC04", ' ', returned},
        {"PMNT/RDDT/UPDD", "MD06", ' ', refund},
        {"PMNT/ICDT/RRTN", "FOCR", ' ', cancellation},
        {"00154000", "", ' ', returned},
        {"00254000", "", ' ', returned},
        {"00554000", "", ' ', refund},
        {"60554000", "", ' ', refund}, // of a detail
        {"00503000", "", ' ', returned},
        {"00505000", "", ' ', refund},
        {"00558000", "", ' ', reversal},
        {"00199000", "", ' ', cancellation},
        {"00149000", "", ' ', cancellation},
        {"NRTI", "", ' ', returned},
        {"00150000", "", ' ', no},
        {"00501000", "", ' ', no},
        {"00454000", "", ' ', no}, // a card unloaded
        {"03054000", "", ' ', no}, // another family
        {"01540000", "", ' ', no},
        {"0054000", "", ' ', no}, // too short for CODA
        {"PMNT/RCDT/ESCT", "", ' ', no},
        {"NTRF", "", ' ', no},
        {"", "", ' ', no},
    };
    for (const Row& row : rows) {
        CAPTURE(row.transaction);
        CAPTURE(row.reason);
        CAPTURE(row.r_type);
        CHECK(sent_back({row.transaction, row.reason, row.r_type}) == row.kind);
    }
}

TEST_CASE("writs, blocked accounts and what the bank takes for itself") {
    CHECK(is_writ({"08031000", "", ' '}));
    CHECK(is_writ({"08033010", "", ' '}));
    CHECK_FALSE(is_writ({"08033000", "", ' '}));
    CHECK_FALSE(is_writ({"00131000", "", ' '}));
    CHECK_FALSE(is_writ({"PMNT/RCDT/ESCT", "", ' '}));
    for (const char* reason : {"AC06", "AC16", "AM07"}) {
        CHECK(says_blocked(reason));
    }
    CHECK_FALSE(says_blocked("AC04"));
    CHECK_FALSE(says_blocked(""));
    for (const char* code :
         {"03501000", "08033000", "00137000", "ACMT/MDOP/CHRG", "PMNT/MDOP/FEES", "NCHG", "FCOM"}) {
        CAPTURE(code);
        CHECK(is_bank_charge({code, "", ' '}));
    }
    for (const char* code : {"00101000", "PMNT/ICDT/ESCT", "NTRF", "CHRG", ""}) {
        CAPTURE(code);
        CHECK_FALSE(is_bank_charge({code, "", ' '}));
    }
}
