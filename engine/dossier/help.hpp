#pragma once

#include "calendar/range.hpp"

#include <optional>
#include <string>
#include <vector>

/// The forms of help a household has or had, each on a decision, and how the help ended.
namespace saldo::dossier {

enum class Mandate_kind {
    budget_management,
    budget_guidance,
    debt_mediation,             ///< amicable: WER VII.115
    collective_debt_settlement, ///< Ger.W. 1675/2 and further
    administrative_help,        ///< single acts such as a monthly rent deduction: no form of help
    advice                      ///< once, or on the law alone: no form of help
};

/// Who mediates between the household and its creditors.
enum class Mediator {
    office,
    other,           ///< another institution or a court mandatary; the office manages the budget
    followed_private ///< a private mediator, whom the office follows for the household
};

/// A paper and the day on which it was signed.
struct Signed {
    Date date;
    std::string document; ///< SHA-256, 64 hexadecimal digits

    friend bool operator==(const Signed&, const Signed&) = default;
};

/// Why a form of help stops.
enum class Help_stop {
    client_request, ///< at any time
    goals_met,
    moved,        ///< to where another office helps
    csr_admitted, ///< the money goes to the mediator
    no_cooperation,
    death,
    guardianship, ///< an administrator was appointed
    other_form,   ///< another form of help follows
    other
};

struct Mandate_end {
    Date date; ///< last day
    Help_stop reason = Help_stop::client_request;
    std::string note; ///< may be empty
    std::string user; ///< login name

    friend bool operator==(const Mandate_end&, const Mandate_end&) = default;
};

/// A decision that lets the office act, with its period.
struct Mandate {
    Mandate_kind kind = Mandate_kind::budget_management;
    std::string decision; ///< reference of the committee's decision
    Date decided;
    calendar::Date_range period;
    Mediator mediator = Mediator::office; ///< of mediation and settlement
    std::optional<Signed> agreement{};    ///< between the household and the office
    std::optional<Signed> proxy{};        ///< on the bank account
    std::optional<Date> proxy_ended{};    ///< last day of the proxy
    std::optional<Mandate_end> ended{};   ///< its day is the last of the period

    friend bool operator==(const Mandate&, const Mandate&) = default;
};

/// The office has the proxy that the mandate gives on that day.
[[nodiscard]] inline bool has_proxy(const Mandate& mandate, Date on) {
    return mandate.proxy && mandate.proxy->date <= on &&
           (!mandate.proxy_ended || *mandate.proxy_ended >= on);
}

/// A step of the closing list that was done.
struct Closing_step {
    std::string step; ///< key in the closing list of the office
    Date date;
    std::string document; ///< SHA-256, or empty
    std::string user;     ///< login name

    friend bool operator==(const Closing_step&, const Closing_step&) = default;
};

enum class Aftercare_outcome { stable, relapse, not_reached };

/// What was found when the household was asked again after the help had ended.
struct Aftercare_check {
    Date date;
    Aftercare_outcome outcome = Aftercare_outcome::stable;
    std::string note; ///< may be empty
    std::string user; ///< login name

    friend bool operator==(const Aftercare_check&, const Aftercare_check&) = default;
};

/// The dossier goes on at another office, which gets it as a file.
struct Office_transfer {
    std::string office;                ///< name of the other office
    std::string content;               ///< SHA-256 of what it gets, 64 hexadecimal digits
    std::optional<Signed> handed_over; ///< by this office
    std::optional<Signed> taken_over;  ///< by the other

    friend bool operator==(const Office_transfer&, const Office_transfer&) = default;
};

/// The help ends, or has ended. Only what comes later is added to it.
struct Closing {
    Date decided;
    Help_stop reason = Help_stop::goals_met;
    std::string note; ///< may be empty
    std::string user; ///< login name
    std::vector<Closing_step> steps{};
    std::optional<Date> aftercare{}; ///< the day on which the household is asked again
    std::vector<Aftercare_check> checks{};
    std::optional<Office_transfer> transfer{};

    friend bool operator==(const Closing&, const Closing&) = default;
};

} // namespace saldo::dossier
