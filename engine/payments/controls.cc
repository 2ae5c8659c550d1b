#include "payments/controls.hpp"

#include "base/invariant.hpp"
#include "base/named.hpp"
#include "ledger/account.hpp"
#include "money/scale.hpp"
#include "payments/codes.hpp"

#include <algorithm>
#include <array>

namespace saldo::payments {

namespace {

/// A control with its word and the code of what it finds, in the order of the enumeration.
struct Control_row {
    Control value;
    std::string_view name;
    Code code;
};

constexpr std::array control_rows{
    Control_row{Control::above_plan, "above_plan", amount_above_plan},
    Control_row{Control::ceiling, "ceiling", above_ceiling},
    Control_row{Control::closing_balance, "closing_balance", closing_balance_low},
    Control_row{Control::savings_withdrawal, "savings_withdrawal", savings_withdrawn},
    Control_row{Control::staff_account, "staff_account", staff_paid},
    Control_row{Control::shared_payee, "shared_payee", payee_shared},
    Control_row{Control::new_beneficiary, "new_beneficiary", beneficiary_not_proved}};

const Control_row& row_of(Control control) {
    const auto found = std::ranges::find(control_rows, control, &Control_row::value);
    invariant(found != control_rows.end(), "every control has a row");
    return *found;
}

template <class Map, class Key>
typename Map::mapped_type value_or(const Map& map, const Key& key, typename Map::mapped_type none) {
    const auto found = map.find(key);
    return found == map.end() ? none : found->second;
}

/// What may be paid where so much was expected.
Money allowed(const Tolerance& tolerance, Money expected) {
    Money margin = tolerance.margin;
    if (tolerance.margin_share) {
        const auto share =
            money::scale(expected, *tolerance.margin_share, money::Rounding::toward_zero);
        invariant(share.has_value(), "a part of an amount is an amount");
        margin = std::max(margin, *share);
    }
    return expected + margin;
}

/// Holds the lines of one run against the policy, one after the other.
class Controller {
public:
    Controller(const Policy& policy, const Control_facts& facts)
        : policy_(policy), controls_(policy.controls), facts_(facts), payers_(facts.payers) {}

    /// Whoever this run pays is a payee of the dossier, whatever its document says by now.
    void count_payee(const Run_line& line) { payers_[payee_of(line)].insert(line.dossier); }

    void look_at(const Run_line& line) {
        line_ = &line;
        of_dossier_ = &facts_.dossiers.at(line.dossier);
        amounts();
        balance();
        accounts();
        shared_payee();
        beneficiary();
    }

    [[nodiscard]] std::vector<Control_finding> findings() && { return std::move(findings_); }

private:
    static const Iban& payee_of(const Run_line& line) {
        return *line.proposal.occurrence.counterparty.iban;
    }

    [[nodiscard]] const budget::Occurrence& occurrence() const {
        return line_->proposal.occurrence;
    }

    [[nodiscard]] const Iban& payee() const { return payee_of(*line_); }

    [[nodiscard]] Money amount() const { return line_->proposal.amount; }

    void add(Control control, Control_value stated, Control_value computed) {
        findings_.push_back({line_->position, control, stated, computed});
    }

    void amounts() {
        if (controls_.above_plan) {
            Money expected =
                value_or(of_dossier_->planned, std::pair(occurrence().subject, occurrence().due),
                         Money::zero());
            expected =
                std::min(expected, value_or(of_dossier_->usual,
                                            usual_key(occurrence().subject, payee()), expected));
            const Money most = allowed(*controls_.above_plan, expected);
            if (amount() > most) {
                add(Control::above_plan, amount(), most);
            }
        }
        if (controls_.ceiling && amount() > *controls_.ceiling) {
            add(Control::ceiling, amount(), *controls_.ceiling);
        }
    }

    void balance() {
        const std::string& account = occurrence().account;
        Money& left = left_
                          .try_emplace({line_->dossier, account},
                                       value_or(of_dossier_->balances, account, Money::zero()))
                          .first->second;
        left -= amount();
        if (controls_.closing_balance && left < *controls_.closing_balance) {
            add(Control::closing_balance, left, *controls_.closing_balance);
        }
    }

