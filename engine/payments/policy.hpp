#pragma once

#include "money/money.hpp"
#include "money/rate.hpp"
#include "party/iban.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What an office has decided about its payments, as its document says
/// (schemas/json/policy.schema.json).
namespace saldo::payments {

/// What a policy may leave to some people only.
enum class Act {
    prepare,
    approve,
    export_run,
    override_control,
    beneficiary, ///< confirm and approve accounts of payees
    user_key,    ///< register and revoke keys of people
    policy       ///< load and approve a policy
};

/// The names stand in stored documents: do not change them.
[[nodiscard]] std::string_view name(Act act);
[[nodiscard]] std::optional<Act> act_from(std::string_view name);

struct Role {
    std::string role;
    std::vector<std::string> users;

    friend bool operator==(const Role&, const Role&) = default;
};

struct Right {
    Act act = Act::prepare;
    std::vector<std::string> users;
    std::vector<std::string> roles;

    friend bool operator==(const Right&, const Right&) = default;
};

/// So much more than planned or usual is let through: the larger of the two.
struct Tolerance {
    Money margin = Money::zero();
    std::optional<money::Rate> margin_share{};

    friend bool operator==(const Tolerance&, const Tolerance&) = default;
};

enum class Savings { accounts, accounts_and_pots };

[[nodiscard]] std::string_view name(Savings savings);
[[nodiscard]] std::optional<Savings> savings_from(std::string_view name);

struct Staff_account {
    std::string user;
    Iban iban;

    friend bool operator==(const Staff_account&, const Staff_account&) = default;
};

struct Known_payee {
    std::string name;
    Iban iban;

    friend bool operator==(const Known_payee&, const Known_payee&) = default;
};

/// Controls that are absent are not made.
struct Controls {
    std::optional<Tolerance> above_plan{};
    std::optional<Money> ceiling{};
    std::optional<Money> closing_balance{}; ///< what remains on a bank account at least
    std::optional<Savings> savings_withdrawal{};
    std::vector<Staff_account> staff_accounts{};
    std::optional<std::uint32_t> known_from{}; ///< dossiers with one payee, from which it is known
    bool new_beneficiary = false;

    friend bool operator==(const Controls&, const Controls&) = default;
};

struct Policy {
    std::string name;
    bool signed_approvals = false;
    std::vector<Role> roles;
    std::vector<Right> rights;
    Controls controls;
    std::vector<Known_payee> known_payees;

    friend bool operator==(const Policy&, const Policy&) = default;
};

/// True if the policy leaves the act to this person, or to everybody.
[[nodiscard]] bool may(const Policy& policy, std::string_view user, Act act);

/// True if the payee is known to the whole office.
[[nodiscard]] bool is_known_payee(const Policy& policy, const Iban& iban);

} // namespace saldo::payments
