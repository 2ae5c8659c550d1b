#include "app/requests.hpp"

#include "app/codes.hpp"
#include "app/position.hpp"
#include "app/records.hpp"

namespace saldo::app {

namespace {

Request_row request_row(std::string key, help::Request request, Date on) {
    const help::Request_state state = help::state_on(request, on);
    const Date answer_by = help::answer_by(request);
    return {std::move(key), std::move(request), state, answer_by};
}

/// Keeps a request as the next version of its record.
Result<Request_row> keep_request(Desk& desk, std::string key, help::Request request) {
    std::optional<Dossier_row> dossier;
    if (!request.dossier.empty()) {
        const auto found = find_dossier(desk.work(), request.dossier);
        if (!found) {
            return refuse(found.error());
        }
        dossier = *found;
    }
    keep_record(desk, request_kind, key, help::write_request(request), dossier);
    return request_row(std::move(key), std::move(request), desk.actor().as_of);
}

} // namespace

std::vector<Request_row> requests_on(Unit_of_work& work, Date on) {
    std::vector<Request_row> rows;
    for (const Record_row& record : records_on(work, request_kind, on)) {
        rows.push_back(request_row(record.key, help::read_kept_request(record.text), on));
    }
    return rows;
}

Result<Request_row> request_on(Unit_of_work& work, std::string_view key, Date on) {
    const auto record = record_on(work, request_kind, key, on);
    if (!record) {
        return refuse(request_unknown, {{"request", std::string(key)}});
    }
    return request_row(record->key, help::read_kept_request(record->text), on);
}

Result<Request_row> add_request(Desk& desk, help::Request request) {
    if (const auto checked = help::check(request, desk.actor().as_of); !checked) {
        return refuse(checked.error());
    }
    if (request.worker.empty()) {
        request.worker = desk.actor().user;
    }
    return keep_request(desk, next_record_key(desk, request_kind, "V"), std::move(request));
}

Result<Request_row> answer_request(Desk& desk, std::string_view key, help::Answer answer) {
    auto row = request_on(desk.work(), key, desk.actor().as_of);
    if (!row) {
        return row;
    }
    if (row->request.answer) {
        return refuse(request_answered,
                      {{"request", row->key}, {"answered", format(row->request.answer->date)}});
    }
    if (const auto checked = help::check(row->request, answer, desk.actor().as_of); !checked) {
        return refuse(checked.error());
    }
    answer.user = desk.actor().user;
    row->request.answer = std::move(answer);
    return keep_request(desk, std::move(row->key), std::move(row->request));
}

} // namespace saldo::app
