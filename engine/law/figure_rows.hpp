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
/// Refuses law.figures_form, law.figure_value, law.figure_not_sourced and, of a file of more than
/// 10,000 lines, law.count_too_large, with lines.
[[nodiscard]] Result<std::vector<Figure_row>> read_figure_rows(std::string_view csv);

} // namespace saldo::law
