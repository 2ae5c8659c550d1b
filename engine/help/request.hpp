#pragma once

#include "base/named.hpp"
#include "base/result.hpp"
#include "calendar/date.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What people ask of the office, and when it must have answered. The words are stored: do not
/// change them.
namespace saldo::help {

/// How a request came.
enum class Channel { desk, phone, letter, email, visit, referral };

inline constexpr std::array channel_names{
    Named{Channel::desk, "desk"},     Named{Channel::phone, "phone"},
    Named{Channel::letter, "letter"}, Named{Channel::email, "email"},
    Named{Channel::visit, "visit"},   Named{Channel::referral, "referral"}};

/// What is asked.
enum class Asked {
    budget_management,
    budget_guidance,
    debt_mediation,
    collective_debt_settlement,
    financial_help,
    rights,
    energy,
    housing,
    information,
    other
};

inline constexpr std::array asked_names{
    Named{Asked::budget_management, "budget_management"},
    Named{Asked::budget_guidance, "budget_guidance"},
    Named{Asked::debt_mediation, "debt_mediation"},
    Named{Asked::collective_debt_settlement, "collective_debt_settlement"},
    Named{Asked::financial_help, "financial_help"},
    Named{Asked::rights, "rights"},
    Named{Asked::energy, "energy"},
    Named{Asked::housing, "housing"},
    Named{Asked::information, "information"},
    Named{Asked::other, "other"}};

enum class Answer_kind {
    appointment,  ///< for the intake
    help_started, ///< a form of help follows
    information,  ///< given at once
    referred,     ///< to another service
    declined,     ///< by the office
    withdrawn     ///< by who asked
};

inline constexpr std::array answer_names{Named{Answer_kind::appointment, "appointment"},
                                         Named{Answer_kind::help_started, "help_started"},
                                         Named{Answer_kind::information, "information"},
                                         Named{Answer_kind::referred, "referred"},
                                         Named{Answer_kind::declined, "declined"},
                                         Named{Answer_kind::withdrawn, "withdrawn"}};

struct Answer {
    Date date;
    Answer_kind kind = Answer_kind::appointment;
    std::string words; ///< may be empty
    std::string user;  ///< login name

    friend bool operator==(const Answer&, const Answer&) = default;
};

/// A household asks for help. Who it is stands here and nowhere else: logs show the number of the
/// request.
struct Request {
    Date received;
    Channel channel = Channel::desk;
    std::vector<Asked> asks; ///< at least one
    std::string dossier;     ///< number, or empty while there is none
    std::string household;   ///< what the office calls it while there is no dossier, or empty
    std::string words;       ///< may be empty
    std::string worker;      ///< login name of who has to answer
    std::optional<Answer> answer{};

    friend bool operator==(const Request&, const Request&) = default;
};

/// A request is answered at the latest at the end of this working day after the day it came.
inline constexpr int answer_working_days = 2;

/// The last day on which an answer is in time. Saturdays, Sundays and public holidays are no
/// working days, and the day on which the request came does not count.
[[nodiscard]] Date answer_by(const Request& request);

enum class Request_state {
    open,    ///< not answered, in time
    overdue, ///< not answered, too late
    answered,
    answered_late
};

inline constexpr std::array request_state_names{
    Named{Request_state::open, "open"}, Named{Request_state::overdue, "overdue"},
    Named{Request_state::answered, "answered"},
    Named{Request_state::answered_late, "answered_late"}};

/// Where it stands at the end of a day: on the last day for an answer it is not overdue.
[[nodiscard]] Request_state state_on(const Request& request, Date on);

/// Refuses help.date_ahead (received after `on`), and help.request_of_nobody (neither a dossier nor
/// a household, or both).
[[nodiscard]] Result<Done> check(const Request& request, Date on);

/// Refuses help.date_ahead (after `on`) and help.answer_too_early (before it was received).
[[nodiscard]] Result<Done> check(const Request& request, const Answer& answer, Date on);

/// The document of a request, and back: the text must come from here.
[[nodiscard]] std::string write_request(const Request& request);
[[nodiscard]] Request read_kept_request(std::string_view json);

} // namespace saldo::help
