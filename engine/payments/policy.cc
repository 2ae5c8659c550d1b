#include "payments/policy.hpp"

#include "base/named.hpp"

#include <algorithm>
#include <array>

namespace saldo::payments {

namespace {

constexpr std::array acts{Named{Act::prepare, "prepare"},
                          Named{Act::approve, "approve"},
                          Named{Act::export_run, "export"},
                          Named{Act::override_control, "override"},
                          Named{Act::beneficiary, "beneficiary"},
                          Named{Act::user_key, "user_key"},
                          Named{Act::policy, "policy"}};

constexpr std::array savings_names{Named{Savings::accounts, "accounts"},
                                   Named{Savings::accounts_and_pots, "accounts_and_pots"}};

template <class List> bool contains(const List& list, std::string_view user) {
    return std::ranges::find(list, user) != list.end();
}

} // namespace

std::string_view name(Act act) {
    return name_in(acts, act);
}

std::optional<Act> act_from(std::string_view name) {
    return value_in(acts, name);
}

std::string_view name(Savings savings) {
    return name_in(savings_names, savings);
}

std::optional<Savings> savings_from(std::string_view name) {
    return value_in(savings_names, name);
}

bool may(const Policy& policy, std::string_view user, Act act) {
    const auto right = std::ranges::find(policy.rights, act, &Right::act);
    if (right == policy.rights.end() || contains(right->users, user)) {
        return true;
    }
    return std::ranges::any_of(policy.roles, [&](const Role& role) {
        return contains(right->roles, role.role) && contains(role.users, user);
    });
}

bool is_known_payee(const Policy& policy, const Iban& iban) {
    return std::ranges::find(policy.known_payees, iban, &Known_payee::iban) !=
           policy.known_payees.end();
}

} // namespace saldo::payments
