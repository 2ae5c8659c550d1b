#include "app/sent_back.hpp"

#include "app/explainer.hpp"
#include "party/account_number.hpp"
#include "reconcile/match.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

namespace saldo::app {

namespace {

constexpr int claim_back_days = 396; ///< 13 months

/// How surely the two are about the same payment: 0 not at all, 3 by its EndToEndId.
int likeness(const reconcile::Facts& back, const reconcile::Facts& original) {
    if (reconcile::names_payment(back.end_to_end_id) &&
        back.end_to_end_id == original.end_to_end_id) {
        return 3;
    }
    if (!back.mandate_id.empty() && back.mandate_id == original.mandate_id) {
        return 2;
    }
    const std::string account = party::normal_account(back.counterparty_account);
    return !account.empty() && account == party::normal_account(original.counterparty_account) ? 1
                                                                                               : 0;
}

/// The pot that the entry took the money from or gave it to, besides the free part.
std::string pot_of(const Entry& entry, Money amount, const std::string& free_part) {
    for (const ledger::Posting& posting : entry.draft.postings) {
        const bool same_way = posting.amount.is_negative() == amount.is_negative();
        if (posting.account->kind == ledger::Kind::pot && same_way &&
            posting.account->code != free_part) {
            return posting.account->code;
        }
    }
    return free_part;
}

/// The movements of one amount, as far as one of them may have been sent back.
class Search {
public:
    Search(Unit_of_work& work, Dossier_id dossier, Movement_id back, const reconcile::Facts& facts);

    [[nodiscard]] std::optional<Original> best() const;

private:
    struct Candidate {
        int likeness = 0;
        Movement_row movement;
    };

    void look_at(const Suspense_row& row);
    [[nodiscard]] Date decided_since(const Movement_row& movement) const;
    [[nodiscard]] bool was_sent_back(Movement_id movement, const Decisions& decisions) const;
    [[nodiscard]] std::optional<Original> original_of(const Movement_row& movement,
                                                      const Decisions& decisions) const;

    Unit_of_work& work_;
    Dossier_id dossier_;
    Movement_id back_;
    const reconcile::Facts& facts_;
    std::vector<Candidate> candidates_; ///< the best first
    std::vector<Movement_row> returns_; ///< each sent back one of them, or something else
};

Search::Search(Unit_of_work& work,
               Dossier_id dossier,
               Movement_id back,
               const reconcile::Facts& facts)
    : work_(work), dossier_(dossier), back_(back), facts_(facts) {
    work.statements().each_of(dossier, facts.date.plus_days(-claim_back_days), facts.amount,
                              [&](const Suspense_row& row) { look_at(row); });
    std::ranges::sort(candidates_, std::greater(), [](const Candidate& each) {
        return std::tuple(each.likeness, each.movement.booking_date, each.movement.id);
    });
}

void Search::look_at(const Suspense_row& row) {
    const Movement_row& movement = row.movement;
    if (movement.id == back_) {
        return;
    }
    const reconcile::Facts facts = facts_of(movement, row.account_key);
    if (facts.is_sent_back) {
        returns_.push_back(movement);
        return;
    }
    if (facts.date > facts_.date || facts.account != facts_.account ||
        facts.amount != -facts_.amount) {
        return;
    }
    if (const int alike = likeness(facts_, facts); alike > 0) {
        candidates_.push_back({alike, movement});
    }
}

/// The day of the first entry about it: of its own, or of the total it is a detail of. What sends
/// it back is booked no earlier.
Date Search::decided_since(const Movement_row& movement) const {
    const auto total = movement.total ? work_.statements().find(*movement.total) : std::nullopt;
    return total ? std::min(total->movement.booking_date, movement.booking_date)
                 : movement.booking_date;
}

bool Search::was_sent_back(Movement_id movement, const Decisions& decisions) const {
    return std::ranges::any_of(returns_, [&](const Movement_row& back) {
        return std::ranges::any_of(decisions.places(back), [&](const Place& place) {
            return place.part.explanation.grounds.original == movement;
        });
    });
}

std::optional<Original> Search::original_of(const Movement_row& movement,
                                            const Decisions& decisions) const {
    const std::vector<Place> places = decisions.places(movement);
    if (places.size() != 1 || places.front().part.explanation.rule == reconcile::Rule::suspense) {
        return std::nullopt;
    }
    const std::string& noted = places.front().part.explanation.pot;
    return Original{movement, places.front(),
                    noted.empty() ? pot_of(*decisions.deciding(movement).front(), movement.amount,
                                           reconcile::free_part(facts_.account))
                                  : noted};
}

/// Mostly it is the last one alike, of a few days ago: the journal is read no further back than the
/// one that is looked at.
std::optional<Original> Search::best() const {
    for (const Candidate& each : candidates_) {
        const Decisions decisions(work_, dossier_, decided_since(each.movement));
        if (!was_sent_back(each.movement.id, decisions)) {
            return original_of(each.movement, decisions);
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Original> find_original(Unit_of_work& work,
                                      const Dossier_row& dossier,
                                      Movement_id movement,
                                      const reconcile::Facts& facts) {
    return Search(work, dossier.id, movement, facts).best();
}

} // namespace saldo::app
