#include "app/control_facts.hpp"

#include "app/position.hpp"
#include "app/read_ahead.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

using payments::Control_facts_of_dossier;
using payments::Run_line;

/// How far back what was paid makes the usual amount.
constexpr int usual_days = 366;

/// The payments of one dossier in the run.
using Lines_by_dossier = std::map<Dossier_id, std::vector<const Run_line*>>;

Lines_by_dossier lines_by_dossier(const Run_sheet& sheet) {
    Lines_by_dossier lines;
    for (const Run_line& line : sheet.lines) {
        if (payments::is_controlled(line)) {
            lines[line.dossier].push_back(&line);
        }
    }
    return lines;
}

class Facts_reader {
public:
    Facts_reader(Unit_of_work& work, const Run_sheet& sheet, const payments::Controls& controls)
        : work_(work), run_(sheet.run), controls_(controls), lines_(lines_by_dossier(sheet)) {}

    payments::Control_facts read() {
        if (controls_.known_from) {
            each_dossier(work_, [&](const Dossier_row& row, const dossier::Dossier& dossier) {
                for (const payments::Beneficiary& each : payments::beneficiaries(dossier)) {
                    facts_.payers[each.iban].insert(row.id);
                }
                if (lines_.contains(row.id)) {
                    take(row.id, dossier);
                }
            });
        } else {
            for (const auto& [id, lines] : lines_) {
                take(id, load_dossier(work_, id));
            }
        }
        if (controls_.new_beneficiary) {
            proofs();
        }
        return std::move(facts_);
    }

private:
    void take(Dossier_id id, const dossier::Dossier& dossier) {
        Control_facts_of_dossier& facts = facts_.dossiers[id];
        for (const dossier::Account& account : dossier.accounts) {
            facts.accounts.emplace(account.id, account.kind);
        }
        if (controls_.above_plan) {
            plan(id, dossier, facts);
            usual(id, facts);
        }
        if (controls_.closing_balance) {
            balances(id, facts);
        }
    }

    void plan(Dossier_id id, const dossier::Dossier& dossier, Control_facts_of_dossier& facts) {
        const auto due = [](const Run_line* line) { return line->proposal.occurrence.due; };
        const auto [first, last] = std::ranges::minmax(lines_.at(id), {}, due);
        for (const budget::Occurrence& each : budget::occurrences(dossier, due(first), due(last))) {
            if (each.direction == dossier::Direction::expense) {
                facts.planned.insert_or_assign({each.subject, each.due}, each.amount);
            }
        }
    }

    void usual(Dossier_id id, Control_facts_of_dossier& facts) {
        for (const Run_line& line :
             work_.runs().ordered_lines(id, run_.as_of.plus_days(-usual_days))) {
            const budget::Occurrence& occurrence = line.proposal.occurrence;
            if (has_left(line.state) && line.run != run_.id && occurrence.counterparty.iban) {
                Money& most = facts.usual
                                  .try_emplace(payments::usual_key(occurrence.subject,
                                                                   *occurrence.counterparty.iban),
                                               Money::zero())
                                  .first->second;
                most = std::max(most, line.proposal.amount);
            }
        }
    }

    void balances(Dossier_id id, Control_facts_of_dossier& facts) {
        const auto add = [&](const std::string& account, Money amount) {
            facts.balances.try_emplace(account, Money::zero()).first->second += amount;
        };
        const ledger::Chart& chart = work_.journal().chart(id);
        for (const auto& [pot, balance] : pot_balances(work_, id)) {
            add(chart.at(pot).bank_account, balance);
        }
        for (const Run_line& line : work_.runs().pending_lines(id)) {
            if (line.run != run_.id && payments::is_controlled(line)) {
                add(line.proposal.occurrence.account, -line.proposal.amount);
            }
        }
    }

    void proofs() {
        for (Known_beneficiary_row& row : work_.beneficiaries().known()) {
            if (const auto found = facts_.dossiers.find(row.dossier);
                found != facts_.dossiers.end()) {
                found->second.known.insert(std::move(row.beneficiary));
            }
        }
        for (const Beneficiary_row& row : work_.beneficiaries().all()) {
            if (const auto found = facts_.dossiers.find(row.dossier);
                row.approved && found != facts_.dossiers.end()) {
                found->second.proved.insert(row.iban);
            }
        }
    }

    Unit_of_work& work_;
    const payments::Run& run_;
    const payments::Controls& controls_;
    Lines_by_dossier lines_;
    payments::Control_facts facts_;
};

} // namespace

payments::Control_facts
control_facts(Unit_of_work& work, const Run_sheet& sheet, const payments::Controls& controls) {
    return Facts_reader(work, sheet, controls).read();
}

} // namespace saldo::app
