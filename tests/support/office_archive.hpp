#pragma once

#include "support/bank_account.hpp"
#include "support/dice.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace saldo::test {

/// What a bank delivers of the accounts of an invented office when it is asked for a whole year: a
/// CODA file with the monthly statements of one account after those of the other. All that the
/// dossiers expect came and was paid, by whom does not show: no order of a run is among it. Next to
/// that the clients paid by card, about twice a month. Equal dossiers and seeds give equal files.
class Office_archive {
public:
    /// The dossiers must outlive it.
    Office_archive(const std::vector<dossier::Dossier>& dossiers, std::uint64_t seed)
        : dossiers_(dossiers), dice_(seed) {}

    /// The logical files of the next account, in UTF-8; empty after the last.
    [[nodiscard]] std::string next();

    [[nodiscard]] std::uint64_t statements() const { return statements_; }

    [[nodiscard]] std::uint64_t movements() const { return movements_; }

private:
    [[nodiscard]] std::vector<Posted>
    movements(const dossier::Dossier& dossier, Date first, Date last);

    const std::vector<dossier::Dossier>& dossiers_;
    Dice dice_;
    std::size_t position_ = 0;
    std::uint64_t statements_ = 0;
    std::uint64_t movements_ = 0;
};

} // namespace saldo::test
