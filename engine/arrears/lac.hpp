#pragma once

#include "arrears/lac_rules.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A debt before the local advisory commission (LAC), which advises the supplier before energy or
/// water is cut off (domain.md 3.5).
namespace saldo::arrears {

/// Whether the client was heard.
enum class Client_heard : std::uint8_t { present, contacted_before, absent };

inline constexpr std::array client_heard_names{
    Named{Client_heard::present, "present"},
    Named{Client_heard::contacted_before, "contacted_before"},
    Named{Client_heard::absent, "absent"},
};

[[nodiscard]] constexpr std::string_view name(Client_heard heard) {
    return name_in(client_heard_names, heard);
}

enum class Lac_outcome : std::uint8_t {
    time, ///< the client gets time until a day
    plan, ///< he pays by the month
    immediate_payment,
    limiter,
    budget_meter, ///< or a digital meter with prepayment
    cut_off,
    reconnection
};

inline constexpr std::array lac_outcome_names{
    Named{Lac_outcome::time, "time"},
    Named{Lac_outcome::plan, "plan"},
    Named{Lac_outcome::immediate_payment, "immediate_payment"},
    Named{Lac_outcome::limiter, "limiter"},
    Named{Lac_outcome::budget_meter, "budget_meter"},
    Named{Lac_outcome::cut_off, "cut_off"},
    Named{Lac_outcome::reconnection, "reconnection"},
};

[[nodiscard]] constexpr std::string_view name(Lac_outcome outcome) {
    return name_in(lac_outcome_names, outcome);
}

/// Who proposed what was decided. Where the client is absent the commission itself does.
enum class Proposer : std::uint8_t { office, commission };

inline constexpr std::array proposer_names{Named{Proposer::office, "office"},
                                           Named{Proposer::commission, "commission"}};

[[nodiscard]] constexpr std::string_view name(Proposer proposer) {
    return name_in(proposer_names, proposer);
}

struct Lac_decision {
    Date date; ///< of the session
    Lac_outcome outcome = Lac_outcome::time;
    bool unanimous = false;
    Client_heard client = Client_heard::absent;
    Proposer proposer = Proposer::office;
    Money debt = Money::zero();    ///< what was owed that day
    std::optional<Date> until{};   ///< of time and of an immediate payment, the last day
    std::optional<Date> from{};    ///< of a plan its first due date; else the first day
    std::optional<Money> amount{}; ///< of a plan by the month, or what is paid at once
    int instalments = 0;           ///< of a plan, monthly, at least one
    std::string note;              ///< may be empty
    std::string user;              ///< login name of who took it down

    friend bool operator==(const Lac_decision&, const Lac_decision&) = default;
};

struct Lac {
    std::string number; ///< `LAC2026-0001`
    std::string claim;  ///< `<creditor>/<claim>` of the dossier; the creditor is the supplier
    Energy energy = Energy::electricity;
    Date session;
    std::string proposal;                ///< of the office, in words; may be empty
    std::optional<Money> monthly{};      ///< that it proposes
    std::optional<Date> limited_since{}; ///< a flow limiter was placed
    std::optional<Lac_decision> decision{};

    friend bool operator==(const Lac&, const Lac&) = default;
};

/// What of a decision cannot be, all of it:
///   - arrears.lac_term_missing: a day or an amount that it needs;
///   - arrears.lac_term_too_early: a day before that of the session;
///   - arrears.lac_above_debt: a plan pays more than what is owed;
/// and of a cut-off, with the row of the rules that holds on its day:
///   - arrears.lac_not_unanimous: without consensus the client keeps his supply;
///   - arrears.lac_winter_stop;
///   - arrears.lac_below_threshold: the debt is not above the threshold;
///   - arrears.lac_limiter_missing and arrears.lac_limiter_too_recent, of water;
///   - arrears.lac_rules_not_in_force.
[[nodiscard]] Findings
check_decision(const std::vector<Lac_rules>& rows, const Lac& lac, const Lac_decision& decision);

/// As many monthly instalments as the debt fills, at least one.
[[nodiscard]] int instalments_of(Money debt, Money monthly);

/// The due dates of a decided plan; none of any other decision.
[[nodiscard]] std::vector<Date> due_dates(const Lac_decision& decision);

enum class Lac_state : std::uint8_t {
    open,     ///< not decided yet
    running,  ///< nothing is late
    kept,     ///< all that was decided was paid
    breached, ///< something was not paid in time
    over,     ///< the time that was given has passed
    done,     ///< nothing is to be followed: a limiter, a meter, a cut-off or a reconnection
    replaced  ///< a later session on the same debt decided otherwise
};

inline constexpr std::array lac_state_names{
    Named{Lac_state::open, "open"},         Named{Lac_state::running, "running"},
    Named{Lac_state::kept, "kept"},         Named{Lac_state::breached, "breached"},
    Named{Lac_state::over, "over"},         Named{Lac_state::done, "done"},
    Named{Lac_state::replaced, "replaced"},
};

[[nodiscard]] constexpr std::string_view name(Lac_state state) {
    return name_in(lac_state_names, state);
}

struct Lac_standing {
    Lac_state state = Lac_state::open;
    std::optional<Date> due{};      ///< the first that is not paid, if a plan or payment is
    Money missing = Money::zero();  ///< of what was due until the day
    std::optional<Date> breached{}; ///< the day from which it is
};

/// What the ledger says of what a decision asks.
struct Lac_payments {
    std::function<Money(Date due)> on_due; ///< of a plan
    std::function<Money(Date last)> until; ///< paid on the claim after the session, until a day
};

/// Where a decision stands at the end of a day. A plan is breached when a due date is not paid
/// `dossier::plan_grace_days` days after it, an immediate payment on the day after its last.
[[nodiscard]] Lac_standing standing_on(const Lac& lac, const Lac_payments& payments, Date on);

/// As the office keeps it: JSON with keys in order of their letters. Reading what was written gives
/// the same again; that a text was written so is a contract.
[[nodiscard]] std::string write_lac(const Lac& lac);
[[nodiscard]] Lac read_kept_lac(std::string_view json);

} // namespace saldo::arrears
