#pragma once

#include "bank/coda/layout.hpp"

/// The records of CODA 1 (until about 2007) that differ from version 2: read only, for old files.
/// Records 1, 8 and 9 and the information records have the columns of version 2.
namespace saldo::bank::coda::v1 {

using enum Field_kind;

/// Record 0.
inline constexpr std::array header{
    fixed(1, "record", "0"),
    fixed(2, "zeros", "0000"),
    position(6, 11, "creation_date", date),
    position(12, 14, "bank", number),
    fixed(15, "application", "05"),
    position(17, 17, "duplicate", code),
    reserved(18, 19),
    position(20, 34, "file_reference", text),
    position(35, 60, "addressee", text),
    position(61, 71, "identification", number), ///< where version 2 has the BIC
    position(72, 82, "holder_number", number),
    reserved(83, 83),
    position(84, 88, "separate_application", number),
    position(89, 104, "transaction_reference", text),
    position(105, 120, "related_reference", text),
    reserved(121, 127),
    position(128, 128, "version", code),
};
static_assert(tiles(header, record_length));

/// Record 2.1.
inline constexpr std::array movement{
    fixed(1, "record", "21"),
    position(3, 6, "sequence", number),
    position(7, 10, "detail", number),
    position(11, 23, "bank_reference", text),
    position(24, 31, "external_reference", text),
    position(32, 32, "sign", sign),
    position(33, 47, "amount", amount),
    position(48, 53, "value_date", date),
    position(54, 61, "transaction_code", number),
    position(62, 62, "structured", code),
    position(63, 115, "communication", text),
    position(116, 121, "entry_date", date),
    position(122, 124, "paper_number", number),
    position(125, 125, "globalisation", code),
    position(126, 126, "next", code),
    fixed(127, "zero", "0"),
    position(128, 128, "link", code),
};
static_assert(tiles(movement, record_length));

/// Record 2.2.
inline constexpr std::array movement_second{
    fixed(1, "record", "22"),
    position(3, 6, "sequence", number),
    position(7, 10, "detail", number),
    position(11, 63, "communication", text),
    position(64, 89, "customer_reference", text),
    position(90, 92, "original_currency", text),
    position(93, 107, "original_amount", amount),
    position(108, 125, "internal", text),
    position(126, 126, "next", code),
    fixed(127, "zero", "0"),
    position(128, 128, "link", code),
};
static_assert(tiles(movement_second, record_length));

/// Record 2.3: no communication, but the address of the counterparty.
inline constexpr std::array movement_third{
    fixed(1, "record", "23"),
    position(3, 6, "sequence", number),
    position(7, 10, "detail", number),
    position(11, 22, "account", text),
    position(23, 32, "internal", text),
    position(33, 47, "extension", text),
    position(48, 73, "name", text),
    position(74, 125, "address", text), ///< street 74-99, town 100-125
    fixed(126, "next", "0"),
    fixed(127, "zero", "0"),
    position(128, 128, "link", code),
};
static_assert(tiles(movement_third, record_length));

/// Record 4.
inline constexpr std::array message{
    fixed(1, "record", "4"),
    reserved(2, 2),
    position(3, 6, "sequence", number),
    position(7, 10, "detail", number),
    position(11, 23, "bank_reference", text),
    position(24, 31, "external_reference", text),
    position(32, 32, "type", code),
    position(33, 112, "text", text),
    position(113, 116, "operation", number),
    reserved(117, 127),
    position(128, 128, "link", code),
};
static_assert(tiles(message, record_length));

/// Record 8: as in version 2, but without link code.
inline constexpr std::array new_balance{
    fixed(1, "record", "8"),
    position(2, 4, "paper_number", number),
    position(5, 41, "account", text),
    position(42, 42, "sign", sign),
    position(43, 57, "amount", amount),
    position(58, 63, "date", date),
    reserved(64, 128),
};
static_assert(tiles(new_balance, record_length));

} // namespace saldo::bank::coda::v1
