#pragma once

#include "calendar/date.hpp"
#include "dossier/dossier.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The autonomy ladder of an office, as data: its rungs from intake to aftercare, who does what on
/// each, and what leads from one to another. The form is schemas/json/ladder.schema.json; the one
/// that is built in has the rungs of practice in Flemish services.
namespace saldo::autonomy {

/// The help a rung stands for.
enum class Form { intake, budget_management, budget_guidance, aftercare };

/// Who decides on a budget task, prepares it, or pays.
enum class Doer { office, client, together };

/// How living money is paid out on a rung.
enum class Living { weekly, monthly, none };

/// What can happen to a dossier that stands on a rung.
enum class Event {
    entry,          ///< it begins there
    up,             ///< to the next rung
    skip,           ///< up by more than one rung
    down,           ///< to a lower rung, as agreed
    handover,       ///< a line whose task the rung leaves to the client
    handover_ahead, ///< a line whose task the rung keeps with the office
    takeback,       ///< a line back, as agreed
    crisis,         ///< lines back at once, and to the fallback rung
    end             ///< off the ladder
};

/// Whether it may: by the worker, by decision of a person or committee whose reference is named, or
/// not at all.
enum class Verdict { allowed, person, refused };

/// A budget task. It is that of the lines with one of its categories; a line whose category stands
/// in none is of the first task with its priority.
struct Task {
    std::string key;
    std::string name;
    std::vector<std::string> categories;
    std::vector<dossier::Priority> priorities;
};

struct Task_share {
    std::string task; ///< key
    Doer decides = Doer::office;
    Doer prepares = Doer::office;
    Doer pays = Doer::office;
};

enum class Criterion_kind {
    months_on_rung,      ///< at least so many months on the rung before, or the pace of the dossier
    form_decided,        ///< a mandate for the form of the rung is in force
    proxy,               ///< the office has a proxy on the account
    lines_paid_on_time,  ///< what the client pays himself was, in the months before
    living_money_lasts,  ///< no money was asked in between
    never_negative,      ///< no account below what its dossier allows
    no_new_debts,        ///< no debt arose
    arrears_not_growing, ///< what is owed did not grow
    evaluation,          ///< the last one in the months before reached the score
    debts_settled,       ///< nothing is owed, or all of it stands in a plan that holds
    lines_handed_over    ///< the client pays all that the rung leaves to him
};

/// What is asked of a dossier that comes from below.
struct Criterion {
    Criterion_kind kind = Criterion_kind::months_on_rung;
    int months = 0;   ///< looked back, or waited
    int at_least = 0; ///< of the evaluation: the score, 0 to 10
};

/// What tells of a crisis: a signal of the book.
struct Trigger {
    std::string key;
    std::string name;
    std::string signal;                        ///< its code: `signal.negative_balance`
    std::vector<dossier::Priority> priorities; ///< of the line it is about; none: any
};

/// When a letter is due.
enum class Occasion { rung, handover, takeback };

/// Whom it is for.
enum class Addressee { client, payee, bank, creditors, income_payers };

struct Letter {
    std::string key;
    std::string name;
    Occasion occasion = Occasion::rung;
    Addressee to = Addressee::client;
};

struct Event_rule {
    Event event = Event::up;
    Verdict verdict = Verdict::refused;
};

struct Rung {
    int number = 0;
    std::string name;
    Form form = Form::intake;
    bool proxy = true; ///< the office keeps its proxy on the account
    Living living_money = Living::weekly;
    std::vector<Task_share> tasks; ///< one for each task
    std::vector<Criterion> entry;
    int review_months = 3;             ///< between evaluations
    std::vector<std::string> triggers; ///< keys
    int fallback = 0;                  ///< rung after a take-back in a crisis, not higher
    std::vector<Event_rule> events;    ///< one for each event
    std::vector<std::string> letters;  ///< keys of those due on its first day
};

struct Ladder {
    std::string name;
    int crisis_review_weeks = 4;
    std::vector<Task> tasks;
    std::vector<Trigger> triggers;
    std::vector<Letter> letters;
    std::vector<Rung> rungs; ///< numbered from 0, in order
};

/// Null if there is none.
[[nodiscard]] const Rung* find_rung(const Ladder& ladder, int number);

/// The task of a line; null if it is of none.
[[nodiscard]] const Task* task_of(const Ladder& ladder, const dossier::Budget_line& line);

/// Who pays a line on the rung; the office if the line is of no task.
[[nodiscard]] Doer pays(const Ladder& ladder, const Rung& rung, const dossier::Budget_line& line);

[[nodiscard]] Verdict verdict(const Rung& rung, Event event);

/// Going from a rung to another, as an event; none if they are the same.
[[nodiscard]] std::optional<Event> event_between(int from, int to);

/// The kind of mandate that the form of the rung stands on; none for intake and aftercare.
[[nodiscard]] std::optional<dossier::Mandate_kind> mandate_of(Form form);

} // namespace saldo::autonomy
