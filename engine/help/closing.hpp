#pragma once

#include "help/closing_list.hpp"

#include <cstdint>
#include <map>

/// The end of the help to a household: its checklist, held against the book. Money leaves in one
/// order: from the withdrawal account to the budget account, and from there to the client
/// (domain.md 2.8).
namespace saldo::help {

/// A bank account of the book with what is left on it.
struct Account_left {
    std::string id;
    dossier::Account_kind kind = dossier::Account_kind::budget;
    Money balance; ///< as the bank says
};

struct Pot_left {
    std::string account;
    std::string pot;
    Money balance;
};

/// Something that is still expected or to be paid after the day.
struct Due_ahead {
    std::string subject; ///< ledger code: `expense:rent`
    Date first;          ///< its next due date
};

/// How many payments, and what they come to.
struct Payments_left {
    std::uint64_t count = 0;
    Money total = Money::zero();
};

/// What the book says of a dossier on a day.
struct Closing_facts {
    std::vector<Account_left> accounts; ///< all that are in the book
    std::vector<Pot_left> pots;         ///< that hold something, the free parts left out
    Payments_left waiting{};            ///< in runs that have not left
    Payments_left ordered{};            ///< at the bank, which has not answered
    std::uint64_t suspense = 0;         ///< movements to be explained
    std::vector<Due_ahead> dues;
    std::map<std::string, Money>
        handed_over{}; ///< by account, as the file for the other office says
};

/// What stands against a check, each an error with the number of the dossier: help.dues_ahead,
/// help.plan_runs; help.payments_waiting, help.payments_ordered; help.suspense_left;
/// help.money_left, help.pot_holds_money; help.form_runs, help.proxy_runs_on;
/// help.aftercare_missing; help.transfer_missing, help.signature_missing and
/// help.transfer_outdated (an account holds something else than the file says).
[[nodiscard]] Findings stands_against(Closing_check check,
                                      const dossier::Dossier& dossier,
                                      const Closing_facts& facts,
                                      Date on);

/// Where a step stands. The names are public (JSON): do not change them.
enum class Step_state {
    done,
    ready,  ///< can be done now
    waits,  ///< for steps before it
    blocked ///< by what the book says
};

inline constexpr std::array step_state_names{
    Named{Step_state::done, "done"}, Named{Step_state::ready, "ready"},
    Named{Step_state::waits, "waits"}, Named{Step_state::blocked, "blocked"}};

struct Step_row {
    Closing_rule rule;
    Step_state state = Step_state::ready;
    std::optional<dossier::Closing_step> done{};
    std::vector<std::string> waits_for{}; ///< keys of steps
    Findings against;                     ///< of a step that is not done, also if it waits
};

/// The steps that are for this closing, in the order of the list. That it was decided is a
/// contract.
[[nodiscard]] std::vector<Step_row> closing_rows(const Closing_list& list,
                                                 const dossier::Dossier& dossier,
                                                 const Closing_facts& facts,
                                                 Date on);

/// It is decided that the help ends. Refuses help.closing_decided.
[[nodiscard]] Result<Done> decide_closing(dossier::Dossier& dossier, dossier::Closing closing);

/// A step was done on the day it says. The last one closes the dossier on that day. Refuses
/// help.closing_not_decided, help.step_unknown, help.step_not_for, help.step_done,
/// help.step_comes_after, help.step_needs_document, all that stands against its check; and for the
/// last one, whatever steps the office has, all money, payments and movements that are left: what
/// moves to another office must be what its file says.
[[nodiscard]] Result<Done> do_step(dossier::Dossier& dossier,
                                   const Closing_list& list,
                                   const Closing_facts& facts,
                                   dossier::Closing_step step);

/// The household is to be asked again on the day of aftercare, or since.
struct Aftercare_due {
    Date due;
    std::int32_t days_late = 0;
    std::optional<dossier::Aftercare_check> last{}; ///< that did not reach the household
};

/// Nothing before that day, and once the household was reached on that day or later.
[[nodiscard]] std::optional<Aftercare_due> aftercare_due(const dossier::Dossier& dossier, Date on);

/// Keeps what was found. Refuses help.no_aftercare (the help was not ended). Tells help.relapse, a
/// warning: a new request or form of help is to be considered.
[[nodiscard]] Result<Findings> add_aftercare(dossier::Dossier& dossier,
                                             dossier::Aftercare_check check);

} // namespace saldo::help
