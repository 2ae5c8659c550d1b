#pragma once

#include <string_view>

/// What the codes of a bank tell of a movement: that it was sent back, is a charge or a seizure.
/// Sources: Febelfin, CODA 2.6, annex on transaction codes (family and operation); ISO 20022
/// external return reason codes; MT940, tag 61, transaction type.
namespace saldo::reconcile {

/// The codes of one movement, as the book keeps them. What the bank does not say is empty.
struct Bank_codes {
    std::string_view transaction; ///< 8 digits in CODA (type, family, operation, category), in camt
                                  ///< `PMNT/RCDT/ESCT`, in MT940 `NTRF`
    std::string_view return_reason; ///< ISO, such as AC04
    char r_type = ' ';              ///< as in CODA: 1 to 5, blank if it is no R-transaction
};

/// Kinds of R-transactions. The names are shown as facts: do not change them.
enum class Sent_back { no, reject, returned, refund, reversal, cancellation };

[[nodiscard]] std::string_view name(Sent_back kind);

/// By the type of R-transaction, else by its reason, else by operations that only sent back money
/// has: of transfers 54, of direct debits 03, 05, 54 and 58, of all families 49 and 99.
[[nodiscard]] Sent_back sent_back(const Bank_codes& codes);

/// A reason that says the account itself is blocked, sequestered or frozen by an authority: AC06,
/// AC16, AM07.
[[nodiscard]] bool says_blocked(std::string_view return_reason);

/// A debit for a writ: operation 31 of family 80, or category 010.
[[nodiscard]] bool is_writ(const Bank_codes& codes);

/// Costs, interest or fees that the bank takes for itself: families 35 and 80 and operation 37; in
/// camt sub-families CHRG, COMM, FEES, INTR and TAXE; in MT940 CHG, COM and INT.
[[nodiscard]] bool is_bank_charge(const Bank_codes& codes);

} // namespace saldo::reconcile
