#pragma once

#include "app/ports.hpp"
#include "base/canonical.hpp"

namespace saldo::app {

using ledger::Actor;

/// Where one person posts entries and records acts within one unit of work. Every entry and event
/// passes here, is checked, and becomes the next link of its chain.
class Desk {
public:
    Desk(Unit_of_work& work, Actor actor) : work_(work), actor_(std::move(actor)) {}

    [[nodiscard]] Unit_of_work& work() { return work_; }

    [[nodiscard]] const Actor& actor() const { return actor_; }

    /// Posts the entry and gives its number in the dossier. The draft must balance in both views:
    /// whoever made it proved that, so an unbalanced one is a broken contract.
    std::uint64_t post(const Dossier_row& dossier, ledger::Draft draft);

    /// Records an act. `dossier` is a number, empty if it concerns no single dossier.
    void record(std::string_view kind, std::string_view dossier, Params facts);

private:
    Unit_of_work& work_;
    Actor actor_;
    Canonical_bytes bytes_;
};

} // namespace saldo::app
