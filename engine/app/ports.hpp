#pragma once

#include "app/bank_file_port.hpp"
#include "app/control_port.hpp"
#include "app/figure_port.hpp"
#include "app/plan_port.hpp"
#include "app/record_port.hpp"
#include "app/run_port.hpp"
#include "audit/event.hpp"
#include "bank/overlap.hpp"
#include "bank/statement.hpp"
#include "base/digest.hpp"
#include "base/id.hpp"
#include "ledger/entry.hpp"
#include "party/iban.hpp"
#include "reconcile/match_rule.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What the use cases ask of a book. `store` answers; nothing here knows how.
/// Everything happens inside one `Unit_of_work`; what is not committed never was.
namespace saldo::app {

/// The owner of a book.
struct Office {
    std::string name;
    Enterprise_number enterprise_number;
};

struct Dossier_row {
    Dossier_id id;
    std::string number;
};

/// One version of a dossier's document; the highest version is in force.
struct Document {
    std::uint32_t version = 0;
    std::string text; ///< canonical JSON
};

/// A bank account whose statements are in the book.
struct Account_row {
    Account_id id;
    Dossier_id dossier;
    std::string key; ///< id in the dossier
    Iban iban;
    Date opening_date;
    Money opening = Money::zero();
};

class Dossiers {
public:
    Dossiers() = default;
    Dossiers(const Dossiers&) = delete;
    Dossiers& operator=(const Dossiers&) = delete;
    virtual ~Dossiers() = default;

    /// In order of number.
    [[nodiscard]] virtual std::vector<Dossier_row> all() = 0;
    [[nodiscard]] virtual std::optional<Dossier_row> find(std::string_view number) = 0;
    [[nodiscard]] virtual Document document(Dossier_id dossier) = 0;
    /// The documents in force of all dossiers, in order of number.
    virtual void
    each_document(const std::function<void(const Dossier_row&, const Document&)>& visit) = 0;

    /// Every version of every document, for the proof.
    virtual void
    each_version(const std::function<void(const Dossier_row&, const Document&)>& visit) = 0;

    virtual Dossier_row add(std::string_view number) = 0;
    virtual void
    add_document(Dossier_id dossier, const Document& document, const ledger::Actor& actor) = 0;

    /// All bank accounts, in order of dossier number and account key.
    [[nodiscard]] virtual std::vector<Account_row> accounts() = 0;
    virtual Account_row add_account(const Account_row& account) = 0;
};

/// The last link of a dossier's chain.
struct Head {
    std::uint64_t number = 0;
    Digest digest;
};

/// An entry as it stands in the book.
struct Entry {
    std::uint64_t number = 0; ///< within the dossier, from 1
    ledger::Draft draft;
    ledger::Actor actor;
    Digest digest;
};

struct Balance_row {
    Ledger_account_id account;
    Money balance = Money::zero();
};

/// What was booked against one due date.
struct Settled_row {
    Ledger_account_id account;
    Date due;
    Money amount = Money::zero(); ///< sum of postings: expenses positive, income negative
};

class Journal {
public:
    Journal() = default;
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;
    virtual ~Journal() = default;

    /// The ledger accounts of a dossier. The reference holds until the unit of work ends.
    [[nodiscard]] virtual ledger::Chart& chart(Dossier_id dossier) = 0;
    virtual void add_account(Dossier_id dossier,
                             ledger::Kind kind,
                             std::string_view code,
                             std::string_view bank_account) = 0;

    [[nodiscard]] virtual Head head(Dossier_id dossier) = 0;
    virtual void append(Dossier_id dossier, const Entry& entry) = 0;

    /// From the balances kept by posting.
    [[nodiscard]] virtual std::vector<Balance_row> balances(Dossier_id dossier) = 0;
    [[nodiscard]] virtual std::vector<Balance_row> all_balances() = 0;
    /// Summed over the postings themselves.
    [[nodiscard]] virtual std::vector<Balance_row> recomputed_balances() = 0;
    [[nodiscard]] virtual std::vector<Settled_row> settled(Dossier_id dossier, Date from) = 0;

