#pragma once

#include "calendar/time_of_day.hpp"
#include "party/bic.hpp"
#include "party/iban.hpp"
#include "payments/bank_codes.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Until when banks execute orders on the same day: schemas/bank/cut_offs.json.
namespace saldo::payments {

struct Bank_cut_off {
    std::string bic; ///< its first 8 characters
    std::vector<Code_range> codes;
    Time_of_day same_day_until; ///< in Brussels; orders of that minute are too late
};

struct Cut_offs {
    Time_of_day otherwise; ///< of banks that are not in the list
    std::vector<Bank_cut_off> banks;
};

/// Reads a table. That it keeps to schemas/bank/cut_offs.schema.json is a contract.
[[nodiscard]] Cut_offs parse_cut_offs(std::string_view json);

/// The table that is part of the program.
[[nodiscard]] const Cut_offs& built_in_cut_offs();

/// The hour of the bank of an account: by its BIC, else by the bank code of a Belgian IBAN.
[[nodiscard]] Time_of_day
same_day_until(const Cut_offs& table, const Iban& account, const std::optional<Bic>& bic);

} // namespace saldo::payments
