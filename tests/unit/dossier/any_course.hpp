#pragma once

#include "any_claim.hpp"
#include "base/digest.hpp"

/// Random forms of help and ways on the ladder that can be.
namespace saldo::test {

inline std::string paper_digest() {
    return to_hex(sha256(std::to_string(number(0, 1'000))));
}

inline std::optional<Date> maybe_after(Date day) {
    return maybe() ? std::optional(day.plus_days(number(0, 400))) : std::nullopt;
}

inline std::optional<Signed> maybe_signed() {
    return maybe() ? std::optional(Signed{date(), paper_digest()}) : std::nullopt;
}

inline Mandate any_mandate() {
    Mandate mandate{any<Mandate_kind>(), name_text(), date(), any_period()};
    mandate.mediator = any<Mediator>();
    mandate.agreement = maybe_signed();
    mandate.proxy = maybe_signed();
    if (mandate.proxy) {
        mandate.proxy_ended = maybe_after(mandate.proxy->date);
    }
    if (const auto last = mandate.period.last(); last && maybe()) {
        mandate.ended =
            Mandate_end{*last, any<Help_stop>(), maybe() ? "" : name_text(), name_text()};
    }
    return mandate;
}

inline Closing any_closing() {
    Closing closing{.decided = date(), .reason = any<Help_stop>(), .note = {}, .user = name_text()};
    for (int i = number(0, 3); i > 0; --i) {
        closing.steps.push_back({"step-" + std::to_string(i),
                                 closing.decided.plus_days(number(0, 50)), any_digest(),
                                 name_text()});
    }
    closing.aftercare = maybe_after(closing.decided);
    if (maybe()) {
        closing.checks.push_back({closing.decided.plus_days(number(0, 400)),
                                  any<Aftercare_outcome>(), maybe() ? "" : name_text(),
                                  name_text()});
    }
    if (maybe()) {
        closing.transfer =
            Office_transfer{name_text(), paper_digest(), maybe_signed(), maybe_signed()};
    }
    return closing;
}

inline std::vector<Rung_move> any_moves() {
    std::vector<Rung_move> moves;
    Date decided = date();
    Date from = decided;
    for (int i = 0, count = number(1, 5); i < count; ++i) {
        decided = decided.plus_days(number(0, 100));
        from = std::max(from, decided.plus_days(number(0, 50)));
        const auto kind = i == 0                      ? Move_kind::entry
                          : i + 1 == count && maybe() ? Move_kind::end
                                                      : Move_kind::up;
        moves.push_back({decided, from, kind, Small{number(0, 100)}, name_text(), any<Consent>(),
                         maybe() ? "" : name_text(), any_digest(), maybe_after(decided),
                         name_text()});
    }
    return moves;
}

/// Who pays an expense changes now and then; the exceptions are due dates of it.
inline void add_changes(Budget_line& line, const Dossier& dossier) {
    Date decided = line.schedule.anchor;
    for (int i = number(0, 3); i > 0; --i) {
        decided = decided.plus_days(number(0, 100));
        Payer_change change{.decided = decided,
                            .from = decided.plus_days(number(0, 30)),
                            .payer = any<Payer>(),
                            .gives = {},
                            .reason = name_text(),
                            .consent = any<Consent>(),
                            .document = any_digest(),
                            .review = maybe_after(decided),
                            .user = name_text()};
        if (change.payer == Payer::client && !dossier.living_money.empty() && maybe()) {
            change.gives =
                Given_money{Money::cents(number(1, 100'000)), dossier.living_money.front().id};
        }
        if (maybe()) {
            change.except.push_back({line.schedule.anchor});
        }
        line.payer_changes.push_back(std::move(change));
    }
}

inline void add_course(Dossier& dossier) {
    for (Budget_line& line : dossier.budget_lines) {
        if (line.direction == Direction::expense) {
            add_changes(line, dossier);
        }
    }
    if (maybe()) {
        dossier.closing = any_closing();
    }
    if (maybe()) {
        return;
    }
    Course course{.goal = name_text(), .target = {number(0, 9)}, .pace = {}, .moves = any_moves()};
    if (maybe()) {
        course.pace = Small{number(0, 100)};
    }
    if (!dossier.budget_lines.empty() && maybe()) {
        const Budget_line& line = dossier.budget_lines.front();
        course.proofs.push_back(
            {line.id, line.schedule.anchor, date(), maybe(), any_digest(), name_text()});
        course.letters.push_back(
            {"letter", maybe() ? "" : line.id, date(), date(), any_digest(), name_text()});
    }
    if (maybe()) {
        const Date set = date();
        course.goals.push_back({"1", set, name_text(), name_text()});
        course.goals.back().steps.push_back({name_text(), "client", date(), maybe_after(set)});
        if (maybe()) {
            course.goals.back().ended = Goal_end{set, any<Goal_outcome>(), name_text()};
        }
    }
    if (maybe()) {
        const Date day = date();
        course.evaluations.push_back({day,
                                      {{"overview", {number(0, 100)}}},
                                      any<Conclusion>(),
                                      name_text(),
                                      maybe_after(day),
                                      maybe_after(day),
                                      name_text()});
    }
    dossier.course = std::move(course);
}

} // namespace saldo::test
