#pragma once

#include "payments/proposal.hpp"

#include <map>
#include <string>
#include <vector>

namespace saldo::payments {

/// An income of which nothing came yet.
struct Expected_income {
    budget::Occurrence occurrence;
    Date day;           ///< expected on the account; of one that is late, when it was
    bool counts = true; ///< false: it is late, or supposed not to come
    bool late = false;
};

/// What is due, before anybody asks whether there is money for it.
struct Due_lines {
    /// What pays out, in order of payment, each decided as far as money does not matter.
    std::vector<Proposal_line> lines;
    std::vector<Expected_income> incomes; ///< in order of due date and subject
};

/// What is due up to and including `last`, whatever `terms.through`. An income is expected on the
/// first TARGET day from its due date, not before `as_of`. If nothing came until its days of grace
/// are over (budget::late_from) it is late and does not count; those due more than a month before
/// `as_of` are left out. An income of which something came is taken for received.
[[nodiscard]] Due_lines
due_lines(const dossier::Dossier& dossier, const Position& position, const Terms& terms, Date last);

/// The end of the look-ahead of a proposal: a month after `as_of`.
[[nodiscard]] Date month_ahead(Date as_of);

struct Next_income {
    Date due;
    Date day; ///< on which it is expected
};

/// The next income that counts and that the free part gets, by bank account.
using Next_incomes = std::map<std::string, Next_income>;
[[nodiscard]] Next_incomes next_incomes(const std::vector<Expected_income>& incomes);

} // namespace saldo::payments
