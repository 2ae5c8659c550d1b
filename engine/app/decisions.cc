#include "app/decisions.hpp"

#include "app/codes.hpp"
#include "app/explainer.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

using ledger::Entry_kind;
using ledger::Kind;
using reconcile::Rule;

/// The posting that says where the money of a movement belongs. Only an entry of one part has one.
const ledger::Posting* counter_posting(const ledger::Draft& draft) {
    const auto is_counter = [](const ledger::Posting& posting) {
        const Kind kind = posting.account->kind;
        return kind == Kind::income || kind == Kind::expense || kind == Kind::living_money ||
               kind == Kind::debt || kind == Kind::transfer;
    };
    const auto found = std::ranges::find_if(draft.postings, is_counter);
    return found == draft.postings.end() ? nullptr : &*found;
}

/// The place that an entry of one part gives to an amount.
Place place_in(const Entry& entry, Movement_id movement, Money amount) {
    const ledger::Draft& draft = entry.draft;
    Place place{entry.number, {amount, {}, movement}, entry.actor.user, {}, {}, {}};
    reconcile::Explanation& explanation = place.part.explanation;
    explanation.rule = reconcile::rule_from(draft.reason).value_or(Rule::suspense);
    explanation.order = draft.run_line;
    if (explanation.rule == Rule::suspense) {
        explanation.doubt =
            reconcile::doubt_from(draft.note).value_or(reconcile::Doubt::nothing_fits);
        return place;
    }
    if (const ledger::Posting* counter = counter_posting(draft)) {
        explanation.subject = counter->account->code;
        explanation.due = counter->due;
    }
    if (explanation.rule == Rule::by_hand) {
        place.note = draft.note;
    } else {
        explanation.grounds = reconcile::grounds_from(draft.note);
    }
    return place;
}

/// What an entry posts on the bank account, or took out of suspense: signed as the bank has it.
Money posted(const ledger::Draft& draft, Kind kind) {
    const auto found = std::ranges::find_if(draft.postings, [&](const ledger::Posting& posting) {
        return posting.account->kind == kind;
    });
    return found == draft.postings.end() ? Money::zero() : found->amount;
}

/// Orders are named by their EndToEndId.
void name_orders(Unit_of_work& work, Movement_story& story) {
    const auto is_order = [](const Place& place) {
        return place.part.explanation.order.has_value();
    };
    if (std::ranges::none_of(story.places, is_order)) {
        return;
    }
    for (const Order_row& order : work.runs().orders(story.row.dossier.id, Date::from_days(0))) {
        for (Place& place : story.places) {
            if (place.part.explanation.order == order.line) {
                place.order = order.end_to_end_id;
            }
        }
    }
}

/// What each rule used, with the conditions of the rules of people.
void tell_facts(Unit_of_work& work, Movement_story& story) {
    const reconcile::Facts facts = facts_of(story.row.movement, story.row.account_key);
    for (Place& place : story.places) {
        const reconcile::Explanation& explanation = place.part.explanation;
        place.facts = facts_used(facts, explanation.rule, explanation.grounds);
        if (!explanation.grounds.rule) {
            continue;
        }
        for (const Match_rule_row& row : work.match_rules().all()) {
            if (row.rule.id == *explanation.grounds.rule) {
                const Params conditions = told(row.rule);
                place.facts.insert(place.facts.end(), conditions.begin(), conditions.end());
            }
        }
    }
}

} // namespace

Decisions::Decisions(Unit_of_work& work, Dossier_id dossier) {
    work.journal().each_entry(dossier, [&](const Entry& entry) { take(entry); });
}

Decisions::Decisions(Unit_of_work& work, Dossier_id dossier, Date since) {
    work.journal().each_entry(dossier, since, [&](const Entry& entry) { take(entry); });
}

void Decisions::take(const Entry& entry) {
    if (entry.draft.movement) {
        entries_[*entry.draft.movement].push_back(entry);
    }
    if (entry.draft.reverses != 0) {
        reversed_.insert(entry.draft.reverses);
    }
}

/// The entry in force that booked it, or the total it belongs to.
const Entry* Decisions::booking(const Movement_row& movement) const {
    const auto found = entries_.find(movement.total.value_or(movement.id));
    if (found == entries_.end()) {
        return nullptr;
    }
    for (const Entry& entry : found->second) {
        if (entry.draft.kind == Entry_kind::movement && !reversed_.contains(entry.number)) {
            return &entry;
        }
    }
    return nullptr;
}

std::vector<const Entry*> Decisions::deciding(const Movement_row& movement) const {
    std::vector<const Entry*> deciding;
    if (const auto found = entries_.find(movement.id); found != entries_.end()) {
        for (const Entry& entry : found->second) {
            if (entry.draft.kind == Entry_kind::explanation && !reversed_.contains(entry.number)) {
                deciding.push_back(&entry);
            }
        }
    }
    if (const Entry* booked = booking(movement); booked != nullptr && deciding.empty()) {
        deciding.push_back(booked);
    }
    return deciding;
}

std::vector<Place> Decisions::places(const Movement_row& movement) const {
    std::vector<Place> places;
    for (const Entry* entry : deciding(movement)) {
        const ledger::Draft& draft = entry->draft;
        if (draft.kind == Entry_kind::explanation) {
            places.push_back(place_in(*entry, movement.id, posted(draft, Kind::suspense)));
            continue;
        }
        std::vector<reconcile::Part> parts = reconcile::parts_from(draft.note);
        const auto part = std::ranges::find(parts, movement.id, &reconcile::Part::movement);
        if (part != parts.end()) {
            part->amount = movement.amount;
            places.push_back({entry->number, std::move(*part), entry->actor.user, {}, {}, {}});
        } else if (parts.empty() &&
                   (!movement.total || movement.amount == posted(draft, Kind::bank))) {
            places.push_back(place_in(*entry, movement.id, movement.amount));
        }
    }
    for (Place& place : places) {
        place.order = place.part.explanation.grounds.order.value_or("");
    }
    return places;
}

std::vector<const Entry*> Decisions::entries(const Movement_row& movement) const {
    std::vector<const Entry*> all;
    const auto add = [&](Movement_id id) {
        if (const auto found = entries_.find(id); found != entries_.end()) {
            for (const Entry& entry : found->second) {
                all.push_back(&entry);
            }
        }
    };
    add(movement.id);
    if (movement.total) {
        add(*movement.total);
    }
    std::ranges::sort(all, {}, [](const Entry* entry) { return entry->number; });
    return all;
}

Result<Suspense_row> find_movement(Unit_of_work& work, Movement_id movement) {
    auto row = work.statements().find(movement);
    if (!row) {
        return refuse(movement_unknown, {{"movement", std::to_string(movement.value)}});
    }
    return *std::move(row);
}

Result<Movement_story> tell_movement(Unit_of_work& work, Movement_id movement) {
    return find_movement(work, movement).map([&](Suspense_row row) {
        const Decisions decisions(work, row.dossier.id);
        Movement_story story{std::move(row), {}, {}};
        story.places = decisions.places(story.row.movement);
        for (const Entry* entry : decisions.entries(story.row.movement)) {
            story.entries.push_back(*entry);
        }
        name_orders(work, story);
        tell_facts(work, story);
        return story;
    });
}

} // namespace saldo::app
