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
    static constexpr std::array all{Named{budget_management, "budget_management"},
                                    Named{budget_guidance, "budget_guidance"},
                                    Named{debt_mediation, "debt_mediation"},
                                    Named{collective_debt_settlement, "collective_debt_settlement"},
                                    Named{administrative_help, "administrative_help"},
                                    Named{advice, "advice"}};
};

template <> struct Names<Mediator> {
    using enum Mediator;
    static constexpr std::array all{Named{office, "office"}, Named{other, "other"},
                                    Named{followed_private, "followed_private"}};
};

template <> struct Names<Help_stop> {
    using enum Help_stop;
    static constexpr std::array all{Named{client_request, "client_request"},
                                    Named{goals_met, "goals_met"},
                                    Named{moved, "moved"},
                                    Named{csr_admitted, "csr_admitted"},
                                    Named{no_cooperation, "no_cooperation"},
                                    Named{death, "death"},
                                    Named{guardianship, "guardianship"},
                                    Named{other_form, "other_form"},
                                    Named{other, "other"}};
};

template <> struct Names<Aftercare_outcome> {
    using enum Aftercare_outcome;
    static constexpr std::array all{Named{stable, "stable"}, Named{relapse, "relapse"},
                                    Named{not_reached, "not_reached"}};
};

template <> struct Names<Consent> {
    using enum Consent;
    static constexpr std::array all{Named{given, "given"}, Named{refused, "refused"},
                                    Named{not_reached, "not_reached"}};
};

template <> struct Names<Move_kind> {
    using enum Move_kind;
    static constexpr std::array all{Named{entry, "entry"}, Named{up, "up"}, Named{down, "down"},
                                    Named{takeback, "takeback"}, Named{end, "end"}};
};

template <> struct Names<Goal_outcome> {
    using enum Goal_outcome;
    static constexpr std::array all{Named{reached, "reached"},
                                    Named{partly_reached, "partly_reached"},
                                    Named{dropped, "dropped"}};
};

template <> struct Names<Conclusion> {
    using enum Conclusion;
    static constexpr std::array all{Named{stay, "stay"}, Named{up, "up"}, Named{down, "down"},
                                    Named{stop, "stop"}};
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

template <> struct Names<law::Credit_kind> { static constexpr auto all = law::credit_kind_names; };

template <> struct Names<law::Debt_part> { static constexpr auto all = law::debt_part_names; };

template <> struct Names<Regime> {
    using enum Regime;
    static constexpr std::array all{Named{consumer, "consumer"},
                                    Named{consumer_credit, "consumer_credit"},
                                    Named{public_law, "public_law"}, Named{civil, "civil"}};
};

template <> struct Names<law::Public_debt> { static constexpr auto all = law::public_debt_names; };

template <> struct Names<Penalty_clause> {
    using enum Penalty_clause;
    static constexpr std::array all{Named{agreed, "agreed"}, Named{none, "none"}};
};

template <> struct Names<Title_kind> {
    using enum Title_kind;
    static constexpr std::array all{Named{judgment, "judgment"},
                                    Named{notarial_deed, "notarial_deed"},
                                    Named{coercion_order, "coercion_order"}};
};

template <> struct Names<Bound_as> {
    using enum Bound_as;
    static constexpr std::array all{Named{co_debtor, "co_debtor"}, Named{surety, "surety"}};
};

template <> struct Names<Item_kind> {
    using enum Item_kind;
    static constexpr std::array all{Named{principal, "principal"},
                                    Named{credit_cost, "credit_cost"},
                                    Named{late_interest, "late_interest"},
                                    Named{penalty, "penalty"},
                                    Named{reminder, "reminder"},
                                    Named{notice, "notice"},
                                    Named{acquittance_fee, "acquittance_fee"},
                                    Named{collection_fee, "collection_fee"},
                                    Named{recovery_fee, "recovery_fee"},
                                    Named{bailiff_act, "bailiff_act"},
                                    Named{file_cost, "file_cost"},
                                    Named{other_cost, "other_cost"}};
};

template <> struct Names<Interest_source> {
    using enum Interest_source;
    static constexpr std::array all{Named{civil, "civil"}, Named{commercial, "commercial"},
                                    Named{agreed, "agreed"}};
};

template <> struct Names<Stop_reason> {
    using enum Stop_reason;
    static constexpr std::array all{Named{csr, "csr"}, Named{agreement, "agreement"},
                                    Named{judge, "judge"}};
};

template <> struct Names<Letter_kind> {
    using enum Letter_kind;
    static constexpr std::array all{Named{reminder, "reminder"},
                                    Named{notice, "notice"},
                                    Named{acknowledgement, "acknowledgement"},
                                    Named{counsel_letter, "counsel_letter"},
                                    Named{summons, "summons"},
                                    Named{command, "command"},
                                    Named{seizure, "seizure"},
                                    Named{mediation_request, "mediation_request"}};
};

template <> struct Names<Sent_as> {
    using enum Sent_as;
    static constexpr std::array all{Named{post, "post"}, Named{electronic, "electronic"},
                                    Named{registered, "registered"}, Named{bailiff, "bailiff"}};
};

template <> struct Names<Claim_status> {
    using enum Claim_status;
    static constexpr std::array all{
        Named{announced, "announced"},    Named{stated, "stated"},
        Named{checked, "checked"},        Named{disputed, "disputed"},
        Named{agreed, "agreed"},          Named{in_plan, "in_plan"},
        Named{suspended, "suspended"},    Named{paid, "paid"},
        Named{waived, "waived"},          Named{transferred, "transferred"},
        Named{time_barred, "time_barred"}};
};

template <> struct Names<Transfer_kind> {
    using enum Transfer_kind;
    static constexpr std::array all{Named{sale, "sale"}, Named{collection, "collection"}};
};

template <> struct Names<Verdict_kind> {
    using enum Verdict_kind;
    static constexpr std::array all{Named{due, "due"}, Named{reduce, "reduce"},
                                    Named{dispute, "dispute"}, Named{unclear, "unclear"}};
};

template <> struct Names<Plan_reply> {
    using enum Plan_reply;
    static constexpr std::array all{Named{accepted, "accepted"}, Named{refused, "refused"},
                                    Named{counter_offer, "counter_offer"}};
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
inline constexpr std::array<std::string_view, 8> claim_privileges{
    "mortgage", "pledge", "landlord", "tax", "social_security", "wages", "maintenance", "other"};

} // namespace saldo::dossier
