#pragma once

#include "app/dossiers_ahead.hpp"
#include "app/explainer.hpp"
#include "app/intake.hpp"

#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace saldo::app {

/// The explainers of the dossiers of one file, in the order in which its statements are booked. So
/// many dossiers at a time are read from the book, at once, because reading in between would wait
/// for what is being written; of a file with more of them no more are held in memory. A dossier
/// that comes again later is read again, with what was booked of it by then.
class Explainers {
public:
    /// The decisions must outlive this; those that book nothing are passed over.
    Explainers(Desk& desk, std::span<const Decision> decisions, std::size_t at_once);

    /// The explainer for the next decision that books something. It holds until the call after.
    [[nodiscard]] Explainer& next();

    /// What all of them did, when the last statement is booked.
    [[nodiscard]] const Rule_counts& counts() const { return counts_; }

    [[nodiscard]] const std::set<Run_id>& touched_runs() const { return touched_runs_; }

    /// Lets go of all that are left. `counts` and `touched_runs` are whole after it.
    void finish();

private:
    /// The days on which a dossier has movements in the file, and how often it comes still.
    struct Part {
        Date first;
        Date last;
        std::size_t statements = 0;
    };

    void read_ahead();
    void let_go(Dossier_id dossier);

    Desk& desk_;
    std::span<const Decision> decisions_; ///< those still to come
    std::size_t at_once_;
    Batches batches_;
    std::unordered_map<Dossier_id, Part> parts_;
    std::unordered_map<Dossier_id, std::unique_ptr<Explainer>> explainers_;
    std::optional<Dossiers_ahead> dossiers_;
    std::optional<Dossier_id> current_;
    Rule_counts counts_;
    std::set<Run_id> touched_runs_;
};

} // namespace saldo::app