    /// The entry that ordered a payment, not counting its reversal.
    [[nodiscard]] virtual std::optional<Entry> order_entry(Dossier_id dossier,
                                                           Run_line_id line) = 0;
    /// All entries of a dossier in order of number.
    virtual void each_entry(Dossier_id dossier, const std::function<void(const Entry&)>& visit) = 0;
    /// Those of this day and later.
    virtual void
    each_entry(Dossier_id dossier, Date since, const std::function<void(const Entry&)>& visit) = 0;

    using Visit_entry = std::function<void(Dossier_id, const Entry&)>;

    /// All entries of all dossiers as they were booked, those of one dossier in order of number.
    virtual void each_entry(const Visit_entry& visit) = 0;
};

struct File_row {
    File_id id;
    std::string name;
    Digest sha256;
    std::string format;
    std::uint64_t size = 0;
    ledger::Actor actor;
};

struct Statement_row {
    Statement_id id;
    File_id file;
    Account_id account;
    std::uint32_t number = 0;
    Date opening_date;
    Money opening = Money::zero();
    Date closing_date;
    Money closing = Money::zero();
    std::uint32_t movements = 0;
    std::uint64_t line = 0;
    bank::Coverage coverage = bank::Coverage::statement;
};

/// A movement as stored. Texts are copies, because the file they came from is gone.
struct Movement_row {
    Movement_id id;
    Statement_id statement;
    Account_id account;
    std::optional<Movement_id> total; ///< of a detail: the movement it belongs to
    std::uint32_t sequence = 0;
    std::uint32_t detail = 0;
    Date booking_date;
    std::optional<Date> value_date;
    Money amount = Money::zero();
    std::string counterparty_name;
    std::string counterparty_account;
    std::string counterparty_bic;
    bank::Communication::Kind communication_kind = bank::Communication::Kind::none;
    std::string communication_type;
    std::string communication;
    std::string end_to_end_id;
    std::string mandate_id;
    std::string bank_reference;
    std::string transaction_code;
    std::string return_reason;
    char r_type = ' '; ///< as in CODA: 1 to 5, blank if it is no R-transaction
    std::uint64_t line = 0;
};

/// A movement, or detail of one, that waits for an explanation.
struct Suspense_row {
    Movement_row movement;
    Dossier_row dossier;
    std::string account_key; ///< id of the bank account in the dossier
    std::string origin;      ///< `file:record`
    std::string reason;      ///< name of the doubt
};

/// A movement of the book as it is held against those of a new file.
struct Known_movement {
    Movement_id id;
    bank::Identity identity;
};

/// Where a movement came from.
struct Origin {
    File_id file;
    Statement_id statement;
    std::uint64_t line = 0;
    bank::Byte_range bytes;
};

class Statements {
public:
    Statements() = default;
    Statements(const Statements&) = delete;
    Statements& operator=(const Statements&) = delete;
    virtual ~Statements() = default;

    [[nodiscard]] virtual std::optional<File_row> file(const Digest& sha256) = 0;
    [[nodiscard]] virtual std::vector<File_row> files() = 0;
    virtual File_id add_file(const File_row& file) = 0;

    /// The last statement of each account, in order of account.
    [[nodiscard]] virtual std::vector<Statement_row> last_statements() = 0;
    /// All statements of an account in order of arrival; of all accounts without one.
    [[nodiscard]] virtual std::vector<Statement_row>
    statements(std::optional<Account_id> account) = 0;
    virtual Statement_id add_statement(const Statement_row& statement) = 0;
    virtual Movement_id add_movement(const bank::Movement& movement,
                                     Statement_id statement,
                                     Account_id account,
                                     Money amount,
                                     Date booking_date,
                                     std::optional<Movement_id> total) = 0;
    [[nodiscard]] virtual std::vector<Movement_row> movements(Statement_id statement) = 0;
    /// Movements of an account, not their details, booked on these days and those between.
    [[nodiscard]] virtual std::vector<Known_movement>
    movements_between(Account_id account, Date first, Date last) = 0;
    /// Where a movement stands in its file; nothing if there is no such movement.
    [[nodiscard]] virtual std::optional<Origin> origin(Movement_id movement) = 0;
    /// Statement, number and sum of its movements (details not counted), for the proof.
    virtual void
    each_movement_sum(const std::function<void(Statement_id, std::uint64_t, Money)>& visit) = 0;

