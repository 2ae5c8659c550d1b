#pragma once

#include "calendar/range.hpp"
#include "calendar/rhythm.hpp"
#include "law/credit_kind.hpp"
#include "law/debt_part.hpp"
#include "law/public_debt.hpp"
#include "money/money.hpp"
#include "money/rate.hpp"
#include "party/remittance.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// One debt, as far as it is known: what a creditor says is owed, what it stands on, and what
/// happened to it since. All but its balance by component may be unknown; what the law needs to
/// judge it and is missing is told, never supposed.
namespace saldo::dossier {

/// Interest of a year as a fraction, not negative and less than 10: 0.08 is 8 percent.
struct Yearly_rate {
    money::Rate value = money::Rate::of(0, 1);

    friend bool operator==(const Yearly_rate&, const Yearly_rate&) = default;
};

/// From 0 to less than 10, and with no more than nine decimals.
[[nodiscard]] bool is_yearly(money::Rate rate);

/// `0.08`, as a document has it.
[[nodiscard]] std::string format(Yearly_rate rate);

/// How something recurs: due dates are counted from the anchor and count only inside the period.
struct Schedule {
    calendar::Rhythm rhythm = calendar::Rhythm::monthly;
    Date anchor;
    Money amount; ///< positive
    calendar::Date_range period;

    friend bool operator==(const Schedule&, const Schedule&) = default;
};

/// True if one of its due dates is this one.
[[nodiscard]] bool is_due(const Schedule& schedule, Date date);

/// What to do with a due date on which banks are closed, and when the money must be there:
/// `before` arrives on the due date or earlier, `after` leaves on the due date or later.
/// `within_week` leaves on an open day of the ISO week of the due date, in no other week: on that
/// day or the next open one, if none is left in the week on the last open one before.
enum class Moves { before, after, within_week };

/// A fixed agreed instalment of a claim.
struct Instalment {
    Schedule schedule;
    std::string account;
    std::string pot;
    party::Remittance communication;
    Moves moves = Moves::before;
    std::string mandate{}; ///< by which the payee collects it, empty if he does not

    friend bool operator==(const Instalment&, const Instalment&) = default;
};

/// Which law bounds what may be asked for a debt.
enum class Regime {
    consumer,        ///< of a firm on a consumer: WER book XIX
    consumer_credit, ///< WER book VII
    public_law,      ///< tax, fine, social contribution
    civil            ///< between citizens
};

/// A consumer credit, as far as its contract and the lender's letters tell.
struct Credit {
    law::Credit_kind kind = law::Credit_kind::instalment;
    std::optional<Money> amount;        ///< of the credit, positive
    std::optional<Money> total_payable; ///< by the consumer over the whole credit, positive
    std::optional<Yearly_rate> rate;    ///< debit rate applied last
    std::optional<Yearly_rate> apr;     ///< JKP the contract states
    std::optional<Money> arrears;       ///< due and unpaid when it was ended
    std::string missed;                 ///< instalments then, a number of 1 to 3 digits, or empty
    std::optional<Date> ended;          ///< for default: all of it is due since

    friend bool operator==(const Credit&, const Credit&) = default;
};

/// What was agreed for late payment.
enum class Penalty_clause { agreed, none };

struct Contract {
    std::optional<Date> date;
    std::optional<Regime> regime; ///< else that of the origin, where it leaves no doubt
    std::optional<Yearly_rate> late_rate;
    std::optional<Penalty_clause> penalty;
    std::optional<Credit> credit;
    std::optional<law::Public_debt> public_debt{}; ///< of a claim of public law, what it is

    friend bool operator==(const Contract&, const Contract&) = default;
};

enum class Title_kind { judgment, notarial_deed, coercion_order };

/// What the creditor can have carried out by a bailiff.
struct Title {
    Title_kind kind = Title_kind::judgment;
    Date date;

    friend bool operator==(const Title&, const Title&) = default;
};

enum class Bound_as { co_debtor, surety };

/// Somebody else who owes the same debt.
struct Bound_party {
    std::string name;
    Bound_as role = Bound_as::co_debtor;

    friend bool operator==(const Bound_party&, const Bound_party&) = default;
};

/// What an amount of a claim is asked for.
enum class Item_kind {
    principal,
    credit_cost, ///< of a credit, due and unpaid
    late_interest,
    penalty,
    reminder,        ///< letter of the creditor or who collects for him
    notice,          ///< registered letter
    acquittance_fee, ///< of a bailiff, per payment (kwijtingsrecht)
    collection_fee,  ///< of a bailiff (inningsrecht)
    recovery_fee,    ///< of a bailiff, degressive
    bailiff_act,
    file_cost,
    other_cost
};

/// The component of a claim an amount belongs to: of the cost of a credit and all letters, acts and
/// fees `costs`.
[[nodiscard]] law::Debt_part part_of(Item_kind kind);

/// A dated part of a claim. Until the day of the statement it explains what was stated; after it,
/// it comes on top.
struct Item {
    Date date;
    Item_kind kind = Item_kind::other_cost;
    Money amount;         ///< positive
    std::string document; ///< SHA-256 of the letter that asks it, or empty

