#pragma once

#include "bank/camt/context.hpp"

namespace saldo::bank::camt {

/// What a payment says to its payee (`RmtInf`): the references of all `Strd` and the free texts of
/// all `Ustrd`, which `written` holds in the order of the file, with a blank between.
///
/// Kind ogm or rf if there is one right reference of that kind: by its issuer (BBA, ISO), and where
/// none is named by its value. A reference that says it is one and is not gives
/// bank.reference_check_wrong, a warning, and kind structured, as do references of other kinds and
/// several different ones. A free text alone is of kind ogm if it holds one marked OGM, else free.
[[nodiscard]] Communication read_remittance(pugi::xml_node remittance, const Context& context);

/// A free text, of kind ogm if it holds one marked OGM.
[[nodiscard]] Communication free_text(std::string_view text, const Context& context);

} // namespace saldo::bank::camt
