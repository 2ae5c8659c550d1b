#include "app/stage_evidence.hpp"

#include "app/claims.hpp"
#include "app/figures.hpp"
#include "app/settings.hpp"
#include "app/signal_facts.hpp"
#include "app/signals.hpp"
#include "base/invariant.hpp"
#include "claims/status.hpp"
#include "dossier/ledger_accounts.hpp"
#include "evaluation/checklist.hpp"

#include <algorithm>
#include <set>

namespace saldo::app {

namespace {

using autonomy::Evidence;
using autonomy::Own_payment;
using autonomy::Own_payment_state;
using dossier::Dossier;
using reconcile::Expected;
using reconcile::Seen;
using reconcile::Signal;
using reconcile::Signal_code;

Date first_of(const autonomy::Rung& rung, Date on) {
    int months = 1;
    for (const autonomy::Criterion& each : rung.entry) {
        months = std::max(months, each.months);
    }
    return calendar::plus_months(on, -months);
}

/// From the first day that the book tells of.
Date book_begins(const Dossier& dossier) {
    return first_opening(dossier).value_or(dossier.opened);
}

class Evidence_reader {
public:
    Evidence_reader(Unit_of_work& work,
                    const Dossier_row& row,
                    const Dossier& dossier,
                    const autonomy::Rung& rung,
                    Date on)
        : work_(work), row_(row), dossier_(dossier), rung_(rung), accounts_(accounts_of(work, row)),
          reader_(work, row, dossier, accounts_, first_of(rung, on), on) {
        evidence_.on = on;
        evidence_.first = std::max(first_of(rung, on), book_begins(dossier));
    }

    Evidence read() {
        read_signals();
        read_own_payments();
        read_extra_money();
        read_owed();
        read_evaluation();
        return std::move(evidence_);
    }

private:
    static std::vector<Account_row> accounts_of(Unit_of_work& work, const Dossier_row& row) {
        std::vector<Account_row> accounts = work.dossiers().accounts();
        std::erase_if(accounts, [&](const Account_row& each) { return each.dossier != row.id; });
        return accounts;
    }

    /// Those that nobody dismissed.
    void read_signals() {
        auto rows =
            signals(work_, {{row_.number}, first_of(rung_, evidence_.on), evidence_.on, false});
        invariant(rows.has_value(), "the dossier is in the book");
        for (Signal_row& row : *rows) {
            const Signal& signal = row.signal;
            if (signal.code == Signal_code::negative_balance &&
                signal.severity == Severity::error) {
                evidence_.low_balances.push_back(
                    {signal.account, signal.date, signal.stated.value_or(Money::zero())});
            } else if (signal.code == Signal_code::new_debt && signal.severity != Severity::info) {
                evidence_.new_debts.push_back({signal.subject.substr(signal.subject.find(':') + 1),
                                               signal.date, *signal.stated});
            } else if (signal.code == Signal_code::handed_over_unpaid) {
                unpaid_.emplace(signal.subject, *signal.due);
            } else if (signal.code == Signal_code::plan_broken) {
                is_plan_broken_ = true;
            }
        }
    }

    [[nodiscard]] const dossier::Payment_proof* proof_of(const std::string& line, Date due) const {
        const dossier::Payment_proof* found = nullptr;
        if (dossier_.course) {
            for (const dossier::Payment_proof& each : dossier_.course->proofs) {
                if (each.line == line && each.due == due && each.seen <= evidence_.on) {
                    found = &each;
                }
            }
        }
        return found;
    }

    /// The movement by which the client paid it; null if none did.
    [[nodiscard]] const Seen* movement_of(const budget::Occurrence& occurrence) const {
        const auto& movements = reader_.facts().movements;
        const auto found = std::ranges::find_if(movements, [&](const Seen& seen) {
            return seen.subject == occurrence.subject && seen.due == occurrence.due &&
                   !reconcile::is_of_order(seen.rule) && seen.facts.amount.is_negative();
        });
        return found == movements.end() ? nullptr : &*found;
    }

    void read_own_payments() {
        for (const Expected& item : reader_.facts().expected) {
            const budget::Occurrence& each = item.occurrence;
            const bool is_clients =
                each.handed_over && (each.payer == dossier::Payer::client || each.to_client);
            if (is_clients && each.due >= evidence_.first && each.due <= evidence_.on) {
                evidence_.own_payments.push_back(own_payment(item));
            }
        }
    }