    friend bool operator==(const Item&, const Item&) = default;
};

/// Which rate late interest runs at after the day of the statement.
enum class Interest_source { civil, commercial, agreed };

struct Interest_rule {
    Interest_source source = Interest_source::civil;
    std::optional<Yearly_rate> rate; ///< if agreed
    Date from; ///< the day interest starts after, that of the statement or later

    friend bool operator==(const Interest_rule&, const Interest_rule&) = default;
};

enum class Stop_reason {
    csr,       ///< admissibility of a collective debt settlement (Ger.W. art. 1675/7)
    agreement, ///< of the creditor
    judge
};

/// No interest runs on these days.
struct Interest_stop {
    calendar::Date_range period;
    Stop_reason reason = Stop_reason::agreement;

    friend bool operator==(const Interest_stop&, const Interest_stop&) = default;
};

enum class Letter_kind {
    reminder,        ///< with which the 14 days of book XIX begin, or any after it
    notice,          ///< formal, before a credit is ended (WER art. VII.105) or a debt is sued for
    acknowledgement, ///< by the client; asking for terms counts
    counsel_letter,  ///< registered, of a lawyer or bailiff
    summons,
    command,
    seizure,
    mediation_request ///< by the client: he applied for debt mediation (WER art. XIX.9 §3)
};

enum class Sent_as { post, electronic, registered, bailiff };

struct Letter {
    Date sent;
    Letter_kind kind = Letter_kind::reminder;
    std::optional<Sent_as> way;
    std::string document; ///< SHA-256, or empty

    friend bool operator==(const Letter&, const Letter&) = default;
};

/// Paid outside the book: by the client, a surety, a seizure, or before the book began.
struct Outside_payment {
    Date date;
    Money amount; ///< positive
    std::string by;
    std::string document; ///< SHA-256 of its proof, or empty

    friend bool operator==(const Outside_payment&, const Outside_payment&) = default;
};

/// What the creditor asks no more.
struct Waiver {
    Date date;
    law::Debt_part part = law::Debt_part::penalty;
    Money amount; ///< positive
    std::string reason;

    friend bool operator==(const Waiver&, const Waiver&) = default;
};

enum class Claim_status {
    announced,
    stated,
    checked,
    disputed,
    agreed,
    in_plan,
    suspended,
    paid,
    waived,
    transferred,
    time_barred
};

struct Status_change {
    Date date;
    Claim_status status = Claim_status::stated;
    std::string reason; ///< may be empty
    std::string user;   ///< login name

    friend bool operator==(const Status_change&, const Status_change&) = default;
};

enum class Transfer_kind { sale, collection };

/// The claim went to another creditor, or to who collects it; what happened before stays.
struct Transfer {
    Date date;
    Transfer_kind kind = Transfer_kind::sale;
    std::string from;      ///< name
    std::string reference; ///< theirs, or empty

    friend bool operator==(const Transfer&, const Transfer&) = default;
};

enum class Verdict_kind { due, reduce, dispute, unclear };

/// What the jurist decided on a claim: the verdict that was computed, or another one.
struct Decision {
    Date date;
    std::string user; ///< login name
    Verdict_kind verdict = Verdict_kind::due;
    Verdict_kind computed = Verdict_kind::due;
    std::optional<Money> reduce_to;
    std::string reason;

    friend bool operator==(const Decision&, const Decision&) = default;
};

/// One debt, by component, as known when it entered the book, and what is known of it since.
struct Claim {
    std::string id; ///< unique within the creditor
    std::string reference;
    std::string origin; ///< energy, rent, consumer_credit, tax, health, telecom, fine, other
    Date stated;        ///< date of the statement of the balance
    Money principal = Money::zero();
    Money interest = Money::zero();
    Money costs = Money::zero();
    Money penalty = Money::zero();
    std::optional<Instalment> instalment;
    std::optional<Date> due{}; ///< since when it is unpaid
    std::optional<Contract> contract{};
    std::optional<Title> title{};
    std::string privilege{}; ///< by which it goes before others: a word of the schema, or empty
    std::optional<Interest_rule> interest_rule{};
    std::vector<Interest_stop> interest_stops{};
    std::vector<Item> items{};
    std::vector<Letter> letters{};
    std::vector<Outside_payment> payments{};
    std::vector<Waiver> waivers{};
    std::vector<Bound_party> bound{};
    std::vector<Transfer> transfers{};
    std::vector<Status_change> history{}; ///< oldest first; without any it is stated
    std::vector<Decision> decisions{};    ///< oldest first

    friend bool operator==(const Claim&, const Claim&) = default;
};

[[nodiscard]] Money balance(const Claim& claim);

} // namespace saldo::dossier
