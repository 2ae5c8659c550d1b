// Goal: a household gets its money back in its own hands over thirty months, with a crisis on the
// way, and each month the bank is told to pay what the rung says and nothing else. Method: the
// built command and a bank to play with, month by month; what is paid by whom stands in a table
// that was made by hand from the dossier; at the end every month is asked again as it was then.
#include "autonomy_months.hpp"
#include "payments/pain001/read.hpp"
#include "support/process.hpp"
#include "support/shared.hpp"
#include "tools/fake_bank.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <deque>
#include <fstream>
#include <functional>
#include <map>
#include <set>

using namespace saldo;
using nlohmann::json;
using test::date_text;
using test::length;
using test::Line;
using test::lines;
using test::Month;
using test::months;
using test::Outcome;

namespace {

constexpr const char* account = "BE56091103010288";
constexpr const char* own_account = "BE68063200140034";

class Story {
public:
    Story() {
        done("init --office 'OCMW Voorbeeldegem' --enterprise-number 0207.512.395", "2026-02-02");
        const auto fixture = test::source_folder() / "fixtures/autonomy/2026-301.json";
        done("dossier import '" + fixture.string() + "'", "2026-02-02");
        std::ofstream(scratch_.path() / "paper.pdf") << "a paper";
    }

    void live() {
        for (std::size_t i = 0; i < months.size(); ++i) {
            CAPTURE(date_text(months[i].year, months[i].month, 2));
            take_statement(i);
            decide(months[i]);
            check_letters(months[i]);
            if (i > 0) {
                pay(months[i]);
            }
        }
    }

    /// As it was known on a day.
    [[nodiscard]] json stage_on(const std::string& as_of) const {
        return ask("stage show 2026-301", as_of);
    }

    [[nodiscard]] json ask(const std::string& arguments, const std::string& as_of) const {
        const Outcome outcome = run(arguments + " --output json", as_of, "anke");
        CAPTURE(arguments);
        CAPTURE(outcome.err);
        REQUIRE(outcome.code == 0);
        return json::parse(outcome.out);
    }

    /// The cents in a pot, by the journal that the book writes for other programs.
    [[nodiscard]] std::string pot(const std::string& name, const std::string& as_of) const {
        const std::string sum = "saldo audit export --to hledger --as-of " + as_of + " | awk '/" +
                                name +
                                "[)]/ { gsub(/[.]/, \"\", $2); sum += $2 } END { print sum }'";
        return test::run_shell(sum, scratch_.path()).out;
    }

private:
    [[nodiscard]] Outcome
    run(const std::string& arguments, const std::string& as_of, const std::string& user) const {
        return test::run_shell("saldo " + arguments + " --as-of " + as_of + " --user " + user,
                               scratch_.path());
    }

    void done(const std::string& arguments,
              const std::string& as_of,
              const std::string& user = "anke") const {
        const Outcome outcome = run(arguments, as_of, user);
        CAPTURE(arguments);
        CAPTURE(outcome.err);
        REQUIRE(outcome.code == 0);
    }

    void refused(const std::string& arguments, const std::string& as_of, const char* code) const {
        const Outcome outcome = run(arguments, as_of, "anke");
        CAPTURE(arguments);
        CAPTURE(outcome.err);
        CHECK(outcome.code == 1);
        CHECK(outcome.err.find(code) != std::string::npos);
    }

    /// What the client does by himself on the account, and his wage.
    [[nodiscard]] std::string bank_plan() const {
        std::string plan =
            fmt::format("account;{};Verlinden Noor;BUDGETREKENING;1000.00\n", account);
        for (const Month& month : months) {
            plan += fmt::format("movement;{};{};1900.00;00150000;Bakkerij De Korenbloem;"
                                "BE55734004320044;Loon\n",
                                account, date_text(month.year, month.month, 25));
            for (std::size_t i = 0; i < lines.size() && month.rung >= 6; ++i) {
                plan += fmt::format("movement;{};{};-{};00101000;Begunstigde;{};Zelf betaald\n",
                                    account, date_text(month.year, month.month, lines[i].day),
                                    lines[i].amount, lines[i].iban);
            }
        }
        return plan;
    }

