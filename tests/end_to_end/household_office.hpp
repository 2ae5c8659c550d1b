#pragma once

#include "support/dossiers.hpp"
#include "support/json_schema.hpp"
#include "support/process.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>

/// Households of a few lines, and the built command at work on one of them.
namespace saldo::test {

using Told_lines = std::vector<std::string>;

/// A household that holds so much at the end of the day before, with nothing due.
inline dossier::Dossier household_holding(std::int64_t cents,
                                          std::string_view opened = "2026-01-31") {
    dossier::Dossier dossier = bare_dossier();
    dossier.opened = day(opened);
    for (dossier::Account& account : dossier.accounts) {
        account.overdraft = Money::zero();
        account.warn_below = Money::zero();
        if (account.opening) {
            account.opening->date = day(opened);
            account.opening->balance = Money::zero();
        }
    }
    dossier.accounts.front().opening->balance = Money::cents(cents);
    return dossier;
}

inline dossier::Budget_line
due_once(std::string id, dossier::Priority priority, std::int64_t cents, std::string_view due) {
    return expense(std::move(id), priority, schedule(calendar::Rhythm::once, due, cents));
}

inline dossier::Budget_line income_once(std::string id, std::int64_t cents, std::string_view due) {
    auto line = due_once(std::move(id), dossier::Priority::fixed_cost, cents, due);
    line.direction = dossier::Direction::income;
    return line;
}

inline dossier::Living_money living_money(calendar::Rhythm rhythm,
                                          std::string_view anchor,
                                          std::int64_t cents,
                                          dossier::Moves moves) {
    return {.id = "week",
            .name = "Leefgeld",
            .schedule = schedule(rhythm, anchor, cents),
            .account = "main",
            .to = {"Vandenbeispiel R.", *party::parse_iban("BE35063000000237"), {}},
            .communication = {},
            .moves = moves};
}

/// A book with one household, and the command.
class Household_office {
public:
    explicit Household_office(const dossier::Dossier& dossier) {
        std::ofstream(folder_.path() / "household.json", std::ios::binary)
            << dossier::write_document(dossier);
        REQUIRE(saldo("init --office X --enterprise-number 0207.512.395 --as-of 2026-01-31").code ==
                0);
        const Outcome taken = saldo("dossier import household.json --as-of 2026-01-31");
        CAPTURE(taken.err);
        REQUIRE(taken.code == 0);
    }

    [[nodiscard]] Outcome saldo(const std::string& arguments) const {
        return run_shell("saldo " + arguments, folder_.path());
    }

    [[nodiscard]] Outcome
    prepare(const std::string& as_of, const std::string& through, const std::string& more) const {
        return saldo("run prepare --through " + through + " --as-of " + as_of + " " + more);
    }

    [[nodiscard]] std::filesystem::path file(const std::string& name) const {
        return folder_.path() / name;
    }

    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(file(name), std::ios::binary) << bytes;
    }

    /// The lines of a new run.
    [[nodiscard]] Told_lines
    run(const std::string& as_of, const std::string& through, const std::string& more = "") const;

    /// The table of a new run, for people.
    [[nodiscard]] std::string
    told(const std::string& as_of, const std::string& through, const std::string& language) const {
        return prepare(as_of, through, "--dry-run --lang " + language).out;
    }

private:
    Scratch_folder folder_;
};

inline std::string text_of(const nlohmann::json& value) {
    return value.is_null() ? "" : std::string(value);
}

inline Told_lines Household_office::run(const std::string& as_of,
                                        const std::string& through,
                                        const std::string& more) const {
    const Outcome outcome = prepare(as_of, through, "--dry-run --output json " + more);
    CAPTURE(outcome.err);
    REQUIRE(outcome.code == 0);
    CHECK(Json_schema("json/run_show.schema.json").violations(outcome.out) == "");
    CHECK(prepare(as_of, through, "--dry-run --output json " + more).out == outcome.out);
    Told_lines lines;
    const auto document = nlohmann::json::parse(outcome.out);
    for (const nlohmann::json& line : document.at("lines")) {
        std::string text = text_of(line.at("subject")) + " " + text_of(line.at("due")) + " " +
                           text_of(line.at("execution_date")) + " " + text_of(line.at("amount")) +
                           " " + text_of(line.at("state"));
        if (line.at("reason") != "due") {
            text += " " + text_of(line.at("reason"));
        }
        if (!line.at("short_by").is_null()) {
            text += " " + text_of(line.at("short_by"));
        }
        if (!line.at("goes_first").is_null()) {
            text += " after " + text_of(line.at("goes_first")) + " " +
                    text_of(line.at("goes_first_due"));
        }
        lines.push_back(std::move(text));
    }
    return lines;
}

} // namespace saldo::test
