#pragma once

#include "payments/proposal.hpp"

namespace saldo::payments {

/// The money of one dossier that a proposal hands out, line by line in order of payment.
class Purse {
public:
    /// Each pot holds its balance less what waits in other runs; the free part of an account also
    /// what it may be overdrawn.
    Purse(const dossier::Dossier& dossier, const Position& position);

    /// Takes the amount from the occurrence's pot first (a set-aside has none to take from) and
    /// the rest from the free part. Returns what lacks: zero if all was taken; else nothing was,
    /// and from now on the two keep what they have from lines of a lower class.
    [[nodiscard]] Money take(const budget::Occurrence& occurrence, Money amount);

private:
    struct Part {
        Money available = Money::zero();
        std::optional<dossier::Priority> first_claim; ///< highest class that waits for money
    };

    /// What a line of this class may take.
    [[nodiscard]] static Money usable(const Part& part, dossier::Priority priority);

    static void claim(Part& part, dossier::Priority priority);

    std::map<std::string, Part> parts_; ///< by pot code
};

} // namespace saldo::payments
