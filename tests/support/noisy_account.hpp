#pragma once

#include "budget/occurrence.hpp"
#include "support/noise.hpp"

#include <set>
#include <utility>

namespace saldo::test {

/// One budget account of a noisy office and what happens on it. Of a thousand movements of a kind,
/// this many get the noise:
///
///                              incomes   direct debits   bills the client pays   orders of ours
///     days_off                     250                                     100               20
///     amount_in_margin             200 (as far as the line has a margin)
///     amount_off                     8             300                      40
///     name_cut                      50              50
///     days_far_off                  10                                      25
///     amount_far_off                                 8
///     no_account                     5
///     new_account, new_mandate                       4                      10
///     reference_in_text                                                     80
///     reference_mistyped                                                    60
///     no_reference                                                          60
///     reference_of_other_bill                                               25
///     reference_of_other_line                                               15
///     foreign_reference              5                                       5
///     in_two_parts                   5                                      40
///     two_in_one                     4                                      25
///     paid_twice                     4               5                       8
///     refunded                                       5
///     id_lost                                                                                 2
///     returned, without its id                                                           3, and 1
///     does not come at all          15
///
/// and in a thousand months of an account come 150 purchases at the shop and 100 at the pharmacy
/// that rules of the office know (a tenth of them with name_cut), 50 unknown_receipt, 30
/// unknown_card, 25 creditor_pays_back, 10 unknown_debit, 7 foreign_receipt and 7 foreign_bill;
/// half of the wages bring extra_of_payer in May, and all child benefits are indexed in September.
///
/// The rates are an estimate: no bank publishes such figures. They are set so that nearly a fifth
/// of all movements is touched, and that everything that people complain of occurs.
class Noisy_account {
public:
    Noisy_account(const dossier::Dossier& dossier, std::uint64_t seed)
        : bank_(dossier), dice_(seed), holiday_pay_day_(dice_.between(1, 62)) {}

    /// Takes a payment of ours.
    void order(const payments::Run_line& line);

    /// All that comes of what is due on these days, and of chance in them. `stranger` is a dossier
    /// whose references come up by mistake.
    void live(Date first, Date last, const dossier::Dossier& stranger);

    /// The movements booked on `last` or before, in order of day, none of them before `first`.
    [[nodiscard]] std::vector<Told> take(Date first, Date last);

    [[nodiscard]] Bank_account& bank() { return bank_; }

private:
    using Occurrence = budget::Occurrence;

    void receive(const Occurrence& income, const dossier::Dossier& stranger);
    void collect(const Occurrence& bill);
    void pay(const Occurrence& bill, const dossier::Dossier& stranger);
    void charge(const Occurrence& costs);
    void add_one_offs(Date day, const dossier::Dossier& stranger);
    void add_holiday_pay(Date day);
    void shop(Date day, std::string_view name, std::string subject);
    void pay_back(Date day);

    /// Shared by incomes and bills. Each answers whether it did it.
    void add_in_two_parts(Told told);
    bool add_two_in_one(Told told, const Occurrence& one);
    void add_twice(const Told& told);
    void vary(Money& amount, int least_percent, int most_percent);

    [[nodiscard]] std::optional<Ogm> other_reference(const Occurrence& bill);

    Bank_account bank_;
    Dice dice_;
    int holiday_pay_day_; ///< of May; half of them are none
    std::vector<Told> coming_;
    std::set<std::pair<std::string, Date>> paid_along_; ///< with another due date
};

} // namespace saldo::test
