#pragma once

#include "app/desk.hpp"
#include "bank/statement.hpp"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace saldo::app {

/// A bank account with the state its next statement has to follow on.
struct Intake_account {
    /// A statement of the file that was decided on before.
    struct Earlier {
        std::uint32_t number = 0;
        std::uint32_t page = 0;
        std::optional<Date> closing_date;
        std::optional<bank::Amount> opening;
        std::optional<bank::Amount> closing;

        friend bool operator==(const Earlier&, const Earlier&) = default;
    };

    Account_row row;
    std::string dossier_number;
    Date date;                     ///< up to which its movements are in the book
    Money balance = Money::zero(); ///< on that day
    std::uint32_t number = 0;      ///< of the last statement, 0 if none
    std::vector<Earlier> in_file;
};

/// What is to be booked of a statement.
struct Booking {
    const Intake_account* account = nullptr;
    Money opening = Money::zero();
    Money closing = Money::zero();
    Date opening_date;
    Date closing_date;
    Date first_day; ///< of its movements and its closing date
    Date last_day;
    std::vector<std::uint32_t> left_out; ///< positions of movements the book has, in rising order
};

/// What is to happen with one statement of a file. The statement need not live on.
struct Decision {
    std::uint64_t line = 0; ///< of the statement
    std::uint32_t number = 0;
    std::uint32_t movements = 0;    ///< of the statement, details not counted
    std::string account;            ///< as the file writes it
    bool waits = false;             ///< nobody has the account yet
    std::optional<Booking> booking; ///< none: it waits, or the book has all of it
};

/// The day a movement counts as booked on.
[[nodiscard]] Date booked_on(const bank::Movement& movement, const bank::Statement& statement);

/// True if this may be the statement that was decided on: of that account, with a day for each
/// movement, and leading from that opening balance to that closing one.
[[nodiscard]] bool is_as_decided(const Booking& booking, const bank::Statement& statement);

/// Decides on the statements of one file, one after the other, before anything is booked.
///
/// A statement is proved by its balances and follows on what the book has. One that does not
/// follow may hold movements which came in another file or format, so it is held against the
/// book: what is there already is left out, and the rest must lead from the balance in the book to
/// the closing balance. A list (an export, a notice) is always held against the book; it must lead
/// to its closing balance where it states one.
class Intake {
public:
    Intake(Desk& desk, std::string file_name, std::string format);

    /// Nothing if the statement has a fault; then the faults say which.
    [[nodiscard]] std::optional<Decision> decide(const bank::Statement& statement);

    [[nodiscard]] Findings& faults() { return faults_; }

    [[nodiscard]] Findings& findings() { return findings_; }

private:
    [[nodiscard]] bool may_be_booked(const bank::Statement& statement);
    [[nodiscard]] bool has_whole_cents(const bank::Statement& statement);
    [[nodiscard]] std::optional<Decision> decide_proved(const bank::Statement& statement,
                                                        Intake_account& account);
    [[nodiscard]] std::optional<Decision> decide_list(const bank::Statement& statement,
                                                      Intake_account& account);
    [[nodiscard]] bool is_known(const bank::Statement& statement, const Intake_account& account);
    [[nodiscard]] std::vector<std::uint32_t> known_movements(const bank::Statement& statement,
                                                             const Intake_account& account);
    [[nodiscard]] Decision known(const bank::Statement& statement, const Intake_account& account);
    [[nodiscard]] static Decision book(const bank::Statement& statement,
                                       Intake_account& account,
                                       std::vector<std::uint32_t> left_out);
    void tell_known_movements(const bank::Statement& statement,
                              const Intake_account& account,
                              std::size_t known);
    void warn_of_chain(const bank::Statement& statement, const Intake_account& account);
    void
    refuse_chain(const bank::Statement& statement, const Intake_account& account, Money reached);
    void fault(Code code, std::uint64_t line, Params params);
    void tell(Code code, Severity severity, std::uint64_t line, Params params);

    Desk& desk_;
    std::string file_name_;
    std::string format_;
    Findings faults_;
    Findings findings_;
    std::unordered_map<std::string_view, Intake_account*> account_of_; ///< by IBAN
    std::vector<std::unique_ptr<Intake_account>> accounts_;
};

} // namespace saldo::app
