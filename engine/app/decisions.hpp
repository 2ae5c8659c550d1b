#pragma once

#include "app/ports.hpp"
#include "reconcile/record.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace saldo::app {

/// Where a movement, a detail of a total or some of it stands, and what led there.
struct Place {
    std::uint64_t entry = 0; ///< number of the entry in the dossier
    reconcile::Part part;
    std::string user;  ///< who posted the entry
    std::string note;  ///< the words of a person, if one decided
    std::string order; ///< EndToEndId of its order, in a story or where its rule noted it
    Params facts;      ///< that its rule used, in a story
};

/// What the journal of one dossier decided on its movements.
class Decisions {
public:
    /// Reads the journal once. Its accounts are those of the unit of work.
    Decisions(Unit_of_work& work, Dossier_id dossier);
    /// Reads the entries of this day and later.
    Decisions(Unit_of_work& work, Dossier_id dossier, Date since);
    /// None yet: each entry is to be taken in, in order.
    Decisions() = default;

    void take(const Entry& entry);

    /// Where it stands now, undone decisions left out: several places if it was split, none if it
    /// is a total that its details explain, or a detail that stands for nothing by itself.
    [[nodiscard]] std::vector<Place> places(const Movement_row& movement) const;

    /// The entries in force that put it there: those that took it out of suspense, else the one
    /// that booked it.
    [[nodiscard]] std::vector<const Entry*> deciding(const Movement_row& movement) const;

    /// Every entry about it or its total, in order, undone ones and what undid them included.
    [[nodiscard]] std::vector<const Entry*> entries(const Movement_row& movement) const;

private:
    [[nodiscard]] const Entry* booking(const Movement_row& movement) const;

    std::map<Movement_id, std::vector<Entry>> entries_;
    std::set<std::uint64_t> reversed_;
};

/// A movement with all that the book says of it.
struct Movement_story {
    Suspense_row row; ///< the reason is empty if it is not in suspense
    std::vector<Place> places;
    std::vector<Entry> entries; ///< those about it or its total, in order
};

/// Refuses app.movement_unknown.
[[nodiscard]] Result<Suspense_row> find_movement(Unit_of_work& work, Movement_id movement);
[[nodiscard]] Result<Movement_story> tell_movement(Unit_of_work& work, Movement_id movement);

} // namespace saldo::app