    /// Of the month before, once there is one.
    void take_statement(std::size_t i) {
        if (i == 0) {
            return;
        }
        const Month& before = months[i - 1];
        const std::string text = bank_plan();
        const std::string name = fmt::format("{}.cod", i);
        std::ofstream(scratch_.path() / name, std::ios::binary) << fake_bank::write_month(
            fake_bank::read_plan(text), {before.year, before.month}, orders_);
        done("statement import --quiet " + name, date_text(months[i].year, months[i].month, 1));
    }

    void change(const std::function<void(json& document)>& edit, const std::string& as_of) const {
        json document = json::parse(run("dossier export 2026-301", as_of, "anke").out);
        edit(document);
        std::ofstream(scratch_.path() / "changed.json") << document.dump();
        done("dossier import changed.json", as_of);
    }

    void evaluate(const std::string& as_of, int score) const {
        change(
            [&](json& document) {
                document["course"]["evaluations"].push_back(
                    {{"date", as_of},
                     {"scores", {{{"skill", "look_ahead"}, {"score", std::to_string(score)}}}},
                     {"conclusion", "up"},
                     {"words", "Het gaat goed."},
                     {"user", "anke"}});
            },
            as_of);
    }

    void show_paid(const Month& month, std::initializer_list<const char*> ids) const {
        const int before = month.month == 1 ? 12 : month.month - 1;
        const int year = month.month == 1 ? month.year - 1 : month.year;
        for (const Line& line : lines) {
            if (std::ranges::find(ids, std::string_view(line.id)) != ids.end()) {
                const std::string due = date_text(year, before, line.day);
                done(fmt::format("stage proof 2026-301 {} --due {} --on {} --document paper.pdf",
                                 line.id, due, due),
                     date_text(month.year, month.month, 2));
            }
        }
    }

    void up_by_criteria(int rung, const std::string& as_of) const {
        const json proposal = ask("stage propose 2026-301", as_of);
        CAPTURE(proposal.dump(1));
        CHECK(proposal.at("next_stage") == rung);
        CHECK(proposal.at("ready") == true);
        done(fmt::format("stage move 2026-301 {} --reason 'Het gaat goed'", rung), as_of);
    }

    void up_by_decision(int rung, const std::string& as_of) const {
        done(fmt::format("stage move 2026-301 {} --reason 'Op vraag van de cliënt' --decision "
                         "'BC {}'",
                         rung, as_of),
             as_of);
    }

    void decide(const Month& month) {
        const std::string today = date_text(month.year, month.month, 2);
        if (month.rung == 4 || month.rung == 5) {
            const bool is_first = month.month == 2 ? month.year == 2027 : month.month == 1;
            if (!is_first) {
                show_paid(month, {"telecom", "pharmacy"});
            }
        }
        if (const auto step = steps_.find({month.year, month.month}); step != steps_.end()) {
            step->second(today, month);
        }
    }

    /// Letters of this month's decisions, none of them sent.
    void check_letters(const Month& month) const {
        const std::string today = date_text(month.year, month.month, 2);
        const json sheet = stage_on(today);
        std::size_t due = 0;
        for (const json& letter : sheet.at("stage_letters")) {
            due += letter.at("due") == today && letter.at("sent").is_null() ? 1U : 0U;
        }
        const auto* row = std::ranges::find_if(test::letters, [&](const test::Letters& each) {
            return each.year == month.year && each.month == month.month;
        });
        CHECK(due == (row == test::letters.end() ? 0 : row->count));
    }

