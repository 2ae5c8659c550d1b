#include "app/undo_movement.hpp"

#include "app/answers.hpp"
#include "app/codes.hpp"
#include "app/explainer.hpp"
#include "app/orders.hpp"
#include "app/position.hpp"
#include "base/invariant.hpp"
#include "reconcile/match.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

using reconcile::Doubt;
using reconcile::Explanation;
using reconcile::Part;
using reconcile::Rule;

class Undo {
public:
    Undo(Desk& desk, Suspense_row row, const std::string& reason)
        : desk_(desk), row_(std::move(row)), reason_(reason),
          decisions_(desk.work(), row_.dossier.id) {}

    Result<Undone> run();

private:
    [[nodiscard]] Result<Done> check(const std::vector<Place>& places) const;
    [[nodiscard]] Result<Done> check_pots(const std::vector<const Entry*>& entries);
    void book_again(const Entry& entry);
    [[nodiscard]] std::vector<Part> parts_of(const Entry& entry);
    void fill_in(Part& part);
    [[nodiscard]] std::optional<Order_row> order_of(const Explanation& explanation) const;
    void wait_again(const Order_row& order);
    void record(const std::vector<Place>& places);
    [[nodiscard]] Findings rules_of_it() const;

    Desk& desk_;
    Suspense_row row_;
    const std::string& reason_;
    Decisions decisions_;
};

Result<Done> Undo::check(const std::vector<Place>& places) const {
    const std::string movement = std::to_string(row_.movement.id.value);
    if (!row_.reason.empty()) {
        return refuse(movement_in_suspense, {{"movement", movement}});
    }
    if (places.empty()) {
        return refuse(movement_is_total, {{"movement", movement}});
    }
    for (const Place& place : places) {
        const Explanation& explanation = place.part.explanation;
        if (!explanation.order && !is_of_order(explanation.rule)) {
            continue;
        }
        const std::optional<Order_row> order = order_of(explanation);
        if (!order || order->state != payments::Line_state::executed) {
            return refuse(order_not_undone, {{"movement", movement}});
        }
    }
    return Done{};
}

/// What the movement brought into a pot must still be there.
Result<Done> Undo::check_pots(const std::vector<const Entry*>& entries) {
    std::map<std::string, Money> pots = pot_balances(desk_.work(), row_.dossier.id);
    const std::string free = reconcile::free_part(row_.account_key);
    for (const Entry* entry : entries) {
        for (const ledger::Posting& posting : entry->draft.postings) {
            const std::string& code = posting.account->code;
            if (posting.account->kind != ledger::Kind::pot || code == free) {
                continue;
            }
            Money& balance = pots.at(code);
            const Money held = balance;
            balance -= posting.amount;
            if (posting.amount.is_positive() && balance.is_negative()) {
                return refuse(pot_is_spent, {{"pot", code},
                                             {"stated", format(posting.amount)},
                                             {"computed", format(held)}});
            }
        }
    }
    return Done{};
}

/// The order that a rule of ours said it is; nothing if the bank or a person said so, or if it is
/// of none.
std::optional<Order_row> Undo::order_of(const Explanation& explanation) const {
    if (explanation.rule != Rule::own_payment) {
        return std::nullopt;
    }
    for (Order_row& order : desk_.work().runs().orders(row_.dossier.id, Date::from_days(0))) {
        if (order.end_to_end_id == explanation.grounds.order) {
            return std::move(order);
        }
    }
    return std::nullopt;
}

/// The bank has not answered the order yet, but that it may have rejected it.
void Undo::wait_again(const Order_row& order) {
    const auto words = last_words(desk_.work(), order.run);
    const auto word = words.find(order.line);
    if (word != words.end() && payments::pain002::is_rejection(word->second)) {
        reject_order(desk_, row_.dossier,
                     {order.line, order.end_to_end_id, order.execution_date, word->second});
        return;
    }
    desk_.work().runs().set_line_state(order.line, payments::Line_state::exported);
    reopen_run(desk_, order.run);
}

