#include "app/explainers.hpp"

#include <algorithm>

namespace saldo::app {

Explainers::Explainers(Desk& desk, std::span<const Decision> decisions, std::size_t at_once)
    : desk_(desk), decisions_(decisions), at_once_(at_once), batches_(desk.work()) {
    for (const Decision& decision : decisions) {
        if (!decision.booking) {
            continue;
        }
        const Booking& booking = *decision.booking;
        Part& part = parts_
                         .try_emplace(booking.account->row.dossier,
                                      Part{booking.first_day, booking.last_day})
                         .first->second;
        part.first = std::min(part.first, booking.first_day);
        part.last = std::max(part.last, booking.last_day);
        ++part.statements;
    }
}

Explainer& Explainers::next() {
    if (current_ && parts_.at(*current_).statements == 0) {
        let_go(*current_);
    }
    while (!decisions_.front().booking) {
        decisions_ = decisions_.subspan(1);
    }
    const Dossier_id dossier = decisions_.front().booking->account->row.dossier;
    if (!explainers_.contains(dossier)) {
        read_ahead();
    }
    decisions_ = decisions_.subspan(1);
    --parts_.at(dossier).statements;
    current_ = dossier;
    return *explainers_.at(dossier);
}

/// All of them before anything more is booked.
void Explainers::read_ahead() {
    finish();
    std::vector<Dossier_row> rows;
    std::vector<Dossier_id> ids;
    for (const Decision& decision : decisions_) {
        if (rows.size() == at_once_) {
            break;
        }
        if (!decision.booking) {
            continue;
        }
        const Intake_account& account = *decision.booking->account;
        if (explainers_.try_emplace(account.row.dossier).second) {
            rows.push_back({account.row.dossier, account.dossier_number});
            ids.push_back(account.row.dossier);
        }
    }
    dossiers_.emplace(desk_.work(), ids);
    for (const Dossier_row& row : rows) {
        const Part& part = parts_.at(row.id);
        explainers_.at(row.id) = std::make_unique<Explainer>(
            desk_, batches_, row, [this, id = row.id] { return dossiers_->take(id); }, part.first,
            part.last);
    }
}

void Explainers::let_go(Dossier_id dossier) {
    const auto found = explainers_.find(dossier);
    const Explainer& explainer = *found->second;
    for (const auto& [rule, count] : explainer.counts()) {
        counts_[rule] += count;
    }
    touched_runs_.insert(explainer.touched_runs().begin(), explainer.touched_runs().end());
    explainers_.erase(found);
}

void Explainers::finish() {
    while (!explainers_.empty()) {
        let_go(explainers_.begin()->first);
    }
    current_.reset();
    dossiers_.reset();
}

} // namespace saldo::app