    void accounts() {
        const bool from_savings =
            value_or(of_dossier_->accounts, occurrence().account, dossier::Account_kind::budget) ==
            dossier::Account_kind::savings;
        const bool from_pot = controls_.savings_withdrawal == Savings::accounts_and_pots &&
                              occurrence().pot != code(ledger::Kind::pot, occurrence().account);
        if (controls_.savings_withdrawal && (from_savings || from_pot)) {
            add(Control::savings_withdrawal, amount(), Money::zero());
        }
        const auto& staff = controls_.staff_accounts;
        if (std::ranges::find(staff, payee(), &Staff_account::iban) != staff.end()) {
            add(Control::staff_account, amount(), Money::zero());
        }
    }

    void shared_payee() {
        if (!controls_.known_from || is_known_payee(policy_, payee())) {
            return;
        }
        const std::size_t dossiers = payers_.at(payee()).size();
        if (dossiers > 1 && dossiers < *controls_.known_from) {
            add(Control::shared_payee, static_cast<std::int64_t>(dossiers), std::int64_t{1});
        }
    }

    /// Living money goes there, so it is the client's own: he may get the money of a line too.
    [[nodiscard]] bool is_clients_own(const std::set<Beneficiary>& known) const {
        const std::string living = code(ledger::Kind::living_money, "");
        return std::ranges::any_of(known, [&](const Beneficiary& each) {
            return each.iban == payee() && each.key.starts_with(living);
        });
    }

    [[nodiscard]] bool is_known_beneficiary() const {
        const std::string key = beneficiary_key(occurrence().subject);
        const std::set<Beneficiary>& known = of_dossier_->known;
        return is_known_payee(policy_, payee()) || of_dossier_->proved.contains(payee()) ||
               known.contains({key, payee()}) || is_clients_own(known) ||
               (key == bill_key && std::ranges::any_of(known, [&](const Beneficiary& each) {
                    return each.iban == payee();
                }));
    }

    void beneficiary() {
        if (controls_.new_beneficiary && !is_known_beneficiary()) {
            add(Control::new_beneficiary, amount(), Money::zero());
        }
    }

    const Policy& policy_;
    const Controls& controls_;
    const Control_facts& facts_;
    std::map<Iban, std::set<Dossier_id>> payers_;
    std::map<std::pair<Dossier_id, std::string>, Money> left_; ///< by bank account
    std::vector<Control_finding> findings_;
    const Run_line* line_ = nullptr;
    const Control_facts_of_dossier* of_dossier_ = nullptr;
};

} // namespace

std::string_view name(Control control) {
    return row_of(control).name;
}

std::optional<Control> control_from(std::string_view name) {
    const auto found = std::ranges::find(control_rows, name, &Control_row::name);
    return found == control_rows.end() ? std::nullopt : std::optional(found->value);
}

std::int64_t excess(const Control_finding& finding) {
    const auto number = [](const Control_value& value) {
        const auto* amount = std::get_if<Money>(&value);
        return amount != nullptr ? amount->cents() : std::get<std::int64_t>(value);
    };
    const std::int64_t beyond = number(finding.stated) - number(finding.computed);
    return finding.control == Control::closing_balance ? -beyond : beyond;
}

bool is_controlled(const Run_line& line) {
    const budget::Occurrence& occurrence = line.proposal.occurrence;
    return line.proposal.decision == Decision::in && !budget::is_set_aside(occurrence) &&
           occurrence.counterparty.iban.has_value();
}

std::string usual_key(std::string_view subject, const Iban& payee) {
    return beneficiary_key(subject) == bill_key ? std::string(payee.text()) : std::string(subject);
}

std::vector<Control_finding>
control(const Policy& policy, const std::vector<Run_line>& lines, const Control_facts& facts) {
    Controller controller(policy, facts);
    for (const Run_line& line : lines) {
        if (is_controlled(line)) {
            controller.count_payee(line);
        }
    }
    for (const Run_line& line : lines) {
        if (is_controlled(line)) {
            controller.look_at(line);
        }
    }
    return std::move(controller).findings();
}

Finding finding_of(const Control_finding& finding, const Run_line& line) {
    return {row_of(finding.control).code,
            Severity::error,
            {},
            {{"dossier", line.dossier_number},
             {"line", std::to_string(finding.line)},
             {"subject", line.proposal.occurrence.subject},
             {"stated", text_of(finding.stated)},
             {"computed", text_of(finding.computed)}}};
}

std::string text_of(const Control_value& value) {
    const auto* amount = std::get_if<Money>(&value);
    return amount != nullptr ? format(*amount) : std::to_string(std::get<std::int64_t>(value));
}

} // namespace saldo::payments
