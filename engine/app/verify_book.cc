#include "app/verify_book.hpp"

#include "app/codes.hpp"
#include "app/kept_files.hpp"
#include "app/match_rules.hpp"
#include "app/records.hpp"
#include "app/verify_answers.hpp"
#include "app/verify_controls.hpp"
#include "app/verify_plans.hpp"
#include "audit/chain.hpp"
#include "payments/seal.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <future>
#include <map>
#include <unordered_map>

namespace saldo::app {

namespace {

void add(Findings& findings, Code code, Params params) {
    findings.push_back({code, Severity::error, {}, std::move(params)});
}

/// What the postings on each ledger account come to.
using Sums = std::unordered_map<Ledger_account_id, Money>;

/// Follows the chain of one dossier and adds up its postings.
class Chain_check {
public:
    Chain_check(std::string dossier, Sums& sums, Verification& result)
        : dossier_(std::move(dossier)), sums_(sums), result_(result) {}

    void operator()(const Entry& entry) {
        ++result_.entries;
        if (entry.number != number_ + 1) {
            add(result_.findings, entry_number_wrong,
                {{"dossier", dossier_},
                 {"stated", std::to_string(entry.number)},
                 {"computed", std::to_string(number_ + 1)}});
        }
        if (const auto balanced = ledger::check(entry.draft); !balanced) {
            Params params{{"dossier", dossier_}, {"entry", std::to_string(entry.number)}};
            const Params& why = balanced.error().first().params;
            params.insert(params.end(), why.begin(), why.end());
            add(result_.findings, entry_unbalanced, std::move(params));
        }
        ledger::canonical_bytes(bytes_, dossier_, entry.number, entry.draft, entry.actor);
        const Digest digest = audit::link(digest_, bytes_.bytes());
        if (digest != entry.digest) {
            add(result_.findings, chain_link_wrong,
                {{"dossier", dossier_},
                 {"entry", std::to_string(entry.number)},
                 {"stated", to_hex(entry.digest)},
                 {"computed", to_hex(digest)}});
        }
        for (const ledger::Posting& posting : entry.draft.postings) {
            sums_.try_emplace(posting.account->id, Money::zero()).first->second += posting.amount;
        }
        // Going on from what is stated names each broken link once, not all that follow.
        digest_ = entry.digest;
        number_ = entry.number;
    }

private:
    std::string dossier_;
    Sums& sums_;
    Verification& result_;
    Canonical_bytes bytes_;
    std::uint64_t number_ = 0;
    Digest digest_;
};

void verify_balances(Unit_of_work& work, const Sums& sums, Verification& result) {
    std::map<Ledger_account_id, Money> kept;
    for (const Balance_row& row : work.journal().all_balances()) {
        kept.emplace(row.account, row.balance);
    }
    for (const auto& [account, sum] : sums) {
        kept.try_emplace(account, Money::zero());
    }
    for (const auto& [account, stated] : kept) {
        const auto found = sums.find(account);
        const Money computed = found == sums.end() ? Money::zero() : found->second;
        if (stated != computed) {
            add(result.findings, balance_wrong,
                {{"ledger_account", std::to_string(account.value)},
                 {"stated", format(stated)},
                 {"computed", format(computed)}});
        }
    }
}

struct Movement_sum {
    std::uint64_t count = 0;
    Money sum = Money::zero();
};

void verify_statements(Unit_of_work& work, Verification& result) {
    std::unordered_map<Statement_id, Movement_sum> sums;
    work.statements().each_movement_sum(
        [&](Statement_id statement, std::uint64_t count, Money sum) {
            sums.emplace(statement, Movement_sum{count, sum});
        });
    std::unordered_map<Account_id, Money> balances;
    for (const Account_row& account : work.dossiers().accounts()) {
        balances.emplace(account.id, account.opening);
    }
    for (const Statement_row& statement : work.statements().statements(std::nullopt)) {
        ++result.statements;
        const std::string id = std::to_string(statement.id.value);
        Money& balance = balances.try_emplace(statement.account, Money::zero()).first->second;
        if (statement.opening != balance) {
            add(result.findings, statement_chain_wrong,
                {{"statement", id},
                 {"stated", format(statement.opening)},
                 {"computed", format(balance)}});
        }
        const Movement_sum& sum = sums[statement.id];
        const Money closing = statement.opening + sum.sum;
        if (closing != statement.closing || sum.count != statement.movements) {
            add(result.findings, statement_sum_wrong,
                {{"statement", id},
                 {"stated", format(statement.closing)},
                 {"computed", format(closing)}});
        }
        balance = statement.closing;
    }
}

/// What the log says of the documents, by dossier number and version.
using Logged_documents = std::map<std::pair<std::string, std::string>, std::string>;

/// The events about rules for matching, by kind and number of the rule.
using Logged_rules = std::map<std::pair<std::string, std::string>, audit::Event>;

/// What the log says of the files of a run, and of the profiles with which they left; empty where
/// it is of a time when it did not say so.
struct Logged_export {
    std::string files;
    std::string profiles;
};

/// By run.
using Logged_exports = std::map<std::string, Logged_export, std::less<>>;

struct Logged {
    Logged_documents documents;
    Logged_exports exports;
    Logged_rules rules;
    Logged_answers answers;
    Logged_controls controls;
    Logged_plans plans;
    Logged_records records;
};

Logged verify_events(Unit_of_work& work, Verification& result) {
    Canonical_bytes bytes;
    audit::Event_head head;
    Logged logged;
    work.events().each([&](const audit::Event& event) {
        ++result.events;
        audit::canonical_bytes(bytes, event);
        const Digest digest = audit::link(head.digest, bytes.bytes());
        if (digest != event.digest || event.number != head.number + 1) {
            add(result.findings, event_chain_wrong,
                {{"event", std::to_string(event.number)},
                 {"stated", to_hex(event.digest)},
                 {"computed", to_hex(digest)}});
        }
        if (event.kind == "dossier.added" || event.kind == "dossier.changed") {
            logged.documents[{event.dossier, audit::fact(event, "version")}] =
                audit::fact(event, "sha256");
        }
        if (event.kind.starts_with("match_rule.")) {
            logged.rules.insert_or_assign({event.kind, audit::fact(event, "rule")}, event);
        }
        if (event.kind == "run.exported") {
            logged.exports.emplace(
                audit::fact(event, "run"),
                Logged_export{audit::fact(event, "sha256"), audit::fact(event, "profiles")});
        }
        if (event.kind == "run.answered") {
            logged.answers.emplace(audit::fact(event, "run"), audit::fact(event, "sha256"));
        }
        logged.controls.take(event);
        logged.plans.take(event);
        logged.records.take(event);
        head = {event.number, event.digest};
    });
    return logged;
}

void verify_documents(Unit_of_work& work, Logged_documents logged, Verification& result) {
    work.dossiers().each_version([&](const Dossier_row& row, const Document& document) {
        const std::string version = std::to_string(document.version);
        const auto found = logged.extract({row.number, version});
        const std::string stated = found.empty() ? std::string() : found.mapped();
        const std::string computed = to_hex(sha256(document.text));
        if (stated != computed) {
            add(result.findings, document_changed,
                {{"dossier", row.number},
                 {"version", version},
                 {"stated", stated},
                 {"computed", computed}});
        }
    });
    for (const auto& [key, stated] : logged) {
        add(result.findings, document_changed,
            {{"dossier", key.first},
             {"version", key.second},
             {"stated", stated},
             {"computed", ""}});
    }
}

/// The bytes kept of the bank's files are those whose digest stands with them.
void verify_files(Unit_of_work& work, Verification& result) {
    for (const File_row& file : work.statements().files()) {
        const bank::Source kept = kept_source(work, file.id);
        const Content content = content_of(kept);
        const bool is_kept = content.size > 0; // a file that came before the book kept them is not
        if (is_kept && content.sha256 != file.sha256) {
            add(result.findings, file_changed,
                {{"file", file.name},
                 {"stated", to_hex(file.sha256)},
                 {"computed", to_hex(content.sha256)}});
        }
    }
}

/// Every rule for matching is what the log says of it, and so is its end.
void verify_rules(Unit_of_work& work, Logged_rules logged, Verification& result) {
    const auto is_logged = [&](const char* kind, const Match_rule_row& row, Params facts,
                               const ledger::Actor& actor) {
        const auto found = logged.extract({kind, std::to_string(row.rule.id.value)});
        return !found.empty() && found.mapped().facts == facts &&
               found.mapped().dossier == row.dossier_number && found.mapped().user == actor.user &&
               found.mapped().as_of == actor.as_of;
    };
    for (const Match_rule_row& row : work.match_rules().all()) {
        bool holds = is_logged("match_rule.added", row, added_facts(row), row.actor);
        if (row.end) {
            holds &= is_logged("match_rule.disabled", row, ended_facts(row), row.end->actor);
        }
        if (!holds) {
            add(result.findings, match_rule_changed, {{"rule", std::to_string(row.rule.id.value)}});
        }
    }
    for (const auto& [key, event] : logged) {
        add(result.findings, match_rule_changed, {{"rule", key.second}});
    }
}

/// The files of a run are those that the log names, and so are their bytes, as far as they are
/// kept.
void verify_run_files(Unit_of_work& work,
                      const payments::Run& run,
                      const std::string& logged,
                      Verification& result) {
    std::vector<std::string> kept;
    std::vector<std::string> computed;
    for (const payments::Run_file& file : run.files) {
        const auto bytes = work.runs().file_bytes(run.id, kept.size() + 1);
        kept.push_back(to_hex(file.sha256));
        computed.push_back(bytes ? to_hex(sha256(*bytes)) : kept.back());
    }
    for (const std::vector<std::string>& digests : {kept, computed}) {
        if (const std::string listed = fmt::format("{}", fmt::join(digests, ", "));
            listed != logged) {
            add(result.findings, file_changed,
                {{"file", run.number}, {"stated", logged}, {"computed", listed}});
            return;
        }
    }
}

/// What was approved is still what stands in the run, and what left is what the log says.
void verify_runs(Unit_of_work& work, Logged_exports logged, Verification& result) {
    Canonical_bytes bytes;
    for (const payments::Run& run : work.runs().all()) {
        const auto found = logged.extract(run.number);
        const Logged_export left = found.empty() ? Logged_export() : found.mapped();
        verify_run_files(work, run, left.files, result);
        if (!left.profiles.empty() && left.profiles != to_hex(sha256(run.profiles))) {
            add(result.findings, run_content_changed, {{"run", run.number}});
        }
        if (!run.content) {
            continue;
        }
        payments::canonical_bytes(bytes, run, work.runs().lines(run.id));
        if (audit::link(Digest{}, bytes.bytes()) != *run.content) {
            add(result.findings, run_content_changed, {{"run", run.number}});
        }
    }
}

/// The ledgers, entry by entry.
Verification verify_ledgers(Unit_of_work& work) {
    Verification result;
    Sums sums;
    std::unordered_map<Dossier_id, Chain_check> chains;
    for (Dossier_row& row : work.dossiers().all()) {
        ++result.dossiers;
        chains.emplace(row.id, Chain_check(std::move(row.number), sums, result));
    }
    work.journal().each_entry(
        [&](Dossier_id dossier, const Entry& entry) { chains.at(dossier)(entry); });
    verify_balances(work, sums, result);
    return result;
}

/// The statements, the log of acts and all it vouches for.
Verification verify_rest(Unit_of_work& work) {
    Verification result;
    verify_statements(work, result);
    Logged logged = verify_events(work, result);
    verify_documents(work, std::move(logged.documents), result);
    verify_rules(work, std::move(logged.rules), result);
    verify_files(work, result);
    verify_runs(work, std::move(logged.exports), result);
    verify_controls(work, logged.controls, result.findings);
    verify_plans(work, logged.plans, result.findings);
    verify_records(work, std::move(logged.records), result.findings);
    verify_answers(work, std::move(logged.answers), result.findings);
    return result;
}

} // namespace

Verification verify_book(Unit_of_work& work) {
    const std::unique_ptr<Unit_of_work> other = work.beside();
    std::future<Verification> rest = std::async(other ? std::launch::async : std::launch::deferred,
                                                [&] { return verify_rest(other ? *other : work); });
    Verification result = verify_ledgers(work);
    const Verification proved = rest.get();
    result.statements = proved.statements;
    result.events = proved.events;
    result.findings.insert(result.findings.end(), proved.findings.begin(), proved.findings.end());
    return result;
}

} // namespace saldo::app
