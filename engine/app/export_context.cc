#include "app/export_context.hpp"

#include "app/position.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

namespace pain001 = payments::pain001;
using payments::Line_state;
using payments::Run_line;

/// How long ago a payment may lie that looks like one of the file.
constexpr int repeat_days = 5;

/// How far back a payee is looked for among those paid before.
constexpr int history_days = 366;

/// Execution dates up to this many days ahead may leave.
constexpr int horizon_days = 40;

/// Ids and files of the runs that left before, and nothing yet of the accounts.
pain001::Context context_of_runs(Desk& desk, const Run_sheet& sheet) {
    const Date as_of = desk.actor().as_of;
    pain001::Context context{.as_of = as_of,
                             .horizon = as_of.plus_days(horizon_days),
                             .debtors = {},
                             .payees = {},
                             .is_id_used = {},
                             .exported = {},
                             .recent = {},
                             .repeat_days = repeat_days,
                             .belgian_banks = {}};
    std::vector<std::string> others;
    for (const payments::Run& run : desk.work().runs().all()) {
        if (run.id == sheet.run.id || run.files.empty()) {
            continue;
        }
        others.push_back(run.number);
        for (const payments::Run_file& file : run.files) {
            context.exported.insert(file.sha256);
        }
    }
    context.is_id_used = [others](std::string_view id) {
        return std::ranges::any_of(others, [&](const std::string& number) {
            return id == number || id.starts_with(number + "-");
        });
    };
    return context;
}

/// A payee is known once a payment to the account was executed; its name is taken as checked then.
void add_history(Desk& desk, Run_id exported, const Payer& payer, pain001::Context& context) {
    const Date since = desk.actor().as_of.plus_days(-history_days);
    for (const Run_line& line : desk.work().runs().ordered_lines(payer.row.id, since)) {
        const budget::Occurrence& occurrence = line.proposal.occurrence;
        const std::optional<Iban>& payee = occurrence.counterparty.iban;
        const bool never_left = line.state == Line_state::rejected;
        if (line.run == exported || !payee || never_left) {
            continue;
        }
        context.payees[*payee].name_checked |= line.state == Line_state::executed;
        context.recent.push_back({paying_account(payer, line).iban, *payee, line.proposal.amount,
                                  occurrence.communication, line.proposal.execution_date});
    }
}

void add_debtor(Desk& desk,
                const Payer& payer,
                const dossier::Account& account,
                Date execution,
                pain001::Context& context) {
    const bool closed = payer.closed && *payer.closed < execution;
    pain001::Debtor_account& debtor = context.debtors[account.iban];
    debtor.holder = account.holder;
    debtor.open = !account.closed || *account.closed >= execution;
    debtor.client = closed ? pain001::Standing::closed : pain001::Standing::active;
    Money available = account.overdraft;
    const ledger::Chart& chart = desk.work().journal().chart(payer.row.id);
    for (const auto& [code, balance] : payer.pots) {
        available += chart.at(code).bank_account == account.id ? balance : Money::zero();
    }
    debtor.available.insert_or_assign(execution, available);
}

} // namespace

pain001::Context export_context(Desk& desk, const Run_sheet& sheet, const Payers& payers) {
    pain001::Context context = context_of_runs(desk, sheet);
    for (const auto& [id, payer] : payers) {
        add_history(desk, sheet.run.id, payer, context);
    }
    for (const Run_line& line : sheet.lines) {
        if (!line.end_to_end_id.empty()) {
            add_debtor(desk, payers.at(line.dossier), paying_account(payers, line),
                       line.proposal.execution_date, context);
            context.payees.try_emplace(
                *line.proposal.occurrence.counterparty.iban,
                pain001::Payee_account{.history = pain001::Payee_account::History::fresh});
        }
    }
    return context;
}

void leave(pain001::Context& context, const pain001::Message& file) {
    for (const pain001::Block& block : file.blocks) {
        for (auto& [date, available] : context.debtors.at(block.debtor_account).available) {
            available -= date < block.execution ? Money::zero() : total(block);
        }
        for (const pain001::Transfer& transfer : block.transfers) {
            context.recent.push_back({block.debtor_account, transfer.payee_account, transfer.amount,
                                      transfer.remittance, block.execution});
        }
    }
}

} // namespace saldo::app