    [[nodiscard]] Own_payment own_payment(const Expected& item) const {
        const budget::Occurrence& each = item.occurrence;
        const std::string line = each.subject.substr(each.subject.find(':') + 1);
        Own_payment made{.line = line, .due = each.due, .amount = each.amount};
        const Date last = each.due.plus_days(reconcile::client_grace_days);
        const auto take_day = [&](Date day) {
            made.paid = day;
            made.state = day <= last ? Own_payment_state::on_time : Own_payment_state::late;
        };
        if (const dossier::Payment_proof* proof = proof_of(line, each.due)) {
            if (proof->paid) {
                take_day(proof->seen);
            } else {
                made.state = Own_payment_state::unpaid;
            }
        } else if (const Seen* seen = each.to_client ? nullptr : movement_of(each);
                   seen != nullptr && is_settled(item)) {
            take_day(seen->facts.date);
            made.entry = seen->entry;
        } else if (unpaid_.contains({each.subject, each.due})) {
            made.state = Own_payment_state::unpaid;
        } else if (last >= evidence_.on) {
            made.state = Own_payment_state::not_yet;
        }
        return made;
    }

    [[nodiscard]] std::set<std::string, std::less<>> clients_accounts() const {
        std::set<std::string, std::less<>> accounts;
        for (const dossier::Account& account : dossier_.accounts) {
            if (account.kind == dossier::Account_kind::living_money) {
                accounts.emplace(account.iban.text());
            }
        }
        for (const dossier::Living_money& living_money : dossier_.living_money) {
            if (living_money.to.iban) {
                accounts.emplace(living_money.to.iban->text());
            }
        }
        return accounts;
    }

    /// What went to the client and settles nothing that was planned for him; a bill of his own is
    /// no plan.
    void read_extra_money() {
        const auto accounts = clients_accounts();
        for (const Seen& seen : reader_.facts().movements) {
            const bool is_bill = seen.subject.starts_with("expense:bill/");
            const bool is_extra = seen.due ? is_bill : seen.facts.amount.is_negative();
            if (is_extra && seen.facts.date >= evidence_.first &&
                accounts.contains(seen.facts.counterparty_account)) {
                evidence_.extra_money.push_back(
                    {seen.facts.date, abs(seen.facts.amount), seen.entry});
            }
        }
    }

    /// While debts are still being listed, nobody knows what was owed.
    void read_owed() {
        std::set<Date> days{evidence_.on};
        for (const autonomy::Criterion& each : rung_.entry) {
            if (each.kind == autonomy::Criterion_kind::arrears_not_growing) {
                days.insert(calendar::plus_months(evidence_.on, -each.months));
            }
        }
        const law::Figures figures = figures_on(work_, evidence_.on);
        for (const Date day : days) {
            const auto list = claims_on(work_, figures, row_.number, day);
            invariant(list.has_value(), "the dossier is in the book");
            const bool was_listed =
                day >
                std::max(book_begins(dossier_), dossier_.opened.plus_days(reconcile::listing_days));
            evidence_.owed.push_back(
                {day, was_listed || day == evidence_.on ? owed_on(*list, day) : std::nullopt});
        }
    }

    /// Claims that were stated later were not known; closed ones ask nothing.
    std::optional<Money> owed_on(const Claim_list& list, Date day) {
        Money sum = Money::zero();
        bool all_in_plan = !is_plan_broken_;
        for (const Claim_row& row : list.rows) {
            if (row.claim.stated > day || claims::is_end(row.status)) {
                continue;
            }
            if (!row.account) {
                return std::nullopt;
            }
            const Money owed = row.account->balance.total();
            sum += owed;
            all_in_plan &= !owed.is_positive() || row.claim.instalment.has_value() ||
                           row.status == dossier::Claim_status::in_plan;
        }
        evidence_.debts_in_plan = all_in_plan;
        return sum;
    }

    /// By the checklist in force, on a scale to ten.
    void read_evaluation() {
        if (!dossier_.course) {
            return;
        }
        const auto checklist =
            evaluation::read_checklist(setting_on(work_, "skills", evidence_.on));
        invariant(checklist.has_value(), "a checklist in the book can be read");
        for (const dossier::Evaluation& each : dossier_.course->evaluations) {
            const auto scored = score_of(*checklist, each.scores);
            if (each.date <= evidence_.on && scored) {
                constexpr std::int64_t ten = 10;
                evidence_.evaluation = autonomy::Scored{
                    each.date, money::Rate::of(scored->score.numerator() * ten,
                                               scored->score.denominator() * checklist->scale_max)};
            }
        }
    }

    Unit_of_work& work_;
    const Dossier_row& row_;
    const Dossier& dossier_;
    const autonomy::Rung& rung_;
    std::vector<Account_row> accounts_;
    Signal_reader reader_;
    std::set<std::pair<std::string, Date>> unpaid_;
    bool is_plan_broken_ = false;
    Evidence evidence_{.on = Date::from_days(0),
                       .first = Date::from_days(0),
                       .own_payments = {},
                       .extra_money = {},
                       .low_balances = {},
                       .new_debts = {},
                       .owed = {},
                       .still_office = {}};
};

} // namespace

Evidence evidence_for(Unit_of_work& work,
                      const Dossier_row& row,
                      const Dossier& dossier,
                      const autonomy::Rung& rung,
                      Date on) {
    return Evidence_reader(work, row, dossier, rung, on).read();
}

} // namespace saldo::app
