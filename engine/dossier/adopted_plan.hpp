#pragma once

#include "calendar/date.hpp"
#include "money/money.hpp"

#include <optional>
#include <string>
#include <vector>

/// A repayment plan as a household adopted it: what it promised to whom on which day. A simulation
/// made it; from then on these amounts count, whatever becomes of the simulation or the law.
namespace saldo::dossier {

/// What a plan promises on a claim. It stays as it was adopted.
struct Plan_instalment {
    std::string claim; ///< `<creditor>/<claim>`
    Date due;
    Money amount; ///< positive

    friend bool operator==(const Plan_instalment&, const Plan_instalment&) = default;
};

enum class Plan_reply { accepted, refused, counter_offer };

/// What a creditor said to a plan.
struct Plan_answer {
    Date date;
    std::string creditor; ///< id
    Plan_reply reply = Plan_reply::accepted;
    std::optional<Money> amount; ///< that he wants each month instead; positive
    std::string document;        ///< SHA-256 of his letter, or empty
    std::string user;            ///< login name of who took it in

    friend bool operator==(const Plan_answer&, const Plan_answer&) = default;
};

/// From the day after on, a plan promises nothing more.
struct Plan_end {
    Date date;
    std::string reason;
    std::string user; ///< login name

    friend bool operator==(const Plan_end&, const Plan_end&) = default;
};

/// Only answers are added to it, and its end; all else stays as it was adopted.
struct Adopted_plan {
    std::string id;
    std::string name; ///< may be empty
    Date adopted;
    std::string user;    ///< login name
    std::string account; ///< pays the instalments
    std::string pot;     ///< the pot they are paid from, empty = the free part
    std::string terms;   ///< SHA-256 of the text of the plan, 64 hexadecimal digits
    std::vector<Plan_instalment> instalments; ///< at least one
    std::vector<Plan_answer> answers{};       ///< oldest first
    std::optional<Plan_end> ended{};

    friend bool operator==(const Adopted_plan&, const Adopted_plan&) = default;
};

/// After its due date an instalment may come this many days late before the plan is broken.
inline constexpr int plan_grace_days = 5;

/// The instalment counts: its plan did not end before it was due.
[[nodiscard]] inline bool is_promised(const Adopted_plan& plan, const Plan_instalment& instalment) {
    return !plan.ended || instalment.due <= plan.ended->date;
}

} // namespace saldo::dossier
