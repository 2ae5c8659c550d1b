#include "help/request.hpp"

#include "help/codes.hpp"
#include "help/json.hpp"
#include "law/working_days.hpp"

namespace saldo::help {

namespace {

template <class Enum, std::size_t count>
Enum word_at(const Json& json, const std::array<Named<Enum>, count>& names) {
    const auto value = value_in(names, json.get_ref<const std::string&>());
    invariant(value.has_value(), "a word in the book is known");
    return *value;
}

Json written(const Answer& answer) {
    Json json{{"date", calendar::format(answer.date)},
              {"kind", name_in(answer_names, answer.kind)}};
    put(json, "words", answer.words);
    json["user"] = answer.user;
    return json;
}

} // namespace

Date answer_by(const Request& request) {
    return law::nth_working_day_after(request.received, answer_working_days, false);
}

Request_state state_on(const Request& request, Date on) {
    const Date last = answer_by(request);
    if (request.answer && request.answer->date <= on) {
        return request.answer->date <= last ? Request_state::answered
                                            : Request_state::answered_late;
    }
    return on <= last ? Request_state::open : Request_state::overdue;
}

Result<Done> check(const Request& request, Date on) {
    if (request.received > on) {
        return refuse(date_ahead, {{"stated", calendar::format(request.received)},
                                   {"on", calendar::format(on)}});
    }
    if (request.dossier.empty() == request.household.empty()) {
        return refuse(request_of_nobody);
    }
    return Done();
}

Result<Done> check(const Request& request, const Answer& answer, Date on) {
    if (answer.date > on) {
        return refuse(date_ahead,
                      {{"stated", calendar::format(answer.date)}, {"on", calendar::format(on)}});
    }
    if (answer.date < request.received) {
        return refuse(answer_too_early, {{"stated", calendar::format(answer.date)},
                                         {"received", calendar::format(request.received)}});
    }
    return Done();
}

std::string write_request(const Request& request) {
    Json json{{"received", calendar::format(request.received)},
              {"channel", name_in(channel_names, request.channel)},
              {"asks", Json::array()}};
    for (const Asked asked : request.asks) {
        json["asks"].push_back(name_in(asked_names, asked));
    }
    put(json, "dossier", request.dossier);
    put(json, "household", request.household);
    put(json, "words", request.words);
    json["worker"] = request.worker;
    if (request.answer) {
        json["answer"] = written(*request.answer);
    }
    return text_of(json);
}

Request read_kept_request(std::string_view text) {
    const Json json = Json::parse(text);
    Request request{.received = kept_value<Date>(json, "received"),
                    .channel = word_at(json.at("channel"), channel_names),
                    .asks = {},
                    .dossier = text_in(json, "dossier"),
                    .household = text_in(json, "household"),
                    .words = text_in(json, "words"),
                    .worker = text_in(json, "worker")};
    for (const Json& asked : json.at("asks")) {
        request.asks.push_back(word_at(asked, asked_names));
    }
    if (const auto answer = json.find("answer"); answer != json.end()) {
        request.answer =
            Answer{kept_value<Date>(*answer, "date"), word_at(answer->at("kind"), answer_names),
                   text_in(*answer, "words"), text_in(*answer, "user")};
    }
    return request;
}

} // namespace saldo::help
