#include "app/codes.hpp"
#include "app/controls.hpp"
#include "app/policies.hpp"
#include "app/position.hpp"
#include "app/runs.hpp"
#include "app/user_keys.hpp"
#include "audit/chain.hpp"
#include "base/invariant.hpp"
#include "ledger/postings.hpp"
#include "payments/cut_off.hpp"
#include "payments/execution_date.hpp"
#include "payments/pain001/blocks.hpp"
#include "payments/pain001/convert.hpp"
#include "payments/pain001/rules.hpp"
#include "payments/pain001/write.hpp"
#include "payments/seal.hpp"

#include <algorithm>
#include <map>

namespace saldo::app {

namespace {

namespace pain001 = payments::pain001;
using payments::Line_state;
using payments::Run_line;
using payments::Run_state;

/// How long ago a payment may lie that looks like one of the file.
constexpr int repeat_days = 5;

/// How far back a payee is looked for among those paid before.
constexpr int history_days = 366;

/// Execution dates up to this many days ahead may leave.
constexpr int horizon_days = 40;

/// A dossier with payments in the run.
struct Payer {
    Dossier_row row;
    dossier::Dossier dossier;
    std::map<std::string, Money> pots;
};

const dossier::Account& account_of(const Payer& payer, const std::string& id) {
    const auto found = std::ranges::find(payer.dossier.accounts, id, &dossier::Account::id);
    invariant(found != payer.dossier.accounts.end(), "an account that paid stays in its dossier");
    return *found;
}

/// True for an account of the dossier that is managed in the book: money that goes there is still
/// the household's, and its statement tells of it as a transfer.
bool is_own_account(const dossier::Dossier& dossier, const std::optional<Iban>& payee) {
    return std::ranges::any_of(dossier.accounts, [&](const dossier::Account& account) {
        return account.opening && payee && account.iban == *payee;
    });
}

/// A line as the file has it, paid from this account.
pain001::Run_line ordered(const Run_line& line, const dossier::Account& account) {
    const budget::Occurrence& occurrence = line.proposal.occurrence;
    invariant(occurrence.counterparty.iban.has_value(), "a payment has an account to go to");
    pain001::Debtor debtor{account.holder, account.iban, account.bic, std::nullopt};
    return {line.dossier_number,
            std::move(debtor),
            line.proposal.execution_date,
            {.end_to_end_id = line.end_to_end_id,
             .amount = line.proposal.amount,
             .payee_name = occurrence.counterparty.name,
             .payee_account = *occurrence.counterparty.iban,
             .payee_bank = occurrence.counterparty.bic,
             .payee_address = std::nullopt,
             .remittance = occurrence.communication,
             .purpose = {}}};
}

class Export {
public:
    Export(Desk& desk, Run_sheet sheet) : desk_(desk), sheet_(std::move(sheet)) { load_payers(); }

    Result<Exported_run> run(pain001::Version version);

private:
    void load_payers();
    [[nodiscard]] bool is_unchanged() const;
    [[nodiscard]] Result<Done> controls();
    [[nodiscard]] Date exported_on() const;
    [[nodiscard]] Result<Done> check_in_time() const;
    [[nodiscard]] Result<pain001::Message> message();
    [[nodiscard]] pain001::Context context();
    [[nodiscard]] pain001::Context context_of_runs();
    void add_history(const Payer& payer, pain001::Context& context);
    void add_debtor(const Run_line& line, pain001::Context& context);
    void book(pain001::Version version, const Digest& sha256);
    void book(Run_line& line);

