#include "app/batches.hpp"

#include "base/invariant.hpp"
#include "payments/bank_profile.hpp"
#include "payments/pain001/ids.hpp"

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
    const std::string_view message = pain001::message_of_block(id);
    if (message.empty()) {
        return nullptr;
    }
    const Blocks& blocks = of_run(pain001::run_of_message(message));
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

/// The blocks are made of the same lines by the same rule as those of the files, so they have the
/// same ids. Names do not part blocks; they may have changed since.
Batches::Blocks Batches::blocks_of(std::string_view number) {
    const auto run = work_.runs().find(number);
    if (!run || !run->exported_on) {
        return {};
    }
    const auto profiles = payments::read_bank_profiles(run->profiles);
    invariant(profiles.has_value(), "the book keeps the profiles of a run that left");
    const auto ibans = debtors(work_);
    std::map<std::string, Run_line_id> ids;
    std::vector<pain001::Run_line> lines;
    for (const payments::Run_line& line : work_.runs().lines(run->id)) {
        if (line.end_to_end_id.empty()) {
            continue;
        }
        const budget::Occurrence& occurrence = line.proposal.occurrence;
        ids.emplace(line.end_to_end_id, line.id);
        const Iban& debtor = ibans.at({line.dossier, occurrence.account});
        lines.push_back({profile_of(*profiles, debtor),
                         line.dossier_number,
                         {{}, debtor, {}, {}},
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
    const auto made = pain001::make_files(run->number, std::move(lines), file_profiles(*profiles));
    invariant(made.has_value(), "a run that left has files");
    Blocks blocks;
    for (const pain001::File& file : *made) {
        for (const pain001::Block& block : file.blocks) {
            std::vector<Run_line_id>& of_block = blocks[block.id];
            for (const pain001::Transfer& transfer : block.transfers) {
                of_block.push_back(ids.at(transfer.end_to_end_id));
            }
        }
    }
    return blocks;
}

} // namespace saldo::app
