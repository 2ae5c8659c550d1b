#pragma once

#include "plans/plan.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

/// A second opinion on what becomes of a plan. It knows nothing of the engine but the words in
/// which a plan is written: fractions of cents for interest and for what is kept, and money handed
/// out one cent (or one euro) at a time, each to whoever is furthest behind its exact share.
namespace saldo::test {

using Cents = std::int64_t;
using Ids = std::vector<std::string>; ///< in order

class Plan_oracle {
public:
    struct Owed {
        plans::Creditor terms;
        Cents principal = 0;
        Cents interest = 0;
        Cents before = 0; ///< owed before the interest of the month
        Cents added = 0;
        Cents remitted = 0;
        bool joined = false;

        [[nodiscard]] Cents balance() const { return joined ? principal + interest : 0; }
    };

    explicit Plan_oracle(const plans::Plan& plan);

    /// The amounts of the month that ends on this day, of all who get something.
    const std::map<std::string, Cents>& month(Date day);

    [[nodiscard]] const Owed& debt(const std::string& id) const { return debts_.at(id); }

    [[nodiscard]] Cents reserve() const { return reserve_; }

    [[nodiscard]] Cents account() const { return account_; }

    /// Whether all are paid who are offered something.
    [[nodiscard]] bool is_paid() const;

private:
    /// Who is paid together, in which way.
    struct Class {
        plans::Method method;
        Ids ids;
        std::optional<Cents> token;
        std::optional<Cents> at_most;
        std::map<std::string, Cents> weights; ///< of who shares, since others did
        std::map<std::string, Cents> had;     ///< since then
        Cents shared = 0;                     ///< since then
        std::set<std::string> counted; ///< were paid, and their instalments are not for others
        boost::multiprecision::cpp_rational kept = 0; ///< part of the money that is no longer paid
    };

    /// What a class does with money: for creditors, and for nobody.
    struct Done {
        Cents paid = 0;
        Cents kept = 0;
    };

    /// What sharing by weight comes to.
    struct Shared {
        Cents above = 0; ///< in parts of those who are owed less
        Cents freed = 0; ///< parts of those who are paid off
    };

    [[nodiscard]] std::vector<Class> classes_of(const plans::Plan& plan) const;
    void accrue(Owed& owed, Date since, Date day) const;
    [[nodiscard]] Cents
    amount_on(Date day, Cents first, std::optional<Money> plans::Step::*of) const;
    void offer(Cents money, Date day);
    Cents settle(Cents money, Date day);
    Done pay(Class& group, Cents money, Date day);
    [[nodiscard]] Done rest(const Class& group, Cents money) const;
    Done pay_by_weight(Class& group, const Ids& open, Cents money);
    Done pay_in_turn(const Ids& open, Cents money);
    Done pay_agreed(Class& group, const Ids& open, Cents money);
    Shared share(Class& group,
                 Cents money,
                 std::map<std::string, Cents> weights,
                 std::map<std::string, Cents> least,
                 const std::map<std::string, Cents>& most,
                 bool shares_freed);
    [[nodiscard]] std::map<std::string, Cents> handed_out(const Class& group, Cents money) const;
    [[nodiscard]] Cents agreed(const Class& group, const std::string& id) const;
    [[nodiscard]] Cents limit(const Class& group, const Ids& open, Cents money) const;
    [[nodiscard]] Cents least(const std::string& id, bool at_most_owed) const;
    [[nodiscard]] Cents kept_part(const Class& group, Cents money) const;

    [[nodiscard]] Cents whole(Cents amount) const { return amount - amount % unit_; }

    [[nodiscard]] bool keeps() const { return plan_.freed_money == plans::Freed_money::kept; }

    const plans::Plan& plan_;
    Cents unit_;
    std::map<std::string, Owed> debts_;
    std::vector<Class> classes_;
    std::map<std::string, Cents> amounts_;
    std::optional<Date> last_;
    Cents waiting_ = 0; ///< money that came once and was not offered yet
    Cents carried_ = 0; ///< less than a euro
    Cents reserve_ = 0;
    Cents account_ = 0;
};

} // namespace saldo::test