    Desk& desk_;
    Run_sheet sheet_;
    std::map<Dossier_id, Payer> payers_;
};

void Export::load_payers() {
    for (const Run_line& line : sheet_.lines) {
        if (line.proposal.decision == payments::Decision::in && !payers_.contains(line.dossier)) {
            payers_.emplace(line.dossier, Payer{{line.dossier, line.dossier_number},
                                                load_dossier(desk_.work(), line.dossier),
                                                pot_balances(desk_.work(), line.dossier)});
        }
    }
}

bool Export::is_unchanged() const {
    Canonical_bytes bytes;
    payments::canonical_bytes(bytes, sheet_.run, sheet_.lines);
    return sheet_.run.content == audit::link(Digest{}, bytes.bytes());
}

/// A run that left is past them: the policy may have changed since, the file may not.
Result<Done> Export::controls() {
    return sheet_.run.file ? Result<Done>(Done()) : check_controls(desk_.work(), sheet_);
}

/// The first export dates the file, so that it is the same for ever after.
Date Export::exported_on() const {
    return sheet_.run.exported_on.value_or(desk_.actor().as_of);
}

/// What is to leave today must be at its bank before the cut-off hour.
Result<Done> Export::check_in_time() const {
    const Date as_of = desk_.actor().as_of;
    for (const Run_line& line : sheet_.lines) {
        if (line.end_to_end_id.empty() || line.proposal.execution_date != as_of) {
            continue;
        }
        const dossier::Account& account =
            account_of(payers_.at(line.dossier), line.proposal.occurrence.account);
        if (payments::first_execution(account, as_of, desk_.at()) > as_of) {
            return refuse(
                cut_off_passed,
                {{"run", sheet_.run.number},
                 {"dossier", line.dossier_number},
                 {"stated", calendar::format(*desk_.at())},
                 {"computed", calendar::format(payments::same_day_until(
                                  payments::built_in_cut_offs(), account.iban, account.bic))}});
        }
    }
    return Done();
}

Result<pain001::Message> Export::message() {
    const std::optional<Office> office = desk_.work().office();
    if (!office) {
        return refuse(office_missing);
    }
    const auto id = pain001::message_id(sheet_.run.number);
    if (!id) {
        return refuse(id.error());
    }
    std::vector<pain001::Run_line> lines;
    for (const Run_line& line : sheet_.lines) {
        if (line.end_to_end_id.empty()) {
            continue;
        }
        lines.push_back(
            ordered(line, account_of(payers_.at(line.dossier), line.proposal.occurrence.account)));
    }
    auto blocks = pain001::make_blocks(*id, std::move(lines));
    if (!blocks) {
        return refuse(blocks.error());
    }
    auto converted = pain001::convert({.id = *id,
                                       .creation = exported_on(),
                                       .initiator_name = office->name,
                                       .initiator_number = office->enterprise_number,
                                       .blocks = *std::move(blocks)});
    if (!converted) {
        return refuse(converted.error());
    }
    return std::move(converted->message);
}

/// Ids and files of the runs that left before, and nothing yet of the accounts.
pain001::Context Export::context_of_runs() {
    const Date as_of = desk_.actor().as_of;
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
    for (const payments::Run& run : desk_.work().runs().all()) {
        if (run.id != sheet_.run.id && run.file) {
            others.push_back(run.number);
            context.exported.insert(*run.file);
        }
    }
    context.is_id_used = [others](std::string_view id) {
        return std::ranges::any_of(
            others, [&](const std::string& number) { return id.starts_with(number); });
    };
    return context;
}

/// A payee is known once a payment to the account was executed; its name is taken as checked then.
void Export::add_history(const Payer& payer, pain001::Context& context) {
    const Date since = desk_.actor().as_of.plus_days(-history_days);
    for (const Run_line& line : desk_.work().runs().ordered_lines(payer.row.id, since)) {
        const budget::Occurrence& occurrence = line.proposal.occurrence;
        const std::optional<Iban>& payee = occurrence.counterparty.iban;
        const bool never_left = line.state == Line_state::rejected;
        if (line.run == sheet_.run.id || !payee || never_left) {
            continue;
        }
        context.payees[*payee].name_checked |= line.state == Line_state::executed;
        context.recent.push_back({account_of(payer, occurrence.account).iban, *payee,
                                  line.proposal.amount, occurrence.communication,
                                  line.proposal.execution_date});
    }
}

void Export::add_debtor(const Run_line& line, pain001::Context& context) {
    const Payer& payer = payers_.at(line.dossier);
    const dossier::Account& account = account_of(payer, line.proposal.occurrence.account);
    const Date execution = line.proposal.execution_date;
    const bool closed = payer.dossier.closed && *payer.dossier.closed < execution;
    pain001::Debtor_account& debtor = context.debtors[account.iban];
    debtor.holder = account.holder;
    debtor.open = !account.closed || *account.closed >= execution;
    debtor.client = closed ? pain001::Standing::closed : pain001::Standing::active;
    Money available = account.overdraft;
    const ledger::Chart& chart = desk_.work().journal().chart(payer.row.id);
    for (const auto& [code, balance] : payer.pots) {
        available += chart.at(code).bank_account == account.id ? balance : Money::zero();
    }
    debtor.available.insert_or_assign(execution, available);
}

pain001::Context Export::context() {
    pain001::Context context = context_of_runs();
    for (const auto& [id, payer] : payers_) {
        add_history(payer, context);
    }
    for (const Run_line& line : sheet_.lines) {
        if (!line.end_to_end_id.empty()) {
            add_debtor(line, context);
            context.payees.try_emplace(
                *line.proposal.occurrence.counterparty.iban,
                pain001::Payee_account{.history = pain001::Payee_account::History::fresh});
        }
    }
    return context;
}

void Export::book(Run_line& line) {
    Payer& payer = payers_.at(line.dossier);
    const budget::Occurrence& occurrence = line.proposal.occurrence;
    const bool set_aside = budget::is_set_aside(occurrence);
    const Money amount = line.proposal.amount;
    const ledger::Pot_balance balance_of = [&](const ledger::Account& pot) {
        return payer.pots.at(pot.code);
    };
    ledger::Postings postings(occurrence.account, desk_.work().journal().chart(line.dossier),
                              balance_of);
    postings.add(occurrence.subject, amount, occurrence.due);
    if (set_aside) {
        postings.free_part(-amount);
    } else {
        postings.add(ledger::Kind::transit, -amount);
        postings.pot(occurrence.pot, -amount);
    }
    if (is_own_account(payer.dossier, occurrence.counterparty.iban)) {
        postings.add(occurrence.subject, -amount); // its due date is settled, but nothing is spent
        postings.add(ledger::code(ledger::Kind::transfer, {}), amount);
    }
    ledger::Draft draft{.kind =
                            set_aside ? ledger::Entry_kind::set_aside : ledger::Entry_kind::order,
                        .date = line.proposal.execution_date,
                        .reason = set_aside ? "set_aside" : "payment_ordered",
                        .note = sheet_.run.number,
                        .origin = line.end_to_end_id,
                        .movement = {},
                        .run_line = line.id,
                        .postings = postings.take()};
    for (const ledger::Posting& posting : draft.postings) {
        if (posting.account->kind == ledger::Kind::pot) {
            payer.pots.at(posting.account->code) += posting.amount;
        }
    }
    desk_.post(payer.row, std::move(draft));
    line.state = set_aside ? Line_state::executed : Line_state::exported;
    desk_.work().runs().set_line_state(line.id, line.state);
}

void Export::book(pain001::Version version, const Digest& sha256) {
    payments::Run& run = sheet_.run;
    for (Run_line& line : sheet_.lines) {
        if (line.proposal.decision == payments::Decision::in) {
            book(line);
        }
    }
    run.state = Run_state::exported;
    run.exported_by = desk_.actor().user;
    run.exported_on = desk_.actor().as_of;
    run.version = name(version);
    run.file = sha256;
    desk_.work().runs().update(run);
    desk_.record("run.exported", "",
                 {{"run", run.number},
                  {"payments", std::to_string(count(sheet_))},
                  {"total", format(total(sheet_))},
                  {"version", run.version},
                  {"sha256", to_hex(sha256)}});
}

Result<Exported_run> Export::run(pain001::Version version) {
    if (!is_unchanged()) {
        return refuse(run_content_changed, {{"run", sheet_.run.number}});
    }
    if (const auto is_signed = check_signature(desk_.work(), sheet_); !is_signed) {
        return refuse(is_signed.error());
    }
    if (const auto is_met = controls(); !is_met) {
        return refuse(is_met.error());
    }
    const auto intended = message();
    if (!intended) {
        return refuse(intended.error());
    }
    std::string bytes = pain001::write(*intended, version);
    const Digest digest = sha256(bytes);
    if (sheet_.run.file) {
        if (*sheet_.run.file != digest) {
            return refuse(export_differs, {{"run", sheet_.run.number},
                                           {"version", sheet_.run.version},
                                           {"stated", to_hex(*sheet_.run.file)},
                                           {"computed", to_hex(digest)}});
        }
        return Exported_run{std::move(sheet_), std::move(bytes), digest, true, {}};
    }
    if (auto in_time = check_in_time(); !in_time) {
        return refuse(std::move(in_time).error());
    }
    Findings findings = pain001::check(bytes, *intended, context());
    if (has_errors(findings)) {
        return refuse(Refusal(std::move(findings)));
    }
    book(version, digest);
    return Exported_run{std::move(sheet_), std::move(bytes), digest, false, std::move(findings)};
}

} // namespace

Result<Exported_run> export_run(Desk& desk, std::string_view number, pain001::Version version) {
    if (const auto allowed = check_right(desk, payments::Act::export_run); !allowed) {
        return refuse(allowed.error());
    }
    auto sheet = find_run(desk.work(), number);
    if (!sheet) {
        return refuse(sheet.error());
    }
    const Run_state state = sheet->run.state;
    if (state != Run_state::approved && state != Run_state::exported &&
        state != Run_state::closed) {
        return refuse(run_state_wrong,
                      {{"run", sheet->run.number}, {"stated", std::string(name(state))}});
    }
    return Export(desk, *std::move(sheet)).run(version);
}

} // namespace saldo::app
