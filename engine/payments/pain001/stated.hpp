#pragma once

#include "payments/pain001/message.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

/// What a credit transfer file states, text by text and unjudged, so that every rule can look at
/// the bytes that leave. `offset` is the byte at which the element's name stands. A text that is
/// absent is empty; where the difference matters it is optional. Texts live as long as the file.
namespace saldo::payments::pain001 {

struct Stated_totals {
    std::optional<std::string_view> count; ///< NbOfTxs
    std::optional<std::string_view> sum;   ///< CtrlSum
};

/// PstlAdr: name and text of each element in order, `AdrLine` included.
struct Stated_address {
    std::vector<std::pair<std::string_view, std::string_view>> parts;

    [[nodiscard]] std::string_view part(std::string_view name) const;
};

struct Stated_party {
    bool present = false;
    std::string_view name;
    std::optional<Stated_address> address;
};

/// FinInstnId: BIC or BICFI, or Othr/Id.
struct Stated_agent {
    bool present = false;
    std::string_view bic;
    std::string_view other;
};

/// PmtTpInf.
struct Stated_type {
    std::string_view priority;
    std::vector<std::string_view> service_levels;
    std::string_view local_instrument;
    std::string_view category_purpose;
};

/// Strd/CdtrRefInf.
struct Stated_reference {
    std::string_view type;
    std::string_view issuer;
    std::string_view reference;
};

struct Stated_transfer {
    std::size_t offset = 0;
    std::string_view instruction_id;
    std::string_view end_to_end_id;
    std::optional<Stated_type> type;
    std::string_view amount;
    std::string_view currency;
    std::optional<std::string_view> charge_bearer;
    Stated_agent payee_bank;
    Stated_party payee;
    std::string_view payee_account;
    std::optional<std::string_view> purpose;
    std::vector<std::string_view> free_texts;
    std::vector<Stated_reference> references;
};

struct Stated_block {
    std::size_t offset = 0;
    std::string_view id;
    std::string_view method;
    std::optional<std::string_view> batch_booking;
    Stated_totals totals;
    std::optional<Stated_type> type;
    std::string_view execution;
    Stated_party debtor;
    std::string_view debtor_account;
    std::string_view debtor_currency;
    Stated_agent debtor_bank;
    std::optional<std::string_view> charge_bearer;
    std::vector<Stated_transfer> transfers;
};

struct Stated_other_id {
    std::string_view id;
    std::string_view issuer;
};

struct Stated_file {
    Version version = Version::v09;
    std::size_t offset = 0; ///< of the group header
    std::string_view id;
    std::string_view created;
    Stated_totals totals;
    std::string_view initiator_name;
    std::string_view initiator_bic; ///< BICOrBEI or AnyBIC
    std::string_view initiator_lei;
    std::vector<Stated_other_id> initiator_ids;
    std::vector<Stated_block> blocks;
    std::shared_ptr<const void> texts; ///< keeps what all these look into
};

} // namespace saldo::payments::pain001
