#pragma once

#include "base/result.hpp"
#include "payments/pain001/message.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace saldo::payments::pain001 {

/// Greatest lengths of texts after conversion.
inline constexpr std::size_t name_length_max = 70;
inline constexpr std::size_t free_text_length_max = 140;

/// One text that is not sent as it was given; for the preview, never for a log.
struct Text_change {
    std::string id;         ///< of the message, block or transfer
    std::string_view field; ///< payee_name, debtor_name, remittance…
    std::string from;
    std::string to;

    friend bool operator==(const Text_change&, const Text_change&) = default;
};

/// What changes in the texts of one payment, whether or not the result can be sent.
[[nodiscard]] std::vector<Text_change> text_changes(const std::string& end_to_end_id,
                                                    const std::string& payee_name,
                                                    const party::Remittance& remittance);

struct Conversion {
    Message message; ///< what the file will say
    std::vector<Text_change> changes;
};

/// The message as a file can hold it: texts in the SEPA set, and no payee bank for accounts in the
/// EEA, where a wrong BIC does more harm than none. Converting twice changes nothing more.
///
/// Refuses, with all cases at once: payments.text_not_convertible, payments.text_empty,
/// payments.text_too_long (nothing is cut) and payments.id_not_sepa (ids are never converted).
/// The findings carry ids, fields and lengths, never the text.
[[nodiscard]] Result<Conversion> convert(Message message);

} // namespace saldo::payments::pain001
