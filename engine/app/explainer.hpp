#pragma once

#include "app/batches.hpp"
#include "app/desk.hpp"
#include "dossier/dossier.hpp"
#include "reconcile/match.hpp"
#include "reconcile/postings.hpp"

#include <functional>
#include <map>
#include <set>
#include <span>

namespace saldo::app {

struct Original;

/// How many movements each rule explained.
using Rule_counts = std::map<reconcile::Rule, std::uint64_t>;

/// A movement, or one detail of a total, as it is to be explained.
struct Item {
    Movement_id id;
    reconcile::Facts facts;
};

/// Explains and books the movements of one dossier within one unit of work. It holds the open
/// items around the booking dates it was made for; what it matched is not matched again.
class Explainer {
public:
    /// Gives the dossier of the row. It is called once at most, when a movement comes.
    using Take_dossier = std::function<dossier::Dossier()>;

    /// Reads the book; what follows from what was read is computed when the first movement comes.
    /// `batches` is shared by the explainers of one unit of work, which it must outlive.
    Explainer(Desk& desk,
              Batches& batches,
              Dossier_row row,
              Take_dossier take,
              Date first_booking,
              Date last_booking);

    /// Reads the dossier itself.
    Explainer(Desk& desk, Batches& batches, Dossier_row row, Date first_booking, Date last_booking);

    [[nodiscard]] const Dossier_row& dossier() const { return row_; }

    /// Books one movement of the bank, given whole or by the details that make it up: one entry,
    /// with a place for each item, suspense where nothing fits.
    void book(Movement_id movement, std::string origin, std::span<const Item> items);

    /// Tries an item in suspense again; true if it found its place. What a person undid is left to
    /// a person.
    bool explain_again(const Suspense_row& row);

    /// Gives an item in suspense the place a person decided: a ledger account of income, expense,
    /// living money, debt or transfer, or the EndToEndId of an order of ours. Without `due` the
    /// nearest due date on which nothing is booked is settled. Answers with the due date it
    /// settles, if any. Refuses app.subject_unknown, app.due_not_expected and, for an order with
    /// another amount or already executed or returned, app.order_does_not_fit.
    [[nodiscard]] Result<std::optional<Date>> assign(const Suspense_row& row,
                                                     std::string_view subject,
                                                     std::optional<Date> due,
                                                     std::string note);

    /// The open items around those dates, less what was matched.
    [[nodiscard]] const reconcile::Matcher::Open_items& open() { return matcher().items(); }

    [[nodiscard]] const Rule_counts& counts() const { return counts_; }

    /// Runs of which a line was executed or returned.
    [[nodiscard]] const std::set<Run_id>& touched_runs() const { return touched_runs_; }

private:
    [[nodiscard]] const dossier::Dossier& household();
    [[nodiscard]] reconcile::Matcher& matcher();
    [[nodiscard]] reconcile::Matcher::Open_items open_items();
    [[nodiscard]] std::vector<reconcile::Match_rule> rules_in_force() const;
    [[nodiscard]] std::vector<reconcile::Part> explain(const Item& item);
    [[nodiscard]] std::optional<reconcile::Explanation> explain_sent_back(const Item& item);
    [[nodiscard]] const Order_row* order_named(std::string_view end_to_end_id) const;
    [[nodiscard]] const Order_row* executed_by(const Original& original) const;
    [[nodiscard]] Money balance_of(const ledger::Account& pot);
    std::uint64_t post(ledger::Draft draft);
    void settle_order(Run_line_id line, Money amount, Date date);
    [[nodiscard]] Result<reconcile::Explanation>
    place_of(const Suspense_row& row, std::string_view subject, std::optional<Date> due);
    [[nodiscard]] std::optional<budget::Occurrence> expected_on(std::string_view subject, Date due);
    [[nodiscard]] std::optional<budget::Occurrence> nearest_unpaid(std::string_view subject,
                                                                   const Movement_row& movement);
    [[nodiscard]] Result<reconcile::Explanation> order_of(const Suspense_row& row,
                                                          std::string_view end_to_end_id);
    void leave_suspense(const Suspense_row& row, const reconcile::Part& part, std::string note);

    Desk& desk_;
    Batches& batches_;
    Dossier_row row_;
    Take_dossier take_;
    std::optional<dossier::Dossier> dossier_; ///< taken when first needed
    const ledger::Chart& chart_;
    Date first_; ///< of the due dates that are looked at
    Date last_;
    std::map<Run_line_id, Order_row> orders_;
    std::optional<std::map<Ledger_account_id, Money>> pots_; ///< read when first needed
    std::vector<Settled_row> settled_;                       ///< as read, until the matcher is made
    std::vector<reconcile::Match_rule> rules_;               ///< as read, until the matcher is made
    std::optional<reconcile::Matcher> matcher_;              ///< made when first needed
    Rule_counts counts_;
    std::set<Run_id> touched_runs_;
};

/// What the rules know of a payment that the bank has.
[[nodiscard]] reconcile::Order order_from(const Order_row& row);

/// The facts of a stored movement. The account key must outlive them, as must the row.
[[nodiscard]] reconcile::Facts facts_of(const Movement_row& movement, std::string_view account);

/// The facts of a movement just read. Without a booking date it has that of its value.
[[nodiscard]] reconcile::Facts
facts_of(const bank::Movement& movement, std::string_view account, Date booking_date, Money amount);

} // namespace saldo::app
