// Goal: a signal is another one as soon as what a person judged it by is different, and the same
// one while only more was read. Method: a signal and its copies, changed in one thing each.
#include "base/digest.hpp"
#include "items.hpp"
#include "reconcile/signals/signal.hpp"

#include <doctest/doctest.h>

#include <functional>

using namespace saldo;
using namespace saldo::reconcile;
using namespace saldo::reconcile::test;

namespace {

const Date march = day(2026, 3, 10);

Signal signal_of(Signal_code code) {
    return {.code = code,
            .severity = Severity::warning,
            .account = "main",
            .date = march,
            .subject = "expense:rent",
            .due = march,
            .movement = Movement_id{7},
            .entry = 12,
            .stated = Money::cents(60'000),
            .expected = Money::cents(65'000),
            .facts = {{"rule", "mandate"}, {"until", "2026-03-12"}}};
}

std::string identity_of(const Signal& signal) {
    Canonical_bytes bytes;
    bytes.start("test");
    add_identity(bytes, signal);
    return std::string(bytes.bytes());
}

} // namespace

TEST_CASE("what is another signal, and what is the same") {
    struct Row {
        const char* what;
        std::function<void(Signal&)> change;
        bool is_same;
    };

    const Row rows[] = {
        {"nothing", [](Signal&) {}, true},
        {"code", [](Signal& s) { s.code = Signal_code::returned; }, false},
        {"severity", [](Signal& s) { s.severity = Severity::error; }, false},
        {"account", [](Signal& s) { s.account = "savings"; }, false},
        {"date", [](Signal& s) { s.date = march.plus_days(1); }, false},
        {"subject", [](Signal& s) { s.subject = "expense:gas"; }, false},
        {"no due date", [](Signal& s) { s.due.reset(); }, false},
        {"movement", [](Signal& s) { s.movement = Movement_id{8}; }, false},
        {"stated", [](Signal& s) { s.stated = Money::cents(60'001); }, false},
        {"no amount stated", [](Signal& s) { s.stated.reset(); }, false},
        {"expected", [](Signal& s) { s.expected = Money::cents(65'001); }, false},
        {"a fact", [](Signal& s) { s.facts[0].value = "by_hand"; }, false},
        {"a fact more",
         [](Signal& s) {
             s.facts.push_back({"margin", "0.00"});
         },
         false},
        {"how far was read",
         [](Signal& s) {
             s.facts.push_back({"read_through", "x"});
         },
         true},
        {"days since",
         [](Signal& s) {
             s.facts.push_back({"days", "4"});
         },
         true},
        {"that it recovered", [](Signal& s) { s.facts.pop_back(); }, true},
        {"the entry", [](Signal& s) { s.entry = 13; }, true},
    };
    const Signal whole = signal_of(Signal_code::amount_deviates);
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        Signal changed = whole;
        row.change(changed);
        CHECK((identity_of(changed) == identity_of(whole)) == row.is_same);
    }
}

TEST_CASE("a low balance is known by its lowest amount and day, not by when it began") {
    for (const Signal_code code : all_signal_codes) {
        CAPTURE(std::string(name(code)));
        const Signal whole = signal_of(code);
        Signal earlier = whole;
        earlier.date = march.plus_days(-1);
        CHECK((identity_of(earlier) == identity_of(whole)) == is_of_balance(code));
    }
}

TEST_CASE("the form is stored: these bytes do not change") {
    // Counted by another program.
    CHECK(to_hex(sha256(identity_of(signal_of(Signal_code::amount_deviates)))) ==
          "7f265e259c15381523f7f2c4cc4270b85e351f8a419e8c032ed3ea0857084d16");
}
