#include "law/limitation.hpp"

#include "calendar/rhythm.hpp"
#include "law/codes.hpp"
#include "law/taken.hpp"

#include <algorithm>

namespace saldo::law {

namespace {

constexpr std::int32_t months_of_letter = 12;

Date after_months(Date day, std::int32_t months) {
    return calendar::due(day, calendar::Rhythm::monthly, months);
}

/// The day after which the term runs.
Date begin_of(Limitation_type type, Date from) {
    if (type == Limitation_type::care) {
        const int last = calendar::days_in_month(from.year(), from.month());
        return *Date::of(from.year(), from.month(), last);
    }
    if (type == Limitation_type::trader_goods) {
        return *Date::of(from.year(), 12, 31);
    }
    return from;
}

/// Lays events on a term, one by one in order of date.
class Terms {
public:
    explicit Terms(Limitation& answer) : answer_(answer) {}

    void begin(Date starts) { add(std::nullopt, starts, after_months(starts, answer_.months)); }

    void take(const Limitation_event& event) {
        const Date last = answer_.terms.back().last;
        if (event.on > last) {
            say(event_too_late, event, {{"last", calendar::format(last)}});
        } else if (event.on < answer_.terms.front().starts) {
            say(event_too_early, event, {{"from", calendar::format(answer_.terms.front().starts)}});
        } else if (event.kind == Interruption::letter) {
            take_letter(event, last);
        } else {
            add(event.kind, event.on, after_months(event.on, answer_.months));
        }
    }

private:
    void take_letter(const Limitation_event& event, Date last) {
        if (letter_taken_) {
            say(letter_counts_once, event, {});
            return;
        }
        letter_taken_ = true;
        say(letter_not_verified, event, {});
        add(event.kind, event.on, std::max(last, after_months(event.on, months_of_letter)));
    }

    void add(std::optional<Interruption> by, Date starts, Date last) {
        answer_.terms.push_back({by, starts, last});
    }

    void say(Code code, const Limitation_event& event, Params params) {
        params.push_back({"on", calendar::format(event.on)});
        answer_.findings.push_back({code, Severity::warning, {}, std::move(params)});
    }

    Limitation& answer_;
    bool letter_taken_ = false;
};

} // namespace

Result<Limitation> limitation(const Figures& figures, const Limitation_request& request) {
    const Date begin = begin_of(request.type, request.from);
    Taken taken(figures, begin);
    const std::string key = "lim." + std::string(name_in(limitation_type_names, request.type));
    const std::int32_t months = taken.count(key);
    const Figure* row = taken.row(key);
    if (row == nullptr) {
        return refuse(*taken.missing());
    }
    Limitation answer{months, row->article, {}, begin, false, taken.findings()};
    Terms terms(answer);
    terms.begin(begin);
    std::vector<Limitation_event> events = request.events;
    std::ranges::stable_sort(events, {}, &Limitation_event::on);
    for (const Limitation_event& event : events) {
        terms.take(event);
    }
    answer.possibly_since = answer.terms.back().last.plus_days(1);
    answer.possibly_barred = request.on >= answer.possibly_since;
    if (answer.possibly_barred) {
        answer.findings.push_back({possibly_barred,
                                   Severity::info,
                                   {},
                                   {{"since", calendar::format(answer.possibly_since)}}});
        if (figures.find("lim.court_may_raise_consumer", request.on) != nullptr) {
            answer.findings.push_back({court_may_raise, Severity::info, {}, {}});
        }
    }
    return answer;
}

} // namespace saldo::law
