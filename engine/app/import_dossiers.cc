#include "app/import_dossiers.hpp"

#include "app/adopt_plan.hpp"
#include "app/codes.hpp"
#include "app/position.hpp"
#include "base/named.hpp"
#include "dossier/document.hpp"
#include "dossier/ledger_accounts.hpp"
#include "plans/plan_document.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace saldo::app {

namespace {

using dossier::Dossier;

Finding fault(Code code, std::string place, Params params) {
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
            findings.push_back(fault(account_is_kept, "/accounts", {{"account", old.id}}));
        } else if (now->opening != old.opening) {
            findings.push_back(fault(opening_is_fixed, "/accounts", {{"account", old.id}}));
        }
    }
    for (const dossier::Pot& pot : after.pots) {
        const dossier::Pot* old = find_id(before.pots, pot.id);
        const bool account_is_new = find_id(before.accounts, pot.account) == nullptr;
        const Money opening = old != nullptr ? old->opening : Money::zero();
        if (pot.opening != opening && !(old == nullptr && account_is_new)) {
            findings.push_back(fault(opening_is_fixed, "/pots", {{"pot", pot.id}}));
        }
    }
    for (const dossier::Pot& old : before.pots) {
        const dossier::Pot* now = find_id(after.pots, old.id);
        if (now == nullptr || now->account != old.account) {
            findings.push_back(fault(pot_is_kept, "/pots", {{"pot", old.id}}));
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
                fault(claim_history_is_kept, "/creditors", {{"claim", key}, {"list", list}}));
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
                findings.push_back(fault(claim_is_kept, "/creditors", {{"claim", key}}));
            } else if (balance(*claim) != balance(old) || claim->stated != old.stated) {
                findings.push_back(fault(opening_is_fixed, "/creditors",
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
            findings.push_back(fault(bill_is_kept, "/bills", {{"bill", old.id}}));
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
            findings.push_back(fault(plan_is_kept, "/plans", {{"plan", old.id}}));
        }
    }
}

/// Texts of plans that another book adopted, by their digest.
class Brought_terms {
public:
    struct Text {
        std::string file;
        std::string text;
        bool is_used = false;
    };

    /// Gives what is wrong with the files.
    Findings take(const std::vector<Input_file>& files) {
        Findings faults;
        for (const Input_file& file : files) {
            if (const auto plan = plans::read_plan(file.bytes); !plan) {
                const Findings found = Refusal(plan.error()).in_file(file.name).findings();
                faults.insert(faults.end(), found.begin(), found.end());
                continue;
            }
            std::string text = plans::canonical_text(file.bytes);
            const std::string digest = to_hex(sha256(text));
            texts_.try_emplace(digest, Text{file.name, std::move(text)});
        }
        return faults;
    }

    /// The text of a plan, or none.
    const std::string* use(const dossier::Adopted_plan& plan) {
        const auto found = texts_.find(plan.terms);
        if (found == texts_.end()) {
            return nullptr;
        }
        found->second.is_used = true;
        return &found->second.text;
    }

    [[nodiscard]] Findings unused() const {
        Findings faults;
        for (const auto& [digest, each] : texts_) {
            if (!each.is_used) {
                faults.push_back({plan_terms_of_none,
                                  Severity::error,
                                  {each.file, 0, {}},
                                  {{"sha256", digest}}});
            }
        }
        return faults;
    }

private:
    std::map<std::string, Text> texts_;
};

/// The import of one command: what it knows of the book, and the faults of all files.
class Dossier_import {
public:
    Dossier_import(Desk& desk, const std::vector<Input_file>& terms) : desk_(desk) {
        add_faults(terms_.take(terms));
        for (const Account_row& account : desk.work().dossiers().accounts()) {
            owner_of_.emplace(account.iban, account.dossier);
        }
    }

    void take(const Input_file& file) {
        auto read = dossier::read_document(file.bytes);
        if (!read) {
            add_faults(read.error().in_file(file.name).findings());
            return;
        }
        Findings findings;
        if (!numbers_.insert(read->number).second) {
            findings.push_back(fault(dossier_twice, "/number", {{"dossier", read->number}}));
        } else {
            take(file, *read, findings);
        }
        if (!findings.empty()) {
            add_faults(Refusal(std::move(findings)).in_file(file.name).findings());
        }
    }

