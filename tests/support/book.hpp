#pragma once

#include "app/answers.hpp"
#include "app/decisions.hpp"
#include "app/export_journal.hpp"
#include "app/import_dossiers.hpp"
#include "app/import_statements.hpp"
#include "app/init_book.hpp"
#include "app/match_movements.hpp"
#include "app/match_rules.hpp"
#include "app/reconcile_accounts.hpp"
#include "app/runs.hpp"
#include "app/undo_movement.hpp"
#include "app/verify_book.hpp"
#include "store/book.hpp"
#include "support/coda_file.hpp"
#include "support/database.hpp"
#include "support/dossiers.hpp"
#include "support/scratch_folder.hpp"

#include <doctest/doctest.h>

template <> struct doctest::StringMaker<saldo::Money> {
    static String convert(saldo::Money amount) { return format(amount).c_str(); }
};

/// A book in a folder of its own, of an invented office, and the requests people make of it.
namespace saldo::test {

/// The sample household with a wage that comes from an account, so that it can be recognised.
inline dossier::Dossier household() {
    auto read = dossier::read_document(sample_dossier);
    REQUIRE(read.has_value());
    dossier::Budget_line& wage = read->budget_lines.at(0);
    wage.counterparty.iban = *party::parse_iban("BE76001020304095");
    wage.schedule.anchor = day("2026-02-03");
    return *read;
}

/// The code of a refusal, or empty.
template <class Answer> std::string code_of(const Answer& answer) {
    return answer ? std::string() : std::string(answer.error().code().text);
}

class Book {
public:
    Book();

    [[nodiscard]] std::string path() const { return (folder_.path() / "saldo.db").string(); }

    /// One request of one person: kept if it is not refused, as the command does.
    template <class Act> auto act(const std::string& user, std::string_view as_of, Act request) {
        const auto work = store::open_to_write(path());
        app::Desk desk(*work, {user, day(as_of)});
        auto answer = request(desk);
        if (answer) {
            work->commit();
        }
        return answer;
    }

    template <class Ask> [[nodiscard]] auto ask(Ask question) const {
        const auto work = store::open_to_read(path());
        return question(*work);
    }

    auto import(const std::vector<dossier::Dossier>& dossiers) {
        std::vector<app::Input_file> files;
        for (const dossier::Dossier& each : dossiers) {
            files.push_back({each.number + ".json", dossier::write_document(each)});
        }
        return act("an", "2026-02-01",
                   [&](app::Desk& desk) { return app::import_dossiers(desk, files); });
    }

    auto import(const std::string& bytes, const std::string& name = "statement.cod") {
        return act("an", "2026-02-10", [&](app::Desk& desk) {
            return app::import_statements(desk, {name, bytes});
        });
    }

    /// A statement of the day after the last one, in which the bank carries out a payment or sends
    /// it back.
    auto carry_out(const payments::Run_line& line, bool comes_back, std::uint32_t statement) {
        const app::Account_proof proof = proofs().at(0);
        const std::int64_t cents = line.proposal.amount.cents();
        const std::string payee(line.proposal.occurrence.counterparty.iban->text());
        return import(
            coda_file({{.number = statement,
                        .opening = proof.statement.cents(),
                        .opening_date = calendar::format(proof.statement_date),
                        .closing_date = calendar::format(proof.statement_date.plus_days(1)),
                        .movements = {{.cents = comes_back ? cents : -cents,
                                       .iban = payee,
                                       .end_to_end_id = line.end_to_end_id}}}}),
            "bank" + std::to_string(statement) + ".cod");
    }

    auto prepare(std::string_view as_of, std::string_view through) {
        return act("an", as_of,
                   [&](app::Desk& desk) { return app::prepare_run(desk, day(through)); });
    }

    auto approve(std::string_view as_of, const std::string& run, const std::string& user = "jo") {
        return act(user, as_of, [&](app::Desk& desk) { return app::approve_run(desk, run); });
    }

    auto cancel(std::string_view as_of, const std::string& run) {
        return act("jo", as_of, [&](app::Desk& desk) { return app::cancel_run(desk, run); });
    }

    auto export_run(std::string_view as_of,
                    const std::string& run,
                    const app::Export_terms& terms = {}) {
        return act("jo", as_of, [&](app::Desk& desk) { return app::export_run(desk, run, terms); });
    }