/// A part read from a note, with what the note leaves to its movement.
void Undo::fill_in(Part& part) {
    const auto row = desk_.work().statements().find(part.movement);
    invariant(row.has_value(), "a booked movement stays in the book");
    part.amount = row->movement.amount;
    Explanation& explanation = part.explanation;
    if (is_of_order(explanation.rule)) {
        const std::string id = explanation.grounds.order.value_or(row->movement.end_to_end_id);
        for (const Order_row& order :
             desk_.work().runs().orders(row_.dossier.id, Date::from_days(0))) {
            if (order.end_to_end_id == id) {
                explanation.order = order.line;
            }
        }
        invariant(explanation.order.has_value(), "an order that was matched stays in the book");
    } else if (explanation.pot.empty()) {
        explanation.pot = reconcile::free_part(row_.account_key);
    }
}

/// The parts of an entry as they were, besides the one that is undone.
std::vector<Part> Undo::parts_of(const Entry& entry) {
    std::vector<Part> parts = reconcile::parts_from(entry.draft.note);
    if (parts.empty()) {
        parts.push_back({Money::zero(), {}, row_.movement.id});
    }
    for (Part& part : parts) {
        if (part.movement == row_.movement.id) {
            part.explanation = {};
            part.explanation.doubt = Doubt::undone;
        }
        fill_in(part);
    }
    return parts;
}

/// The movement happened, whatever it is for: its entry is made once more, with the part that is
/// undone in suspense.
void Undo::book_again(const Entry& entry) {
    const std::vector<Part> parts = parts_of(entry);
    const std::map<std::string, Money> pots = pot_balances(desk_.work(), row_.dossier.id);
    desk_.post(row_.dossier,
               reconcile::movement_entry(
                   {row_.account_key, entry.draft.date, *entry.draft.movement, entry.draft.origin},
                   parts, desk_.work().journal().chart(row_.dossier.id),
                   [&](const ledger::Account& pot) { return pots.at(pot.code); }));
}

void Undo::record(const std::vector<Place>& places) {
    Params facts{{"movement", std::to_string(row_.movement.id.value)}};
    for (const Place& place : places) {
        facts.push_back(
            {"subject", place.order.empty() ? place.part.explanation.subject : place.order});
    }
    facts.push_back({"reason", reason_});
    desk_.record("movement.undone", row_.dossier.number, std::move(facts));
}

Result<Undone> Undo::run() {
    std::vector<Place> places = decisions_.places(row_.movement);
    if (const auto checked = check(places); !checked) {
        return refuse(checked.error());
    }
    const std::vector<const Entry*> entries = decisions_.deciding(row_.movement);
    if (const auto checked = check_pots(entries); !checked) {
        return refuse(checked.error());
    }
    for (const Entry* entry : entries) {
        desk_.post(row_.dossier, ledger::reversal_of(entry->draft, entry->number, entry->draft.date,
                                                     "undone", reason_));
        if (entry->draft.kind == ledger::Entry_kind::movement) {
            book_again(*entry);
        }
    }
    for (const Place& place : places) {
        if (const auto order = order_of(place.part.explanation)) {
            wait_again(*order);
        }
    }
    desk_.work().statements().add_suspense(row_.movement.id, name(Doubt::undone));
    record(places);
    Findings findings = rules_of_it();
    return Undone{std::move(row_), std::move(places), std::move(findings)};
}

/// The rules that were remembered of the movement and have not ended.
Findings Undo::rules_of_it() const {
    Findings findings;
    for (const Match_rule_row& rule : desk_.work().match_rules().all()) {
        if (rule.movement == row_.movement.id && !rule.end) {
            findings.push_back(
                {rule_goes_on,
                 Severity::warning,
                 {},
                 {{"rule", std::to_string(rule.rule.id.value)}, {"subject", rule.rule.subject}}});
        }
    }
    return findings;
}

} // namespace

Result<Undone> undo_movement(Desk& desk, Movement_id movement, const std::string& reason) {
    return find_movement(desk.work(), movement).and_then([&](Suspense_row row) {
        return Undo(desk, std::move(row), reason).run();
    });
}

} // namespace saldo::app
