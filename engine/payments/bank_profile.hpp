#pragma once

#include "base/result.hpp"
#include "payments/bank_codes.hpp"
#include "payments/pain001/files.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// How banks want payment files, as data: a JSON document of the form
/// schemas/json/bank_profiles.schema.json.
namespace saldo::payments {

struct Bank_profile {
    pain001::Profile file;
    std::vector<Code_range> codes; ///< of its banks; empty: all others

    friend bool operator==(const Bank_profile&, const Bank_profile&) = default;
};

/// In the order in which files are made. The last one is of all banks that no other one names.
using Bank_profiles = std::vector<Bank_profile>;

/// Reads a document from outside: its form (dossier/check_form.hpp), then what it says:
/// payments.profile_said_twice (a name), payments.profile_codes_wrong (a range that ends before it
/// starts, or shares a code with another) and payments.profile_of_others (the last one names banks,
/// or another one none).
[[nodiscard]] Result<Bank_profiles> read_bank_profiles(std::string_view json);

/// The document on one line, as the book keeps it. Reading it gives the profiles again.
[[nodiscard]] std::string write_bank_profiles(const Bank_profiles& profiles);

/// The profiles that are part of the program.
[[nodiscard]] const Bank_profiles& built_in_bank_profiles();

/// Position of the profile of an account.
[[nodiscard]] std::size_t profile_of(const Bank_profiles& profiles, const Iban& account);

/// What each says of its files.
[[nodiscard]] std::vector<pain001::Profile> file_profiles(const Bank_profiles& profiles);

} // namespace saldo::payments
