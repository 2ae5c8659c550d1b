#pragma once

#include "autonomy/ladder.hpp"
#include "money/money.hpp"
#include "money/rate.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the ledger and the document of a dossier say of how its household gets on, and whether that
/// is what a rung asks.
namespace saldo::autonomy {

enum class Own_payment_state {
    on_time,
    late,
    unpaid,
    unseen, ///< nothing shows whether it was paid
    not_yet ///< it may still come
};

/// A due date of a line that the client pays himself.
struct Own_payment {
    std::string line; ///< id
    Date due;
    Money amount;
    Own_payment_state state = Own_payment_state::unseen;
    std::optional<Date> paid{}; ///< or shown
    std::uint64_t entry = 0; ///< number of the entry in the dossier that shows it; 0 if none does
};

/// Money the client got besides what was planned.
struct Extra_money {
    Date date;
    Money amount;
    std::uint64_t entry = 0;
};

/// A row of days on which an account was below what its dossier allows.
struct Low_balance {
    std::string account; ///< id
    Date date;           ///< the first of them
    Money balance;       ///< the lowest
};

struct Debt {
    std::string claim; ///< `creditor/claim`
    Date stated;
    Money amount;
};

/// What is owed on all claims at the end of a day; nothing where a claim could not be told of.
struct Owed {
    Date date;
    std::optional<Money> amount;
};

/// The last evaluation, with its score: 0 to 10.
struct Scored {
    Date date;
    money::Rate score;
};

struct Evidence {
    Date on;
    Date first; ///< nothing before was looked at; the book may not go back so far
    std::vector<Own_payment> own_payments; ///< in order of due date
    std::vector<Extra_money> extra_money;
    std::vector<Low_balance> low_balances;
    std::vector<Debt> new_debts;
    std::vector<Owed> owed;             ///< at the end of months, the last on `on`
    std::optional<Scored> evaluation{}; ///< none was ever made
    bool debts_in_plan = false;         ///< every claim with something owed is in a plan that holds
    std::vector<std::string> still_office; ///< lines that the rung before leaves to the client
};

enum class Answer { met, not_met, unknown };

/// One fact that proves an answer.
struct Proof {
    std::string what; ///< `entry`, `line`, `claim`, `account`, `evaluation`, `mandate`, `move`
    std::string id;   ///< of it
    std::optional<Date> date{};
    std::optional<Money> amount{};
};

struct Judgement {
    Criterion criterion;
    Answer answer = Answer::unknown;
    std::string stated; ///< what is: months, a number, a score
    std::string asked;  ///< what is asked
    std::vector<Proof> proofs;
};

/// Each criterion of the entry of `rung`, in their order. Months are counted back from `on` by
/// calendar: the day of the month itself, or the last before it. A criterion that looks further
/// back than the evidence goes is unknown unless something speaks against it; so is one about own
/// payments of which nothing was seen. What was due to be paid and may still come does not count.
[[nodiscard]] std::vector<Judgement>
judge(const Rung& rung, const dossier::Dossier& dossier, const Evidence& evidence);

} // namespace saldo::autonomy
