#pragma once

#include "base/named.hpp"
#include "dossier/dossier.hpp"

#include <array>
#include <optional>
#include <string_view>

/// The words documents and screens use for the enumerations of a dossier. They stand in stored
/// documents: do not change them.
namespace saldo::dossier {

/// The words of one enumeration, one row per enumerator in their order.
template <class Enum> struct Names;

template <> struct Names<Member_role> {
    using enum Member_role;
    static constexpr std::array all{Named{client, "client"}, Named{partner, "partner"},
                                    Named{child, "child"}, Named{other, "other"}};
};

template <> struct Names<Mandate_kind> {
    using enum Mandate_kind;
    static constexpr std::array all{
        Named{budget_management, "budget_management"}, Named{budget_guidance, "budget_guidance"},
        Named{debt_mediation, "debt_mediation"},
        Named{collective_debt_settlement, "collective_debt_settlement"}};
};

template <> struct Names<Account_kind> {
    using enum Account_kind;
    static constexpr std::array all{Named{budget, "budget"}, Named{living_money, "living_money"},
                                    Named{savings, "savings"}};
};

template <> struct Names<Direction> {
    using enum Direction;
    static constexpr std::array all{Named{income, "income"}, Named{expense, "expense"}};
};

template <> struct Names<Payer> {
    using enum Payer;
    static constexpr std::array all{Named{office, "office"}, Named{client, "client"}};
};

template <> struct Names<Priority> {
    using enum Priority;
    static constexpr std::array all{Named{housing, "housing"},
                                    Named{energy, "energy"},
                                    Named{alimony, "alimony"},
                                    Named{fixed_cost, "fixed_cost"},
                                    Named{living_money, "living_money"},
                                    Named{debt, "debt"},
                                    Named{pot, "pot"}};
};

template <> struct Names<Moves> {
    using enum Moves;
    static constexpr std::array all{Named{before, "before"}, Named{after, "after"},
                                    Named{within_week, "within_week"}};
};

template <class Enum>
concept Named_enum = requires {
    Names<Enum>::all;
};

template <Named_enum Enum> [[nodiscard]] constexpr std::string_view name(Enum value) {
    return name_in(Names<Enum>::all, value);
}

template <Named_enum Enum>
[[nodiscard]] constexpr std::optional<Enum> from_name(std::string_view name) {
    return value_in(Names<Enum>::all, name);
}

/// Words without an enumeration of their own.
inline constexpr std::array<std::string_view, 5> household_kinds{
    "single", "couple", "single_parent", "family", "other"};
inline constexpr std::array<std::string_view, 3> languages{"nl", "fr", "en"};
inline constexpr std::array<std::string_view, 4> worker_roles{"counsellor", "deputy", "jurist",
                                                              "head"};
inline constexpr std::array<std::string_view, 8> claim_origins{
    "energy", "rent", "consumer_credit", "tax", "health", "telecom", "fine", "other"};

} // namespace saldo::dossier
