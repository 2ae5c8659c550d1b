#pragma once

#include "calendar/date.hpp"
#include "money/money.hpp"
#include "party/number.hpp"
#include "party/remittance.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A SEPA credit transfer file (ISO 20022 customer credit transfer initiation) as values. What is
/// here is all a file of ours ever says; write.hpp and read.hpp turn it into bytes and back.
namespace saldo::payments::pain001 {

/// Versions of the message that Belgian banks take.
enum class Version {
    v03, ///< pain.001.001.03
    v09  ///< pain.001.001.09, the default
};

/// The greatest amount of one SEPA transfer; the smallest is a cent.
inline constexpr Money amount_max = Money::cents(99'999'999'999);

/// `03` and `09`, as users and the book write them.
[[nodiscard]] std::string_view name(Version version);
[[nodiscard]] std::optional<Version> version_from(std::string_view name);

/// A postal address: town and country at least. With `lines` it is a hybrid address (at most 2
/// lines of 70), without it a structured one. Empty texts are not written.
struct Address {
    std::string street;
    std::string house_number;
    std::string postal_code;
    std::string town;
    std::string country; ///< ISO 3166 alpha-2
    std::vector<std::string> lines;

    friend bool operator==(const Address&, const Address&) = default;
};

/// One payment. The instruction id for our bank and the id that travels to the payee and back are
/// the same text.
struct Transfer {
    std::string end_to_end_id; ///< 1-35 characters of the SEPA set, unique for ever
    Money amount;              ///< 0.01 to 999999999.99 euro
    std::string payee_name;    ///< 1-70 characters
    Iban payee_account;
    std::optional<Bic> payee_bank; ///< left out for accounts in the EEA
    std::optional<Address> payee_address;
    party::Remittance remittance; ///< free text of at most 140 characters
    std::string purpose;          ///< four letters (purposes.hpp), empty if none

    friend bool operator==(const Transfer&, const Transfer&) = default;
};

/// The payments from one debtor account on one day.
struct Block {
    std::string id; ///< 1-35 characters of the SEPA set, unique for ever
    Date execution; ///< an open TARGET day
    std::string debtor_name;
    Iban debtor_account;
    std::optional<Bic> debtor_bank;
    std::optional<Address> debtor_address; ///< only for payees outside the EEA
    bool batch_booking = false;            ///< true: one debit line for the whole block
    std::string category_purpose;          ///< four letters (purposes.hpp), empty if none
    std::vector<Transfer> transfers;

    friend bool operator==(const Block&, const Block&) = default;
};

/// One file. The debtors are the clients; the office is the initiating party.
struct Message {
    std::string id; ///< 1-35 characters of the SEPA set, new for every file that is made
    Date creation;
    std::string creation_time = "00:00:00"; ///< `hh:mm:ss`; the engine knows no clock
    std::string initiator_name;
    std::optional<Enterprise_number> initiator_number;
    std::vector<Block> blocks;

    friend bool operator==(const Message&, const Message&) = default;
};

[[nodiscard]] std::size_t count(const Message& message);
[[nodiscard]] Money total(const Block& block);
[[nodiscard]] Money total(const Message& message);

} // namespace saldo::payments::pain001