    /// The month's run, and what is in it, line by line.
    void pay(const Month& month) {
        const std::string today = date_text(month.year, month.month, 2);
        const std::string through = date_text(month.year, month.month, length(month));
        const Outcome prepared =
            run("run prepare --output json --through " + through, today, "anke");
        json paid = json::array();
        if (prepared.code == 0) {
            const json sheet = json::parse(prepared.out);
            const std::string number = sheet.at("run");
            done("run approve " + number, today, "bram");
            done("run export " + number + " --quiet", today, "bram");
            auto message = payments::pain001::read(
                texts_.emplace_back(test::read_file(scratch_.path() / (number + ".xml"))));
            REQUIRE(message.has_value());
            orders_.push_back(*std::move(message));
            for (const json& line : sheet.at("lines")) {
                if (!line.at("end_to_end_id").is_null()) {
                    paid.push_back(line);
                }
            }
        }
        check_lines(month, paid);
    }

    void check_lines(const Month& month, const json& paid) const {
        std::set<std::string> got;
        for (const json& line : paid) {
            const std::string subject = line.at("subject");
            if (subject.starts_with("expense:")) {
                got.insert(fmt::format("{} {} {} {}", subject, line.at("due").get<std::string>(),
                                       line.at("amount").get<std::string>(),
                                       line.at("payee_account").get<std::string>()));
            }
        }
        std::set<std::string> expected;
        const auto add = [&](const Line& line, int year, int of, const char* iban) {
            expected.insert(fmt::format("expense:{} {} {} {}", line.id,
                                        date_text(year, of, line.day), line.amount, iban));
        };
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (month.payers[i] == 'o') {
                add(lines[i], month.year, month.month, lines[i].iban);
            } else if (month.payers[i] == 'g') {
                add(lines[i], month.year, month.month, own_account);
            }
        }
        if (month.year == 2027 && month.month == 7) {
            add(lines[4], 2027, 6, lines[4].iban); // the insurance of June, that was missed
        }
        CHECK(got == expected);
    }

    using Step = std::function<void(const std::string& today, const Month& month)>;

    test::Scratch_folder scratch_;
    std::deque<std::string> texts_;
    std::vector<payments::pain001::Message> orders_;
    std::map<std::pair<int, int>, Step> steps_{
        {{2026, 2},
         [this](const std::string& today, const Month&) {
             done(
                 "stage enter 2026-301 0 --goal 'Alles zelf doen' --target 8 --reason 'Aanmelding'",
                 today);
             refused("stage handover 2026-301 rent --reason x", today, "autonomy.handover_refused");
             refused("stage takeback 2026-301 --reason x", today, "autonomy.crisis_refused");
         }},
        {{2026, 3}, [this](const std::string& today, const Month&) { up_by_criteria(1, today); }},
        {{2026, 5},
         [this](const std::string& today, const Month&) {
             refused("stage move 2026-301 2 --reason x", today, "app.criteria_not_met");
         }},
        {{2026, 8}, [this](const std::string& today, const Month&) { up_by_criteria(2, today); }},
        {{2026, 11}, [this](const std::string& today, const Month&) { up_by_criteria(3, today); }},
        {{2027, 2},
         [this](const std::string& today, const Month&) {
             refused("stage move 2026-301 4 --reason x", today, "evaluation");
             evaluate(today, 5);
             up_by_criteria(4, today);
             done("stage handover 2026-301 --all-of-stage --gives-amount --reason 'Zelf proberen' "
                  "--document paper.pdf",
                  today);
         }},
        {{2027, 5},
         [this](const std::string& today, const Month&) {
             evaluate(today, 6);
             up_by_criteria(5, today);
             done("stage handover 2026-301 insurance --reason 'Uit het leefgeld'", today);
         }},
        {{2027, 6},
         [this](const std::string& today, const Month&) {
             done("stage proof 2026-301 insurance --due 2027-05-18 --on 2027-05-18", today);
         }},
        {{2027, 7}, [this](const std::string& today, const Month&) { crisis(today); }},
        {{2027, 10}, [this](const std::string& today, const Month&) { up_by_criteria(3, today); }},
        {{2028, 1},
         [this](const std::string& today, const Month&) {
             evaluate(today, 7);
             up_by_criteria(4, today);
             done("stage handover 2026-301 --all-of-stage --gives-amount --reason 'Opnieuw'",
                  today);
         }},
        {{2028, 4},
         [this](const std::string& today, const Month&) {
             up_by_criteria(5, today);
             done("stage handover 2026-301 insurance --gives 25.00 --reason 'Met geld'", today);
         }},
        {{2028, 5}, [this](const std::string& today, const Month&) { to_guidance(today); }},
        {{2028, 6},
         [this](const std::string& today, const Month&) {
             change([](json& document) { document["mandates"][1]["proxy_ended"] = "2028-06-30"; },
                    today);
             up_by_decision(7, today);
         }},
        {{2028, 7}, [this](const std::string& today, const Month&) {
             up_by_decision(8, today);
             refused("stage takeback 2026-301 --reason x", today, "autonomy.crisis_refused");
         }}};

