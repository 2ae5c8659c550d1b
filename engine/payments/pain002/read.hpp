#pragma once

#include "base/result.hpp"
#include "payments/pain002/report.hpp"

#include <string_view>

namespace saldo::payments::pain002 {

/// Largest file that is read: an answer says a few lines of each payment.
inline constexpr std::size_t file_size_max = std::size_t{64} << 20U;

/// Reads an answer of version .03, .10 or one between and after, whose names are the same. Banks
/// do not keep to the schemas, so elements may have any prefix and order, and unknown ones are
/// passed over. Texts are taken without white space at their ends.
///
/// Refuses, with its line: payments.too_large, what is no XML that is safe to read
/// (bank.camt_not_utf8, bank.camt_doctype, bank.camt_too_deep, bank.camt_not_well_formed),
/// payments.not_a_status_report, and payments.element_missing without GrpHdr/MsgId or
/// OrgnlGrpInfAndSts/OrgnlMsgId, which every version demands.
[[nodiscard]] Result<Report> read(std::string_view xml);

} // namespace saldo::payments::pain002
