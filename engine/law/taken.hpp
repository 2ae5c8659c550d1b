#pragma once

#include "law/figures.hpp"
#include "money/money.hpp"
#include "money/rate.hpp"

#include <optional>
#include <string>

namespace saldo::law {

/// Takes the figures a calculator needs on one day, and keeps which. A figure that is not in force
/// gives zero: ask `missing` before the values are used.
class Taken {
public:
    Taken(const Figures& figures, Date on) : figures_(figures), on_(on) {}

    /// The row of the key, or nothing.
    const Figure* row(std::string_view key);

    [[nodiscard]] Money money(std::string_view key);
    [[nodiscard]] money::Rate percent(std::string_view key);
    [[nodiscard]] money::Rate factor(std::string_view key);
    [[nodiscard]] std::int32_t count(std::string_view key);

    /// law.not_in_force with every figure that was asked for in vain, or nothing.
    [[nodiscard]] std::optional<Refusal> missing() const;

    /// A warning law.unverified for each figure taken that is derived or from memory.
    [[nodiscard]] Findings findings() const;

private:
    const Figures& figures_;
    Date on_;
    std::vector<const Figure*> rows_;
    std::vector<std::string> missing_; ///< keys
};

} // namespace saldo::law