    void crisis(const std::string& today) const {
        done("stage proof 2026-301 insurance --due 2027-06-18 --on 2027-07-01 --not-paid "
             "--document paper.pdf",
             today);
        const json proposal = ask("stage propose 2026-301", today);
        REQUIRE(proposal.at("crises").size() == 1);
        CHECK(proposal.at("crises")[0].at("trigger") == "missed_other");
        CHECK(proposal.at("crises")[0].at("due") == "2027-06-18");
        CHECK(proposal.at("fallback") == 2);
        CHECK(proposal.at("take_back") == "telecom, pharmacy, insurance");
        CHECK(proposal.at("ready") == false);
        done("stage takeback 2026-301 --missed --reason 'Aanmaning van de verzekering' --document "
             "paper.pdf",
             today);
        // Four weeks later it is looked at again.
        CHECK(ask("stage show 2026-301", today).at("review") == "2027-07-30");
    }

    void to_guidance(const std::string& today) const {
        refused("stage move 2026-301 6 --reason x --decision 'BC 2028/41'", today,
                "app.mandate_missing");
        change(
            [](json& document) {
                json guidance = document["mandates"][0];
                guidance["kind"] = "budget_guidance";
                guidance["decision"] = "BC 2028/41";
                guidance["decided"] = "2028-04-20";
                guidance["from"] = "2028-05-01";
                document["mandates"].push_back(guidance);
                document["mandates"][0]["proxy_ended"] = "2028-04-30";
            },
            today);
        refused("stage move 2026-301 6 --reason x", today, "autonomy.decision_needed");
        up_by_decision(6, today);
        // What is left with the office first, then what he got money for.
        done("stage handover 2026-301 --all-of-stage --reason 'Budgetbegeleiding'", today);
        for (const char* line : {"telecom", "pharmacy", "insurance"}) {
            done(fmt::format("stage takeback 2026-301 {} --agreed --reason 'Zonder geld'", line),
                 today);
            done(fmt::format("stage handover 2026-301 {} --reason 'Van de rekening'", line), today);
        }
    }
};

/// The letter of each line on a rung sheet.
std::string payers_of(const json& sheet) {
    std::string letters;
    for (const json& line : sheet.at("payers")) {
        const bool is_client = line.at("payer") == "client";
        letters += !line.at("gives").is_null() ? 'g' : is_client ? 'c' : 'o';
    }
    return letters;
}

} // namespace

TEST_CASE("thirty months from intake to aftercare, with a crisis, and every day of it again") {
    Story story;
    story.live();
    for (const Month& month : months) {
        for (const int day : {2, 15, length(month)}) {
            const std::string as_of = date_text(month.year, month.month, day);
            CAPTURE(as_of);
            const json sheet = story.stage_on(as_of);
            CHECK(sheet.at("stage") == month.rung);
            CHECK(payers_of(sheet) == (month.rung == 0 ? "ooooo" : month.payers));
        }
    }
    const json last = story.stage_on("2028-07-31");
    CHECK(last.at("help_form") == "aftercare");
    CHECK(last.at("stage_moves").size() == 13);
    CHECK(story.pot("pots:2026-301:main.reserve", "2028-07-31") == test::reserve_at_the_end);
    CHECK(story.ask("audit verify", "2028-07-31").at("faults") == 0);
    CHECK(story.ask("audit reconcile", "2028-07-31").at("differences") == 0);
}
