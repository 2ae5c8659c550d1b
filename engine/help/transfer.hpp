#pragma once

#include "base/named.hpp"
#include "base/result.hpp"
#include "claims/account.hpp"
#include "dossier/dossier.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// A dossier that goes on at another office: a file with all that office needs to open it in a book
/// of its own, and no more.
namespace saldo::help {

/// A bank account as its last statement says.
struct Account_state {
    std::string id;
    Date date;
    Money balance;

    friend bool operator==(const Account_state&, const Account_state&) = default;
};

struct Pot_state {
    std::string account;
    std::string pot;
    Money balance;

    friend bool operator==(const Pot_state&, const Pot_state&) = default;
};

/// A due date with what was booked on it.
struct Due_state {
    std::string subject; ///< ledger code: `expense:rent`
    std::string account; ///< id of the bank account
    dossier::Direction direction = dossier::Direction::expense;
    Date due;
    Money amount;
    Money paid = Money::zero();

    friend bool operator==(const Due_state&, const Due_state&) = default;
};

struct Claim_state {
    std::string claim; ///< `<creditor>/<claim>`
    Money owed;        ///< on the day

    friend bool operator==(const Claim_state&, const Claim_state&) = default;
};

/// The text by which a plan was adopted.
struct Plan_text {
    std::string plan;
    std::string text;

    friend bool operator==(const Plan_text&, const Plan_text&) = default;
};

/// What the book says of a dossier that is handed over.
struct Handover_facts {
    Date on;
    std::string office;                  ///< that hands it over
    std::vector<Account_state> accounts; ///< all that are in the book
    std::vector<Pot_state> pots;         ///< all, the free parts left out
    std::vector<Due_state> dues; ///< until the day all, after it those on which something is booked
    std::map<std::string, std::vector<claims::Paid>> paid; ///< by the book, by claim
    std::vector<Claim_state> claims;
    std::vector<Plan_text> plans; ///< of the plans that go on
};

/// The user in whose place the file names nobody: who did what is for the first office to tell.
inline constexpr std::string_view transferred_user = "transferred";

/// The dossier as the other office opens it. Its accounts and pots begin with what they hold; what
/// the book paid on a claim stands among its payments outside the book, and what came back with it
/// is left out. Bills and instalments of plans until the day, and those that were paid, are left
/// out, and so are the forms of help, workers, the way on the ladder, the closing, and all logins:
/// the other office decides on its own. A line on whose due dates after the day something was paid
/// begins after the last of them, unless it was decided who pays it.
[[nodiscard]] dossier::Dossier as_opened(const dossier::Dossier& dossier,
                                         const Handover_facts& facts);

/// The file. What of `dues` is not all paid until the day is an open due, what is paid after it is
/// paid ahead. Keys in order of the schema schemas/json/transfer.schema.json; equal facts give
/// equal bytes.
[[nodiscard]] std::string write_transfer(const dossier::Dossier& dossier,
                                         const Handover_facts& facts,
                                         std::string_view to_office);

/// What the file says of it, read back.
struct Transfer_file {
    std::string from_office;
    std::string to_office;
    Date on;
    std::string document;           ///< of the dossier, as `dossier::write_document` writes it
    std::vector<std::string> terms; ///< texts of the plans
    std::vector<Account_state> accounts;
    std::vector<Due_state> open_dues;
    std::vector<Due_state> paid_ahead;
};

/// The text of schemas/json/transfer.schema.json, built in.
[[nodiscard]] std::string_view transfer_schema_text();

/// Reads a file from outside: its form (dossier/check_form.hpp), help.value_wrong, what
/// `dossier::read_document` refuses of the dossier in it, and help.transfer_changed if that is not
/// the one whose digest the file tells.
[[nodiscard]] Result<Transfer_file> read_transfer(std::string_view json);

/// What the other office has to look at itself: help.due_is_open and help.paid_ahead, warnings.
[[nodiscard]] Findings to_look_at(const Transfer_file& file);

} // namespace saldo::help
