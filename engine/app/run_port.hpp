#pragma once

#include "base/id.hpp"
#include "party/remittance.hpp"
#include "payments/run.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the use cases ask of the payment runs of a book; app/ports.hpp has the rest.
namespace saldo::app {

/// A payment that the bank has, as far as its answer is held against it.
struct Order_row {
    Run_line_id line;
    Run_id run;
    std::string end_to_end_id;
    std::string account_key;
    Money amount = Money::zero();
    Iban payee;
    Date execution_date;
    party::Remittance communication;
    payments::Line_state state = payments::Line_state::exported;
};

/// What a run pays, in figures.
struct Run_tally {
    std::uint64_t payments = 0;
    Money total = Money::zero();
    /// Payments that left, and that no statement has executed or returned, nor the bank rejected.
    std::uint64_t unconfirmed = 0;
};

class Runs {
public:
    Runs() = default;
    Runs(const Runs&) = delete;
    Runs& operator=(const Runs&) = delete;
    virtual ~Runs() = default;

    virtual Run_id add(const payments::Run& run) = 0;
    virtual void update(const payments::Run& run) = 0; ///< its head, not its lines and files
    /// The next file in which the run leaves, and its bytes.
    virtual void add_file(Run_id run, const payments::Run_file& file, std::string_view bytes) = 0;
    /// The bytes of a file of a run, counted from 1; nothing if the run left before books kept
    /// them.
    [[nodiscard]] virtual std::optional<std::string> file_bytes(Run_id run, std::size_t number) = 0;
    [[nodiscard]] virtual std::vector<payments::Run> all() = 0;
    /// Of every run, without reading its lines one by one.
    [[nodiscard]] virtual std::map<Run_id, Run_tally> tallies() = 0;
    [[nodiscard]] virtual std::optional<payments::Run> find(std::string_view number) = 0;

    virtual void add_line(payments::Run_line& line) = 0; ///< sets its id
    virtual void set_line_state(Run_line_id line, payments::Line_state state) = 0;
    /// The state of all payments of a run, and of all that it sets aside. What is prepared is
    /// approved with its run: nobody needs to say so of its lines.
    virtual void set_line_states(Run_id run,
                                 payments::Line_state of_payments,
                                 payments::Line_state of_set_asides) = 0;
    /// All lines of a run, in order. Only here they tell what they wait for.
    [[nodiscard]] virtual std::vector<payments::Run_line> lines(Run_id run) = 0;
    /// Lines of a dossier that wait in runs not yet exported.
    [[nodiscard]] virtual std::vector<payments::Run_line> pending_lines(Dossier_id dossier) = 0;
    /// Payments of a dossier that the bank has: those it has not answered, and those executed or
    /// returned whose execution date is `since` or later.
    [[nodiscard]] virtual std::vector<payments::Run_line> ordered_lines(Dossier_id dossier,
                                                                        Date since) = 0;
    /// The same payments in few words.
    [[nodiscard]] virtual std::vector<Order_row> orders(Dossier_id dossier, Date since) = 0;
    /// True while the bank has not answered every payment of the run.
    [[nodiscard]] virtual bool waits_for_bank(Run_id run) = 0;
};

} // namespace saldo::app
