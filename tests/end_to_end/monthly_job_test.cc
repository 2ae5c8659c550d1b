// Goal: the monthly job, from dossiers to proof, does what a person with a calculator would expect.
// Method: `dev/monthly_job` runs the built command on the fixtures once; then its files and its
// book are held against figures added up by hand from the dossiers, against readers that share
// nothing with the engine, and against other accounting programs.
#include "payments/pain001/read.hpp"
#include "support/json_schema.hpp"
#include "support/process.hpp"
#include "support/shared.hpp"
#include "support/xmllint.hpp"
#include "tools/fake_bank.hpp"
#include "tools/pain001_auditor.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>

using namespace saldo;
using nlohmann::json;
using test::Outcome;

namespace {

/// What November asks of each dossier, added up by hand from its budget lines, living money and
/// instalments due from 2 to 30 November. Weekly living money is due on 5 Mondays (2, 9, 16, 23,
/// 30), 4 Thursdays or 4 Fridays.
struct November {
    const char* dossier;
    int payments;
    long long cents;
    const char* sum;
};

constexpr std::array<November, 12> november{{
    {"2026-001", 9, 124'925, "620 + 85 + 54.30 + 39.95 + 5 x 90"},
    {"2026-002", 9, 173'375, "745 + 164 + 75 + 128.75 + 61 + 4 x 140"},
    {"2026-003", 11, 127'169, "480 + 92 + 21.50 + 48.20 + 29.99 + 5 x 110 + 50"},
    {"2026-004", 6, 138'610, "890 + 55 + 70 + 24.50 + 96.60 + 250"},
    // 12.30 + 1288.46 - 100 = 1200.76 there is. 560 + 78 + 66 + 150 + 45 + 118 = 1017 are of
    // higher classes; of the 183.76 left two weeks of living money are paid, three and the
    // instalments of 40 and 35 are not.
    {"2026-005", 8, 117'700, "560 + 78 + 66 + 150 + 45 + 118 + 2 x 80"},
    {"2026-006", 7, 213'285, "893.40 + 132 + 71.25 + 148.90 + 74.90 + 212.40 + 600"},
    {"2026-007", 10, 116'000, "595 + 118 + 35 + 27 + 4 x 75 + 60 + 25"},
    {"2026-008", 9, 117'440, "540 + 69 + 58 + 32.40 + 5 x 95"},
    {"2026-009", 6, 118'770, "655 + 88 + 44.10 + 18.60 + 32 + 350"},
    {"2026-010", 13, 142'700, "610 + 74 + 61 + 22 + 5 x 85 + 75 + 110 + 30 + 20"},
    {"2026-011", 10, 194'800, "720 + 155 + 225 + 33 + 55 + 120 + 4 x 160"},
    {"2026-012", 10, 89'100, "390 + 52 + 15 + 59 + 5 x 70 + 25"},
}};

/// What each account holds at the end of November: opening, incomes of both months, other
/// movements, payments, return.
struct Closing {
    const char* dossier;
    const char* account;
    const char* balance;
    const char* sum;
};

constexpr std::array<Closing, 13> closings{{
    {"2026-001", "BE73091100010160", "2834.60", "412.60 + 1850 - 39.95 + 1861.20 - 1249.25"},
    {"2026-002", "BE29091100020264", "3274.80",
     "350 + 1310.40 + 980 + 45 + 1310.40 + 1012.75 - 1733.75"},
    {"2026-003", "BE82091100030368", "3015.13", "95.20 + 2 x (1741 + 354.81) - 1271.69"},
    {"2026-004", "BE38091100040472", "2270.12", "610 + 2 x 1523.11 - 1386.10"},
    {"2026-005", "BE91091100050576", "1312.22", "12.30 + 2 x 1288.46 - 100 - 1177"},
    {"2026-006", "BE47091100060680", "6375.96", "1204.11 + 2 x (1612.35 + 2140 - 100) - 2132.85"},
    {"2026-006", "BE20083400004256", "1000.00", "800 + 2 x 100"},
    {"2026-007", "BE03091100070784", "1010.40", "-35.20 + 2 x 1102.80 - 1160"},
    {"2026-008", "BE56091100080888", "1943.68",
     "205.75 + 2 x (180 + 199.50) + 1105 + 1048.33 - 1174.40"},
    {"2026-009", "BE12091100090992", "3451.80", "288 + 2 x (1310 + 890.25) - 49 - 1187.70"},
    {"2026-010", "BE65091100101096", "2774.55", "140.05 + 2 x 1995 - 3.50 - 1427 + 75"},
    {"2026-011", "BE21091100111103", "3571.20", "402 + 2 x (543 + 2015.60) - 1948"},
    {"2026-012", "BE74091100121207", "2836.80",
     "58.40 + 2 x 1314.20 + 210 + 198.50 + 210 + 210 + 231 - 18.50 - 891"},
}};

/// The job as the demo runs it, twice into one folder, once for all tests.
class Job {
public:
    static const Job& instance() {
        static const Job job;
        return job;
    }

    [[nodiscard]] const Outcome& first() const { return first_; }

    [[nodiscard]] const Outcome& second() const { return second_; }

    [[nodiscard]] std::string file(const std::string& name) const {
        return test::read_file(folder() / name);
    }

    [[nodiscard]] std::filesystem::path folder() const { return scratch_.path() / "demo"; }

    [[nodiscard]] Outcome saldo(const std::string& arguments) const {
        return test::run_shell("saldo " + arguments + " --as-of 2026-12-01", folder());
    }

    [[nodiscard]] json ask(const std::string& arguments) const {
        const Outcome outcome = saldo(arguments + " --output json");
        CAPTURE(outcome.err);
        REQUIRE(outcome.code == 0);
        return json::parse(outcome.out);
    }

private:
    Job() : first_(run()), second_(run()) {}

    [[nodiscard]] Outcome run() const {
        const auto script = (test::source_folder() / "dev/monthly_job").string();
        return test::run_shell("'" + script + "' '" SALDO_BINARY_FOLDER "/saldo' demo",
                               scratch_.path());
    }

    test::Scratch_folder scratch_;
    Outcome first_;
    Outcome second_;
};

const Job& job() {
    return Job::instance();
}

long long cents_of(const std::string& amount) {
    const std::size_t point = amount.find('.');
    const bool negative = amount.starts_with('-');
    const long long whole = std::stoll(amount.substr(0, point));
    const long long cents = std::stoll(amount.substr(point + 1));
    return whole * 100 + (negative ? -cents : cents);
}

/// The lines of a run in one state for one reason.
std::vector<json> lines_of(const json& run, const std::string& state, const std::string& reason) {
    std::vector<json> lines;
    for (const json& line : run.at("lines")) {
        if (line.at("state") == state && line.at("reason") == reason) {
            lines.push_back(line);
        }
    }
    return lines;
}

bool has_program(const std::string& name) {
    return test::run_shell("command -v " + name, job().folder()).code == 0;
}

} // namespace

TEST_CASE("the demo ends well, also in a folder it filled before") {
    CAPTURE(job().first().err);
    REQUIRE(job().first().code == 0);
    REQUIRE(job().second().code == 0);
    CHECK(job().first().out == job().second().out);
    CHECK(job().first().out.find("$ saldo audit reconcile") != std::string::npos);
}

TEST_CASE("the job leaves files of others alone") {
    const test::Scratch_folder scratch;
    const auto script = (test::source_folder() / "dev/monthly_job").string();
    const Outcome outcome = test::run_shell("mkdir demo && touch demo/mine && '" + script +
                                                "' '" SALDO_BINARY_FOLDER "/saldo' demo",
                                            scratch.path());
    CHECK(outcome.code == 2);
    CHECK(std::filesystem::exists(scratch.path() / "demo/mine"));
}

TEST_CASE("the dossiers come out of the book as they went in") {
    std::size_t checked = 0;
    const auto root = test::source_folder() / "fixtures/dossiers";
    for (const auto& fixture : std::filesystem::directory_iterator(root)) {
        const std::string number = fixture.path().stem();
        CAPTURE(number);
        CHECK(job().saldo("dossier export " + number).out == test::read_file(fixture.path()));
        ++checked;
    }
    CHECK(checked == 12);
}

TEST_CASE("the statements of the fixtures are those the bank would write") {
    const std::string text = test::read_file(test::source_folder() / "fixtures/bank/plan.csv");
    const fake_bank::Plan plan = fake_bank::read_plan(text);
    const auto orders = payments::pain001::read(job().file("R2026-0001.xml"));
    REQUIRE(orders.has_value());
    const auto statements = test::source_folder() / "fixtures/statements";
    CHECK(test::read_file(statements / "2026-10.cod") ==
          fake_bank::write_month(plan, {2026, 10}, {}));
    CHECK(test::read_file(statements / "2026-11.cod") ==
          fake_bank::write_month(plan, {2026, 11}, {*orders}));
}

TEST_CASE("the payment file holds what the dossiers ask for, to the cent") {
    std::size_t payments = 0;
    long long cents = 0;
    for (const November& each : november) {
        payments += static_cast<std::size_t>(each.payments);
        cents += each.cents;
    }
    for (const char* file : {"R2026-0001.xml", "R2026-0001-03.xml"}) {
        CAPTURE(file);
        const auditor::Audit audit = auditor::audit(job().file(file));
        CHECK(audit.problems == std::vector<std::string>());
        CHECK(audit.transfers == payments);
        CHECK(audit.cents == cents);
    }
    const json run = job().ask("run show R2026-0001");
    CHECK(run.at("count") == payments);
    CHECK(cents_of(run.at("total")) == cents);
    for (const November& each : november) {
        CAPTURE(each.dossier);
        CAPTURE(each.sum);
        int count = 0;
        long long sum = 0;
        for (const json& line : run.at("lines")) {
            if (line.at("dossier") == each.dossier && !line.at("end_to_end_id").is_null()) {
                ++count;
                sum += cents_of(line.at("amount"));
            }
        }
        CHECK(count == each.payments);
        CHECK(sum == each.cents);
    }
}

TEST_CASE("the payment files follow their schemas") {
    for (const std::string version : {"09", "03"}) {
        const std::string schema = "pain.001.001." + version + ".xsd";
        if (const std::string lacking = test::xmllint_lacks(schema); !lacking.empty()) {
            MESSAGE("skipped: " << lacking);
            continue;
        }
        CAPTURE(schema);
        const char* file = version == "09" ? "R2026-0001.xml" : "R2026-0001-03.xml";
        CHECK(test::is_valid(job().file(file), schema));
    }
}

TEST_CASE("what is not paid says why") {
    const json run = job().ask("run show R2026-0001");
    const auto short_of_money = lines_of(run, "postponed", "no_money");
    CHECK(short_of_money.size() == 5);
    for (const json& line : short_of_money) {
        CHECK(line.at("dossier") == "2026-005");
        // Of 80 only 1200.76 - 1177 = 23.76 is there; debts wait for living money.
        const std::string amount = line.at("amount");
        CHECK(line.at("short_by") == (amount == "80.00" ? "56.24" : amount));
    }
    const auto without_account = lines_of(run, "postponed", "no_iban");
    REQUIRE(without_account.size() == 1);
    CHECK(without_account.front().at("subject") == "expense:babysitter");
    const auto of_client = lines_of(run, "out", "payer_is_client");
    REQUIRE(of_client.size() == 1);
    CHECK(of_client.front().at("subject") == "expense:canteen");
    for (const json& line : run.at("lines")) {
        CHECK(line.at("subject") != "expense:old_phone"); // ended in October
    }
}

TEST_CASE("the statements of November close the run but for the payment that came back") {
    const json run = job().ask("run show R2026-0001");
    CHECK(run.at("state") == "closed");
    std::vector<json> returned;
    for (const json& line : run.at("lines")) {
        if (line.at("end_to_end_id").is_null()) {
            continue;
        }
        if (line.at("state") != "executed") {
            returned.push_back(line);
        }
    }
    REQUIRE(returned.size() == 1);
    const json& line = returned.front();
    CHECK(line.at("state") == "returned");
    CHECK(line.at("dossier") == "2026-010");
    CHECK(line.at("subject") == "debt:krediet/lening");
    CHECK(line.at("amount") == "75.00");

    const json next = job().ask("run show R2026-0002");
    CHECK(next.at("state") == "prepared"); // but the account is closed, so it waits for a proof
    const auto again = std::ranges::count_if(next.at("lines"), [&](const json& each) {
        return each.at("dossier") == line.at("dossier") &&
               each.at("subject") == line.at("subject") && each.at("due") == line.at("due") &&
               each.at("amount") == line.at("amount") && each.at("state") == "postponed" &&
               each.at("reason") == "account_refused";
    });
    CHECK(again == 1);
    // Of November nothing else is due again but what was postponed then; the energy bill of
    // 2026-002 is paid, whatever came back of last year's.
    std::multiset<std::string> old;
    for (const json& each : next.at("lines")) {
        if (std::string(each.at("due")) < "2026-12-01") {
            old.insert(std::string(each.at("dossier")));
        }
    }
    CHECK(old.count("2026-005") == 5);
    CHECK(old.count("2026-008") == 1);
    CHECK(old.count("2026-010") == 1);
    CHECK(old.size() == 7);
}

TEST_CASE("the payment that came back is a signal, and so are the debits nobody expected") {
    std::map<std::string, std::vector<json>> signals;
    const json told = job().ask("signal list --since 2026-10-01");
    for (const json& each : told.at("signals")) {
        signals[each.at("code")].push_back(each);
    }
    REQUIRE(signals["signal.returned"].size() == 1);
    const json& back = signals["signal.returned"].front();
    CHECK(back.at("dossier") == "2026-010");
    CHECK(back.at("subject") == "debt:krediet/lening");
    // A book club, a night shop, and costs of the bank; every income came, within its margin.
    CHECK(signals["signal.unexpected_debit"].size() == 3);
    // Before the benefit of 26 November: -35.20 + 1102.80 - 595 - 118 - 35 - 27 - 3 x 75 - 60 - 25.
    REQUIRE(signals["signal.negative_balance"].size() == 1);
    CHECK(signals["signal.negative_balance"].front().at("stated") == "-17.40");
    CHECK(signals.size() == 3);
}

TEST_CASE("importing a month again changes nothing") {
    const json before = job().ask("audit verify");
    const std::string month = (test::source_folder() / "fixtures/statements/2026-11.cod").string();
    const Outcome again = job().saldo("statement import '" + month + "'");
    CHECK(again.code == 0);
    CHECK(job().ask("audit verify") == before);
    CHECK(before.at("statements") == 2 * closings.size());
    CHECK(before.at("faults") == 0);
}

TEST_CASE("every account agrees with the bank to the cent") {
    const json proof = job().ask("audit reconcile");
    CHECK(proof.at("differences") == 0);
    const json& accounts = proof.at("accounts");
    REQUIRE(accounts.size() == closings.size());
    for (const Closing& each : closings) {
        CAPTURE(each.account);
        CAPTURE(each.sum);
        const auto found = std::ranges::find_if(
            accounts, [&](const json& account) { return account.at("account") == each.account; });
        REQUIRE(found != accounts.end());
        CHECK(found->at("dossier") == each.dossier);
        CHECK(found->at("statement") == each.balance);
        CHECK(found->at("ledger") == each.balance);
        CHECK(found->at("pots") == each.balance); // nothing is on its way any more
        CHECK(found->at("in_transit") == "0.00");
        CHECK(found->at("statement_date") == "2026-11-30");
    }
}

TEST_CASE("answers follow the schemas of the contract") {
    struct Row {
        const char* schema;
        const char* command;
    };

    for (const Row row :
         {Row{"run_show", "run show R2026-0001"}, Row{"run_show", "run show R2026-0002"},
          Row{"audit_reconcile", "audit reconcile"}, Row{"signal_list", "signal list"}}) {
        CAPTURE(row.command);
        const test::Json_schema schema("json/" + std::string(row.schema) + ".schema.json");
        CHECK(schema.violations(job().ask(row.command).dump()) == "");
    }
}

TEST_CASE("other accounting programs find the same balances") {
    for (const std::string program : {"hledger", "ledger"}) {
        if (!has_program(program)) {
            MESSAGE("skipped: no " << program);
            continue;
        }
        CAPTURE(program);
        const Outcome journal = job().saldo("audit export --to " + program);
        REQUIRE(journal.code == 0);
        std::ofstream(job().folder() / (program + ".journal"), std::ios::binary) << journal.out;
        const auto balance = [&](const std::string& account) {
            const Outcome outcome = test::run_shell(
                program + " -f " + program + ".journal bal '^" + account + "$'", job().folder());
            CAPTURE(outcome.err);
            REQUIRE(outcome.code == 0);
            std::istringstream words(outcome.out);
            std::string amount;
            words >> amount;
            return amount;
        };
        for (const Closing& each : closings) {
            const bool savings = std::string_view(each.account) == "BE20083400004256";
            const std::string account =
                "assets:bank:" + std::string(each.dossier) + (savings ? ":savings" : ":main");
            CAPTURE(account);
            CHECK(balance(account) == each.balance);
        }
        // 5240.00 + 388.20 were owed, and the only instalment came back.
        CHECK(balance("liabilities:debt:2026-010:krediet.lening") == "-5628.20");
    }
}
