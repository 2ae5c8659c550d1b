#pragma once

#include "base/result.hpp"
#include "payments/pain001/stated.hpp"

#include <string_view>

namespace saldo::payments::pain001 {

/// Largest file that is read.
inline constexpr std::size_t file_size_max = std::size_t{128} << 20U;

/// Reads the form of a file: both versions, elements in the order of the schema, nothing that a
/// SEPA credit transfer of ours or of a bank's example does not have. Values are not judged. No
/// document type, comments, processing instructions, CDATA or attributes besides the namespace
/// and the currency.
///
/// Refuses, with line and path of the element: payments.too_large, payments.not_utf8,
/// payments.doctype_refused, payments.not_well_formed, payments.not_a_credit_transfer,
/// payments.element_missing, payments.element_unexpected, payments.attribute_unexpected.
[[nodiscard]] Result<Stated_file> scan(std::string_view xml);

/// 1-based line of a byte of the file.
[[nodiscard]] std::uint64_t line_at(std::string_view xml, std::size_t offset);

} // namespace saldo::payments::pain001
