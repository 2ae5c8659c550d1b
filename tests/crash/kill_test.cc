// Goal: whenever the process dies, the book is as before or as after, never in between, and the
// same command again makes it good, once. Method: `statement import` and `run export` on copies of
// one book, killed at 50 of the system calls that change a file and after 50 delays each, both
// spread evenly over the whole of what the command does.
#include "child.hpp"
#include "support/book.hpp"
#include "support/shared.hpp"

#include <map>

using namespace saldo;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kills = 50;

/// Everything that is chained, and everything that is kept beside it.
std::string state_of(const fs::path& book) {
    test::Database database(book);
    std::string state;
    for (const char* query :
         {"SELECT dossier_id, number, digest FROM entry ORDER BY dossier_id, number",
          "SELECT number, digest FROM event ORDER BY number",
          "SELECT ledger_account_id, cents FROM balance ORDER BY ledger_account_id",
          "SELECT count(*), total(cents) FROM posting",
          "SELECT count(*), total(cents) FROM movement",
          "SELECT count(*), max(sha256) FROM bank_file", "SELECT * FROM suspense",
          "SELECT number, state FROM run",
          "SELECT * FROM run_file ORDER BY run_id, number", "SELECT id, state FROM run_line"}) {
        state += database.ask(query) + "\n";
    }
    return state;
}

/// All files besides the book, by name.
std::map<std::string, std::string> files_of(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (entry.path().filename() != "saldo.db") {
            files.emplace(entry.path().filename().string(), test::read_file(entry.path()));
        }
    }
    return files;
}

/// A command with the folder it is started in again and again.
class Trial {
public:
    Trial(const fs::path& origin, std::vector<std::string> arguments)
        : origin_(origin), before_(state_of(origin / "saldo.db")) {
        call_.arguments = std::move(arguments);
        start_again();
        REQUIRE(test::run(call_) == 0);
        after_ = state_of(folder_.path() / "saldo.db");
        files_ = files_of(folder_.path());
        REQUIRE(after_ != before_);
    }

    /// Kills at equal steps; how many died of it.
    std::size_t kill_by_step() {
        start_again();
        const test::Traced whole = test::kill_at(call_, 0);
        if (!whole.is_traceable) {
            MESSAGE("not tried: processes cannot be traced here");
            return 0;
        }
        REQUIRE(whole.ending == 0);
        std::size_t hits = 0;
        for (std::size_t i = 0; i < kills; ++i) {
            start_again();
            const std::uint64_t step = 1 + (whole.steps - 1) * i / (kills - 1);
            CAPTURE(step);
            hits += test::kill_at(call_, step).ending ? 0U : 1U;
            judge();
        }
        return hits;
    }

    /// Kills after equal delays up to 1.2 times the time it takes; how many died of it.
    std::size_t kill_by_time() {
        start_again();
        const auto begin = std::chrono::steady_clock::now();
        REQUIRE(test::run(call_) == 0);
        duration_ = std::chrono::duration_cast<std::chrono::microseconds>(
            std::chrono::steady_clock::now() - begin);
        std::size_t hits = 0;
        for (std::size_t i = 0; i < kills; ++i) {
            start_again();
            const auto delay =
                duration_ * 12 * static_cast<int>(i) / (10 * static_cast<int>(kills));
            CAPTURE(delay.count());
            hits += test::kill_after(call_, delay) ? 0U : 1U;
            judge();
        }
        return hits;
    }

    /// Of the books looked at after a kill: how many were as before.
    [[nodiscard]] std::size_t undone() const { return undone_; }

    [[nodiscard]] std::chrono::microseconds duration() const { return duration_; }

private:
    void start_again() {
        fs::remove_all(folder_.path());
        fs::copy(origin_, folder_.path(), fs::copy_options::recursive);
        call_.folder = folder_.path();
    }

    void judge() {
        const fs::path book = folder_.path() / "saldo.db";
        CHECK(test::run({folder_.path(), {"audit", "verify"}}) == 0);
        CHECK(test::run({folder_.path(), {"audit", "reconcile"}}) == 0);
        const std::string state = state_of(book);
        const bool was_undone = state == before_;
        const bool was_done = state == after_;
        CHECK((was_undone || was_done));
        undone_ += was_undone ? 1U : 0U;
        CHECK(test::run(call_) == 0);
        CHECK((state_of(book) == after_));
        CHECK((files_of(folder_.path()) == files_));
    }

    fs::path origin_;
    test::Scratch_folder folder_;
    test::Call call_;
    std::string before_;
    std::string after_;
    std::map<std::string, std::string> files_;
    std::chrono::microseconds duration_{};
    std::size_t undone_ = 0;
};

void try_all(Trial& trial) {
    const std::size_t by_step = trial.kill_by_step();
    const std::size_t by_time = trial.kill_by_time();
    MESSAGE(by_step << " and " << by_time << " of " << kills << " died, by step and by time, in "
                    << trial.duration().count() << " us; " << trial.undone()
                    << " books were as before");
    CHECK((by_step == 0 || by_step >= kills * 9 / 10)); // 0: processes cannot be traced here
    CHECK(by_time >= kills / 4); // the machine may be slower or faster than when measured
    CHECK(trial.undone() > 0);
    CHECK(trial.undone() < 2 * kills);
}

/// A household with many bills on the first of the month.
dossier::Dossier many_bills() {
    dossier::Dossier household = test::household();
    for (int i = 0; i < 80; ++i) {
        household.budget_lines.push_back(
            test::expense("bill" + std::to_string(i), dossier::Priority::fixed_cost,
                          test::schedule(calendar::Rhythm::once, "2026-02-09", 100 + i % 7)));
        household.budget_lines.back().communication = "Factuur " + std::to_string(i);
    }
    return household;
}

} // namespace

TEST_CASE("killing `statement import`") {
    test::Book book;
    REQUIRE(book.import({test::household()}).has_value());
    std::vector<test::Told_movement> movements;
    for (int i = 0; i < 1'500; ++i) {
        movements.push_back({.cents = i % 3 == 0 ? -100 : 60, .text = "BEWEGING"});
    }
    test::Scratch_folder origin;
    fs::copy_file(book.path(), origin.path() / "saldo.db");
    std::ofstream(origin.path() / "month.cod", std::ios::binary)
        << test::coda_file({{.number = 1,
                             .opening = 152'040,
                             .opening_date = "2026-01-31",
                             .closing_date = "2026-02-03",
                             .movements = movements}});
    Trial trial(origin.path(),
                {"statement", "import", "month.cod", "--as-of", "2026-02-04", "--user", "an"});
    try_all(trial);
}

TEST_CASE("killing `run export`") {
    test::Book book;
    REQUIRE(test::code_of(book.import({many_bills()})) == "");
    REQUIRE(test::code_of(book.prepare("2026-02-02", "2026-02-10")) == "");
    REQUIRE(test::code_of(book.approve("2026-02-02", "R2026-0001")) == "");
    test::Scratch_folder origin;
    fs::copy_file(book.path(), origin.path() / "saldo.db");
    Trial trial(origin.path(),
                {"run", "export", "R2026-0001", "--as-of", "2026-02-02", "--user", "jo"});
    try_all(trial);
}
