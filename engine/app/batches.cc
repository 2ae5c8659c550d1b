#include "app/batches.hpp"

#include "base/invariant.hpp"
#include "payments/pain001/blocks.hpp"

namespace saldo::app {

namespace {

namespace pain001 = payments::pain001;

/// The bank accounts of all dossiers by dossier and key.
std::map<std::pair<Dossier_id, std::string>, Iban> debtors(Unit_of_work& work) {
    std::map<std::pair<Dossier_id, std::string>, Iban> ibans;
    for (const Account_row& account : work.dossiers().accounts()) {
        ibans.emplace(std::pair(account.dossier, account.key), account.iban);
    }
    return ibans;
}

} // namespace

const std::vector<Run_line_id>* Batches::find(std::string_view id) {
    const std::string_view run = pain001::message_of_block(id);
    if (run.empty()) {
        return nullptr;
    }
    const Blocks& blocks = of_run(run);
    const auto block = blocks.find(id);
    return block == blocks.end() ? nullptr : &block->second;
}

const Batches::Blocks& Batches::of_run(std::string_view run) {
    auto known = runs_.find(run);
    if (known == runs_.end()) {
        known = runs_.emplace(run, blocks_of(run)).first;
    }
    return known->second;
}

/// The blocks are made of the same lines by the same rule as those of the file, so they have the
/// same ids. Names do not part blocks; they may have changed since.
Batches::Blocks Batches::blocks_of(std::string_view number) {
    const auto run = work_.runs().find(number);
    if (!run || !run->exported_on) {
        return {};
    }
    const auto ibans = debtors(work_);
    std::map<std::string, Run_line_id> ids;
    std::vector<pain001::Run_line> lines;
    for (const payments::Run_line& line : work_.runs().lines(run->id)) {
        if (line.end_to_end_id.empty()) {
            continue;
        }
        const budget::Occurrence& occurrence = line.proposal.occurrence;
        ids.emplace(line.end_to_end_id, line.id);
        lines.push_back({line.dossier_number,
                         {{}, ibans.at({line.dossier, occurrence.account}), {}, {}},
                         line.proposal.execution_date,
                         {.end_to_end_id = line.end_to_end_id,
                          .amount = line.proposal.amount,
                          .payee_name = {},
                          .payee_account = *occurrence.counterparty.iban,
                          .payee_bank = {},
                          .payee_address = {},
                          .remittance = {},
                          .purpose = {}}});
    }
    const auto message = pain001::message_id(run->number);
    invariant(message.has_value(), "a run that left has the id of its file");
    const auto made = pain001::make_blocks(*message, std::move(lines));
    invariant(made.has_value(), "a run that left has blocks");
    Blocks blocks;
    for (const pain001::Block& block : *made) {
        std::vector<Run_line_id>& of_block = blocks[block.id];
        for (const pain001::Transfer& transfer : block.transfers) {
            of_block.push_back(ids.at(transfer.end_to_end_id));
        }
    }
    return blocks;
}

} // namespace saldo::app