    /// Prepares, approves and exports in one go; all of it must be let through.
    app::Exported_run pay(std::string_view as_of, std::string_view through) {
        const auto prepared = prepare(as_of, through);
        REQUIRE(prepared.has_value());
        REQUIRE(approve(as_of, prepared->run.number).has_value());
        auto exported = export_run(as_of, prepared->run.number);
        REQUIRE(exported.has_value());
        return *std::move(exported);
    }

    /// Takes an answer of the bank to a payment file.
    auto answer(const std::string& bytes,
                std::string_view as_of = "2026-02-03",
                const std::string& name = "answer.xml") {
        return act("an", as_of, [&](app::Desk& desk) {
            return app::take_answer(desk, {name, bytes});
        });
    }

    auto match(std::string_view as_of) {
        return act("an", as_of,
                   [](app::Desk& desk) { return Result<app::Matched>(app::match_suspense(desk)); });
    }

    auto assign(const app::Assignment& assignment) {
        return act("an", "2026-02-28",
                   [&](app::Desk& desk) { return app::assign_movement(desk, assignment); });
    }

    auto split(const app::Split& split) {
        return act("an", "2026-02-28",
                   [&](app::Desk& desk) { return app::split_movement(desk, split); });
    }

    auto undo(Movement_id movement) {
        return act("jo", "2026-02-28", [&](app::Desk& desk) {
            return app::undo_movement(desk, movement, "a mistake");
        });
    }

    [[nodiscard]] app::Run_sheet run(const std::string& number) const {
        const auto sheet =
            ask([&](app::Unit_of_work& work) { return app::find_run(work, number); });
        REQUIRE(sheet.has_value());
        return *sheet;
    }

    [[nodiscard]] std::vector<app::Suspense_row> suspense() const {
        return ask([](app::Unit_of_work& work) { return work.statements().suspense(); });
    }

    /// What the book says of a movement. Postings of its entries point nowhere.
    [[nodiscard]] app::Movement_story story(Movement_id movement) const {
        const auto story =
            ask([&](app::Unit_of_work& work) { return app::tell_movement(work, movement); });
        REQUIRE(code_of(story) == "");
        return *story;
    }

    [[nodiscard]] app::Verification verify() const { return ask(app::verify_book); }

    [[nodiscard]] std::vector<app::Account_proof> proofs() const {
        return ask(app::reconcile_accounts);
    }

    /// Everything that has to hold in any book at any time.
    void check_sound() const {
        for (const Finding& finding : verify().findings) {
            FAIL_CHECK(std::string(finding.code.text));
        }
        for (const app::Account_proof& proof : proofs()) {
            CHECK(proof.difference == Money::zero());
        }
    }

    /// What stands on a ledger account, from the postings themselves.
    [[nodiscard]] Money balance(const std::string& code, const std::string& number = {}) const {
        Database database(path());
        const std::string cents =
            database.ask("SELECT coalesce(sum(p.cents), 0) FROM posting p "
                         "JOIN ledger_account a ON a.id = p.ledger_account_id "
                         "JOIN dossier d ON d.id = a.dossier_id WHERE a.code = '" +
                         code + "'" + (number.empty() ? "" : " AND d.number = '" + number + "'"));
        return Money::cents(std::stoll(cents));
    }

    [[nodiscard]] std::string look(const std::string& query) const {
        return Database(path()).ask(query);
    }

private:
    Scratch_folder folder_;
};

inline Book::Book() {
    store::create_book(path());
    const auto opened = act("head", "2026-02-01", [](app::Desk& desk) {
        return app::init_book(desk,
                              {"OCMW Klaverveld", *party::parse_enterprise_number("0234567873")});
    });
    REQUIRE(opened.has_value());
}

/// How many statements were not booked, all or some of them, for that reason.
inline auto left_out(const app::Imported_file& file, app::Left_out::Why why) {
    return std::ranges::count(file.left_out, why, &app::Left_out::why);
}

/// The value of one named param, empty if there is none.
inline std::string param(const Finding& finding, std::string_view name) {
    for (const Param& each : finding.params) {
        if (each.name == name) {
            return each.value;
        }
    }
    return {};
}

} // namespace saldo::test
