#include "dossier/check.hpp"

#include "base/digest.hpp"
#include "dossier/check_claim.hpp"
#include "dossier/check_course.hpp"
#include "dossier/check_help.hpp"
#include "dossier/check_plans.hpp"
#include "dossier/codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace saldo::dossier {

namespace {

template <class T> const T* find(const std::vector<T>& all, std::string_view id) {
    const auto found = std::ranges::find(all, id, &T::id);
    return found == all.end() ? nullptr : &*found;
}

/// A step down the document: `at("/pots", 2)` is `/pots/2`.
std::string at(std::string_view list, std::size_t index) {
    return fmt::format("{}/{}", list, index);
}

class Checker {
public:
    explicit Checker(const Dossier& dossier) : dossier_(dossier) {}

    Findings run() {
        check_household();
        check_accounts();
        check_pots();
        check_budget_lines();
        check_living_money();
        check_creditors();
        check_bills();
        check_adopted_plans();
        std::ranges::move(check_help(dossier_), std::back_inserter(findings_));
        std::ranges::move(check_course(dossier_), std::back_inserter(findings_));
        return std::move(findings_);
    }

private:
    void check_household() {
        if (dossier_.closed && *dossier_.closed < dossier_.opened) {
            add(closed_too_early, "/closed",
                {{"closed", format(*dossier_.closed)}, {"opened", format(dossier_.opened)}});
        }
        if (std::ranges::find(dossier_.household.members, Member_role::client, &Member::role) ==
            dossier_.household.members.end()) {
            add(no_client, "/household/members");
        }
    }

    void check_accounts() {
        check_ids(dossier_.accounts, "/accounts");
        std::map<std::string_view, std::size_t> ibans;
        for (std::size_t i = 0; i < dossier_.accounts.size(); ++i) {
            const Account& account = dossier_.accounts[i];
            const auto [first, fresh] = ibans.emplace(account.iban.text(), i);
            if (!fresh) {
                add(duplicate_iban, at("/accounts", i) + "/iban",
                    {{"first", at("/accounts", first->second) + "/iban"}});
            }
            check_account(account, at("/accounts", i));
        }
    }

    void check_account(const Account& account, const std::string& place) {
        not_negative(account.overdraft, place, "overdraft");
        not_negative(account.warn_below, place, "warn_below");
        if (account.kind == Account_kind::budget && !account.opening) {
            add(opening_missing, place + "/opening");
        }
        if (account.kind == Account_kind::living_money && account.opening) {
            add(opening_not_wanted, place + "/opening");
        }
        if (!account.opening) {
            return;
        }
        const Opening& opening = *account.opening;
        if (account.closed && *account.closed < opening.date) {
            add(closed_too_early, place + "/closed",
                {{"closed", format(*account.closed)}, {"opened", format(opening.date)}});
        }
        // With money in pots the free part is the rest of the balance, and may be overdrawn.
        Money in_pots = Money::zero();
        for (const Pot& pot : dossier_.pots) {
            in_pots += pot.account == account.id ? pot.opening : Money::zero();
        }
        if (in_pots.is_positive() && in_pots > opening.balance + account.overdraft) {
            add(pots_exceed_opening, place + "/opening/balance",
                {{"balance", format(opening.balance)},
                 {"overdraft", format(account.overdraft)},
                 {"pots", format(in_pots)}});
        }
    }

    void check_pots() {
        check_ids(dossier_.pots, "/pots");
        for (std::size_t i = 0; i < dossier_.pots.size(); ++i) {
            const Pot& pot = dossier_.pots[i];
            const std::string place = at("/pots", i);
            check_account_of(pot.account, place);
            not_negative(pot.opening, place, "opening");
            if (pot.set_aside) {
                check_schedule(*pot.set_aside, place + "/set_aside");
            }
        }
    }

    void check_budget_lines() {
        check_ids(dossier_.budget_lines, "/budget_lines");
        for (std::size_t i = 0; i < dossier_.budget_lines.size(); ++i) {
            const Budget_line& line = dossier_.budget_lines[i];
            const std::string place = at("/budget_lines", i);
            check_schedule(line.schedule, place + "/schedule");
            check_account_of(line.account, place);
            check_pot_of(line.pot, line.account, place);
            not_negative(line.margin, place, "margin");
        }
    }

    void check_living_money() {
        check_ids(dossier_.living_money, "/living_money");
        for (std::size_t i = 0; i < dossier_.living_money.size(); ++i) {
            const Living_money& living_money = dossier_.living_money[i];
            const std::string place = at("/living_money", i);
            check_schedule(living_money.schedule, place + "/schedule");
            check_account_of(living_money.account, place);
        }
    }

    void check_creditors() {
        check_ids(dossier_.creditors, "/creditors");
        for (std::size_t i = 0; i < dossier_.creditors.size(); ++i) {
            const Creditor& creditor = dossier_.creditors[i];
            const std::string claims = at("/creditors", i) + "/claims";
            check_ids(creditor.claims, claims);
            for (std::size_t k = 0; k < creditor.claims.size(); ++k) {
                check_claim(creditor.claims[k], at(claims, k));
            }
        }
    }

