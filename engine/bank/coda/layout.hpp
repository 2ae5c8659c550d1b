#pragma once

#include "bank/field.hpp"

/// The records of CODA 2 (Febelfin standard 2.6, annex I), 128 characters each. Positions count
/// from 1. `sequence` joins the records of one movement, `detail` tells its details apart.
namespace saldo::bank::coda {

inline constexpr std::size_t record_length = 128;

namespace v2 {

using enum Field_kind;

/// Record 0: who made the file and for whom.
inline constexpr std::array header{
    fixed(1, "record", "0"),
    fixed(2, "zeros", "0000"),
    position(6, 11, "creation_date", date),
    position(12, 14, "bank", number),
    fixed(15, "application", "05"),
    position(17, 17, "duplicate", code), ///< D: delivered again
    reserved(18, 24),
    position(25, 34, "file_reference", text),
    position(35, 60, "addressee", text),
    position(61, 71, "bic", text),
    position(72, 82, "holder_number", number), ///< 0 and the enterprise number, or zeros
    reserved(83, 83),
    position(84, 88, "separate_application", number), ///< 00000: all movements
    position(89, 104, "transaction_reference", text),
    position(105, 120, "related_reference", text),
    reserved(121, 127),
    position(128, 128, "version", code),
};
static_assert(tiles(header, record_length));

/// Record 1: old balance. The account zone is cut further by the tables below.
inline constexpr std::array old_balance{
    fixed(1, "record", "1"),
    position(2, 2, "structure", code),
    position(3, 5, "paper_number", number),
    position(6, 42, "account", text),
    position(43, 43, "sign", sign),
    position(44, 58, "amount", amount),
    position(59, 64, "date", date),
    position(65, 90, "holder", text),
    position(91, 125, "description", text),
    position(126, 128, "number", number),
};
static_assert(tiles(old_balance, record_length));

/// Record 2.1: a movement, or a detail of one.
inline constexpr std::array movement{
    fixed(1, "record", "21"),
    position(3, 6, "sequence", number),
    position(7, 10, "detail", number),
    position(11, 31, "bank_reference", text),
    position(32, 32, "sign", sign),
    position(33, 47, "amount", amount),
    position(48, 53, "value_date", date),
    position(54, 61, "transaction_code", number),
    position(62, 62, "structured", code), ///< 1: the communication starts with its type
    position(63, 115, "communication", text),
    position(116, 121, "entry_date", date),
    position(122, 124, "paper_number", number),
    position(125, 125, "globalisation", code),
    position(126, 126, "next", code),
    reserved(127, 127),
    position(128, 128, "link", code),
};
static_assert(tiles(movement, record_length));

/// Record 2.2.
inline constexpr std::array movement_second{
    fixed(1, "record", "22"),
    position(3, 6, "sequence", number),
    position(7, 10, "detail", number),
    position(11, 63, "communication", text),
    position(64, 98, "customer_reference", text), ///< EndToEndId; of a total the PmtInfId
    position(99, 109, "bic", text),
    reserved(110, 112),
    position(113, 113, "r_type", code),
    position(114, 117, "return_reason", text),
    position(118, 121, "category_purpose", text),
    position(122, 125, "purpose", text),
    position(126, 126, "next", code),
    reserved(127, 127),
    position(128, 128, "link", code),
};
static_assert(tiles(movement_second, record_length));

/// Record 2.3. Its account keeps the structure of the original payment.
inline constexpr std::array movement_third{
    fixed(1, "record", "23"),          position(3, 6, "sequence", number),
    position(7, 10, "detail", number), position(11, 47, "account", text),
    position(48, 82, "name", text),    position(83, 125, "communication", text),
    fixed(126, "next", "0"),           reserved(127, 127),
    position(128, 128, "link", code),
};
static_assert(tiles(movement_third, record_length));

/// Record 3.1: information with a movement.
inline constexpr std::array information{
    fixed(1, "record", "31"),
    position(3, 6, "sequence", number),
    position(7, 10, "detail", number),
    position(11, 31, "bank_reference", text),
    position(32, 39, "transaction_code", number),
    position(40, 40, "structured", code),
    position(41, 113, "communication", text),
    reserved(114, 125),
    position(126, 126, "next", code),
    reserved(127, 127),
    position(128, 128, "link", code),
};
static_assert(tiles(information, record_length));

/// Record 3.2.
inline constexpr std::array information_second{
    fixed(1, "record", "32"),
    position(3, 6, "sequence", number),
    position(7, 10, "detail", number),
    position(11, 115, "communication", text),
    reserved(116, 125),
    position(126, 126, "next", code),
    reserved(127, 127),
    position(128, 128, "link", code),
};
static_assert(tiles(information_second, record_length));

/// Record 3.3.
inline constexpr std::array information_third{
    fixed(1, "record", "33"),
    position(3, 6, "sequence", number),
    position(7, 10, "detail", number),
    position(11, 100, "communication", text),
    reserved(101, 125),
    fixed(126, "next", "0"),
    reserved(127, 127),
    position(128, 128, "link", code),
};
static_assert(tiles(information_third, record_length));

/// Record 4: a free message to the holder, between 8 and 9.
inline constexpr std::array message{
    fixed(1, "record", "4"),
    reserved(2, 2),
    position(3, 6, "sequence", number),
    position(7, 10, "detail", number),
    reserved(11, 32),
    position(33, 112, "text", text),
    reserved(113, 127),
    position(128, 128, "link", code),
};
static_assert(tiles(message, record_length));

/// Record 8: new balance. Its account zone is that of record 1, one position earlier.
inline constexpr std::array new_balance{
    fixed(1, "record", "8"),
    position(2, 4, "paper_number", number),
    position(5, 41, "account", text),
    position(42, 42, "sign", sign),
    position(43, 57, "amount", amount),
    position(58, 63, "date", date),
    reserved(64, 127),
    position(128, 128, "link", code),
};
static_assert(tiles(new_balance, record_length));

/// Record 9: number of records 1, 2, 3 and 8, and the totals of the movements.
inline constexpr std::array trailer{
    fixed(1, "record", "9"),
    reserved(2, 16),
    position(17, 22, "records", number),
    position(23, 37, "debit_total", amount),
    position(38, 52, "credit_total", amount),
    reserved(53, 127),
    position(128, 128, "more_files", code), ///< 1: another follows, 2: the last
};
static_assert(tiles(trailer, record_length));

} // namespace v2

/// The account zone of records 1 and 8, by the structure code of record 1.
inline constexpr std::size_t account_zone_length = 37;

namespace zone {

using enum Field_kind;

/// Structure 0, and version 1 of the format: an account number of 12 digits.
inline constexpr std::array belgian_number{
    offset(0, 12, "account", text),    offset(12, 1, "reserved", blank),
    offset(13, 3, "currency", text),   offset(16, 1, "qualification", code),
    offset(17, 2, "country", text),    offset(19, 3, "reserved", blank),
    offset(22, 15, "extension", text),
};
static_assert(tiles(belgian_number, account_zone_length));

/// Structure 1: a foreign number. Structure 3, a foreign IBAN, has the same columns.
inline constexpr std::array foreign_number{
    offset(0, 34, "account", text),
    offset(34, 3, "currency", text),
};
static_assert(tiles(foreign_number, account_zone_length));

/// Structure 2: a Belgian IBAN.
inline constexpr std::array belgian_iban{
    offset(0, 31, "account", text),
    offset(31, 3, "extension", text),
    offset(34, 3, "currency", text),
};
static_assert(tiles(belgian_iban, account_zone_length));

} // namespace zone

} // namespace saldo::bank::coda
