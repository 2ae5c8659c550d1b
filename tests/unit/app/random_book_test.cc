// Goal: whatever people and banks do, in whatever order, the book proves itself and every account
// agrees to the cent. Method: random requests, among them senseless ones; after each, the proofs.
#include "support/book.hpp"

#include <rapidcheck.h>

#include <sstream>

using namespace saldo;

namespace {

/// A household whose bank answers at random what it was asked.
class Random_month {
public:
    Random_month() { REQUIRE(book_.import({test::household()}).has_value()); }

    void step() {
        today_ = today_.plus_days(*rc::gen::inRange(0, 4));
        const std::string as_of = calendar::format(today_);
        switch (*rc::gen::inRange(0, 12)) {
        case 0:
            static_cast<void>(book_.prepare(as_of, calendar::format(today_.plus_days(7))));
            break;
        case 1:
            static_cast<void>(book_.approve(as_of, any_run()));
            break;
        case 2:
            static_cast<void>(book_.export_run(as_of, any_run()));
            break;
        case 3:
            static_cast<void>(book_.cancel(as_of, any_run()));
            break;
        case 4:
            static_cast<void>(book_.match(as_of));
            break;
        case 5:
            assign();
            break;
        case 6:
            split();
            break;
        case 7:
        case 8:
            static_cast<void>(book_.undo({*rc::gen::inRange(1, 20)}));
            break;
        default:
            statement(as_of);
        }
    }

    [[nodiscard]] bool is_sound() const {
        for (const app::Account_proof& proof : book_.proofs()) {
            if (!proof.difference.is_zero() || proof.in_transit.is_negative()) {
                return false;
            }
        }
        return book_.verify().findings.empty() && uses_are_sound();
    }

private:
    std::string any_run() const { return "R2026-000" + std::to_string(*rc::gen::inRange(1, 3)); }

    /// What is listed in suspense is what stands there, and no order is used more than twice: once
    /// to leave, once to come back.
    [[nodiscard]] bool uses_are_sound() const {
        const std::string waiting = book_.look("SELECT coalesce(sum(m.cents), 0) FROM suspense s "
                                               "JOIN movement m ON m.id = s.movement_id");
        const std::string executed =
            book_.look("SELECT count(*) FROM (SELECT e.run_line_id FROM entry e "
                       "WHERE e.run_line_id IS NOT NULL AND e.kind IN ('movement', 'explanation') "
                       "AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.dossier_id = e.dossier_id "
                       "AND r.reverses = e.number) GROUP BY e.run_line_id HAVING count(*) > 2)");
        return Money::cents(std::stoll(waiting)) == -book_.balance("suspense:main") &&
               executed == "0\n";
    }

    void split() {
        const auto waiting = book_.suspense();
        if (waiting.empty()) {
            return;
        }
        const app::Suspense_row& row = *rc::gen::elementOf(waiting);
        const std::int64_t cents = abs(row.movement.amount).cents();
        const std::int64_t some = cents > 1 ? *rc::gen::inRange<std::int64_t>(1, cents) : cents;
        const std::int64_t off = *rc::gen::inRange(0, 5) == 0 ? 1 : 0;
        static_cast<void>(book_.split({row.movement.id,
                                       {{"expense:rent", {}, Money::cents(some)},
                                        {"income:wage", {}, Money::cents(cents - some + off)}},
                                       ""}));
    }

    void assign() {
        const auto waiting = book_.suspense();
        if (!waiting.empty()) {
            const auto subject = *rc::gen::elementOf(std::vector<std::string>{
                "expense:rent", "income:wage", "debt:energy/2025-17", "transfer"});
            const bool remember = *rc::gen::inRange(0, 3) == 0;
            static_cast<void>(
                book_.assign({waiting.front().movement.id, subject, {}, "", remember}));
        }
    }

    void statement(const std::string& as_of) {
        const app::Account_proof last = book_.proofs().at(0);
        std::vector<test::Told_movement> movements;
        for (const std::string& id : ids()) {
            if (*rc::gen::inRange(0, 3) > 0) { // executed, returned, or with another amount
                const auto cents = *rc::gen::elementOf(
                    std::vector<std::int64_t>{-65'000, -8'500, 65'000, 8'500, -1});
                movements.push_back({.cents = cents, .end_to_end_id = id});
            }
        }
        movements.push_back({.cents = *rc::gen::inRange(-20'000, 20'001), .text = "X"});
        movements.push_back({.cents = 189'000, .iban = "BE76001020304095"});
        const auto imported =
            book_.import(test::coda_file({{.number = ++number_,
                                           .opening = last.statement.cents(),
                                           .opening_date = calendar::format(last.statement_date),
                                           .closing_date = as_of,
                                           .movements = movements}}));
        RC_ASSERT(test::code_of(imported) == "");
    }

    std::vector<std::string> ids() const {
        std::vector<std::string> ids;
        std::istringstream lines(
            book_.look("SELECT end_to_end_id FROM run_line WHERE end_to_end_id <> ''"));
        for (std::string id; std::getline(lines, id);) {
            ids.push_back(id);
        }
        return ids;
    }

    test::Book book_;
    Date today_ = *Date::of(2026, 2, 2);
    std::uint32_t number_ = 0;
};

} // namespace

TEST_CASE("random months") {
    CHECK(rc::check("a book proves itself after every request", [] {
        Random_month month;
        const int steps = *rc::gen::inRange(5, 15);
        for (int i = 0; i < steps; ++i) {
            month.step();
            RC_ASSERT(month.is_sound());
        }
    }));
}
