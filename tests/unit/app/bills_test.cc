// Goal: a bill is paid once, by whatever way, or cancelled, and nothing in between is lost. Method:
// the sample household with a bill; then bills in random order through runs, answers of the bank
// and cancellations, where what the bank was told to pay is counted apart from the book.
#include "app/bills.hpp"
#include "dossier/document.hpp"
#include "support/payments_under_way.hpp"

#include <rapidcheck.h>

using namespace saldo;
using app::Bill_state;

namespace {

constexpr const char* shop = "BE68539007547034";

dossier::Bill water(std::int64_t cents = 8'000, const std::string& document = "water") {
    return {.id = {},
            .name = "Water",
            .category = "water",
            .due = test::day("2026-02-09"),
            .amount = Money::cents(cents),
            .account = "main",
            .pot = {},
            .payee = {"Waterbedrijf", *party::parse_iban(shop), {}},
            .communication = *party::parse_ogm("+++010/8068/17183+++"),
            .document = to_hex(sha256(document)),
            .claim = {},
            .cancelled = {}};
}

struct With_household {
    With_household() : number(test::household().number) {
        REQUIRE(book.import({test::household()}).has_value());
    }

    auto add(const dossier::Bill& bill) {
        return book.act("an", "2026-02-02",
                        [&](app::Desk& desk) { return app::add_bill(desk, number, bill); });
    }

    auto cancel(const std::string& id) {
        return book.act("an", "2026-02-02", [&](app::Desk& desk) {
            return app::cancel_bill(desk, number, id, "betwist");
        });
    }

    auto pay(const std::string& id) {
        return book.act("an", "2026-02-02",
                        [&](app::Desk& desk) { return app::pay_bill(desk, number, id); });
    }

    /// The bill with this id as it stands on 5 February.
    app::Bill_row at(const std::string& id, const char* on = "2026-02-05") {
        const auto rows = book.ask(
            [&](app::Unit_of_work& work) { return app::bills(work, std::nullopt, test::day(on)); });
        const auto found =
            std::ranges::find(*rows, id, [](const app::Bill_row& row) { return row.bill.id; });
        REQUIRE(found != rows->end());
        return *found;
    }