    void check_claim(const Claim& claim, const std::string& place) {
        std::ranges::move(dossier::check_claim(claim, place), std::back_inserter(findings_));
        if (claim.instalment) {
            const std::string instalment = place + "/instalment";
            check_schedule(claim.instalment->schedule, instalment + "/schedule");
            check_account_of(claim.instalment->account, instalment);
            check_pot_of(claim.instalment->pot, claim.instalment->account, instalment);
        }
    }

    void check_bills() {
        check_ids(dossier_.bills, "/bills");
        std::map<std::pair<std::string_view, Date>, std::size_t> of_claims;
        for (std::size_t i = 0; i < dossier_.bills.size(); ++i) {
            const Bill& bill = dossier_.bills[i];
            const std::string place = at("/bills", i);
            check_bill(bill, place);
            if (bill.claim.empty()) {
                continue;
            }
            const auto [first, fresh] = of_claims.emplace(std::pair(bill.claim, bill.due), i);
            if (!fresh) {
                add(due_twice, place + "/due",
                    {{"stated", format(bill.due)}, {"first", at("/bills", first->second)}});
            }
        }
    }

    void check_bill(const Bill& bill, const std::string& place) {
        if (!bill.amount.is_positive()) {
            add(amount_not_positive, place + "/amount", {{"stated", format(bill.amount)}});
        }
        if (!digest_from_hex(bill.document)) {
            add(document_not_a_digest, place + "/document", {{"stated", bill.document}});
        }
        check_account_of(bill.account, place);
        check_pot_of(bill.pot, bill.account, place);
        const Account* account = find(dossier_.accounts, bill.account);
        if (account != nullptr && account->opening && bill.due <= account->opening->date) {
            add(bill_is_due_before_book, place + "/due",
                {{"stated", format(bill.due)}, {"opened", format(account->opening->date)}});
        }
        if (!bill.claim.empty()) {
            check_claim_of(bill, place);
        }
    }

    void check_adopted_plans() {
        check_ids(dossier_.plans, "/plans");
        for (std::size_t i = 0; i < dossier_.plans.size(); ++i) {
            check_account_of(dossier_.plans[i].account, at("/plans", i));
            check_pot_of(dossier_.plans[i].pot, dossier_.plans[i].account, at("/plans", i));
        }
        std::ranges::move(check_plans(dossier_), std::back_inserter(findings_));
    }

    /// A claim is paid once a day: what is booked on it is told apart by its due date.
    void check_claim_of(const Bill& bill, const std::string& place) {
        const Claim* claim = find_claim(dossier_, bill.claim);
        if (claim == nullptr) {
            add(unknown_claim, place + "/claim", {{"stated", bill.claim}});
        } else if (claim->instalment && is_due(claim->instalment->schedule, bill.due)) {
            add(due_twice, place + "/due", {{"stated", format(bill.due)}, {"first", bill.claim}});
        }
    }

    void check_schedule(const Schedule& schedule, const std::string& place) {
        if (!schedule.amount.is_positive()) {
            add(amount_not_positive, place + "/amount", {{"stated", format(schedule.amount)}});
        }
        const auto first =
            calendar::first_due(schedule.anchor, schedule.rhythm, schedule.period.from());
        if (!first ||
            !schedule.period.contains(calendar::due(schedule.anchor, schedule.rhythm, *first))) {
            add(never_due, place);
        }
    }

    void check_account_of(const std::string& account, const std::string& place) {
        const Account* found = find(dossier_.accounts, account);
        if (found == nullptr) {
            add(unknown_account, place + "/account", {{"stated", account}});
        } else if (!found->opening) {
            add(account_not_managed, place + "/account", {{"stated", account}});
        }
    }

    void
    check_pot_of(const std::string& pot, const std::string& account, const std::string& place) {
        if (pot.empty()) {
            return;
        }
        const Pot* found = find(dossier_.pots, pot);
        if (found == nullptr) {
            add(unknown_pot, place + "/pot", {{"stated", pot}, {"account", account}});
        } else if (found->account != account) {
            add(pot_of_other_account, place + "/pot",
                {{"stated", account}, {"account", found->account}});
        }
    }

    template <class T> void check_ids(const std::vector<T>& all, const std::string& list) {
        std::map<std::string_view, std::size_t> seen;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto [first, fresh] = seen.emplace(all[i].id, i);
            if (!fresh) {
                add(duplicate_id, at(list, i) + "/id",
                    {{"stated", all[i].id}, {"first", at(list, first->second) + "/id"}});
            }
        }
    }

    void not_negative(Money amount, const std::string& place, std::string_view field) {
        if (amount.is_negative()) {
            add(negative_amount, fmt::format("{}/{}", place, field), {{"stated", format(amount)}});
        }
    }

    void add(Code code, std::string place, Params params = {}) {
        findings_.push_back({code, Severity::error, {{}, 0, std::move(place)}, std::move(params)});
    }

    const Dossier& dossier_;
    Findings findings_;
};

} // namespace

Findings check(const Dossier& dossier) {
    return Checker(dossier).run();
}

} // namespace saldo::dossier
