#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The codes with which a bank answers a payment file: ExternalPaymentGroupStatus1Code and
/// ExternalPaymentTransactionStatus1Code of ISO 20022, and the reasons with them.
namespace saldo::payments::pain002 {

/// Where a status leaves a payment. Only `rejected` is an end: that money moved is proved by a
/// statement alone.
enum class Meaning {
    waiting,    ///< the bank has it, and something is still to be done
    name_check, ///< the name of the payee was or is being verified
    accepted,   ///< the bank means to execute it
    settled,    ///< the bank says that it did
    mixed,      ///< of a group or block: one has to look at its payments
    rejected    ///< it will not be executed: rejected, or cancelled on request
};

/// Nothing for a code that is not of the lists.
[[nodiscard]] std::optional<Meaning> meaning_of(std::string_view status);

/// Why: StsRsnInf.
struct Reason {
    std::string code;        ///< ExternalStatusReason1Code, or the bank's own word; may be empty
    bool is_of_bank = false; ///< the bank's own word
    std::string text;        ///< AddtlInf, joined by a blank

    friend bool operator==(const Reason&, const Reason&) = default;
};

/// True if the bank rejects because it has the same already. Our ids are given once, so what it has
/// is the same file, sent twice: the rejection is of the second and says nothing of the first.
[[nodiscard]] bool says_duplicate(const std::vector<Reason>& reasons);

enum class Level { group, payment, transaction };

[[nodiscard]] std::string_view name(Level level);
[[nodiscard]] std::optional<Level> level_from(std::string_view name);

/// What an answer says of one payment.
struct Status {
    Level level = Level::group; ///< on which it is said: the most specific one
    std::string code;           ///< `ACCP`
    std::vector<Reason> reasons;

    friend bool operator==(const Status&, const Status&) = default;
};

/// True if the status ends a payment: RJCT or CANC, but not because of a duplicate.
[[nodiscard]] bool is_rejection(const Status& status);

} // namespace saldo::payments::pain002
