#include "app/kept_document.hpp"

#include "app/codes.hpp"
#include "dossier/ledger_accounts.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

using dossier::Dossier;

Finding breach(Code code, std::string place, Params params) {
    return {code,
            Severity::error,
            {.file = {}, .line = 0, .place = std::move(place)},
            std::move(params)};
}

template <class List> const auto* find_id(const List& list, const std::string& id) {
    const auto found = std::ranges::find_if(list, [&](const auto& each) { return each.id == id; });
    return found == list.end() ? nullptr : &*found;
}

void compare_accounts(const Dossier& before, const Dossier& after, Findings& findings) {
    for (const dossier::Account& old : before.accounts) {
        if (!dossier::is_managed(old)) {
            continue;
        }
        const dossier::Account* now = find_id(after.accounts, old.id);
        if (now == nullptr || now->iban != old.iban) {
            findings.push_back(breach(account_is_kept, "/accounts", {{"account", old.id}}));
        } else if (now->opening != old.opening) {
            findings.push_back(breach(opening_is_fixed, "/accounts", {{"account", old.id}}));
        }
    }
    for (const dossier::Pot& pot : after.pots) {
        const dossier::Pot* old = find_id(before.pots, pot.id);
        const bool account_is_new = find_id(before.accounts, pot.account) == nullptr;
        const Money opening = old != nullptr ? old->opening : Money::zero();
        if (pot.opening != opening && !(old == nullptr && account_is_new)) {
            findings.push_back(breach(opening_is_fixed, "/pots", {{"pot", pot.id}}));
        }
    }
    for (const dossier::Pot& old : before.pots) {
        const dossier::Pot* now = find_id(after.pots, old.id);
        if (now == nullptr || now->account != old.account) {
            findings.push_back(breach(pot_is_kept, "/pots", {{"pot", old.id}}));
        }
    }
}

/// The list begins with what it was.
template <class T> bool only_grew(const std::vector<T>& before, const std::vector<T>& after) {
    return before.size() <= after.size() && std::equal(before.begin(), before.end(), after.begin());
}

/// What people did and decided stays; what they know of a debt may be put right.
void compare_histories(const dossier::Claim& before,
                       const dossier::Claim& after,
                       const std::string& key,
                       Findings& findings) {
    const auto keep = [&](bool is_kept, const char* list) {
        if (!is_kept) {
            findings.push_back(
                breach(claim_history_is_kept, "/creditors", {{"claim", key}, {"list", list}}));
        }
    };
    keep(only_grew(before.transfers, after.transfers), "transfers");
    keep(only_grew(before.history, after.history), "history");
    keep(only_grew(before.decisions, after.decisions), "decisions");
}

void compare_claims(const Dossier& before, const Dossier& after, Findings& findings) {
    for (const dossier::Creditor& creditor : before.creditors) {
        const dossier::Creditor* now = find_id(after.creditors, creditor.id);
        for (const dossier::Claim& old : creditor.claims) {
            const dossier::Claim* claim = now == nullptr ? nullptr : find_id(now->claims, old.id);
            const std::string key = claim_id(creditor, old);
            if (claim == nullptr) {
                findings.push_back(breach(claim_is_kept, "/creditors", {{"claim", key}}));
            } else if (balance(*claim) != balance(old) || claim->stated != old.stated) {
                findings.push_back(breach(opening_is_fixed, "/creditors",
                                          {{"claim", key},
                                           {"stated", format(balance(*claim))},
                                           {"computed", format(balance(old))}}));
            } else {
                compare_histories(old, *claim, key, findings);
            }
        }
    }
}

/// A bill may be cancelled, once; all else of it stays.
void compare_bills(const Dossier& before, const Dossier& after, Findings& findings) {
    for (const dossier::Bill& old : before.bills) {
        const dossier::Bill* now = find_id(after.bills, old.id);
        dossier::Bill wanted = old;
        if (now != nullptr && !old.cancelled) {
            wanted.cancelled = now->cancelled;
        }
        if (now == nullptr || *now != wanted) {
            findings.push_back(breach(bill_is_kept, "/bills", {{"bill", old.id}}));
        }
    }
}