    virtual void add_suspense(Movement_id movement, std::string_view reason) = 0;
    virtual void remove_suspense(Movement_id movement) = 0;
    /// In order of dossier number and movement.
    [[nodiscard]] virtual std::vector<Suspense_row> suspense() = 0;
    /// Any movement; its reason is empty if it is not in suspense.
    [[nodiscard]] virtual std::optional<Suspense_row> find(Movement_id movement) = 0;
    /// All movements of a dossier and their details, in order of movement.
    virtual void each_of(Dossier_id dossier,
                         const std::function<void(const Suspense_row&)>& visit) = 0;
    /// Those of statements that close on this day or later.
    virtual void each_of(Dossier_id dossier,
                         Date since,
                         const std::function<void(const Suspense_row&)>& visit) = 0;
    /// Those of this amount, in either direction, that were booked on this day or later.
    virtual void each_of(Dossier_id dossier,
                         Date booked_since,
                         Money amount,
                         const std::function<void(const Suspense_row&)>& visit) = 0;
};

/// A rule of a person for matching, with who wrote it and why.
struct Match_rule_row {
    struct End {
        ledger::Actor actor;
        std::string reason;
    };

    reconcile::Match_rule rule;
    std::optional<Dossier_id> dossier; ///< none: of the office
    std::string dossier_number;        ///< empty: of the office
    std::string reason;
    std::optional<Movement_id> movement; ///< that it was remembered from
    ledger::Actor actor;
    std::optional<End> end; ///< it holds no longer
};

class Match_rules {
public:
    Match_rules() = default;
    Match_rules(const Match_rules&) = delete;
    Match_rules& operator=(const Match_rules&) = delete;
    virtual ~Match_rules() = default;

    virtual Match_rule_id add(const Match_rule_row& row) = 0;
    virtual void end(Match_rule_id rule, const Match_rule_row::End& end) = 0;
    /// In order of number, ended ones included.
    [[nodiscard]] virtual std::vector<Match_rule_row> all() = 0;
    /// Those of a dossier that have not ended; without one, those of the office.
    [[nodiscard]] virtual std::vector<reconcile::Match_rule>
    in_force(std::optional<Dossier_id> dossier) = 0;
};

class Events {
public:
    Events() = default;
    Events(const Events&) = delete;
    Events& operator=(const Events&) = delete;
    virtual ~Events() = default;

    virtual void append(const audit::Event& event) = 0;
    [[nodiscard]] virtual audit::Event_head head() = 0;
    virtual void each(const std::function<void(const audit::Event&)>& visit) = 0;
    /// Those of one kind, in order.
    virtual void each_of(std::string_view kind,
                         const std::function<void(const audit::Event&)>& visit) = 0;
};

/// One request, one transaction. Destroyed without `commit`, it leaves the book as it was.
class Unit_of_work {
public:
    Unit_of_work() = default;
    Unit_of_work(const Unit_of_work&) = delete;
    Unit_of_work& operator=(const Unit_of_work&) = delete;
    virtual ~Unit_of_work() = default;

    [[nodiscard]] virtual std::optional<Office> office() = 0;
    virtual void set_office(const Office& office) = 0;

    virtual Dossiers& dossiers() = 0;
    virtual Journal& journal() = 0;
    virtual Statements& statements() = 0;
    virtual Bank_files& bank_files() = 0;
    virtual Answers& answers() = 0;
    virtual Runs& runs() = 0;
    virtual Policies& policies() = 0;
    virtual Beneficiaries& beneficiaries() = 0;
    virtual Overrides& overrides() = 0;
    virtual User_keys& user_keys() = 0;
    virtual Figures_files& figures_files() = 0;
    virtual Plan_terms& plan_terms() = 0;
    virtual Office_records& office_records() = 0;
    virtual Match_rules& match_rules() = 0;
    virtual Events& events() = 0;

    /// Keeps all that was written. A unit that was abandoned is never kept.
    virtual void commit() = 0;

    /// What was written must not be kept: from now on a commit is a broken contract.
    virtual void abandon() = 0;

    /// Another reader of the same state of the book, for a second thread, while this one reads.
    /// Nothing if this one writes, or if the two could come to see different states.
    [[nodiscard]] virtual std::unique_ptr<Unit_of_work> beside() = 0;
};

} // namespace saldo::app
