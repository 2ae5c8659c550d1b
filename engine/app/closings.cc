#include "app/closings.hpp"

#include "app/import_dossiers.hpp"
#include "app/position.hpp"
#include "app/read_ahead.hpp"
#include "app/records.hpp"
#include "app/settings.hpp"
#include "app/transfers.hpp"
#include "budget/occurrence.hpp"
#include "dossier/ledger_accounts.hpp"
#include "dossier/names.hpp"
#include "help/codes.hpp"
#include "help/transfer.hpp"

#include <algorithm>
#include <set>

namespace saldo::app {

namespace {

/// How far ahead dues are looked for: longer than a year, so that yearly ones are found.
constexpr int dues_days_ahead = 400;

help::Closing_list closing_list_on(Unit_of_work& work, Date on) {
    auto list = help::read_closing_list(setting_on(work, "closing", on));
    invariant(list.has_value(), "a list in the book can be read");
    return *std::move(list);
}

void add_balances(Unit_of_work& work,
                  const Dossier_row& row,
                  const dossier::Dossier& dossier,
                  help::Closing_facts& facts) {
    const ledger::Chart& chart = work.journal().chart(row.id);
    std::map<std::string, Money> balances;
    for (const Balance_row& each : work.journal().balances(row.id)) {
        balances.emplace(chart.at(each.account).code, each.balance);
    }
    const auto of = [&](const std::string& code) {
        const auto found = balances.find(code);
        return found == balances.end() ? Money::zero() : found->second;
    };
    for (const dossier::Account& account : dossier.accounts) {
        if (is_managed(account)) {
            facts.accounts.push_back(
                {account.id, account.kind, of(ledger::code(ledger::Kind::bank, account.id))});
        }
    }
    for (const dossier::Pot& pot : dossier.pots) {
        const Money held = of(ledger::code(ledger::Kind::pot, pot.account + "/" + pot.id));
        if (!held.is_zero()) {
            facts.pots.push_back({pot.account, pot.id, held});
        }
    }
}

void add_dues_ahead(const dossier::Dossier& dossier, Date on, help::Closing_facts& facts) {
    std::set<std::string> known;
    for (const budget::Occurrence& each :
         budget::occurrences(dossier, on.plus_days(1), on.plus_days(dues_days_ahead))) {
        if (each.payer == dossier::Payer::office && known.insert(each.subject).second) {
            facts.dues.push_back({each.subject, each.due});
        }
    }
}

/// What the file for another office says the accounts hold.
void add_handed_over(Unit_of_work& work,
                     const Dossier_row& row,
                     Date on,
                     help::Closing_facts& facts) {
    const auto record = record_on(work, transfer_kind, row.number, on);
    if (!record) {
        return;
    }
    const auto file = help::read_transfer(record->text);
    invariant(file.has_value(), "a file that the book keeps can be read");
    for (const help::Account_state& each : file->accounts) {
        facts.handed_over.emplace(each.id, each.balance);
    }
}

Closing_sheet
sheet_of(Unit_of_work& work, const Dossier_row& row, const dossier::Dossier& dossier, Date on) {
    const help::Closing_facts facts = closing_facts(work, row, dossier, on);
    Closing_sheet sheet{row.number, *dossier.closing, dossier.closed,
                        help::closing_rows(closing_list_on(work, on), dossier, facts, on),
                        facts.accounts};
    const auto leaves = [](const help::Account_left& account) {
        return account.kind == dossier::Account_kind::living_money ? 0
               : account.kind == dossier::Account_kind::savings    ? 1
                                                                   : 2;
    };
    std::ranges::stable_sort(sheet.accounts, {}, leaves);
    return sheet;
}

/// Changes the document of a dossier by `change`, which gives a Result<Params>: what the log keeps
/// under `event`.
template <class Change>
Result<Closing_sheet>
change_closing(Desk& desk, std::string_view number, std::string_view event, Change change) {
    const auto row = find_dossier(desk.work(), number);
    if (!row) {
        return refuse(row.error());
    }
    dossier::Dossier dossier = load_dossier(desk.work(), row->id);
    Result<Params> facts = change(*row, dossier);
    if (!facts) {
        return refuse(facts.error());
    }
    if (const auto kept = keep_document(desk, dossier); !kept) {
        return refuse(kept.error());
    }
    desk.record(event, row->number, *std::move(facts));
    return sheet_of(desk.work(), *row, dossier, desk.actor().as_of);
}

} // namespace

help::Closing_facts closing_facts(Unit_of_work& work,
                                  const Dossier_row& row,
                                  const dossier::Dossier& dossier,
                                  Date on) {
    help::Closing_facts facts{.accounts = {}, .pots = {}, .dues = {}};
    add_balances(work, row, dossier, facts);
    for (const payments::Run_line& line : work.runs().pending_lines(row.id)) {
        ++facts.waiting.count;
        facts.waiting.total += line.proposal.amount;
    }
    for (const Order_row& order : work.runs().orders(row.id, on.plus_days(1))) {
        if (order.state == payments::Line_state::exported) {
            ++facts.ordered.count;
            facts.ordered.total += order.amount;
        }
    }
    for (const Suspense_row& item : work.statements().suspense()) {
        facts.suspense += item.dossier.id == row.id ? 1U : 0U;
    }
    add_dues_ahead(dossier, on, facts);
    add_handed_over(work, row, on, facts);
    return facts;
}

Result<Closing_sheet> closing_of(Unit_of_work& work, std::string_view dossier, Date on) {
    const auto row = find_dossier(work, dossier);
    if (!row) {
        return refuse(row.error());
    }
    const dossier::Dossier document = load_dossier(work, row->id);
    if (!document.closing) {
        return refuse(help::closing_not_decided, {{"dossier", row->number}});
    }
    return sheet_of(work, *row, document, on);
}

Result<Closing_sheet> close_dossier(Desk& desk, const Closing_request& request) {
    return change_closing(
        desk, request.dossier, "closing.decided",
        [&](const Dossier_row&, dossier::Dossier& document) {
            return help::decide_closing(document, {.decided = desk.actor().as_of,
                                                   .reason = request.reason,
                                                   .note = request.note,
                                                   .user = desk.actor().user,
                                                   .aftercare = request.aftercare})
                .map([&](Done) {
                    return Params{{"reason", std::string(dossier::name(request.reason))}};
                });
        });
}

Result<Closing_sheet> set_aftercare(Desk& desk, std::string_view dossier, Date aftercare) {
    return change_closing(
        desk, dossier, "closing.aftercare_set",
        [&](const Dossier_row& row, dossier::Dossier& document) -> Result<Params> {
            if (!document.closing) {
                return refuse(help::closing_not_decided, {{"dossier", row.number}});
            }
            document.closing->aftercare = aftercare;
            return Params{{"aftercare", format(aftercare)}};
        });
}

Result<Closing_sheet>
do_closing_step(Desk& desk, std::string_view dossier, std::string_view step, std::string document) {
    const Date on = desk.actor().as_of;
    return change_closing(
        desk, dossier, "closing.step_done", [&](const Dossier_row& row, dossier::Dossier& changed) {
            Params facts{{"step", std::string(step)}, {"document", document}};
            return help::do_step(changed, closing_list_on(desk.work(), on),
                                 closing_facts(desk.work(), row, changed, on),
                                 {std::string(step), on, std::move(document), desk.actor().user})
                .map([&](Done) {
                    if (changed.closed) {
                        facts.push_back({"closed", format(*changed.closed)});
                    }
                    return std::move(facts);
                });
        });
}

std::vector<Aftercare_row> aftercare_dues(Unit_of_work& work, Date on) {
    std::vector<Aftercare_row> rows;
    each_dossier(work, [&](const Dossier_row& row, const dossier::Dossier& dossier) {
        const auto due = help::aftercare_due(dossier, on);
        if (due && dossier.closed) {
            rows.push_back({row.number, *dossier.closed, *due});
        }
    });
    std::ranges::stable_sort(rows, {}, [](const Aftercare_row& row) { return row.due.due; });
    return rows;
}

Result<Aftercare_answer> check_aftercare(Desk& desk,
                                         std::string_view dossier,
                                         dossier::Aftercare_outcome outcome,
                                         std::string note) {
    Aftercare_answer answer{{desk.actor().as_of, outcome, std::move(note), desk.actor().user}, {}};
    return change_closing(
               desk, dossier, "aftercare.checked",
               [&](const Dossier_row&, dossier::Dossier& document) {
                   return help::add_aftercare(document, answer.check).map([&](Findings findings) {
                       answer.findings = std::move(findings);
                       return Params{{"outcome", std::string(dossier::name(outcome))}};
                   });
               })
        .map([&](const Closing_sheet&) { return std::move(answer); });
}

} // namespace saldo::app
