// Goal: whatever is handed over and taken back, no due date is paid by both the office and the
// client, or by nobody, without a signal, or a run that is about to pay it. Method: five months of
// random decisions on two lines, random runs, and a client who pays, shows that he paid, or does
// not; who got which money is counted apart from the book.
#include "app/hand_over.hpp"
#include "app/move_stage.hpp"
#include "app/position.hpp"
#include "app/signals.hpp"
#include "budget/occurrence.hpp"
#include "support/book.hpp"

#include <rapidcheck.h>

#include <set>

using namespace saldo;
using test::day;

namespace {

constexpr const char* own_iban = "BE68063200140034";
constexpr const char* landlord_iban = "BE70096000000425";
constexpr const char* shop_iban = "BE76001020304095";

bool one_in(int of) {
    return *rc::gen::inRange(0, of) == 0;
}

dossier::Dossier two_lines() {
    dossier::Dossier dossier = test::bare_dossier();
    dossier.mandates = {{dossier::Mandate_kind::budget_management, "BC-1", day("2026-01-05"),
                         test::period("2026-01-05")}};
    dossier.living_money.push_back(
        {.id = "week",
         .name = "Leefgeld",
         .schedule = test::schedule(calendar::Rhythm::weekly, "2040-01-06", 8'000),
         .account = "main",
         .to = {"Client", *party::parse_iban(own_iban), {}},
         .communication = {}});
    dossier.budget_lines = {
        test::expense("rent", dossier::Priority::housing,
                      test::schedule(calendar::Rhythm::monthly, "2026-02-10", 1'000)),
        test::expense("telecom", dossier::Priority::fixed_cost,
                      test::schedule(calendar::Rhythm::monthly, "2026-02-20", 700))};
    dossier.budget_lines[1].counterparty.iban = *party::parse_iban(shop_iban);
    dossier.budget_lines[1].category = "telecom";
    return dossier;
}

struct Paid {
    bool office = false;         ///< the bank was told to pay the payee
    bool given = false;          ///< the bank was told to pay the client
    bool client = false;         ///< he paid the payee from the account
    std::optional<bool> shown{}; ///< what he showed last
};

using Due = std::pair<std::string, Date>; ///< line and due date

class Household_on_ladder {
    template <class Act> auto act(Act request) {
        return book_.act("an", calendar::format(today_), request);
    }

public:
    Household_on_ladder() {
        RC_ASSERT(test::code_of(book_.import({two_lines()})) == "");
        number_ = two_lines().number;
        RC_ASSERT(
            act([&](app::Desk& desk) {
                return app::enter_ladder(
                    desk,
                    {.move = {.dossier = number_, .rung = 4, .reason = "start", .decision = "BC-2"},
                     .goal = "zelf",
                     .target = 6});
            }).has_value());
    }

    void month(int month) {
        today_ = *Date::of(2026, month, 1);
        decide();
        if (!one_in(5)) {
            pay();
        }
        decide();
        today_ = *Date::of(2026, month, 28);
        live(month);
    }

    /// Of each due date long enough ago that somebody should have paid it.
    void check() {
        book_.check_sound();
        const auto told = told_dues();
        const auto next = next_run();
        for (const Due& due : dues()) {
            const Paid& paid = paid_[due];
            const bool is_told = told.contains(due) || next.contains(due);
            RC_LOG() << due.first << ' ' << calendar::format(due.second) << " office "
                     << paid.office << " given " << paid.given << " client " << paid.client
                     << " told " << is_told << '\n';
            RC_ASSERT(!(paid.office && paid.given));
            const bool by_client = paid.client || paid.shown.value_or(false);
            if (paid.office ? by_client : !by_client) {
                RC_ASSERT(is_told);
            }
        }
    }

private:
    [[nodiscard]] dossier::Dossier dossier() const {
        return book_.ask([&](app::Unit_of_work& work) {
            return app::load_dossier(work, app::find_dossier(work, number_)->id);
        });
    }

    /// A line is handed over or taken back, or neither may be just now.
    void decide() {
        const std::string line = *rc::gen::element<std::string>("rent", "telecom");
        const Date from = today_.plus_days(*rc::gen::element(0, 0, 5, 15, 45));
        if (one_in(2)) {
            app::Handover_request request{
                .dossier = number_, .lines = {line}, .from = from, .reason = "proef"};
            request.decision = "T-1";
            request.gives_amount = one_in(2);
            static_cast<void>(act([&](app::Desk& desk) { return app::hand_over(desk, request); }));
        } else if (one_in(2)) {
            app::Takeback_request request{.dossier = number_,
                                          .lines = {line},
                                          .agreed = true,
                                          .missed = one_in(2),
                                          .from = from,
                                          .reason = "crisis"};
            static_cast<void>(act([&](app::Desk& desk) { return app::take_back(desk, request); }));
        }
    }

    /// The month's run; some wait to leave until the next.
    void pay() {
        const auto through = calendar::format(today_.plus_days(25));
        const auto prepared = book_.prepare(calendar::format(today_), through);
        if (prepared) {
            waiting_.push_back(*prepared);
        }
        while (!waiting_.empty() && !one_in(4)) {
            const app::Run_sheet sheet = waiting_.front();
            waiting_.erase(waiting_.begin());
            const auto as_of = calendar::format(today_);
            RC_ASSERT(book_.approve(as_of, sheet.run.number).has_value());
            if (!book_.export_run(as_of, sheet.run.number)) { // it waited past its days
                RC_ASSERT(book_.cancel(as_of, sheet.run.number).has_value());
                continue;
            }
            for (const payments::Run_line& line : sheet.lines) {
                if (!line.end_to_end_id.empty()) {
                    send(line);
                }
            }
        }
    }

    void send(const payments::Run_line& line) {
        const budget::Occurrence& occurrence = line.proposal.occurrence;
        const std::string iban(occurrence.counterparty.iban->text());
        Paid& paid = paid_[{occurrence.subject.substr(8), occurrence.due}];
        RC_ASSERT(!paid.office && !paid.given);
        (iban == own_iban ? paid.given : paid.office) = true;
        movements_.push_back({.cents = -line.proposal.amount.cents(),
                              .iban = iban,
                              .end_to_end_id = line.end_to_end_id});
    }

    /// What the client does himself, and the bank's statement of the month.
    void live(int month) {
        const dossier::Dossier dossier = this->dossier();
        for (const budget::Occurrence& each :
             budget::occurrences(dossier, *Date::of(2026, month, 1), today_)) {
            if (each.handed_over && (each.payer == dossier::Payer::client || each.to_client)) {
                live_with(each);
            }
        }
        ++statement_;
        const auto proof = book_.proofs().at(0);
        const std::string file =
            test::coda_file({{.number = statement_,
                              .opening = proof.statement.cents(),
                              .opening_date = calendar::format(proof.statement_date),
                              .closing_date = calendar::format(today_),
                              .movements = movements_}});
        RC_ASSERT(test::code_of(book_.import(file, "bank" + std::to_string(statement_) + ".cod")) ==
                  "");
        movements_.clear();
    }

    void live_with(const budget::Occurrence& each) {
        const std::string line = each.subject.substr(8);
        Paid& paid = paid_[{line, each.due}];
        if (!each.to_client && one_in(2)) {
            movements_.push_back({.cents = -each.amount.cents(),
                                  .iban = line == "rent" ? landlord_iban : shop_iban,
                                  .booked = calendar::format(each.due)});
            paid.client = true;
        } else if (one_in(2)) {
            dossier::Payment_proof proof{
                .line = line, .due = each.due, .seen = each.due, .paid = one_in(2), .user = "an"};
            RC_ASSERT(act([&](app::Desk& desk) {
                          return app::show_payment(desk, number_, proof);
                      }).has_value());
            paid.shown = proof.paid;
        }
    }

    [[nodiscard]] std::vector<Due> dues() const {
        std::vector<Due> dues;
        for (const budget::Occurrence& each :
             budget::occurrences(dossier(), day("2026-02-01"), today_.plus_days(-10))) {
            dues.emplace_back(each.subject.substr(8), each.due);
        }
        return dues;
    }

    /// Due dates of which a signal tells; of a movement that nothing explains, all of its line.
    [[nodiscard]] std::set<Due> told_dues() const {
        const auto rows = book_.ask([&](app::Unit_of_work& work) {
            return app::signals(work, {{number_}, day("2026-02-01"), today_, true});
        });
        std::set<Due> told;
        const bool is_unexplained = !book_.suspense().empty();
        for (const app::Signal_row& row : rows.value()) {
            if (row.signal.due && !row.signal.subject.empty()) {
                told.emplace(row.signal.subject.substr(8), *row.signal.due);
            }
        }
        if (is_unexplained) {
            for (const auto& [due, paid] : paid_) {
                if (paid.client && paid.office) {
                    told.insert(due);
                }
            }
        }
        return told;
    }

    /// What waits in a run or would be in the next.
    [[nodiscard]] std::set<Due> next_run() {
        std::set<Due> dues;
        const auto add = [&](const app::Run_sheet& sheet) {
            for (const payments::Run_line& line : sheet.lines) {
                if (line.proposal.decision != payments::Decision::out) {
                    dues.emplace(line.proposal.occurrence.subject.substr(8),
                                 line.proposal.occurrence.due);
                }
            }
        };
        std::ranges::for_each(waiting_, add);
        if (const auto next = book_.prepare(calendar::format(today_), calendar::format(today_))) {
            add(*next);
        }
        return dues;
    }

    test::Book book_;
    std::string number_;
    Date today_ = day("2026-02-01");
    std::map<Due, Paid> paid_;
    std::vector<app::Run_sheet> waiting_;
    std::vector<test::Told_movement> movements_;
    std::uint32_t statement_ = 0;
};

} // namespace

TEST_CASE("no due date is paid by both, or by nobody, without a signal") {
    CHECK(rc::check("random hand-overs and take-backs", [] {
        Household_on_ladder household;
        for (int month = 2; month <= 6; ++month) {
            household.month(month);
        }
        household.check();
    }));
}
