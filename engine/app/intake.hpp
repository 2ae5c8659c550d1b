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
    Account_row row;
    std::string dossier_number;
    Date date;                                   ///< up to which its movements are in the book
    Money balance = Money::zero();               ///< on that day
    std::uint32_t number = 0;                    ///< of the last statement, 0 if none
    std::vector<const bank::Statement*> in_file; ///< those of the file already decided
};

/// What is to happen with one statement of a file.
struct Decision {
    enum class Outcome {
        book,  ///< its new movements, all or some
        known, ///< the book has all of it
        waits  ///< nobody has the account yet
    };

    Outcome outcome = Outcome::book;
    const bank::Statement* statement = nullptr;
    const Intake_account* account = nullptr;      ///< none if it waits
    std::vector<const bank::Movement*> movements; ///< the new ones
    Money opening = Money::zero();
    Money closing = Money::zero();
    std::optional<Date> opening_date; ///< these two always when it is booked
    std::optional<Date> closing_date;
};

/// The day a movement counts as booked on.
[[nodiscard]] Date booked_on(const bank::Movement& movement, const bank::Statement& statement);

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
    [[nodiscard]] std::vector<const bank::Movement*> new_movements(const bank::Statement& statement,
                                                                   const Intake_account& account);
    [[nodiscard]] Decision known(const bank::Statement& statement, const Intake_account& account);
    [[nodiscard]] Decision book(const bank::Statement& statement,
                                Intake_account& account,
                                std::vector<const bank::Movement*> movements);
    void tell_known_movements(const bank::Statement& statement,
                              const Intake_account& account,
                              std::size_t fresh);
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
