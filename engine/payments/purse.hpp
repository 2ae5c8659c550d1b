#pragma once

#include "payments/proposal.hpp"

namespace saldo::payments {

/// The money of one dossier that a proposal hands out, line by line in order of payment.
class Purse {
public:
    /// Each pot holds its balance less what waits in other runs; the free part of an account also
    /// what it may be overdrawn.
    Purse(const dossier::Dossier& dossier, const Position& position);

    struct Taken {
        Money lacks = Money::zero(); ///< zero if all was taken; else nothing was
        /// Of a higher class and kept money for: null if nothing was lacking, or if it lacks
        /// because of no single one. It is one of the occurrences given before.
        const budget::Occurrence* goes_first = nullptr;
    };

    /// Takes the amount from the occurrence's pot first (a set-aside has none to take from) and
    /// the rest from the free part. If it lacks, the two keep what they have from lines of a lower
    /// class from now on. `is_ahead`: the money is only kept for it. The occurrence must outlive
    /// the purse.
    [[nodiscard]] Taken take(const budget::Occurrence& occurrence, Money amount, bool is_ahead);

private:
    struct Part {
        Money available = Money::zero();
        const budget::Occurrence* first_claim = nullptr; ///< of the highest class that waits
        const budget::Occurrence* first_ahead = nullptr; ///< of what money was kept for
    };

    /// True if something of a higher class waits for this money.
    [[nodiscard]] static bool is_kept(const Part& part, const budget::Occurrence& occurrence);

    /// What the line may take.
    [[nodiscard]] static Money usable(const Part& part, const budget::Occurrence& occurrence);

    [[nodiscard]] static const budget::Occurrence*
    goes_before(const Part& part, const budget::Occurrence& occurrence);

    static void claim(Part& part, const budget::Occurrence& occurrence);
    static void give(Part& part, const budget::Occurrence& occurrence, Money amount, bool is_ahead);

    std::map<std::string, Part> parts_; ///< by pot code
};

} // namespace saldo::payments
