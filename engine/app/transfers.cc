#include "app/transfers.hpp"

#include "app/claims.hpp"
#include "app/codes.hpp"
#include "app/position.hpp"
#include "app/records.hpp"
#include "base/digest.hpp"
#include "budget/occurrence.hpp"
#include "dossier/document.hpp"
#include "dossier/ledger_accounts.hpp"
#include "help/codes.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

/// How far ahead a payment may have been made.
constexpr int ahead_days = 400;

/// Collects what the book says of a dossier that is handed over.
class Handover_reader {
public:
    Handover_reader(Unit_of_work& work,
                    const law::Figures& figures,
                    const Dossier_row& row,
                    const dossier::Dossier& dossier)
        : work_(work), figures_(figures), row_(row), dossier_(dossier) {}

    help::Handover_facts read(Date on) {
        help::Handover_facts facts{.on = on,
                                   .office = work_.office()->name,
                                   .accounts = {},
                                   .pots = {},
                                   .dues = {},
                                   .paid = {},
                                   .claims = {},
                                   .plans = {}};
        add_accounts(facts);
        for (const dossier::Pot& pot : dossier_.pots) {
            const auto pots = pot_balances(work_, row_.id);
            facts.pots.push_back(
                {pot.account, pot.id,
                 pots.at(ledger::code(ledger::Kind::pot, pot.account + "/" + pot.id))});
        }
        add_dues(facts);
        add_claims(facts);
        for (const dossier::Adopted_plan& plan : dossier_.plans) {
            if (const auto terms = work_.plan_terms().find(row_.id, plan.id);
                !plan.ended && terms) {
                facts.plans.push_back({plan.id, terms->text});
            }
        }
        return facts;
    }

    [[nodiscard]] Findings findings() && { return std::move(findings_); }

private:
    void add_accounts(help::Handover_facts& facts) {
        std::map<Account_id, Date> closing;
        for (const Statement_row& statement : work_.statements().last_statements()) {
            closing.emplace(statement.account, statement.closing_date);
        }
        const help::Closing_facts now = closing_facts(work_, row_, dossier_, facts.on);
        for (const Account_row& account : work_.dossiers().accounts()) {
            const auto held = std::ranges::find(now.accounts, account.key, &help::Account_left::id);
            if (account.dossier == row_.id && held != now.accounts.end()) {
                const auto last = closing.find(account.id);
                facts.accounts.push_back(
                    {account.key, last == closing.end() ? account.opening_date : last->second,
                     held->balance});
            }
        }
    }

    void add_dues(help::Handover_facts& facts) {
        std::optional<Date> first;
        for (const dossier::Account& account : dossier_.accounts) {
            if (account.opening) {
                first = std::min(first.value_or(account.opening->date), account.opening->date);
            }
        }
        if (!first) {
            return;
        }
        const ledger::Chart& chart = work_.journal().chart(row_.id);
        std::map<std::pair<std::string, Date>, Money> booked;
        for (const Settled_row& row : work_.journal().settled(row_.id, *first)) {
            booked.emplace(std::pair(chart.at(row.account).code, row.due), row.amount);
        }
        for (const budget::Occurrence& each :
             budget::occurrences(dossier_, *first, facts.on.plus_days(ahead_days))) {
            const auto paid = booked.find({each.subject, each.due});
            const bool is_booked = paid != booked.end() && !paid->second.is_zero();
            if (budget::is_set_aside(each) || each.payer == dossier::Payer::client ||
                (each.due > facts.on && !is_booked)) {
                continue;
            }
            facts.dues.push_back({each.subject, each.account, each.direction, each.due, each.amount,
                                  is_booked ? abs(paid->second) : Money::zero()});
        }
    }

    void add_claims(help::Handover_facts& facts) {
        const Payments_on_claims payments(work_, row_.id);
        for (const dossier::Creditor& creditor : dossier_.creditors) {
            for (const dossier::Claim& claim : creditor.claims) {
                const std::string id = claim_id(creditor, claim);
                const auto& paid = payments.of(code_of(creditor, claim));
                if (!paid.empty()) {
                    facts.paid.emplace(id, paid);
                }
                if (const auto account = claims::account_on(figures_, claim, paid, facts.on)) {
                    facts.claims.push_back({id, account->balance.total()});
                } else {
                    findings_.push_back(
                        {help::claim_unknown_then,
                         Severity::warning,
                         {},
                         {{"claim", id}, {"reason", std::string(account.error().code().text)}}});
                }
            }
        }
    }

    Unit_of_work& work_;
    const law::Figures& figures_;
    const Dossier_row& row_;
    const dossier::Dossier& dossier_;
    Findings findings_;
};

/// The claims of the file come to what they come to here.
void compare_claims_of(const dossier::Dossier& opened,
                       const help::Handover_facts& facts,
                       const law::Figures& figures,
                       Findings& findings) {
    for (const help::Claim_state& state : facts.claims) {
        const auto account =
            claims::account_on(figures, *find_claim(opened, state.claim), {}, facts.on);
        if (!account || account->balance.total() != state.owed) {
            findings.push_back({help::claim_differs,
                                Severity::warning,
                                {},
                                {{"claim", state.claim},
                                 {"stated", format(state.owed)},
                                 {"computed", account ? format(account->balance.total()) : ""}}});
        }
    }
}

