#pragma once

#include "base/result.hpp"
#include "law/figure.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace saldo::law {

/// The dated figures of the law, in order of key and date. Rows of one key never overlap and have
/// one unit; each value is what its unit says. A day no row covers has no figure: nothing is
/// carried over or computed.
class Figures {
public:
    /// The figures the program was built with.
    [[nodiscard]] static Figures shipped();

    /// These figures and the rows of a file of the same form. A row may begin while an older row
    /// without an end holds, which it ends; a published one takes the place of one of status D or M
    /// that begins on the same day. Its key must be known, with the same unit. All faults
    /// are told, each with its line: law.figures_form, law.figure_value, law.figure_unknown,
    /// law.figure_unit, law.figure_not_sourced, law.figures_overlap, law.count_too_large.
    [[nodiscard]] Result<Figures> with(std::string_view csv) const;

    [[nodiscard]] std::span<const Figure> all() const& { return rows_; }

    std::span<const Figure> all() && = delete; ///< the rows live in the figures

    /// The rows of a key in order of date; empty for a key nobody knows.
    [[nodiscard]] std::span<const Figure> of(std::string_view key) const;

    /// The row in force on that day, if there is one.
    [[nodiscard]] const Figure* find(std::string_view key, Date on) const;

private:
    std::vector<Figure> rows_;
};

/// Where the figure was read: an address, or what its row says.
[[nodiscard]] std::string address_of(const Figure& figure);

} // namespace saldo::law
