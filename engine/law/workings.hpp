#pragma once

#include "law/taken.hpp"
#include "money/scale.hpp"

#include <optional>
#include <string>
#include <vector>

namespace saldo::law {

/// One line of the arithmetic that leads to an answer.
struct Step {
    std::string figure; ///< key of what was applied
    std::string article;
    std::optional<Money> base; ///< what a percentage or factor was taken of
    std::string factor;        ///< `20 %`, `2`; empty for a bare amount
    std::string result;        ///< exact, in euro

    friend bool operator==(const Step&, const Step&) = default;
};

/// The arithmetic of an answer: products of figures that are added up, exact, and the steps that
/// show them. Figures are asked of `taken`, which says what is missing.
class Workings {
public:
    explicit Workings(Taken& taken) : taken_(taken) {}

    /// `base` times the percentage; nothing is added for a base of zero.
    void add_percent(std::string_view key, Money base);

    /// `count` times the amount; nothing is added for a count of zero.
    void add_amount(std::string_view key, std::int64_t count = 1);

    /// `base` times the factors, of which the figure is one; `shown` is how people write them.
    void add_product(const Figure& figure,
                     Money base,
                     std::vector<money::Rate> factors,
                     std::string shown);

    /// Makes the sum no more than the amount of that figure.
    void at_most(std::string_view key);

    /// The sum, rounded once to the cent, a half away from zero. Refuses money.out_of_range.
    [[nodiscard]] Result<Money> total() const;

    [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }

private:
    Taken& taken_;
    std::vector<money::Product> products_;
    std::vector<Step> steps_;
};

} // namespace saldo::law
