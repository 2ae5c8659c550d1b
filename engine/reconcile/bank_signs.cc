#include "reconcile/bank_signs.hpp"

#include "base/named.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace saldo::reconcile {

namespace {

constexpr std::array sent_back_names{Named{Sent_back::no, "no"},
                                     Named{Sent_back::reject, "reject"},
                                     Named{Sent_back::returned, "return"},
                                     Named{Sent_back::refund, "refund"},
                                     Named{Sent_back::reversal, "reversal"},
                                     Named{Sent_back::cancellation, "cancellation"}};

/// Family, operation and category of a transaction code of CODA; all empty if it is none.
struct Coda_code {
    std::string_view family;
    std::string_view operation;
    std::string_view category;
};

Coda_code coda_code(std::string_view transaction) {
    constexpr std::size_t length = 8;
    if (transaction.size() != length || !text::all_digits(transaction)) {
        return {};
    }
    return {transaction.substr(1, 2), transaction.substr(3, 2), transaction.substr(5)};
}

/// What stands behind the last slash in camt, and behind the N, F or S in MT940.
std::string_view last_word(std::string_view transaction) {
    const std::size_t slash = transaction.rfind('/');
    if (slash != std::string_view::npos) {
        return transaction.substr(slash + 1);
    }
    constexpr std::size_t mt940_length = 4;
    return transaction.size() == mt940_length ? transaction.substr(1) : std::string_view();
}

template <std::size_t size>
bool is_in(const std::array<std::string_view, size>& all, std::string_view word) {
    return std::ranges::find(all, word) != all.end();
}

Sent_back by_operation(const Coda_code& code) {
    if (code.operation == "49" || code.operation == "99") {
        return Sent_back::cancellation;
    }
    constexpr std::array<std::string_view, 2> transfers{"01", "02"};
    if (is_in(transfers, code.family)) {
        return code.operation == "54" ? Sent_back::returned : Sent_back::no;
    }
    if (code.family == "05") {
        return code.operation == "03"                             ? Sent_back::returned
               : code.operation == "05" || code.operation == "54" ? Sent_back::refund
               : code.operation == "58"                           ? Sent_back::reversal
                                                                  : Sent_back::no;
    }
    return Sent_back::no;
}

} // namespace

std::string_view name(Sent_back kind) {
    return name_in(sent_back_names, kind);
}

Sent_back sent_back(const Bank_codes& codes) {
    switch (codes.r_type) {
    case '1':
        return Sent_back::reject;
    case '2':
        return Sent_back::returned;
    case '3':
        return Sent_back::refund;
    case '4':
        return Sent_back::reversal;
    case '5':
        return Sent_back::cancellation;
    default:
        break;
    }
    if (!codes.return_reason.empty()) {
        return codes.return_reason == "MD06"   ? Sent_back::refund
               : codes.return_reason == "FOCR" ? Sent_back::cancellation
                                               : Sent_back::returned;
    }
    if (last_word(codes.transaction) == "RTI") {
        return Sent_back::returned;
    }
    return by_operation(coda_code(codes.transaction));
}

bool says_blocked(std::string_view return_reason) {
    constexpr std::array<std::string_view, 3> reasons{"AC06", "AC16", "AM07"};
    return is_in(reasons, return_reason);
}

bool is_writ(const Bank_codes& codes) {
    const Coda_code code = coda_code(codes.transaction);
    return (code.family == "80" && code.operation == "31") || code.category == "010";
}

bool is_bank_charge(const Bank_codes& codes) {
    const Coda_code code = coda_code(codes.transaction);
    if (!code.family.empty()) {
        return code.family == "35" || code.family == "80" || code.operation == "37";
    }
    constexpr std::array<std::string_view, 8> words{"CHRG", "COMM", "FEES", "INTR",
                                                    "TAXE", "CHG",  "COM",  "INT"};
    return is_in(words, last_word(codes.transaction));
}

} // namespace saldo::reconcile
