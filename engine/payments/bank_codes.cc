#include "payments/bank_codes.hpp"

#include "base/invariant.hpp"
#include "base/text.hpp"
#include "party/bank_code.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace saldo::payments {

Code_range code_range_from(std::string_view text) {
    constexpr std::size_t digits = 3;
    invariant(text.size() == 2 * digits + 1 && text[digits] == '-', "bank codes are a range");
    const auto first = text::to_integer<int>(text.substr(0, digits));
    const auto last = text::to_integer<int>(text.substr(digits + 1));
    invariant(first && last, "bank codes are digits");
    return {*first, *last};
}

std::string text_of(const Code_range& codes) {
    return fmt::format("{:03}-{:03}", codes.first, codes.last);
}

bool is_of_bank(const Iban& account, std::span<const Code_range> codes) {
    const auto code = text::to_integer<int>(party::belgian_bank_code(account));
    return code && std::ranges::any_of(codes, [&](const Code_range& range) {
               return range.first <= *code && *code <= range.last;
           });
}

} // namespace saldo::payments
