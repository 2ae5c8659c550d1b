#include "dossier/ledger_accounts.hpp"

#include <algorithm>

namespace saldo::dossier {

namespace {

using ledger::code;
using ledger::Kind;

std::string pot_key(const Pot& pot) {
    return pot.account + "/" + pot.id;
}

ledger::Draft
opening_of(const Dossier& dossier, const Account& account, const ledger::Chart& chart) {
    ledger::Draft draft{.kind = ledger::Entry_kind::opening,
                        .date = account.opening->date,
                        .reason = "opening_balance",
                        .note = {},
                        .origin = {},
                        .movement = {},
                        .run_line = {},
                        .postings = {}};
    const Money balance = account.opening->balance;
    draft.postings.push_back({&chart.at(code(Kind::bank, account.id)), balance, {}});
    draft.postings.push_back({&chart.at(code(Kind::opening, "")), -balance, {}});
    Money free = balance;
    for (const Pot& pot : dossier.pots) {
        if (pot.account == account.id && !pot.opening.is_zero()) {
            draft.postings.push_back({&chart.at(code(Kind::pot, pot_key(pot))), pot.opening, {}});
            free -= pot.opening;
        }
    }
    draft.postings.push_back({&chart.at(code(Kind::pot, account.id)), free, {}});
    return draft;
}

ledger::Draft opening_of(const Creditor& creditor, const Claim& claim, const ledger::Chart& chart) {
    return {.kind = ledger::Entry_kind::opening,
            .date = claim.stated,
            .reason = "opening_debt",
            .note = {},
            .origin = {},
            .movement = {},
            .run_line = {},
            .postings = {{&chart.at(code_of(creditor, claim)), -balance(claim), {}},
                         {&chart.at(code(Kind::opening, "")), balance(claim), {}}}};
}

} // namespace

bool is_managed(const Account& account) {
    return account.opening.has_value();
}

std::string only_account(const Dossier& dossier) {
    const auto managed = std::ranges::count_if(dossier.accounts, is_managed);
    const auto first = std::ranges::find_if(dossier.accounts, is_managed);
    return managed == 1 ? first->id : std::string();
}

std::optional<Date> first_opening(const Dossier& dossier) {
    std::optional<Date> first;
    for (const Account& account : dossier.accounts) {
        if (account.opening && (!first || account.opening->date < *first)) {
            first = account.opening->date;
        }
    }
    return first;
}

std::string code_of(const Creditor& creditor, const Claim& claim) {
    return code(Kind::debt, claim_id(creditor, claim));
}

std::string code_of(const Bill& bill) {
    return bill.claim.empty() ? code(Kind::expense, "bill/" + bill.id)
                              : code(Kind::debt, bill.claim);
}

std::vector<Wanted_account> ledger_accounts(const Dossier& dossier) {
    std::vector<Wanted_account> wanted{{Kind::opening, code(Kind::opening, ""), ""},
                                       {Kind::transfer, code(Kind::transfer, ""), ""}};
    for (const Account& account : dossier.accounts) {
        if (!is_managed(account)) {
            continue;
        }
        for (const Kind kind : {Kind::bank, Kind::transit, Kind::suspense, Kind::pot}) {
            wanted.push_back({kind, code(kind, account.id), account.id});
        }
    }
    for (const Pot& pot : dossier.pots) {
        wanted.push_back({Kind::pot, code(Kind::pot, pot_key(pot)), pot.account});
    }
    for (const Budget_line& line : dossier.budget_lines) {
        const Kind kind = line.direction == Direction::income ? Kind::income : Kind::expense;
        wanted.push_back({kind, code(kind, line.id), ""});
    }
    for (const Living_money& living : dossier.living_money) {
        wanted.push_back({Kind::living_money, code(Kind::living_money, living.id), ""});
    }
    for (const Creditor& creditor : dossier.creditors) {
        for (const Claim& claim : creditor.claims) {
            wanted.push_back({Kind::debt, code_of(creditor, claim), ""});
        }
    }
    for (const Bill& bill : dossier.bills) {
        if (bill.claim.empty()) {
            wanted.push_back({Kind::expense, code_of(bill), ""});
        }
    }
    return wanted;
}

std::vector<ledger::Draft>
opening_entries(const Dossier& dossier,
                const ledger::Chart& chart,
                const std::function<bool(std::string_view code)>& is_new) {
    std::vector<ledger::Draft> drafts;
    for (const Account& account : dossier.accounts) {
        if (is_managed(account) && is_new(code(Kind::bank, account.id))) {
            drafts.push_back(opening_of(dossier, account, chart));
        }
    }
    for (const Creditor& creditor : dossier.creditors) {
        for (const Claim& claim : creditor.claims) {
            if (is_new(code_of(creditor, claim))) {
                drafts.push_back(opening_of(creditor, claim, chart));
            }
        }
    }
    return drafts;
}

} // namespace saldo::dossier