/// The dossier may go to another office, and no file of it was signed.
Result<Done> may_move(const dossier::Dossier& dossier) {
    const Params number{{"dossier", dossier.number}};
    if (!dossier.closing) {
        return refuse(help::closing_not_decided, number);
    }
    if (dossier.closing->reason != dossier::Help_stop::moved) {
        return refuse(help::not_moving, number);
    }
    const auto& transfer = dossier.closing->transfer;
    if (transfer && (transfer->handed_over || transfer->taken_over)) {
        return refuse(help::signed_before, number);
    }
    return Done();
}

/// Nothing is under way that the file could not tell.
Result<Done>
is_at_rest(Unit_of_work& work, const Dossier_row& row, const dossier::Dossier& dossier, Date on) {
    const help::Closing_facts facts = closing_facts(work, row, dossier, on);
    Findings against = help::stands_against(help::Closing_check::no_orders, dossier, facts, on);
    for (Finding& finding :
         help::stands_against(help::Closing_check::no_suspense, dossier, facts, on)) {
        against.push_back(std::move(finding));
    }
    return against.empty() ? Result<Done>(Done()) : refuse(Refusal(std::move(against)));
}

} // namespace

Result<Transfer> transfer_dossier(Desk& desk,
                                  const law::Figures& figures,
                                  std::string_view number,
                                  std::string_view to_office) {
    Unit_of_work& work = desk.work();
    const Date on = desk.actor().as_of;
    const auto row = find_dossier(work, number);
    if (!row) {
        return refuse(row.error());
    }
    dossier::Dossier dossier = load_dossier(work, row->id);
    const auto allowed =
        may_move(dossier).and_then([&](Done) { return is_at_rest(work, *row, dossier, on); });
    if (!allowed) {
        return refuse(allowed.error());
    }
    Handover_reader reader(work, figures, *row, dossier);
    const help::Handover_facts facts = reader.read(on);
    Transfer made{help::write_transfer(dossier, facts, to_office), {}, {}};
    const auto file = help::read_transfer(made.text);
    if (!file) {
        return refuse(file.error());
    }
    made.sha256 = to_hex(sha256(made.text));
    made.findings = std::move(reader).findings();
    compare_claims_of(help::as_opened(dossier, facts), facts, figures, made.findings);
    for (Finding& finding : help::to_look_at(*file)) {
        made.findings.push_back(std::move(finding));
    }
    dossier.closing->transfer =
        dossier::Office_transfer{std::string(to_office), made.sha256, {}, {}};
    keep_record(desk, transfer_kind, row->number, made.text, *row);
    return keep_document(desk, dossier).map([&](Done) {
        desk.record("transfer.made", row->number, {{"sha256", made.sha256}});
        return std::move(made);
    });
}

Result<Closing_sheet>
sign_transfer(Desk& desk, std::string_view number, Signer signer, const dossier::Signed& paper) {
    const auto row = find_dossier(desk.work(), number);
    if (!row) {
        return refuse(row.error());
    }
    const Date on = desk.actor().as_of;
    dossier::Dossier dossier = load_dossier(desk.work(), row->id);
    const Params params{{"dossier", row->number}};
    if (!dossier.closing) {
        return refuse(help::closing_not_decided, params);
    }
    if (!dossier.closing->transfer) {
        return refuse(help::transfer_missing, params);
    }
    if (paper.date > on) {
        return refuse(help::date_ahead, {{"stated", format(paper.date)}, {"on", format(on)}});
    }
    auto& kept = signer == Signer::handed_over ? dossier.closing->transfer->handed_over
                                               : dossier.closing->transfer->taken_over;
    if (kept) {
        return refuse(help::signed_before, params);
    }
    kept = paper;
    return keep_document(desk, dossier).and_then([&](Done) {
        desk.record("transfer.signed", row->number,
                    {{"signature", std::string(name_in(signer_names, signer))},
                     {"date", format(paper.date)},
                     {"document", paper.document},
                     {"sha256", dossier.closing->transfer->content}});
        return closing_of(desk.work(), row->number, on);
    });
}

Result<Taken_over> take_over_dossier(Desk& desk, const Input_file& file, std::string_view number) {
    auto read = help::read_transfer(file.bytes);
    if (!read) {
        return refuse(read.error().in_file(file.name));
    }
    dossier::Dossier dossier = read_kept(read->document);
    if (!number.empty()) {
        dossier.number = std::string(number);
    }
    if (desk.work().dossiers().find(dossier.number)) {
        return refuse(transfer_number_taken, {{"dossier", dossier.number}});
    }
    std::vector<Input_file> terms;
    for (std::string& text : read->terms) {
        terms.push_back({file.name, std::move(text)});
    }
    return import_dossiers(desk, {{file.name, dossier::write_document(dossier)}}, terms)
        .map([&](std::vector<Imported_dossier> imported) {
            Taken_over taken{read->from_office, to_hex(sha256(file.bytes)),
                             std::move(imported.front()), help::to_look_at(*read)};
            desk.record("transfer.taken_over", dossier.number, {{"sha256", taken.sha256}});
            return taken;
        });
}

} // namespace saldo::app