    [[nodiscard]] Result<std::vector<Imported_dossier>> result() && {
        if (faults_.empty()) {
            add_faults(terms_.unused());
        }
        return faults_.empty() ? Result<std::vector<Imported_dossier>>(std::move(imported_))
                               : refuse(Refusal(std::move(faults_)));
    }

private:
    void take(const Input_file& file, const Dossier& dossier, Findings& findings) {
        Dossiers& dossiers = desk_.work().dossiers();
        std::string text = dossier::write_document(dossier);
        std::optional<Dossier_row> row = dossiers.find(dossier.number);
        std::uint32_t version = 1;
        if (row) {
            const Document current = dossiers.document(row->id);
            if (current.text == text) {
                imported_.push_back({file.name, dossier.number,
                                     Imported_dossier::Outcome::unchanged, current.version});
                return;
            }
            const dossier::Dossier before = read_kept(current.text);
            compare_accounts(before, dossier, findings);
            compare_claims(before, dossier, findings);
            compare_bills(before, dossier, findings);
            compare_plans(before, dossier, findings);
            version = current.version + 1;
        }
        check_owners(dossier, row, findings);
        if (row) {
            check_terms(dossier, *row, findings);
        } else {
            check_brought(dossier, findings);
        }
        if (!findings.empty()) {
            return;
        }
        if (!row) {
            row = dossiers.add(dossier.number);
        }
        const Digest digest = sha256(text);
        dossiers.add_document(row->id, {version, std::move(text)}, desk_.actor());
        open_accounts(*row, dossier);
        const auto outcome =
            version == 1 ? Imported_dossier::Outcome::added : Imported_dossier::Outcome::changed;
        desk_.record(version == 1 ? "dossier.added" : "dossier.changed", dossier.number,
                     {{"version", std::to_string(version)}, {"sha256", to_hex(digest)}});
        if (version == 1) {
            take_over_plans(*row, dossier);
        }
        imported_.push_back({file.name, dossier.number, outcome, version});
    }

    void check_owners(const Dossier& dossier,
                      const std::optional<Dossier_row>& row,
                      Findings& findings) {
        for (const dossier::Account& account : dossier.accounts) {
            const auto owner = owner_of_.find(account.iban);
            if (is_managed(account) && owner != owner_of_.end() &&
                (!row || owner->second != row->id)) {
                findings.push_back(
                    fault(account_in_other_dossier, "/accounts", {{"account", account.id}}));
            }
        }
    }

    /// A plan comes by its adoption, which left its terms in the book.
    void check_terms(const Dossier& dossier, const Dossier_row& row, Findings& findings) {
        for (const dossier::Adopted_plan& plan : dossier.plans) {
            const auto terms = desk_.work().plan_terms().find(row.id, plan.id);
            if (!terms || to_hex(sha256(terms->text)) != plan.terms) {
                findings.push_back(fault(plan_not_adopted, "/plans", {{"plan", plan.id}}));
            }
        }
    }

    void check_brought(const Dossier& dossier, Findings& findings) {
        for (const dossier::Adopted_plan& plan : dossier.plans) {
            if (terms_.use(plan) == nullptr) {
                findings.push_back(fault(plan_terms_missing, "/plans",
                                         {{"plan", plan.id}, {"sha256", plan.terms}}));
            }
        }
    }

    void take_over_plans(const Dossier_row& row, const Dossier& dossier) {
        for (const dossier::Adopted_plan& plan : dossier.plans) {
            desk_.work().plan_terms().add(
                {row.id, row.number, plan.id, *terms_.use(plan), desk_.actor()});
            Params facts = adoption_facts(plan, plan.terms);
            facts.push_back({"adopted_by", plan.user});
            facts.push_back({"adopted", calendar::format(plan.adopted)});
            desk_.record(plan_taken_over_event, row.number, std::move(facts));
        }
    }

    void open_accounts(const Dossier_row& row, const Dossier& dossier) {
        Journal& journal = desk_.work().journal();
        const ledger::Chart& chart = journal.chart(row.id);
        std::set<std::string, std::less<>> added;
        for (const dossier::Wanted_account& wanted : dossier::ledger_accounts(dossier)) {
            if (chart.find(wanted.code) == nullptr) {
                journal.add_account(row.id, wanted.kind, wanted.code, wanted.bank_account);
                added.insert(wanted.code);
            }
        }
        const auto is_new = [&](std::string_view code) { return added.contains(code); };
        for (const dossier::Account& account : dossier.accounts) {
            if (is_managed(account) && is_new(code(ledger::Kind::bank, account.id))) {
                desk_.work().dossiers().add_account({{},
                                                     row.id,
                                                     account.id,
                                                     account.iban,
                                                     account.opening->date,
                                                     account.opening->balance});
                owner_of_.emplace(account.iban, row.id);
            }
        }
        for (ledger::Draft& draft : opening_entries(dossier, chart, is_new)) {
            desk_.post(row, std::move(draft));
        }
    }

    void add_faults(const Findings& findings) {
        faults_.insert(faults_.end(), findings.begin(), findings.end());
    }

    Desk& desk_;
    Brought_terms terms_;
    std::map<Iban, Dossier_id> owner_of_;
    std::set<std::string> numbers_;
    std::vector<Imported_dossier> imported_;
    Findings faults_;
};

} // namespace

std::string_view name(Imported_dossier::Outcome outcome) {
    using enum Imported_dossier::Outcome;
    constexpr std::array names{Named{added, "added"}, Named{changed, "changed"},
                               Named{unchanged, "unchanged"}};
    return name_in(names, outcome);
}

Result<std::vector<Imported_dossier>> import_dossiers(Desk& desk,
                                                      const std::vector<Input_file>& files,
                                                      const std::vector<Input_file>& terms) {
    Dossier_import import(desk, terms);
    for (const Input_file& file : files) {
        import.take(file);
    }
    return std::move(import).result();
}

Result<Done> keep_document(Desk& desk, const Dossier& dossier) {
    return import_dossiers(desk, {{"", dossier::write_document(dossier)}})
        .map([](const std::vector<Imported_dossier>&) { return Done(); });
}

} // namespace saldo::app
