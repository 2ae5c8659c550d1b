#pragma once

#include "base/result.hpp"
#include "law/figure.hpp"

#include <string_view>
#include <vector>

namespace saldo::law {

struct Figure_row {
    Figure figure;
    std::uint64_t line = 0;
};

/// Reads a file of figures: the header line `key,from,through,value,unit,article,status,source`,
/// then one row a line, without quotes; `through` may be empty. Every row is looked at on its own.
/// Refuses law.figures_form, law.figure_value and law.figure_not_sourced with lines.
[[nodiscard]] Result<std::vector<Figure_row>> read_figure_rows(std::string_view csv);

} // namespace saldo::law
