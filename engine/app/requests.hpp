#pragma once

#include "app/desk.hpp"
#include "help/request.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Requests for help, each a record of the office.
namespace saldo::app {

/// The kind of their records; keys are `V2026-0001`.
inline constexpr std::string_view request_kind = "request";

struct Request_row {
    std::string key;
    help::Request request;
    help::Request_state state = help::Request_state::open;
    Date answer_by;
};

/// All requests that were known on a day, as they stand on it, in the order in which they came.
[[nodiscard]] std::vector<Request_row> requests_on(Unit_of_work& work, Date on);

/// One of them. Refuses app.request_unknown.
[[nodiscard]] Result<Request_row> request_on(Unit_of_work& work, std::string_view key, Date on);

/// Takes in a request. Without a worker it is for the person at the desk. Refuses
/// app.dossier_unknown and what `help::check` refuses.
[[nodiscard]] Result<Request_row> add_request(Desk& desk, help::Request request);

/// Keeps the answer to a request; its user is the person at the desk. Refuses app.request_unknown,
/// app.request_answered and what `help::check` refuses.
[[nodiscard]] Result<Request_row>
answer_request(Desk& desk, std::string_view key, help::Answer answer);

} // namespace saldo::app
