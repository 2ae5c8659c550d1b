#pragma once

#include "calendar/date.hpp"
#include "money/money.hpp"

#include <optional>
#include <string>
#include <vector>

/// How a household gets control back over its money: its way on the ladder of the office, who pays
/// which line from when, what it wants to reach, and how that was judged. Nothing here is changed
/// once it stands; what comes later is added.
namespace saldo::dossier {

/// A small whole number in a document: a rung, a score, a number of months. 0 to 99.
struct Small {
    int value = 0;

    friend auto operator<=>(const Small&, const Small&) = default;
};

/// What the client said to a step.
enum class Consent { given, refused, not_reached };

enum class Payer { office, client };

/// What the office pays to the client for a line that he pays himself, at each due date.
struct Given_money {
    Money amount;             ///< positive
    std::string living_money; ///< the id of the living money with whose payee it goes

    friend bool operator==(const Given_money&, const Given_money&) = default;
};

/// A due date that does not follow the change in which it stands: one before its first day that
/// goes along with it, or one from that day on that stays as it was, because its money was paid
/// already.
struct Excepted_due {
    Date due;

    friend bool operator==(const Excepted_due&, const Excepted_due&) = default;
};

/// From a due date on, a budget line is paid by another. The change that was decided last counts.
struct Payer_change {
    Date decided; ///< not before that of the change above it
    Date from;    ///< the first due date it is for, not before `decided`
    Payer payer = Payer::client;
    std::optional<Given_money> gives; ///< of the client; without it he pays from what he has
    std::vector<Excepted_due> except{};
    std::string reason;
    Consent consent = Consent::given;
    std::string document{};       ///< SHA-256 of what was agreed or received, or empty
    std::optional<Date> review{}; ///< the day on which it is looked at again
    std::string user;             ///< login name

    friend bool operator==(const Payer_change&, const Payer_change&) = default;
};

/// Who pays a due date, and what the client gets for it.
struct Paid_by {
    Payer payer = Payer::office;
    const Given_money* gives = nullptr; ///< null if nothing, and if the office pays
    const Payer_change* by = nullptr;   ///< null: as the line says
};

/// How a household came on a rung.
enum class Move_kind {
    entry,    ///< the first: from nowhere
    up,       ///< one rung or more towards independence
    down,     ///< back, as agreed
    takeback, ///< back at once, in a crisis
    end       ///< off the ladder: the help stops there
};

struct Rung_move {
    Date decided; ///< not before that of the move above it
    Date from;    ///< its first day, not before `decided` nor before that of the move above it
    Move_kind kind = Move_kind::entry;
    Small rung;
    std::string reason;
    Consent consent = Consent::given;
    std::string decision{};       ///< reference of the team's or committee's decision, or empty
    std::string document{};       ///< SHA-256, or empty
    std::optional<Date> review{}; ///< the day on which it is looked at again
    std::string user;             ///< login name

    friend bool operator==(const Rung_move&, const Rung_move&) = default;
};

/// That a due date of a line the client pays was seen to be paid, or not: a receipt, a reminder.
struct Payment_proof {
    std::string line; ///< id of the budget line
    Date due;
    Date seen; ///< the day on which it was paid, or on which it was told that it was not
    bool paid = true;
    std::string document{}; ///< SHA-256, or empty
    std::string user;       ///< login name

    friend bool operator==(const Payment_proof&, const Payment_proof&) = default;
};

/// A letter that a step asked for, and that left.
struct Sent_letter {
    std::string letter;  ///< key of the letter in the ladder
    std::string subject; ///< the line it is about, or empty
    Date due;            ///< first day of the step that asked for it
    Date sent;
    std::string document{}; ///< SHA-256, or empty
    std::string user;       ///< login name

    friend bool operator==(const Sent_letter&, const Sent_letter&) = default;
};

/// A step of the action plan.
struct Goal_step {
    std::string what;
    std::string who; ///< client, worker, or a third party in words
    Date by;
    std::optional<Date> done{};

    friend bool operator==(const Goal_step&, const Goal_step&) = default;
};

enum class Goal_outcome { reached, partly_reached, dropped };

struct Goal_end {
    Date date;
    Goal_outcome outcome = Goal_outcome::reached;
    std::string user; ///< login name

    friend bool operator==(const Goal_end&, const Goal_end&) = default;
};

/// A goal of the action plan (handelingsplan), in the words of the client.
struct Goal {
    std::string id;
    Date set;
    std::string words;
    std::string user; ///< login name
    std::vector<Goal_step> steps{};
    std::optional<Goal_end> ended{};

    friend bool operator==(const Goal&, const Goal&) = default;
};

/// One skill of the checklist, scored.
struct Skill_score {
    std::string skill; ///< key in the checklist of the office
    Small score;

    friend bool operator==(const Skill_score&, const Skill_score&) = default;
};

enum class Conclusion { stay, up, down, stop };

/// The client's skills and course, judged on a day.
struct Evaluation {
    Date date;
    std::vector<Skill_score> scores;
    Conclusion conclusion = Conclusion::stay;
    std::string words;               ///< what was agreed
    std::optional<Date> next{};      ///< the day of the next one
    std::optional<Date> discussed{}; ///< by the team
    std::string user;                ///< login name

    friend bool operator==(const Evaluation&, const Evaluation&) = default;
};

/// The way of a household to its own end goal.
struct Course {
    std::string goal;          ///< the client's own end goal, in his words
    Small target;              ///< the rung of it; lasting support is a goal as any other
    std::optional<Small> pace; ///< months on a rung at the least, instead of what the ladder says
    std::vector<Rung_move> moves; ///< at least one
    std::vector<Payment_proof> proofs{};
    std::vector<Sent_letter> letters{};
    std::vector<Goal> goals{};
    std::vector<Evaluation> evaluations{};

    friend bool operator==(const Course&, const Course&) = default;
};

/// The move that counts at the end of `day` as far as was decided on `known` or before; null before
/// the first.
[[nodiscard]] const Rung_move* rung_on(const Course& course, Date day, Date known);

} // namespace saldo::dossier
