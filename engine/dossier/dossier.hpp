#pragma once

#include "calendar/range.hpp"
#include "dossier/adopted_plan.hpp"
#include "dossier/claim.hpp"
#include "dossier/course.hpp"
#include "dossier/help.hpp"
#include "party/number.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// One household in help, as its document says (schemas/json/dossier.schema.json). Ids are short
/// keys (`rent`, `main`), unique within their kind in the dossier.
namespace saldo::dossier {

struct Address {
    std::string street;
    std::string house_number;
    std::string box; ///< empty if none
    std::string postal_code;
    std::string town;
    std::string country; ///< ISO 3166 alpha-2

    friend bool operator==(const Address&, const Address&) = default;
};

enum class Member_role { client, partner, child, other };

struct Member {
    Member_role role = Member_role::client;
    std::string family_name;
    std::string given_name;
    std::optional<Date> birth_date;
    std::optional<National_number> national_number;

    friend bool operator==(const Member&, const Member&) = default;
};

struct Household {
    std::string kind;     ///< single, couple, single_parent, family, other
    std::string language; ///< nl, fr, en
    std::optional<Address> address;
    std::vector<Member> members; ///< at least one client

    friend bool operator==(const Household&, const Household&) = default;
};

struct Worker {
    std::string user; ///< login name
    std::string role; ///< counsellor, deputy, jurist, head
    calendar::Date_range period;

    friend bool operator==(const Worker&, const Worker&) = default;
};

enum class Account_kind {
    budget,       ///< managed by the office, its statements are imported
    living_money, ///< the client's own card account
    savings
};

/// The balance the book starts from: at the end of `date`, as the bank's last statement before
/// the book says.
struct Opening {
    Date date;
    Money balance;

    friend bool operator==(const Opening&, const Opening&) = default;
};

struct Account {
    std::string id;
    Account_kind kind = Account_kind::budget;
    Iban iban;
    std::optional<Bic> bic;           ///< of our own bank; written as debtor agent
    std::string holder;               ///< as the bank has it
    std::optional<Opening> opening;   ///< of accounts managed in the book; others are only paid to
    Money overdraft = Money::zero();  ///< how far below zero the dossier allows, not negative
    Money warn_below = Money::zero(); ///< a balance under it is told, not negative
    std::optional<Date> closed;       ///< last day of use

    friend bool operator==(const Account&, const Account&) = default;
};

/// A virtual part of a bank account's balance. What is in no pot is free.
struct Pot {
    std::string id;
    std::string account;
    std::string name;
    Money opening = Money::zero();     ///< part of the account's opening balance
    std::optional<Schedule> set_aside; ///< moved from the free part at each due date

    friend bool operator==(const Pot&, const Pot&) = default;
};

enum class Direction { income, expense };

/// Order of payment when money is short: the first first.
enum class Priority { housing, energy, alimony, fixed_cost, living_money, debt, pot };

/// A part of an amount: 1/20. More than nothing and no more than all.
using Share = money::Rate;

/// An expected income or expense.
struct Budget_line {
    std::string id;
    Direction direction = Direction::expense;
    std::string name;
    std::string category; ///< rent, electricity, wage… free word of the office
    Priority priority = Priority::fixed_cost; ///< of expenses
    Schedule schedule;
    std::string account;
    std::string pot;           ///< the pot it is paid from or received in, empty = the free part
    party::Payee counterparty; ///< payee of an expense, payer of an income
    party::Remittance communication;
    Payer payer = Payer::office;
    Moves moves = Moves::before;
    Money margin = Money::zero();        ///< an amount this far off still matches this line
    std::optional<Share> margin_share{}; ///< the same as a part of the amount; the larger counts
    std::string mandate{}; ///< by which the payee collects an expense, empty if he does not
    std::vector<Payer_change> payer_changes{}; ///< of an expense, in the order they were decided

    friend bool operator==(const Budget_line&, const Budget_line&) = default;
};

/// Who pays what is due of the line on that day, as far as was decided on `known` or before.
[[nodiscard]] Paid_by paid_by(const Budget_line& line, Date due, Date known);

/// As far as was ever decided.
[[nodiscard]] Paid_by paid_by(const Budget_line& line, Date due);

/// How far off an amount still matches the line: the larger of its margin and its share of the
/// planned amount, to the nearest cent; zero if it has neither.
[[nodiscard]] Money margin(const Budget_line& line);

/// Money paid out to the client.
struct Living_money {
    std::string id;
    std::string name;
    Schedule schedule;
    std::string account; ///< paid from
    party::Payee to;
    party::Remittance communication;
    Moves moves = Moves::after;

    friend bool operator==(const Living_money&, const Living_money&) = default;
};

struct Creditor {
    std::string id;
    std::optional<Enterprise_number> enterprise_number;
    party::Payee payee;
    std::optional<party::Payee> collector; ///< is paid instead of the creditor
    std::vector<Claim> claims;

    friend bool operator==(const Creditor&, const Creditor&) = default;
};

/// Why a bill is not to be paid any more.
struct Cancellation {
    Date date;
    std::string reason;

    friend bool operator==(const Cancellation&, const Cancellation&) = default;
};

/// Something to pay once: an invoice, a reminder, a letter with an amount. Only its cancellation
/// comes later; all else stays as it was taken in.
struct Bill {
    std::string id;
    std::string name;                         ///< what it is for
    std::string category;                     ///< free word of the office
    Priority priority = Priority::fixed_cost; ///< of a claim's bill always debt
    Date due;
    Money amount; ///< positive
    std::string account;
    std::string pot;
    party::Payee payee;
    party::Remittance communication;
    Moves moves = Moves::before;
    std::string document; ///< SHA-256 of the document it stands on, 64 hexadecimal digits
    std::string claim;    ///< `<creditor>/<claim>` if it pays off a claim, else empty
    std::optional<Cancellation> cancelled;

    friend bool operator==(const Bill&, const Bill&) = default;
};

/// What tells a claim from the others of its dossier: `<creditor>/<claim>`.
[[nodiscard]] std::string claim_id(const Creditor& creditor, const Claim& claim);

struct Dossier {
    std::string number; ///< `2026-0012`; the only name of a household that logs and errors show
    Date opened;
    std::optional<Date> closed;
    Household household;
    std::vector<Mandate> mandates;
    std::vector<Worker> workers;
    std::vector<Account> accounts;
    std::vector<Pot> pots;
    std::vector<Budget_line> budget_lines;
    std::vector<Living_money> living_money;
    std::vector<Creditor> creditors;
    std::vector<Bill> bills{};
    std::vector<Adopted_plan> plans{};
    std::optional<Course> course{};   ///< on the ladder; none before it was set
    std::optional<Closing> closing{}; ///< none while nobody decided to end the help

    friend bool operator==(const Dossier&, const Dossier&) = default;
};

/// The claim of that id, or null.
[[nodiscard]] const Claim* find_claim(const Dossier& dossier, std::string_view id);
[[nodiscard]] Claim* find_claim(Dossier& dossier, std::string_view id);

} // namespace saldo::dossier
