#include "store/events.hpp"

#include "store/columns.hpp"
#include "store/rows.hpp"

#include <nlohmann/json.hpp>

namespace saldo::store {

namespace {

/// A list of [name, value] pairs, so that the order that was hashed is kept.
std::string text_of(const Params& facts) {
    nlohmann::json list = nlohmann::json::array();
    for (const Param& fact : facts) {
        list.push_back({fact.name, fact.value});
    }
    return list.dump();
}

Params facts_of(const std::string& text) {
    const auto list = nlohmann::json::parse(text, nullptr, false);
    Params facts;
    if (!list.is_array()) {
        throw Damaged("unreadable facts of an event in the book");
    }
    for (const auto& pair : list) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string()) {
            throw Damaged("unreadable facts of an event in the book");
        }
        facts.push_back({pair[0].get<std::string>(), pair[1].get<std::string>()});
    }
    return facts;
}

} // namespace

Stored_events::Stored_events(Session& session)
    : session_(session),
      events_(session,
              "INSERT INTO event (number, as_of, user, kind, dossier, facts, digest) "
              "VALUES (:number, :as_of, :user, :kind, :dossier, :facts, :digest)") {}

void Stored_events::append(const audit::Event& event) {
    const auto number = static_cast<long long>(event.number);
    events_(number, column(event.as_of), event.user, event.kind, event.dossier,
            text_of(event.facts), to_hex(event.digest));
    head_ = {event.number, event.digest};
}

audit::Event_head Stored_events::head() {
    if (head_) {
        return *head_;
    }
    audit::Event_head head;
    each_row<long long, std::string>(
        session_, "SELECT number, digest FROM event ORDER BY number DESC LIMIT 1",
        [&](long long number, const std::string& digest) {
            head = {unsigned_of<std::uint64_t>(number), digest_of(digest)};
        });
    head_ = head;
    return head;
}

template <class... Arguments>
void Stored_events::each_where(const std::string& where,
                               const std::function<void(const audit::Event&)>& visit,
                               const Arguments&... arguments) {
    each_row<long long, std::string, std::string, std::string, std::string, std::string,
             std::string>(
        session_,
        "SELECT number, as_of, user, kind, dossier, facts, digest FROM event " + where +
            "ORDER BY number",
        [&](long long number, const std::string& as_of, std::string& user, std::string& kind,
            std::string& dossier, const std::string& facts, const std::string& digest) {
            visit({unsigned_of<std::uint64_t>(number), date_of(as_of), std::move(user),
                   std::move(kind), std::move(dossier), facts_of(facts), digest_of(digest)});
        },
        arguments...);
}

void Stored_events::each(const std::function<void(const audit::Event&)>& visit) {
    each_where("", visit);
}

void Stored_events::each_of(std::string_view kind,
                            const std::function<void(const audit::Event&)>& visit) {
    each_where("WHERE kind = :kind ", visit, std::string(kind));
}

} // namespace saldo::store
