#pragma once

#include "reconcile/choice.hpp"
#include "reconcile/facts.hpp"
#include "reconcile/match_rule.hpp"
#include "reconcile/positions.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// Explains the movements of one dossier's bank accounts. Nothing here knows of another dossier,
/// so nothing can be matched across dossiers.
namespace saldo::reconcile {

/// The open items of one dossier. The rules are tried in the order of `Rule`; the first that
/// decides wins, and an own EndToEndId decides always.
///
/// Each item is used once: explaining a movement takes what it matched away from the next one. An
/// expected item is settled as soon as something is paid and no more than its margin is lacking;
/// a settled item gets nothing more. Facts must be given in order of booking.
///
/// A reference or mandate says what a movement is for, so its amount may be a part of what is open
/// or up to half as much again; more may pay something else as well, and a person looks. It goes
/// to the due date that choice.hpp says, or to none. Money in the other direction (a refund, a
/// debit sent back) waits for a person, and so does
///  - money to or from the account of another subject of the dossier, or whose amount is to the
///    cent that of another open due date of the payee, or of both together: the reference was
///    mistaken, or it pays two;
///  - money that may pay an earlier due date late as well as the next one, whichever rule says so;
///  - a debit without an EndToEndId that comes to what an order of ours does which the bank has
///    not answered: it may be the order.
///
/// Such a debit is the order (`own_payment`) if that one alone fits: it goes to the account of the
/// payee, at most `order_window_days` after the day on which the order was to be executed and not
/// before, under no mandate, marked by no bank as sent back, and it states no other reference than
/// was sent along. Among orders that fit alike it must state the communication of one of them; so
/// the first of two weekly payments is told from the second until the day of that one.
///
/// A rule of a person says what a movement is for as well, but not that it is the payment of a due
/// date: it settles one only if the amount fits that, else none. Rules of the dossier go before
/// those of the office. If rules that hold disagree, a person decides; and among several items
/// that fit by account, amount and date a rule can only choose one of them.
class Matcher {
public:
    struct Open_items {
        std::vector<Order> orders;
        std::vector<Expected> expected;
        std::vector<Own_account> own_accounts;
        std::vector<Match_rule> rules{};    ///< in order of number, with subjects of this dossier
        std::vector<Category_line> lines{}; ///< what categories in rules of the office mean
    };

    explicit Matcher(Open_items items);

    [[nodiscard]] Explanation explain(const Facts& facts);

    /// A debit under the id of a block of our payments. If it is the sum of those that the bank has
    /// not answered, there is a part for each of them; else it is one part in suspense.
    [[nodiscard]] std::vector<Part> explain_block(const Facts& facts,
                                                  std::span<const Run_line_id> block);

    /// Something booked on a due date was sent back: it is open again by that amount.
    void reopen(std::string_view subject, Date due, Money amount);

    /// The bank sent this order back in words of its own: it cannot come back a second time.
    void take_back(Run_line_id order);

    [[nodiscard]] const Open_items& items() const { return items_; }

private:
    void sort_orders();
    [[nodiscard]] std::optional<Explanation> by_end_to_end_id(const Facts& facts);
    [[nodiscard]] std::optional<Explanation> by_payee(const Facts& facts,
                                                      std::string_view counterparty);
    [[nodiscard]] std::optional<Explanation> by_own_account(const Facts& facts,
                                                            std::string_view counterparty) const;
    [[nodiscard]] std::vector<std::string> unanswered(const Facts& facts) const;
    [[nodiscard]] std::optional<Explanation> by_reference(const Facts& facts,
                                                          std::string_view counterparty);
    [[nodiscard]] std::optional<Explanation> by_mandate(const Facts& facts,
                                                        std::string_view counterparty);
    [[nodiscard]] std::optional<Explanation> of_known(std::span<const std::uint32_t> known,
                                                      const Facts& facts,
                                                      std::string_view counterparty,
                                                      Rule rule);
    [[nodiscard]] std::span<const std::uint32_t>
    of_counterparty(std::string_view counterparty) const;
    [[nodiscard]] std::optional<Explanation> by_counterparty(const Facts& facts,
                                                             std::string_view counterparty);
    [[nodiscard]] std::optional<Explanation> by_rules(const Facts& facts);
    [[nodiscard]] std::optional<Explanation> by_rules(const Rule_facts& facts, bool of_office);
    [[nodiscard]] Explanation
    by_rule(const Match_rule& rule, std::string_view subject, const Facts& facts);
    [[nodiscard]] Explanation choose(const std::vector<Candidate>& known,
                                     const Facts& facts,
                                     std::string_view counterparty,
                                     Rule rule);
    [[nodiscard]] std::vector<std::string> contradicting(const std::vector<Candidate>& known,
                                                         const Candidate* choice,
                                                         const Facts& facts,
                                                         std::string_view counterparty) const;
    [[nodiscard]] bool may_be_of(std::size_t position, const Facts& facts) const;
    [[nodiscard]] Explanation settle(std::size_t position, const Facts& facts, Rule rule);
    [[nodiscard]] Candidate candidate(std::size_t position, const Facts& facts) const;

    Open_items items_;
    // Positions of items, in order of what they are looked up by.
    Positions orders_by_end_to_end_id_;
    Positions expected_by_ogm_;
    Positions expected_by_rf_;
    Positions expected_by_mandate_;
    Positions expected_by_iban_;
};

/// A movement that stays in suspense, in the free part of its account.
[[nodiscard]] Explanation
in_suspense(const Facts& facts, Doubt doubt, std::vector<std::string> candidates = {});

/// Ledger code of the free part of a bank account.
[[nodiscard]] std::string free_part(std::string_view account);

/// Days between a booking and a due date within which an item is considered: 10 for monthly and
/// rarer rhythms, 3 for weekly and fortnightly ones.
[[nodiscard]] int window_days(calendar::Rhythm rhythm);

/// Days from the one on which an order was to be executed to a debit that may be it without naming
/// it. A bank is late by the closing days around a feast (5 at most) and by the days for which it
/// waits for cover; ten days are well before the same is paid again a month later.
inline constexpr int order_window_days = 10;

/// An occurrence as an item to match, with the sum of the postings on its due date as the ledger
/// signs them: income is below zero.
[[nodiscard]] Expected expected_of(budget::Occurrence occurrence, Money posted);

} // namespace saldo::reconcile
