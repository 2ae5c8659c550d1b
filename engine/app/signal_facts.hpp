#pragma once

#include "app/decisions.hpp"
#include "dossier/dossier.hpp"
#include "reconcile/signals/signals.hpp"

#include <deque>
#include <map>
#include <span>
#include <string>
#include <utility>

namespace saldo::app {

/// What the book knows of one dossier that signals are computed from. It owns the texts.
class Signal_reader {
public:
    /// `accounts` are those of the dossier in the book.
    Signal_reader(Unit_of_work& work,
                  Dossier_row row,
                  dossier::Dossier dossier,
                  std::span<const Account_row> accounts,
                  Date since,
                  Date on);

    [[nodiscard]] const reconcile::Signal_facts& facts() const { return facts_; }

private:
    using Due = std::pair<std::string, Date>;

    /// What an own payment pays.
    struct Order_place {
        std::string subject;
        std::optional<Date> due;
    };

    /// An order that was taken back.
    struct Taken_back {
        std::uint64_t entry = 0;
        Date date;
    };

    struct Booked {
        Date date;
        Money amount = Money::zero();
    };

    void read_entries();
    void read_orders();
    void read_rejected(std::span<const Order_row> orders);
    void read_expected();
    void read_document();
    void read_movements();
    void add(const Suspense_row& row, const Place& place);
    [[nodiscard]] Order_place place_of(Run_line_id line);
    [[nodiscard]] Order_place order_place(const Place& place, const Movement_row& movement);
    void watch(const dossier::Account& account, const Account_row& row);

    Unit_of_work& work_;
    Dossier_row row_;
    dossier::Dossier dossier_;
    const ledger::Chart& chart_;
    Date first_; ///< facts begin here
    Decisions decisions_;
    std::map<Due, Money> later_; ///< booked after `on`
    std::map<Run_line_id, Order_place> order_places_;
    std::map<Run_line_id, Taken_back> taken_back_;
    std::map<std::string, Run_line_id, std::less<>> orders_by_id_;
    std::deque<Suspense_row> rows_;
    std::map<Statement_id, std::vector<Booked>> booked_; ///< in each statement, without details
    reconcile::Signal_facts facts_;
};

} // namespace saldo::app
