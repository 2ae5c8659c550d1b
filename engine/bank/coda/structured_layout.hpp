#pragma once

#include "bank/field.hpp"

/// The structured communications of CODA 2 (annex II of the standard), each a table over the
/// content that follows the three digits of the type. Offsets count from 0, in characters; the
/// content runs over the records 2.1 to 2.3 or 3.1 to 3.3.
namespace saldo::bank::coda::structured {

using enum Field_kind;

/// 100: creditor reference of ISO 11649.
inline constexpr std::array creditor_reference{offset(0, 25, "reference", text)};
static_assert(tiles(creditor_reference, 25));

/// 101 and 102: OGM; 102 was put together by the bank from an incomplete one.
inline constexpr std::array ogm{offset(0, 12, "ogm", number)};
static_assert(tiles(ogm, 12));

/// 103: number of a cheque, card or the like.
inline constexpr std::array document_number{offset(0, 12, "number", text)};
static_assert(tiles(document_number, 12));

/// 105: original amount of the transaction.
inline constexpr std::array original_amount{
    offset(0, 15, "gross_account_currency", amount),
    offset(15, 15, "gross_original_currency", amount),
    offset(30, 12, "rate", rate),
    offset(42, 3, "currency", text),
    offset(45, 12, "communication", text),
    offset(57, 2, "country", text),
    offset(59, 15, "equivalent_eur", amount),
};
static_assert(tiles(original_amount, 74));

/// 106: how VAT, withholding tax or a commission was calculated.
inline constexpr std::array calculation{
    offset(0, 15, "equivalent", amount),      offset(15, 15, "base", amount),
    offset(30, 12, "percentage", rate),       offset(42, 1, "minimum", code), ///< 1 applies, 2 not
    offset(43, 15, "equivalent_eur", amount),
};
static_assert(tiles(calculation, 58));

/// 107: direct debit of the old Belgian system (until 2014).
inline constexpr std::array old_direct_debit{
    offset(0, 12, "mandate", text),
    offset(12, 6, "pivot_date", date),
    offset(18, 30, "communication", text),
    offset(48, 1, "refusal", code), ///< 0 paid, 1 cancelled, 2 other, D disagrees, E not creditor
    offset(49, 11, "creditor", text),
};
static_assert(tiles(old_direct_debit, 60));

/// 108: closing of interest and charges.
inline constexpr std::array closing{
    offset(0, 15, "equivalent", amount), offset(15, 15, "base", amount),
    offset(30, 12, "interest", rate),    offset(42, 6, "from", date),
    offset(48, 6, "through", date),
};
static_assert(tiles(closing, 54));

/// 111: card payments received, total of a period.
inline constexpr std::array terminal_total{
    offset(0, 1, "scheme", code), ///< 1 Bancontact, 2 Maestro, 3 private, 5 TINA, 9 other
    offset(1, 6, "terminal", text),        offset(7, 3, "period", text),
    offset(10, 6, "first_sequence", text), offset(16, 6, "first_date", date),
    offset(22, 6, "last_sequence", text),  offset(28, 6, "last_date", date),
    offset(34, 1, "transaction", code),    offset(35, 16, "terminal_name", text),
    offset(51, 10, "place", text),
};
static_assert(tiles(terminal_total, 61));

/// 113: card payment or cash withdrawal.
inline constexpr std::array card_debit{
    offset(0, 16, "card", text), ///< masked
    offset(16, 1, "scheme", code), offset(17, 6, "terminal", text), offset(23, 6, "sequence", text),
    offset(29, 6, "date", date), offset(35, 4, "time", text),
    offset(39, 1, "transaction", code), ///< 1 cash, 2 Proton, 3 refund, 4 reversal, 5 payment,
                                        ///< 7 distribution, 8 teledata, 9 fuel
    offset(40, 16, "terminal_name", text), offset(56, 10, "place", text),
    offset(66, 15, "original_amount", amount), offset(81, 12, "rate", rate),
    offset(93, 3, "currency", text), offset(96, 5, "volume", text),      ///< litres, two decimals
    offset(101, 2, "product", text), offset(103, 5, "unit_price", text), ///< three decimals
};
static_assert(tiles(card_debit, 108));

/// 114: card payment received.
inline constexpr std::array card_credit{
    offset(0, 1, "scheme", code),       offset(1, 6, "terminal", text),
    offset(7, 3, "period", text),       offset(10, 6, "sequence", text),
    offset(16, 6, "date", date),        offset(22, 4, "time", text),
    offset(26, 1, "transaction", code), offset(27, 16, "terminal_name", text),
    offset(43, 10, "place", text),      offset(53, 16, "reference", text),
};
static_assert(tiles(card_credit, 69));

/// 115: cash deposit at a terminal.
inline constexpr std::array cash_deposit{
    offset(0, 16, "card", text),
    offset(16, 1, "scheme", code),
    offset(17, 6, "terminal", text),
    offset(23, 6, "sequence", text),
    offset(29, 6, "date", date),
    offset(35, 4, "time", text),
    offset(39, 6, "validation_date", date),
    offset(45, 6, "validation_sequence", text),
    offset(51, 15, "original_amount", amount),
    offset(66, 1, "conformity", code),
    offset(67, 16, "terminal_name", text),
    offset(83, 10, "place", text),
    offset(93, 12, "message", text),
};
static_assert(tiles(cash_deposit, 105));

/// 121: commercial bill.
inline constexpr std::array bill{
    offset(0, 15, "amount", amount),
    offset(15, 6, "maturity", date),
    offset(21, 6, "conventional_maturity", date),
    offset(27, 6, "issue", date),
    offset(33, 11, "company", text),
    offset(44, 3, "currency", text),
    offset(47, 3, "reserved", blank),
    offset(50, 13, "bill", text),
    offset(63, 12, "rate", rate),
};
static_assert(tiles(bill, 75));

/// 122: interest on a bill.
inline constexpr std::array bill_interest{
    offset(0, 4, "days", number),   offset(4, 12, "rate", rate),  offset(16, 15, "base", amount),
    offset(31, 1, "minimum", code), offset(32, 13, "bill", text), offset(45, 6, "maturity", date),
};
static_assert(tiles(bill_interest, 51));

/// 123: fees and commissions.
inline constexpr std::array fees{
    offset(0, 6, "from", date),        offset(6, 6, "through", text), ///< 999999 if there is no end
    offset(12, 15, "base", amount),    offset(27, 12, "percentage", rate),
    offset(39, 4, "days", number),     offset(43, 1, "minimum", code),
    offset(44, 13, "guarantee", text),
};
static_assert(tiles(fees, 57));

/// 124: statement of a credit card.
inline constexpr std::array credit_card{
    offset(0, 20, "card", text),
    offset(20, 1, "issuer", code), ///< 1 Mastercard, 2 Visa, 3 American Express, 4 Diners, 9 other
    offset(21, 12, "invoice", text),
    offset(33, 15, "identification", text),
    offset(48, 6, "date", date),
};
static_assert(tiles(credit_card, 54));

/// 125: credit.
inline constexpr std::array credit{
    offset(0, 12, "account", text),        offset(12, 15, "extension", text),
    offset(27, 15, "old_balance", amount), offset(42, 15, "new_balance", amount),
    offset(57, 15, "amount", amount),      offset(72, 3, "currency", text),
    offset(75, 6, "from", date),           offset(81, 6, "through", date),
    offset(87, 12, "rate", rate),          offset(99, 13, "reference", text),
};
static_assert(tiles(credit, 112));

/// 126: term investment.
inline constexpr std::array term_investment{
    offset(0, 15, "deposit", text),        offset(15, 15, "amount", amount),
    offset(30, 15, "equivalent", amount),  offset(45, 6, "from", date),
    offset(51, 6, "through", date),        offset(57, 12, "rate", rate),
    offset(69, 15, "interest", amount),    offset(84, 3, "currency", text),
    offset(87, 12, "exchange_rate", rate),
};
static_assert(tiles(term_investment, 99));

/// 127: SEPA direct debit.
inline constexpr std::array direct_debit{
    offset(0, 6, "settlement_date", date),
    offset(6, 1, "type", code),    ///< 0 unspecified, 1 recurrent, 2 one-off, 3 first, 4 last
    offset(7, 1, "scheme", code),  ///< 0 unspecified, 1 core, 2 business
    offset(8, 1, "refusal", code), ///< 0 paid, 1 technical, 2 unspecified, 3 disagrees, 4 account
    offset(9, 35, "creditor_id", text),
    offset(44, 35, "mandate_id", text),
    offset(79, 62, "communication", text),
    offset(141, 1, "r_type", code),
    offset(142, 4, "return_reason", text),
};
static_assert(tiles(direct_debit, 146));

/// 001: the counterparty.
inline constexpr std::array counterparty{
    offset(0, 70, "name", text),
    offset(70, 35, "street", text),
    offset(105, 35, "place", text),
    offset(140, 35, "identification", text),
};
static_assert(tiles(counterparty, 175));

/// 002 message of the bank, 004 the counterparty's bank, 005 its correspondent: four lines.
inline constexpr std::array four_lines{
    offset(0, 35, "line_1", text),
    offset(35, 35, "line_2", text),
    offset(70, 35, "line_3", text),
    offset(105, 35, "line_4", text),
};
static_assert(tiles(four_lines, 140));

/// 006: an amount that belongs to the movement.
inline constexpr std::array detail_amount{
    offset(0, 30, "description", text), offset(30, 3, "currency", text),
    offset(33, 15, "amount", amount),   offset(48, 1, "sign", sign),
    offset(49, 3, "category", text),
};
static_assert(tiles(detail_amount, 52));

/// 007: coins and notes counted.
inline constexpr std::array cash_count{
    offset(0, 7, "count", number),
    offset(7, 6, "denomination", text), ///< three decimals
    offset(13, 15, "total", amount),
};
static_assert(tiles(cash_count, 28));

/// 008 ultimate creditor, 009 ultimate debtor.
inline constexpr std::array ultimate_party{
    offset(0, 70, "name", text),
    offset(70, 35, "identification", text),
};
static_assert(tiles(ultimate_party, 105));

} // namespace saldo::bank::coda::structured
