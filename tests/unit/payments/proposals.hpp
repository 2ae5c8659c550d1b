#pragma once

#include "payments/proposal.hpp"
#include "support/dossiers.hpp"

/// What tests of proposals have in common: households of a few lines, and lines told in words.
namespace saldo::test {

/// The bare household with these lines, all due on 10 March 2026 or as told.
inline dossier::Dossier with_lines(std::vector<dossier::Budget_line> lines) {
    dossier::Dossier dossier = test::bare_dossier();
    dossier.accounts.front().overdraft = Money::zero();
    dossier.budget_lines = std::move(lines);
    return dossier;
}

inline dossier::Budget_line once(std::string id,
                                 dossier::Priority priority,
                                 std::int64_t cents,
                                 std::string_view due = "2026-03-10") {
    return test::expense(std::move(id), priority,
                         test::schedule(calendar::Rhythm::once, due, cents));
}

/// An income of the main account's free part.
inline dossier::Budget_line income(std::string id, std::int64_t cents, std::string_view due) {
    auto line = once(std::move(id), dossier::Priority::fixed_cost, cents, due);
    line.direction = dossier::Direction::income;
    line.counterparty.name = "Betaler";
    return line;
}

inline dossier::Pot pot(std::string id) {
    return {.id = std::move(id), .account = "main", .name = "Pot", .set_aside = {}};
}

inline payments::Position holding(std::int64_t free_cents) {
    payments::Position position;
    position.pots.insert_or_assign("pot:main", Money::cents(free_cents));
    return position;
}

inline std::string told(const payments::Proposal_line& line) {
    std::string text = line.occurrence.subject + " " + format(line.amount) + " " +
                       std::string(name(line.decision)) + " " + std::string(name(line.reason));
    return line.short_by.is_zero() ? text : text + " " + format(line.short_by);
}

inline std::vector<std::string> told(const std::vector<payments::Proposal_line>& lines) {
    std::vector<std::string> all;
    for (const payments::Proposal_line& line : lines) {
        all.push_back(told(line));
    }
    return all;
}

inline std::vector<std::string> proposed(const dossier::Dossier& dossier,
                                         const payments::Position& position) {
    return told(payments::propose(dossier, position, {day("2026-03-02"), day("2026-03-31")}));
}

} // namespace saldo::test
