#pragma once

#include "payments/pain001/message.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What a credit transfer file states, text by text and unjudged, so that every rule can look at
/// the bytes that leave. `offset` is the byte at which the element's name stands. A text that is
/// absent is empty; where the difference matters it is optional.
namespace saldo::payments::pain001 {

struct Stated_totals {
    std::optional<std::string> count; ///< NbOfTxs
    std::optional<std::string> sum;   ///< CtrlSum
};

/// PstlAdr: name and text of each element in order, `AdrLine` included.
struct Stated_address {
    std::vector<std::pair<std::string, std::string>> parts;

    [[nodiscard]] std::string_view part(std::string_view name) const;
};

struct Stated_party {
    bool present = false;
    std::string name;
    std::optional<Stated_address> address;
};

/// FinInstnId: BIC or BICFI, or Othr/Id.
struct Stated_agent {
    bool present = false;
    std::string bic;
    std::string other;
};

/// PmtTpInf.
struct Stated_type {
    std::string priority;
    std::vector<std::string> service_levels;
    std::string local_instrument;
    std::string category_purpose;
};

/// Strd/CdtrRefInf.
struct Stated_reference {
    std::string type;
    std::string issuer;
    std::string reference;
};

struct Stated_transfer {
    std::size_t offset = 0;
    std::string instruction_id;
    std::string end_to_end_id;
    std::optional<Stated_type> type;
    std::string amount;
    std::string currency;
    std::optional<std::string> charge_bearer;
    Stated_agent payee_bank;
    Stated_party payee;
    std::string payee_account;
    std::optional<std::string> purpose;
    std::vector<std::string> free_texts;
    std::vector<Stated_reference> references;
};

struct Stated_block {
    std::size_t offset = 0;
    std::string id;
    std::string method;
    std::optional<std::string> batch_booking;
    Stated_totals totals;
    std::optional<Stated_type> type;
    std::string execution;
    Stated_party debtor;
    std::string debtor_account;
    std::string debtor_currency;
    Stated_agent debtor_bank;
    std::optional<std::string> charge_bearer;
    std::vector<Stated_transfer> transfers;
};

struct Stated_other_id {
    std::string id;
    std::string issuer;
};

struct Stated_file {
    Version version = Version::v09;
    std::size_t offset = 0; ///< of the group header
    std::string id;
    std::string created;
    Stated_totals totals;
    std::string initiator_name;
    std::string initiator_bic; ///< BICOrBEI or AnyBIC
    std::string initiator_lei;
    std::vector<Stated_other_id> initiator_ids;
    std::vector<Stated_block> blocks;
};

} // namespace saldo::payments::pain001
