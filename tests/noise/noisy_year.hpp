#pragma once

#include "reconcile/explanation.hpp"
#include "support/noise.hpp"
#include "support/office.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// Keeps the book of a noisy office with the real use cases (runs prepared, approved and exported;
/// bank files imported as bytes), reads every explanation back from the book and holds it against
/// the truth that the bank of the office knows. After each file a person decides on what it left in
/// suspense, where the truth can be known at all; what a person decided counts as suspense.
/// In October child benefits without a margin get one, since the index of September has shown it.
namespace saldo::noise {

/// What the book says of a movement, against the truth. `right` names the order, or the ledger
/// account and the due date. `period_open` names the right account and settles no due date, though
/// one is paid: nothing false is booked, but a person has to close the due date. In `suspense` it
/// waits for a person. Everything else is `wrong`: another order, account or due date, a due date
/// where none is settled, one place for a movement that pays two, any place for one that nobody can
/// know.
enum class Outcome { right, period_open, suspense, wrong };

[[nodiscard]] std::string_view name(Outcome outcome);

/// Movements by outcome.
struct Counts {
    std::array<std::uint64_t, 4> of{};

    [[nodiscard]] std::uint64_t at(Outcome outcome) const {
        return of[static_cast<std::size_t>(outcome)];
    }

    [[nodiscard]] std::uint64_t movements() const { return of[0] + of[1] + of[2] + of[3]; }

    /// Left suspense by a rule, without a person.
    [[nodiscard]] std::uint64_t explained() const { return movements() - at(Outcome::suspense); }
};

struct Plan {
    test::Office_size size; ///< at least two dossiers
    int months = 12;        ///< 1 to 12
    int days_per_file = 0;  ///< of the bank; 0: a file a month
    bool gives_ids = true;  ///< EndToEndIds; the exports of most banks have none
    std::filesystem::path folder{};
};

struct Noisy_year {
    Counts all;
    std::map<test::Noise, Counts> by_noise;
    std::map<reconcile::Rule, Counts> by_rule;
    std::vector<std::string> wrong; ///< each as a line, and those with an open period
    std::uint64_t findings = 0;     ///< of the verification of the book

    /// Movements with any noise.
    [[nodiscard]] std::uint64_t touched() const {
        return all.movements() - by_noise.at(test::Noise::none).movements();
    }
};

/// Makes `noisy.db` in the folder, which must not be there. Throws std::runtime_error where the
/// engine refuses.
[[nodiscard]] Noisy_year keep_noisy_year(const Plan& plan);

} // namespace saldo::noise
