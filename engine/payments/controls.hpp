#pragma once

#include "payments/beneficiary.hpp"
#include "payments/policy.hpp"
#include "payments/run.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// The controls of a policy, held against the payments of a run.
namespace saldo::payments {

enum class Control {
    above_plan,         ///< more than planned or usual
    ceiling,            ///< more than any payment may be
    closing_balance,    ///< too little remains on the bank account
    savings_withdrawal, ///< paid from savings
    staff_account,      ///< the payee is somebody of the office
    shared_payee,       ///< one payee in dossiers that have nothing to do with each other
    new_beneficiary     ///< an account that is new or was changed, and not proved
};

/// The names stand in the book: do not change them.
[[nodiscard]] std::string_view name(Control control);
[[nodiscard]] std::optional<Control> control_from(std::string_view name);

/// An amount, or a number of dossiers.
using Control_value = std::variant<Money, std::int64_t>;

/// What one control says of one payment.
struct Control_finding {
    std::uint32_t line = 0; ///< position in the run
    Control control = Control::above_plan;
    Control_value stated;   ///< the amount; what remains; the number of dossiers
    Control_value computed; ///< the most, or for what remains the least, that needs no second look

    friend bool operator==(const Control_finding&, const Control_finding&) = default;
};

/// How far it goes beyond what needs no second look, in cents or dossiers. Not negative.
[[nodiscard]] std::int64_t excess(const Control_finding& finding);

/// What the controls need to know of one dossier.
struct Control_facts_of_dossier {
    std::map<std::string, dossier::Account_kind> accounts; ///< by id
    std::map<std::string, Money> balances; ///< by bank account: its pots, less other runs that wait
    std::map<std::pair<std::string, Date>, Money> planned; ///< by subject and due date
    std::map<std::string, Money> usual; ///< the most that was paid, by `usual_key`
    std::set<Beneficiary> known;        ///< taken over, or paid before the control was made
    std::set<Iban> proved;              ///< confirmed by one person, approved by another
};

struct Control_facts {
    std::map<Dossier_id, Control_facts_of_dossier> dossiers; ///< at least those of the run
    std::map<Iban, std::set<Dossier_id>> payers; ///< dossiers whose documents name a payee
};

/// A line that pays somebody: it is in, and no set-aside.
[[nodiscard]] bool is_controlled(const Run_line& line);

/// By what amounts are compared over time: the subject, or for a bill the account it is paid to.
[[nodiscard]] std::string usual_key(std::string_view subject, const Iban& payee);

/// What the controls of the policy have to say of the payments in a run, in order of line and
/// control. Lines that pay nobody are passed over. The lines are in order of position.
///
///  - above_plan: the amount against what the dossier plans for the due date (nothing if it plans
///    none any more), or against the usual amount where there is one and it is less;
///  - closing_balance: the payments of one bank account take what is on it one after the other;
///  - savings_withdrawal: the bank account is one of savings, or the policy counts pots too;
///  - shared_payee: two dossiers or more name the account or pay to it in this run, fewer than make
///    it known, and the policy does not know it;
///  - new_beneficiary: the account is none of the known ones for that subject (for a bill: of the
///    dossier), was not proved, and the policy does not know it.
[[nodiscard]] std::vector<Control_finding>
control(const Policy& policy, const std::vector<Run_line>& lines, const Control_facts& facts);

/// A finding of severity error, with the dossier number, line, subject, stated and computed value:
/// payments.amount_above_plan, payments.above_ceiling, payments.closing_balance_low,
/// payments.savings_withdrawn, payments.staff_paid, payments.payee_shared and
/// payments.beneficiary_not_proved.
[[nodiscard]] Finding finding_of(const Control_finding& finding, const Run_line& line);

/// `12.00`, or `3`.
[[nodiscard]] std::string text_of(const Control_value& value);

} // namespace saldo::payments
