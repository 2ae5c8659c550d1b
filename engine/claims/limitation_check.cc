#include "claims/limitation_check.hpp"

#include <algorithm>
#include <tuple>

namespace saldo::claims {

namespace {

using law::Debt_part;
using law::Interruption;
using law::Limitation_event;
using law::Limitation_type;

std::optional<Interruption> interruption_of(dossier::Letter_kind kind) {
    switch (kind) {
    case dossier::Letter_kind::acknowledgement:
        return Interruption::acknowledgement;
    case dossier::Letter_kind::counsel_letter:
        return Interruption::letter;
    case dossier::Letter_kind::summons:
        return Interruption::summons;
    case dossier::Letter_kind::command:
        return Interruption::command;
    case dossier::Letter_kind::seizure:
        return Interruption::seizure;
    case dossier::Letter_kind::reminder:
    case dossier::Letter_kind::notice:
    case dossier::Letter_kind::mediation_request:
        break; // none interrupts
    }
    return std::nullopt;
}

/// Of until the day, each once, in an order that no list decides.
std::vector<Limitation_event> events_of(const Checking& checking, std::span<const Date> paid) {
    std::vector<Limitation_event> events;
    for (const dossier::Letter& letter : checking.claim().letters) {
        if (const auto kind = interruption_of(letter.kind)) {
            events.push_back({letter.sent, *kind});
        }
    }
    for (const dossier::Outside_payment& payment : checking.claim().payments) {
        events.push_back({payment.date, Interruption::payment});
    }
    for (const Date day : paid) {
        events.push_back({day, Interruption::payment});
    }
    std::erase_if(events, [&](const Limitation_event& event) { return event.on > checking.on(); });
    const auto key = [](const Limitation_event& event) { return std::tuple(event.on, event.kind); };
    std::ranges::sort(events, {}, key);
    const auto is_same = [&](const Limitation_event& a, const Limitation_event& b) {
        return key(a) == key(b);
    };
    events.erase(std::unique(events.begin(), events.end(), is_same), events.end());
    return events;
}

Limitation_type type_by_origin(const std::string& origin, Debt_part part) {
    const bool is_interest = part == Debt_part::interest;
    if (origin == "energy" || origin == "telecom") {
        return Limitation_type::utilities_telecom;
    }
    if (origin == "rent") {
        return Limitation_type::rent;
    }
    if (origin == "health") {
        return Limitation_type::care;
    }
    if (origin == "tax") {
        return Limitation_type::tax;
    }
    if (origin == "fine") {
        return Limitation_type::traffic_fine;
    }
    if (origin == "consumer_credit") {
        // The cost of a credit falls due with its instalments, as interest does.
        return is_interest || part == Debt_part::costs ? Limitation_type::credit_interest
                                                       : Limitation_type::credit_capital;
    }
    return is_interest ? Limitation_type::periodic_interest : Limitation_type::general;
}

Limitation_type type_of(const Checking& checking, Debt_part part) {
    if (checking.has_judgment()) {
        return part == Debt_part::interest ? Limitation_type::periodic_interest
                                           : Limitation_type::judgment;
    }
    return type_by_origin(checking.claim().origin, part);
}

} // namespace

Result<Done> check_limitation(Checking& checking, std::span<const Date> paid) {
    const std::optional<Date> from =
        checking.has_judgment() ? checking.claim().title->date : checking.claim().due;
    const std::vector<Limitation_event> events = events_of(checking, paid);
    for (const Debt_part part : Checking::order) {
        const Money claimed = checking.asked()[part];
        if (claimed.is_zero()) {
            continue;
        }
        Limitation_row row{.part = part, .type = type_of(checking, part), .claimed = claimed};
        if (!from) {
            row.basis.missing.push_back(Fact::due);
            checking.add(std::move(row));
            continue;
        }
        auto answer = law::limitation(checking.figures(), {row.type, *from, events, checking.on()});
        if (answer) {
            std::erase_if(answer->findings, [](const Finding& finding) {
                return finding.code == law::possibly_barred; // the row says so
            });
        }
        const auto limitation = checking.ask(std::move(answer), row.basis);
        if (!limitation) {
            return refuse(limitation.error());
        }
        if (*limitation) {
            stand_on(row.basis, "lim." + std::string(name_in(law::limitation_type_names, row.type)),
                     (*limitation)->article);
            use(row.basis, Fact::term_begins, (*limitation)->terms.back().starts);
            row.possibly_since = (*limitation)->possibly_since;
            row.possibly_barred = (*limitation)->possibly_barred;
        }
        checking.add(std::move(row));
    }
    return Done{};
}

} // namespace saldo::claims
