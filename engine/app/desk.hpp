#pragma once

#include "app/ports.hpp"
#include "base/canonical.hpp"
#include "calendar/time_of_day.hpp"

#include <optional>

namespace saldo::app {

using ledger::Actor;

/// Where one person posts entries and records acts within one unit of work. Every entry and event
/// passes here, is checked, and becomes the next link of its chain.
class Desk {
public:
    /// `at` is the time in Brussels on the day of the actor, where it is known. It is for the
    /// cut-off hours of banks alone: neither entries nor events keep it.
    Desk(Unit_of_work& work, Actor actor, std::optional<Time_of_day> at = {})
        : work_(work), actor_(std::move(actor)), at_(at) {}

    [[nodiscard]] Unit_of_work& work() { return work_; }

    [[nodiscard]] const Actor& actor() const { return actor_; }

    [[nodiscard]] std::optional<Time_of_day> at() const { return at_; }

    /// Posts the entry and gives its number in the dossier. The draft must balance in both views:
    /// whoever made it proved that, so an unbalanced one is a broken contract.
    std::uint64_t post(const Dossier_row& dossier, ledger::Draft draft);

    /// Records an act. `dossier` is a number, empty if it concerns no single dossier.
    void record(std::string_view kind, std::string_view dossier, Params facts);

private:
    Unit_of_work& work_;
    Actor actor_;
    std::optional<Time_of_day> at_;
    Canonical_bytes bytes_;
};

} // namespace saldo::app