/// Answers are added to a plan, and its end, once; all else of it stays.
void compare_plans(const Dossier& before, const Dossier& after, Findings& findings) {
    for (const dossier::Adopted_plan& old : before.plans) {
        const dossier::Adopted_plan* now = find_id(after.plans, old.id);
        dossier::Adopted_plan wanted = old;
        if (now != nullptr && !old.ended) {
            wanted.ended = now->ended;
        }
        if (now != nullptr && only_grew(old.answers, now->answers)) {
            wanted.answers = now->answers;
        }
        if (now == nullptr || *now != wanted) {
            findings.push_back(breach(plan_is_kept, "/plans", {{"plan", old.id}}));
        }
    }
}

/// What was decided on who pays a line stays.
void compare_payers(const Dossier& before, const Dossier& after, Findings& findings) {
    for (const dossier::Budget_line& old : before.budget_lines) {
        const dossier::Budget_line* now = find_id(after.budget_lines, old.id);
        if (!old.payer_changes.empty() && (now == nullptr || now->payer != old.payer ||
                                           !only_grew(old.payer_changes, now->payer_changes))) {
            findings.push_back(breach(payer_changes_are_kept, "/budget_lines", {{"line", old.id}}));
        }
    }
}

/// The team may still discuss an evaluation; all else of it stays.
bool are_kept(const std::vector<dossier::Evaluation>& before,
              std::vector<dossier::Evaluation> after) {
    for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
        if (!before[i].discussed) {
            after[i].discussed.reset();
        }
    }
    return only_grew(before, after);
}

/// That it was decided stays, with the steps that were done, what was found, and what was signed.
bool is_kept(const dossier::Closing& before, const dossier::Closing& after) {
    const bool is_same = before.decided == after.decided && before.reason == after.reason;
    const bool grew =
        only_grew(before.steps, after.steps) && only_grew(before.checks, after.checks);
    const auto& had = before.transfer;
    const auto& has = after.transfer;
    const bool was_signed = had && (had->handed_over || had->taken_over);
    const bool signs_same =
        !was_signed || (has && has->content == had->content &&
                        (!had->handed_over || has->handed_over == had->handed_over) &&
                        (!had->taken_over || has->taken_over == had->taken_over));
    return is_same && grew && signs_same;
}

/// The steps that were taken stay, and what was seen and judged; goals may be worked on.
void compare_courses(const Dossier& before, const Dossier& after, Findings& findings) {
    const auto keep = [&](bool is_kept, const char* list) {
        if (!is_kept) {
            findings.push_back(breach(course_is_kept, "/course", {{"list", list}}));
        }
    };
    if (before.course && !after.course) {
        keep(false, "moves");
    } else if (before.course) {
        keep(only_grew(before.course->moves, after.course->moves), "moves");
        keep(only_grew(before.course->proofs, after.course->proofs), "proofs");
        keep(only_grew(before.course->letters, after.course->letters), "letters");
        keep(are_kept(before.course->evaluations, after.course->evaluations), "evaluations");
        keep(std::ranges::all_of(before.course->goals,
                                 [&](const dossier::Goal& goal) {
                                     return find_id(after.course->goals, goal.id) != nullptr;
                                 }),
             "goals");
    }
    if (before.closing && !(after.closing && is_kept(*before.closing, *after.closing))) {
        findings.push_back(breach(closing_is_kept, "/closing", {}));
    }
}

} // namespace

Findings what_must_stay(const Dossier& before, const Dossier& after) {
    Findings findings;
    compare_accounts(before, after, findings);
    compare_claims(before, after, findings);
    compare_bills(before, after, findings);
    compare_plans(before, after, findings);
    compare_payers(before, after, findings);
    compare_courses(before, after, findings);
    return findings;
}

} // namespace saldo::app
