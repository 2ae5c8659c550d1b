#pragma once

#include "support/noisy_account.hpp"

#include <map>

namespace saldo::test {

/// The bank of a noisy office: as `Office_bank`, but what happens is what noisy_account.hpp tells,
/// and it knows the truth of every movement. Equal dossiers, seeds and orders give equal files.
/// One that `gives_ids` not tells no EndToEndId of any movement, as most exports do not.
class Noisy_bank {
public:
    /// At least two dossiers, which must outlive the bank.
    Noisy_bank(const std::vector<dossier::Dossier>& dossiers, std::uint64_t seed, bool gives_ids);

    /// Takes the payments of a run that was given to the bank.
    void order(std::span<const payments::Run_line> lines);

    struct Delivery {
        std::string bytes; ///< a CODA file with a statement for each account
        std::map<std::string, std::vector<Told>>
            told; ///< its movements by dossier number, in order
    };

    /// The file of the days `first` to `last`, which follow the ones asked before.
    [[nodiscard]] Delivery statements(Date first, Date last);

private:
    std::vector<Noisy_account> accounts_;
    std::map<std::string_view, std::size_t> position_of_; ///< of an account, by dossier number
    std::optional<Date> lived_through_;
    Dice dice_;
    bool gives_ids_;
};

} // namespace saldo::test
