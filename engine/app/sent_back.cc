#include "app/sent_back.hpp"

#include "app/explainer.hpp"
#include "party/account_number.hpp"
#include "reconcile/match.hpp"

#include <algorithm>
#include <set>
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

/// The movements of a dossier, as far as one of them may have been sent back.
class Search {
public:
    Search(Unit_of_work& work, Dossier_id dossier, Movement_id back, const reconcile::Facts& facts)
        : back_(back), facts_(facts), decisions_(work, dossier) {
        work.statements().each_of(dossier, [&](const Suspense_row& row) { look_at(row); });
    }

    [[nodiscard]] std::optional<Original> best() const;

private:
    struct Candidate {
        int likeness = 0;
        Movement_row movement;
    };

    void look_at(const Suspense_row& row);

    Movement_id back_;
    const reconcile::Facts& facts_;
    Decisions decisions_;
    std::vector<Candidate> candidates_;
    std::set<Movement_id> sent_back_;
};

void Search::look_at(const Suspense_row& row) {
    const Movement_row& movement = row.movement;
    if (movement.id == back_) {
        return;
    }
    const reconcile::Facts facts = facts_of(movement, row.account_key);
    if (facts.is_sent_back) {
        for (const Place& place : decisions_.places(movement)) {
            if (place.part.explanation.grounds.original) {
                sent_back_.insert(*place.part.explanation.grounds.original);
            }
        }
        return;
    }
    const bool in_time =
        facts.date <= facts_.date && days_between(facts.date, facts_.date) <= claim_back_days;
    if (!in_time || facts.account != facts_.account || facts.amount != -facts_.amount) {
        return;
    }
    if (const int alike = likeness(facts_, facts); alike > 0) {
        candidates_.push_back({alike, movement});
    }
}

std::optional<Original> Search::best() const {
    const Candidate* best = nullptr;
    const auto key = [](const Candidate& each) {
        return std::tuple(each.likeness, each.movement.booking_date, each.movement.id);
    };
    for (const Candidate& each : candidates_) {
        if (!sent_back_.contains(each.movement.id) && (best == nullptr || key(*best) < key(each))) {
            best = &each;
        }
    }
    if (best == nullptr) {
        return std::nullopt;
    }
    const std::vector<Place> places = decisions_.places(best->movement);
    if (places.size() != 1 || places.front().part.explanation.rule == reconcile::Rule::suspense) {
        return std::nullopt;
    }
    const std::string& noted = places.front().part.explanation.pot;
    return Original{best->movement, places.front(),
                    noted.empty()
                        ? pot_of(*decisions_.deciding(best->movement).front(),
                                 best->movement.amount, reconcile::free_part(facts_.account))
                        : noted};
}

} // namespace

std::optional<Original> find_original(Unit_of_work& work,
                                      const Dossier_row& dossier,
                                      Movement_id movement,
                                      const reconcile::Facts& facts) {
    return Search(work, dossier.id, movement, facts).best();
}

} // namespace saldo::app
