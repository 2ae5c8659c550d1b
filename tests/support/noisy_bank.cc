#include "support/noisy_bank.hpp"

#include "bank/coda/write.hpp"
#include "base/invariant.hpp"

#include <algorithm>

namespace saldo::test {

namespace {

/// So far ahead it is decided what happens, because some of it comes early.
constexpr int days_ahead = 7;

} // namespace

Noisy_bank::Noisy_bank(const std::vector<dossier::Dossier>& dossiers,
                       std::uint64_t seed,
                       bool gives_ids)
    : dice_(seed), gives_ids_(gives_ids) {
    invariant(dossiers.size() > 1, "references of other dossiers need another dossier");
    for (const dossier::Dossier& dossier : dossiers) {
        position_of_.emplace(dossier.number, accounts_.size());
        accounts_.emplace_back(dossier, seed * 9'000'011 + accounts_.size());
    }
}

void Noisy_bank::order(std::span<const payments::Run_line> lines) {
    for (const payments::Run_line& line : lines) {
        if (!line.end_to_end_id.empty()) {
            accounts_[position_of_.at(line.dossier_number)].order(line);
        }
    }
}

Noisy_bank::Delivery Noisy_bank::statements(Date first, Date last) {
    Delivery delivery;
    bank::Statement_file file;
    std::vector<std::vector<Posted>> kept; // the statements look into these
    kept.reserve(accounts_.size());
    const Date lived_from = lived_through_ ? lived_through_->plus_days(1) : first;
    lived_through_ = last.plus_days(days_ahead);
    for (std::size_t at = 0; at < accounts_.size(); ++at) {
        Noisy_account& account = accounts_[at];
        const std::size_t away = 1 + dice_.below(accounts_.size() - 1);
        Noisy_account& stranger = accounts_[(at + away) % accounts_.size()];
        account.live(lived_from, *lived_through_, stranger.bank().dossier());
        std::vector<Told> told = account.take(first, last);
        kept.emplace_back();
        for (const Told& each : told) {
            kept.back().push_back(each.posted);
            if (!gives_ids_) {
                kept.back().back().end_to_end_id.clear();
            }
        }
        file.statements.push_back(account.bank().statement(kept.back(), last, file));
        delivery.told.emplace(account.bank().dossier().number, std::move(told));
    }
    auto written = bank::coda::write(file.statements);
    invariant(written.has_value(), "what the bank of the office does fits in a CODA file");
    delivery.bytes = *std::move(written);
    return delivery;
}

} // namespace saldo::test
