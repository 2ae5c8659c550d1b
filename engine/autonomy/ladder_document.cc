#include "autonomy/ladder_document.hpp"

#include "autonomy/codes.hpp"
#include "autonomy/names.hpp"
#include "dossier/check_form.hpp"
#include "dossier/names.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <set>

namespace saldo::autonomy {

namespace {

using Json = nlohmann::ordered_json;

const dossier::Form& ladder_form() {
    static const dossier::Form form(ladder_schema_text());
    return form;
}

std::string text_of(const Json& json, const char* key) {
    return json.at(key).get<std::string>();
}

int number_of(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found == json.end() ? 0 : std::stoi(found->get<std::string>());
}

std::vector<std::string> texts_of(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found == json.end() ? std::vector<std::string>()
                               : found->get<std::vector<std::string>>();
}

/// The schema knows the words.
template <class Enum, std::size_t count>
Enum word_of(const Json& json, const char* key, const std::array<Named<Enum>, count>& words) {
    const auto value = value_in(words, text_of(json, key));
    invariant(value.has_value(), "a ladder that follows its schema has its words");
    return *value;
}

std::vector<dossier::Priority> priorities_of(const Json& json) {
    std::vector<dossier::Priority> priorities;
    for (const std::string& word : texts_of(json, "priorities")) {
        priorities.push_back(*dossier::from_name<dossier::Priority>(word));
    }
    return priorities;
}

Rung rung_of(const Json& json) {
    Rung rung{.number = number_of(json, "rung"),
              .name = text_of(json, "name"),
              .form = word_of(json, "form", form_names),
              .proxy = text_of(json, "proxy") == "yes",
              .living_money = word_of(json, "living_money", living_names),
              .tasks = {},
              .entry = {},
              .review_months = number_of(json, "review_months"),
              .triggers = texts_of(json, "triggers"),
              .fallback = number_of(json, "fallback"),
              .events = {},
              .letters = texts_of(json, "letters")};
    for (const Json& share : json.at("tasks")) {
        rung.tasks.push_back({text_of(share, "task"), word_of(share, "decides", doer_names),
                              word_of(share, "prepares", doer_names),
                              word_of(share, "pays", doer_names)});
    }
    for (const Json& each : json.at("entry")) {
        rung.entry.push_back({word_of(each, "criterion", criterion_names),
                              number_of(each, "months"), number_of(each, "at_least")});
    }
    for (const auto& event : event_names) {
        rung.events.push_back(
            {event.value, word_of(json.at("events"), event.name.data(), verdict_names)});
    }
    return rung;
}

Ladder ladder_of(const Json& json) {
    Ladder ladder{.name = text_of(json, "name"),
                  .crisis_review_weeks = number_of(json, "crisis_review_weeks"),
                  .tasks = {},
                  .triggers = {},
                  .letters = {},
                  .rungs = {}};
    for (const Json& task : json.at("tasks")) {
        ladder.tasks.push_back({text_of(task, "task"), text_of(task, "name"),
                                texts_of(task, "categories"), priorities_of(task)});
    }
    for (const Json& trigger : json.at("triggers")) {
        ladder.triggers.push_back({text_of(trigger, "trigger"), text_of(trigger, "name"),
                                   text_of(trigger, "signal"), priorities_of(trigger)});
    }
    for (const Json& letter : json.at("letters")) {
        ladder.letters.push_back({text_of(letter, "letter"), text_of(letter, "name"),
                                  word_of(letter, "occasion", occasion_names),
                                  word_of(letter, "to", addressee_names)});
    }
    for (const Json& rung : json.at("rungs")) {
        ladder.rungs.push_back(rung_of(rung));
    }
    return ladder;
}

/// What a ladder says that cannot be.
class Ladder_checker {
public:
    explicit Ladder_checker(const Ladder& ladder) : ladder_(ladder) {}

    Findings run() {
        check_tasks();
        check_keys(ladder_.triggers, "/triggers", triggers_);
        check_keys(ladder_.letters, "/letters", letters_);
        for (std::size_t i = 0; i < ladder_.rungs.size(); ++i) {
            check_rung(ladder_.rungs[i], static_cast<int>(i), fmt::format("/rungs/{}", i));
        }
        return std::move(findings_);
    }

private:
    using Keys = std::set<std::string>;

    void once(Keys& known, const std::string& key, std::string place) {
        if (!known.insert(key).second) {
            add(said_twice, std::move(place), {{"stated", key}});
        }
    }

    template <class List> void check_keys(const List& list, const char* name, Keys& known) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            once(known, list[i].key, fmt::format("{}/{}", name, i));
        }
    }

    void check_tasks() {
        check_keys(ladder_.tasks, "/tasks", tasks_);
        Keys categories;
        Keys priorities;
        for (std::size_t i = 0; i < ladder_.tasks.size(); ++i) {
            const std::string place = fmt::format("/tasks/{}", i);
            for (const std::string& category : ladder_.tasks[i].categories) {
                once(categories, category, place + "/categories");
            }
            for (const dossier::Priority priority : ladder_.tasks[i].priorities) {
                once(priorities, std::string(dossier::name(priority)), place + "/priorities");
            }
        }
    }

    void check_rung(const Rung& rung, int place_in_order, const std::string& place) {
        if (rung.number != place_in_order) {
            add(rung_out_of_order, place + "/rung",
                {{"stated", std::to_string(rung.number)},
                 {"computed", std::to_string(place_in_order)}});
        }
        if (rung.fallback > rung.number) {
            add(fallback_higher, place + "/fallback", {{"stated", std::to_string(rung.fallback)}});
        }
        Keys shared;
        for (const Task_share& share : rung.tasks) {
            known(tasks_, share.task, place + "/tasks");
            once(shared, share.task, place + "/tasks");
        }
        for (const std::string& task : tasks_) {
            if (!shared.contains(task)) {
                add(task_missing, place + "/tasks", {{"task", task}});
            }
        }
        for (const std::string& trigger : rung.triggers) {
            known(triggers_, trigger, place + "/triggers");
        }
        for (const std::string& letter : rung.letters) {
            known(letters_, letter, place + "/letters");
        }
    }

    void known(const Keys& keys, const std::string& key, std::string place) {
        if (!keys.contains(key)) {
            add(key_unknown, std::move(place), {{"stated", key}});
        }
    }

    void add(Code code, std::string place, Params params) {
        findings_.push_back({code, Severity::error, {{}, 0, std::move(place)}, std::move(params)});
    }

    const Ladder& ladder_;
    Keys tasks_;
    Keys triggers_;
    Keys letters_;
    Findings findings_;
};

} // namespace

Result<Ladder> read_ladder(std::string_view json) {
    if (const auto checked = dossier::check_form(json, ladder_form()); !checked) {
        return refuse(checked.error());
    }
    Ladder ladder = ladder_of(Json::parse(json));
    Findings findings = Ladder_checker(ladder).run();
    return findings.empty() ? Result<Ladder>(std::move(ladder))
                            : refuse(Refusal(std::move(findings)));
}

} // namespace saldo::autonomy