    test::Book book;
    std::string number;
};

const payments::Run_line* line_of(const app::Run_sheet& sheet, std::string_view subject) {
    const auto found = std::ranges::find_if(sheet.lines, [&](const payments::Run_line& line) {
        return line.proposal.occurrence.subject == subject;
    });
    return found == sheet.lines.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("a bill goes from the letter to the bank") {
    With_household with;
    const auto added = with.add(water());
    REQUIRE(test::code_of(added) == "");
    CHECK(added->bill.id == "1");
    CHECK(added->state == Bill_state::open);
    CHECK(with.at("1", "2026-02-10").state == Bill_state::overdue);
    const auto prepared = with.book.prepare("2026-02-02", "2026-02-10");
    REQUIRE(prepared.has_value());
    const payments::Run_line* line = line_of(*prepared, "expense:bill/1");
    REQUIRE(line != nullptr);
    CHECK(line->proposal.amount == Money::cents(8'000));
    CHECK(with.at("1").state == Bill_state::in_run);
    CHECK(with.at("1").run == prepared->run.number);
    CHECK(test::code_of(with.pay("1")) == "app.bill_state_wrong");
    CHECK(test::code_of(with.cancel("1")) == "app.bill_state_wrong");
    REQUIRE(with.book.approve("2026-02-02", prepared->run.number).has_value());
    REQUIRE(with.book.export_run("2026-02-02", prepared->run.number).has_value());
    CHECK(with.at("1").state == Bill_state::ordered);
    REQUIRE(with.book.carry_out(*line, false, 12).has_value());
    CHECK(with.at("1").state == Bill_state::paid);
    CHECK(test::code_of(with.pay("1")) == "app.bill_state_wrong");
    REQUIRE(with.book.carry_out(*line, true, 13).has_value()); // it comes back: it is open again
    CHECK(with.at("1").state == Bill_state::open);
    CHECK(test::code_of(with.cancel("1")) == "");
    CHECK(with.at("1").state == Bill_state::cancelled);
    with.book.check_sound();
}

TEST_CASE("a bill that came before is not taken in again") {
    With_household with;
    REQUIRE(with.add(water()).has_value());
    CHECK(test::code_of(with.add(water())) == "app.bill_exists");
    CHECK(test::code_of(with.add(water(8'100))) == "app.bill_exists"); // the same letter
    CHECK(test::code_of(with.add(water(8'000, "reminder"))) == "app.bill_exists");
    CHECK(test::code_of(with.add(water(8'100, "another"))) == "");
    REQUIRE(with.cancel("1").has_value());
    CHECK(test::code_of(with.add(water())) == ""); // what was cancelled stands in nobody's way
    CHECK(with.at("3").state == Bill_state::open);
    with.book.check_sound();
}

TEST_CASE("a bill alone is paid if nothing more urgent goes without for it") {
    With_household with;
    REQUIRE(with.add(water()).has_value());
    REQUIRE(with.add(water(500'000, "too much")).has_value());
    const auto paid = with.pay("1");
    REQUIRE(test::code_of(paid) == "");
    CHECK(paid->lines.size() == 1);
    CHECK(total(*paid) == Money::cents(8'000));
    const auto refused = with.pay("2");
    REQUIRE(test::code_of(refused) == "app.bill_not_payable");
    CHECK(test::param(refused.error().first(), "reason") == "no_money");
    CHECK(test::code_of(with.pay("3")) == "app.bill_unknown");
    with.book.check_sound();
}

TEST_CASE("a bill of a claim pays it off") {
    With_household with;
    dossier::Bill bill = water(2'500);
    bill.claim = "energy/2025-17";
    const std::string debt = "debt:energy/2025-17";
    const Money before = with.book.balance(debt);
    REQUIRE(test::code_of(with.add(bill)) == "");
    const auto prepared = with.pay("1");
    REQUIRE(prepared.has_value());
    REQUIRE(with.book.approve("2026-02-02", prepared->run.number).has_value());
    REQUIRE(with.book.export_run("2026-02-02", prepared->run.number).has_value());
    CHECK(with.book.balance(debt) == before + Money::cents(2'500));
    with.book.check_sound();
}

TEST_CASE("a document neither changes nor loses a bill") {
    With_household with;
    REQUIRE(with.add(water()).has_value());
    dossier::Dossier other = test::household();
    CHECK(test::code_of(with.book.import({other})) == "app.bill_is_kept");
    other.bills = {water(8'001)};
    other.bills.front().id = "1";
    CHECK(test::code_of(with.book.import({other})) == "app.bill_is_kept");
    other.bills.front().amount = Money::cents(8'000);
    CHECK(test::code_of(with.book.import({other})) == "");
    other.bills.front().cancelled = dossier::Cancellation{test::day("2026-02-03"), "betwist"};
    CHECK(test::code_of(with.book.import({other})) == "");
    other.bills.front().cancelled.reset();
    CHECK(test::code_of(with.book.import({other})) == "app.bill_is_kept");
}

namespace {

/// Does things with bills in any order, and counts what the bank was told to pay.
class Clerk {
public:
    void act(int what) {
        switch (what) {
        case 0:
            add();
            break;
        case 1:
            under_way_.take(with_.pay(any_bill()));
            break;
        case 2:
            under_way_.take(with_.book.prepare("2026-02-02", "2026-02-10"));
            break;
        case 3:
            (void)with_.cancel(any_bill());
            break;
        case 4:
            under_way_.leave();
            break;
        case 5:
            under_way_.cancel_run();
            break;
        default:
            under_way_.answer();
        }
    }

    /// Of each bill no more is under way or paid than its amount.
    void check() {
        for (int id = 1; id <= bills_; ++id) {
            const std::string subject = "expense:bill/" + std::to_string(id);
            const Money paid = under_way_.paid_on(subject);
            const app::Bill_row row = with_.at(std::to_string(id));
            RC_ASSERT(paid <= row.bill.amount);
            RC_ASSERT(row.paid == paid);
            RC_ASSERT(row.state != Bill_state::cancelled || paid == Money::zero());
        }
        with_.book.check_sound();
    }

private:
    /// The same payment asked again is refused; then it gets no number.
    void add() {
        const std::string letter = std::to_string(++letters_);
        bills_ += with_.add(water(*rc::gen::inRange(1, 60) * 1'000, letter)) ? 1 : 0;
    }

    std::string any_bill() { return std::to_string(*rc::gen::inRange(1, bills_ + 2)); }

    With_household with_;
    test::Payments_under_way under_way_{with_.book, "2026-02-02", ""};
    int bills_ = 0;
    int letters_ = 0;
};

} // namespace

TEST_CASE("no bill is ever paid twice") {
    CHECK(rc::check("random acts with bills", [] {
        Clerk clerk;
        const int acts = *rc::gen::inRange(5, 25);
        for (int i = 0; i < acts; ++i) {
            clerk.act(*rc::gen::inRange(0, 8));
        }
        clerk.check();
    }));
}
