#pragma once

#include "app/stages.hpp"

namespace saldo::app {

/// The events that keep who pays a line. Their facts are `line`, `from`, `consent`, `reason` and,
/// as far as there are, `gives`, `review`, `document`, `decision` and the due dates that do not
/// follow (`except`).
inline constexpr std::string_view line_handed_over_event = "line.handed_over";
inline constexpr std::string_view line_taken_back_event = "line.taken_back";

/// A line for the client to pay.
struct Handover_request {
    std::string dossier;
    std::vector<std::string> lines; ///< ids; with `all_of_rung` more
    bool all_of_rung = false;       ///< all that the rung leaves to the client and the office pays
    std::optional<Date> from{};     ///< the day of the book, if not stated
    bool gives_amount = false;      ///< the client gets the amount of the line at each due date
    std::optional<Money> gives{};   ///< or this sum
    std::string living_money{}; ///< with whose payee it goes; the first of the account, if empty
    std::string reason;
    dossier::Consent consent = dossier::Consent::given;
    std::string decision{};
    std::string document{};
    std::optional<Date> review{};
};

/// Lines for the office to pay again.
struct Takeback_request {
    std::string dossier;
    std::vector<std::string>
        lines;                  ///< ids; none: all that the client pays since they were handed
                                ///< over to him and that the fallback rung keeps with the office
    bool agreed = false;        ///< no crisis: the rung stays
    bool missed = false;        ///< due dates that were not paid come back too
    std::optional<Date> from{}; ///< the day of the book, if not stated
    std::string reason;
    dossier::Consent consent = dossier::Consent::given;
    std::string decision{};
    std::string document{};
    std::optional<Date> review{}; ///< of a crisis: as the ladder says, if not stated
};

struct Changed_payers {
    Stage_sheet sheet;
    std::vector<std::string> lines; ///< whose payer changed
    Findings findings;              ///< due dates that do not follow, and why
};

/// Makes the client the payer of lines from a day on. What the office paid, or what stands in a
/// run, of later due dates stays with the office (the warnings app.due_stays). Refuses
/// app.dossier_unknown, app.course_missing, app.course_ended, app.line_unknown,
/// app.line_not_expense, app.payer_same, app.nothing_to_hand_over, app.living_money_unknown,
/// app.date_past, app.reason_missing, app.consent_missing, and what `autonomy::permit` refuses.
[[nodiscard]] Result<Changed_payers> hand_over(Desk& desk, const Handover_request& request);

/// Makes the office the payer again: the next run pays. In a crisis the dossier falls back to the
/// fallback rung as well. Due dates whose money the client got, or is about to get by a run, stay
/// with him (the warnings app.due_stays). Refuses as `hand_over` does, app.nothing_to_take_back,
/// and app.proxy_ended if the office has none any more. Without the client's consent it takes a
/// decision.
[[nodiscard]] Result<Changed_payers> take_back(Desk& desk, const Takeback_request& request);

/// What was shown of a due date that the client pays. Refuses app.dossier_unknown,
/// app.course_missing, app.line_unknown, app.not_the_clients, and what the check of a dossier
/// refuses.
[[nodiscard]] Result<Stage_sheet>
show_payment(Desk& desk, std::string_view dossier, dossier::Payment_proof proof);

/// A letter that was due left. Refuses app.dossier_unknown, app.course_missing, and
/// app.letter_not_due.
[[nodiscard]] Result<Stage_sheet>
send_letter(Desk& desk, std::string_view dossier, dossier::Sent_letter letter);

} // namespace saldo::app
