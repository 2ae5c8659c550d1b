#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace saldo::test {

/// Parts of a package: name and bytes.
using Parts = std::vector<std::pair<std::string, std::string>>;

/// A ZIP archive of these parts; the same parts give the same bytes.
[[nodiscard]] std::string zip_of(const Parts& parts);

/// The parts of a workbook with one sheet, of which the rows are given as XML (`<row>...</row>`),
/// and shared strings. Its stated range is wrong, as banks have it.
[[nodiscard]] Parts
workbook_parts(std::string_view rows, const std::vector<std::string>& shared, bool is_1904 = false);

} // namespace saldo::test
