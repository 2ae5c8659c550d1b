#pragma once

#include "dossier/document.hpp"
#include "support/sample_dossier.hpp"

#include <doctest/doctest.h>

/// Dossiers for tests, made of the sample: only what the test is about stands in them.
namespace saldo::test {

inline Date day(std::string_view text) {
    const auto date = calendar::parse(text);
    REQUIRE(date.has_value());
    return *date;
}

inline calendar::Date_range period(std::string_view from, std::string_view until = {}) {
    const auto last = until.empty() ? std::nullopt : std::optional(day(until));
    const auto range = calendar::Date_range::through(day(from), last);
    REQUIRE(range.has_value());
    return *range;
}

/// The household of the sample with its accounts, opened on 31 January 2026, and nothing due.
inline dossier::Dossier bare_dossier() {
    auto read = dossier::read_document(sample_dossier);
    REQUIRE(read.has_value());
    read->closed.reset();
    read->pots.clear();
    read->budget_lines.clear();
    read->living_money.clear();
    read->creditors.clear();
    return *read;
}

inline dossier::Schedule
schedule(calendar::Rhythm rhythm, std::string_view anchor, std::int64_t cents) {
    return {rhythm, day(anchor), Money::cents(cents), period("2020-01-01")};
}

/// An expense of the main account's free part, to a payee with an IBAN.
inline dossier::Budget_line
expense(std::string id, dossier::Priority priority, dossier::Schedule due) {
    return {.id = std::move(id),
            .name = "Uitgave",
            .category = "other",
            .priority = priority,
            .schedule = std::move(due),
            .account = "main",
            .pot = {},
            .counterparty = {"Schuldeiser", *party::parse_iban("BE70096000000425"), {}},
            .communication = {}};
}

} // namespace saldo::test
