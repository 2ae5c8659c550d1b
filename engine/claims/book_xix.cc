#include "claims/book_xix.hpp"

#include "claims/codes.hpp"
#include "law/consumer_penalty.hpp"

#include <algorithm>
#include <tuple>

namespace saldo::claims {

namespace {

using dossier::Letter;
using dossier::Sent_as;
using law::Sent_by;

constexpr std::string_view begin_key = "xix.penalty.t1";
constexpr std::string_view old_contracts_key = "xix.applies_old_contracts_from";

std::vector<Sent_by> ways_of(const Letter& letter) {
    if (letter.way == Sent_as::electronic) {
        return {Sent_by::electronic};
    }
    if (letter.way == Sent_as::post || letter.way == Sent_as::registered) {
        return {Sent_by::post};
    }
    return {Sent_by::electronic, Sent_by::post};
}

/// Of the calculator only what concerns the day is said: the penalty is another question.
void say_of_days(Checking& checking, const Findings& findings) {
    Findings said;
    std::ranges::copy_if(findings, std::back_inserter(said), [](const Finding& finding) {
        return finding.code == law::saturday_in_doubt || finding.code == law::unverified;
    });
    checking.say(said);
}

/// The figures of the days of a reminder.
void stand_on_waiting(const Letter& reminder, Basis& basis) {
    constexpr std::string_view article = "WER art. XIX.2";
    stand_on(basis, "xix.wait_days", article);
    for (const Sent_by way : ways_of(reminder)) {
        stand_on(basis, way == Sent_by::post ? "xix.wait_start_post" : "xix.wait_start_electronic",
                 article);
    }
}

Result<std::optional<Date>>
first_day(Checking& checking, const Letter& reminder, Sent_by way, Date asked, Basis& basis) {
    auto answer =
        law::consumer_penalty(checking.figures(), {.balance = Money::cents(1),
                                                   .on = asked,
                                                   .contract = checking.contract().date,
                                                   .reminder = law::Reminder{reminder.sent, way}});
    if (!answer) {
        return checking.ask(std::move(answer), basis).map([](const auto&) {
            return std::optional<Date>();
        });
    }
    say_of_days(checking, answer->findings);
    return answer->asked_from;
}

} // namespace

Book_xix book_xix_on(Checking& checking, Date asked, Basis& basis) {
    const law::Figures& figures = checking.figures();
    const law::Figure* begin = figures.find(begin_key, asked);
    const law::Figure* old_contracts = figures.find(old_contracts_key, asked);
    const std::optional<Date> contract = checking.contract().date;
    if (contract) {
        use(basis, Fact::contract_date, *contract);
    }
    if (begin == nullptr) {
        return Book_xix::not_yet;
    }
    if (contract && *contract >= begin->in_force.from()) {
        return Book_xix::holds;
    }
    if (old_contracts == nullptr) {
        return contract ? Book_xix::not_yet : Book_xix::contract_date_missing;
    }
    const Date since = old_contracts->in_force.from();
    const std::optional<Date> due = checking.claim().due;
    if (due) {
        use(basis, Fact::due, *due);
    }
    if (!due || *due < since) {
        checking.say({{old_contract,
                       Severity::warning,
                       {},
                       {{"from", calendar::format(begin->in_force.from())},
                        {"since", calendar::format(since)}}}});
    }
    return Book_xix::holds;
}

const Letter* first_reminder(const Checking& checking) {
    const Letter* first = nullptr;
    for (const Letter& letter : checking.claim().letters) {
        const bool counts =
            letter.kind == dossier::Letter_kind::reminder && letter.sent <= checking.on();
        if (counts && (first == nullptr ||
                       std::tie(letter.sent, letter.way) < std::tie(first->sent, first->way))) {
            first = &letter;
        }
    }
    return first;
}

Result<std::optional<Asking_days>>
asking_days(Checking& checking, const Letter& reminder, Date asked, Basis& basis) {
    std::optional<Asking_days> days;
    for (const Sent_by way : ways_of(reminder)) {
        const auto day = first_day(checking, reminder, way, asked, basis);
        if (!day) {
            return refuse(day.error());
        }
        if (!*day) {
            return std::optional<Asking_days>();
        }
        if (!days) {
            days = Asking_days{reminder.sent, **day, **day};
        }
        days->soonest = std::min(days->soonest, **day);
        days->latest = std::max(days->latest, **day);
    }
    return days;
}

Result<Asking> asking(Checking& checking, Date asked, Basis& basis) {
    const Letter* reminder = first_reminder(checking);
    if (reminder == nullptr) {
        basis.article = "WER art. XIX.2";
        basis.missing.push_back(Fact::first_reminder);
        return Asking{Ground::no_first_reminder, {}};
    }
    use(basis, Fact::first_reminder, reminder->sent);
    const auto days = asking_days(checking, *reminder, asked, basis);
    if (!days) {
        return refuse(days.error());
    }
    if (!*days) {
        return Asking{};
    }
    stand_on_waiting(*reminder, basis);
    use(basis, Fact::asked_from, (*days)->soonest);
    use(basis, Fact::asked_on, asked);
    if (asked < (*days)->soonest) {
        basis.article = "WER art. XIX.2";
        return Asking{Ground::reminder_runs, *days};
    }
    if (asked < (*days)->latest) {
        basis.missing.push_back(Fact::reminder_way);
    }
    return Asking{{}, *days};
}

} // namespace saldo::claims
