#include "app/import_dossiers.hpp"

#include "app/adopt_plan.hpp"
#include "app/codes.hpp"
#include "app/kept_document.hpp"
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
            findings = what_must_stay(before, dossier);
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
