#include "budget/occurrence.hpp"

#include "base/invariant.hpp"
#include "dossier/ledger_accounts.hpp"
#include "ledger/account.hpp"

#include <algorithm>
#include <map>

namespace saldo::budget {

namespace {

using ledger::Kind;

/// Something that falls due: its schedule, and all that its occurrences have in common.
struct Source {
    dossier::Schedule schedule;
    Occurrence occurrence;                                   ///< the due date is filled in for each
    std::vector<const dossier::Plan_instalment*> promised{}; ///< by a plan, instead of a schedule
    const dossier::Budget_line* changing{}; ///< a line whose payer changes with its due dates
};

struct Due {
    Date date;
    std::size_t source;
    Money amount;

    friend auto operator<=>(const Due&, const Due&) = default;
};

std::string pot_code(const std::string& account, const std::string& pot) {
    return ledger::code(Kind::pot, pot.empty() ? account : account + "/" + pot);
}

Source source(const dossier::Schedule& schedule,
              std::string subject,
              const std::string& account,
              const std::string& pot) {
    return {schedule,
            {.subject = std::move(subject),
             .account = account,
             .pot = pot_code(account, pot),
             .rhythm = schedule.rhythm,
             .due = schedule.anchor,
             .amount = schedule.amount,
             .counterparty = {},
             .communication = {}}};
}

Source source(const dossier::Budget_line& line) {
    const bool income = line.direction == dossier::Direction::income;
    Source made =
        source(line.schedule, ledger::code(income ? Kind::income : Kind::expense, line.id),
               line.account, line.pot);
    made.occurrence.direction = line.direction;
    made.occurrence.priority = line.priority;
    made.occurrence.margin = dossier::margin(line);
    made.occurrence.counterparty = line.counterparty;
    made.occurrence.communication = line.communication;
    made.occurrence.payer = line.payer;
    made.occurrence.moves = line.moves;
    made.occurrence.mandate = line.mandate;
    made.occurrence.name = line.name;
    made.changing = line.payer_changes.empty() ? nullptr : &line;
    return made;
}

Source source(const dossier::Living_money& living_money) {
    Source made = source(living_money.schedule, ledger::code(Kind::living_money, living_money.id),
                         living_money.account, {});
    made.occurrence.priority = dossier::Priority::living_money;
    made.occurrence.counterparty = living_money.to;
    made.occurrence.communication = living_money.communication;
    made.occurrence.name = living_money.name;
    made.occurrence.moves = living_money.moves;
    return made;
}

Source source(const dossier::Creditor& creditor, const dossier::Claim& claim) {
    const dossier::Instalment& instalment = *claim.instalment;
    Source made = source(instalment.schedule, dossier::code_of(creditor, claim), instalment.account,
                         instalment.pot);
    made.occurrence.priority = dossier::Priority::debt;
    made.occurrence.counterparty = creditor.collector.value_or(creditor.payee);
    made.occurrence.communication = instalment.communication;
    made.occurrence.moves = instalment.moves;
    made.occurrence.mandate = instalment.mandate;
    made.occurrence.name = creditor.payee.name;
    return made;
}

Source source(const dossier::Bill& bill) {
    const dossier::Schedule once{.rhythm = calendar::Rhythm::once,
                                 .anchor = bill.due,
                                 .amount = bill.amount,
                                 .period = *calendar::Date_range::through(bill.due, std::nullopt)};
    Source made = source(once, dossier::code_of(bill), bill.account, bill.pot);
    made.occurrence.priority = bill.claim.empty() ? bill.priority : dossier::Priority::debt;
    made.occurrence.counterparty = bill.payee;
    made.occurrence.communication = bill.communication;
    made.occurrence.name = bill.name;
    made.occurrence.moves = bill.moves;
    return made;
}

/// What a plan pays on one claim. The reference stands in the communication where no instalment
/// agreed another one.
Source source(const dossier::Adopted_plan& plan,
              const dossier::Creditor& creditor,
              const dossier::Claim& claim,
              std::vector<const dossier::Plan_instalment*> promised) {
    const dossier::Plan_instalment& first = *promised.front();
    const dossier::Schedule monthly{.rhythm = calendar::Rhythm::monthly,
                                    .anchor = first.due,
                                    .amount = first.amount,
                                    .period =
                                        *calendar::Date_range::through(first.due, std::nullopt)};
    Source made = source(monthly, dossier::code_of(creditor, claim), plan.account, plan.pot);
    made.promised = std::move(promised);
    made.occurrence.plan = plan.id;
    made.occurrence.priority = dossier::Priority::debt;
    made.occurrence.counterparty = creditor.collector.value_or(creditor.payee);
    if (claim.instalment) {
        made.occurrence.communication = claim.instalment->communication;
    } else if (!claim.reference.empty()) {
        made.occurrence.communication = claim.reference;
    }
    made.occurrence.name = creditor.payee.name;
    return made;
}

void add_sources(std::vector<Source>& all,
                 const dossier::Dossier& dossier,
                 const dossier::Adopted_plan& plan) {
    std::map<std::string_view, std::vector<const dossier::Plan_instalment*>> promised;
    for (const dossier::Plan_instalment& instalment : plan.instalments) {
        if (is_promised(plan, instalment)) {
            promised[instalment.claim].push_back(&instalment);
        }
    }
    if (promised.empty()) {
        return;
    }
    for (const dossier::Creditor& creditor : dossier.creditors) {
        for (const dossier::Claim& claim : creditor.claims) {
            const auto of_claim = promised.find(claim_id(creditor, claim));
            if (of_claim != promised.end()) {
                all.push_back(source(plan, creditor, claim, std::move(of_claim->second)));
            }
        }
    }
}

Source source(const dossier::Pot& pot) {
    Source made = source(*pot.set_aside, pot_code(pot.account, pot.id), pot.account, pot.id);
    made.occurrence.priority = dossier::Priority::pot;
    made.occurrence.counterparty.name = pot.name;
    made.occurrence.name = pot.name;
    made.occurrence.moves = dossier::Moves::after;
    return made;
}

std::vector<Source> sources(const dossier::Dossier& dossier) {
    std::vector<Source> all;
    for (const dossier::Budget_line& line : dossier.budget_lines) {
        all.push_back(source(line));
    }
    for (const dossier::Living_money& living_money : dossier.living_money) {
        all.push_back(source(living_money));
    }
    for (const dossier::Creditor& creditor : dossier.creditors) {
        for (const dossier::Claim& claim : creditor.claims) {
            if (claim.instalment) {
                all.push_back(source(creditor, claim));
            }
        }
    }
    for (const dossier::Bill& bill : dossier.bills) {
        if (!bill.cancelled) {
            all.push_back(source(bill));
        }
    }
    for (const dossier::Adopted_plan& plan : dossier.plans) {
        add_sources(all, dossier, plan);
    }
    for (const dossier::Pot& pot : dossier.pots) {
        if (pot.set_aside) {
            all.push_back(source(pot));
        }
    }
    std::ranges::sort(
        all, {}, [](const Source& one) -> const std::string& { return one.occurrence.subject; });
    return all;
}

/// The day after the opening balance of the account; nothing if it has none.
std::optional<Date> first_day(const dossier::Dossier& dossier, const std::string& account) {
    const auto found = std::ranges::find(dossier.accounts, account, &dossier::Account::id);
    return found == dossier.accounts.end() || !found->opening
               ? std::nullopt
               : std::optional(found->opening->date.plus_days(1));
}

/// The due dates of a source from `first` up to and including `last`, as far as its period goes.
void add_dues(std::vector<Due>& dues,
              std::size_t source,
              const dossier::Schedule& schedule,
              Date first,
              Date last) {
    first = std::max(first, schedule.period.from());
    last = std::min(last, schedule.period.last().value_or(last));
    const auto start =
        first <= last ? calendar::first_due(schedule.anchor, schedule.rhythm, first) : std::nullopt;
    if (!start) {
        return;
    }
    Date date = calendar::due(schedule.anchor, schedule.rhythm, *start);
    for (int n = *start; date <= last;) {
        dues.push_back({date, source, schedule.amount});
        if (schedule.rhythm == calendar::Rhythm::once) {
            return;
        }
        date = calendar::due(schedule.anchor, schedule.rhythm, ++n);
    }
}

/// Who pays the due date of a line, and to whom the money goes.
void set_payer(Occurrence& occurrence,
               const dossier::Budget_line& line,
               const dossier::Dossier& dossier) {
    const dossier::Paid_by by = paid_by(line, occurrence.due);
    occurrence.payer = by.payer;
    occurrence.handed_over = by.by != nullptr;
    if (by.gives == nullptr) {
        return;
    }
    const auto with =
        std::ranges::find(dossier.living_money, by.gives->living_money, &dossier::Living_money::id);
    invariant(with != dossier.living_money.end(), "what a client gets goes with living money");
    occurrence.payer = dossier::Payer::office;
    occurrence.to_client = true;
    occurrence.amount = by.gives->amount;
    occurrence.counterparty = with->to;
    occurrence.communication = line.name;
    occurrence.mandate.clear();
}

} // namespace

bool is_set_aside(const Occurrence& occurrence) {
    return occurrence.subject == occurrence.pot;
}

std::vector<Occurrence> occurrences(const dossier::Dossier& dossier, Date from, Date through) {
    const std::vector<Source> all = sources(dossier);
    std::vector<Due> dues;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (const auto start = first_day(dossier, all[i].occurrence.account)) {
            const Date first = std::max(from, *start);
            for (const dossier::Plan_instalment* each : all[i].promised) {
                if (first <= each->due && each->due <= through) {
                    dues.push_back({each->due, i, each->amount});
                }
            }
            if (all[i].promised.empty()) {
                add_dues(dues, i, all[i].schedule, first, through);
            }
        }
    }
    std::ranges::sort(dues);
    std::vector<Occurrence> due;
    due.reserve(dues.size());
    for (const Due& one : dues) {
        due.push_back(all[one.source].occurrence);
        due.back().due = one.date;
        due.back().amount = one.amount;
        if (const dossier::Budget_line* line = all[one.source].changing) {
            set_payer(due.back(), *line, dossier);
        }
    }
    return due;
}

} // namespace saldo::budget
