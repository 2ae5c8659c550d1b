#include "app/codes.hpp"
#include "app/controls.hpp"
#include "app/export_context.hpp"
#include "app/payment_files.hpp"
#include "app/policies.hpp"
#include "app/user_keys.hpp"
#include "audit/chain.hpp"
#include "base/invariant.hpp"
#include "ledger/postings.hpp"
#include "payments/cut_off.hpp"
#include "payments/execution_date.hpp"
#include "payments/pain001/rules.hpp"
#include "payments/seal.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <future>
#include <iterator>

namespace saldo::app {

namespace {

namespace pain001 = payments::pain001;
using payments::Line_state;
using payments::Run_line;
using payments::Run_state;

/// True for an account of the dossier that is managed in the book: money that goes there is still
/// the household's, and its statement tells of it as a transfer.
bool is_own_account(const Payer& payer, const std::optional<Iban>& payee) {
    return std::ranges::any_of(payer.accounts, [&](const dossier::Account& account) {
        return account.opening && payee && account.iban == *payee;
    });
}

/// Comma and blank between them.
std::string listed(const std::vector<std::string>& texts) {
    return fmt::format("{}", fmt::join(texts, ", "));
}

class Export {
public:
    Export(Desk& desk, Run_sheet sheet, const Export_terms& terms)
        : desk_(desk), sheet_(std::move(sheet)), terms_(terms),
          is_unchanged_(std::async(std::launch::async, is_unchanged, std::cref(sheet_))),
          payers_(payers_of(desk.work(), sheet_)) {}

    Result<Exported_run> run();

private:
    [[nodiscard]] bool has_left() const { return !sheet_.run.files.empty(); }

    static bool is_unchanged(const Run_sheet& sheet);
    [[nodiscard]] Result<Done> controls();
    [[nodiscard]] payments::Bank_profiles profiles() const;
    [[nodiscard]] Date exported_on() const;
    [[nodiscard]] Result<Done> check_in_time() const;
    [[nodiscard]] Result<Done> check_same(const std::vector<std::string>& files) const;
    [[nodiscard]] std::optional<std::vector<std::string>>
    kept_files(const payments::Bank_profiles& profiles) const;
    [[nodiscard]] Result<Exported_run> run_again(const payments::Bank_profiles& profiles);
    [[nodiscard]] Findings check(std::vector<Payment_file>& files, pain001::Context context) const;
    void book(const Payment_files& made, const payments::Bank_profiles& profiles);
    void book(Run_line& line);
    void record();

    Desk& desk_;
    Run_sheet sheet_;
    const Export_terms& terms_;
    std::future<bool> is_unchanged_; ///< proved while the payers are read
    Payers payers_;
};

/// As it was approved.
bool Export::is_unchanged(const Run_sheet& sheet) {
    Canonical_bytes bytes;
    payments::canonical_bytes(bytes, sheet.run, sheet.lines);
    return sheet.run.content == audit::link(Digest{}, bytes.bytes());
}

/// A run that left is past them: the policy may have changed since, the file may not.
Result<Done> Export::controls() {
    return has_left() ? Result<Done>(Done()) : check_controls(desk_.work(), sheet_);
}

/// Those that are asked for, else those with which it left, else the built-in ones.
payments::Bank_profiles Export::profiles() const {
    payments::Bank_profiles profiles = payments::built_in_bank_profiles();
    if (terms_.profiles && !(has_left() && terms_.profiles_are_usual)) {
        profiles = *terms_.profiles;
    } else if (has_left()) {
        auto kept = payments::read_bank_profiles(sheet_.run.profiles);
        invariant(kept.has_value(), "the book keeps the profiles of a run that left");
        profiles = *std::move(kept);
    }
    for (payments::Bank_profile& profile : profiles) {
        profile.file.version = terms_.version.value_or(profile.file.version);
    }
    return profiles;
}

/// The first export dates the file, so that it is the same for ever after.
Date Export::exported_on() const {
    return sheet_.run.exported_on.value_or(desk_.actor().as_of);
}

/// What is to leave today must be at its bank before the cut-off hour.
Result<Done> Export::check_in_time() const {
    const Date as_of = desk_.actor().as_of;
    for (const Run_line& line : sheet_.lines) {
        if (line.end_to_end_id.empty() || line.proposal.execution_date != as_of) {
            continue;
        }
        const dossier::Account& account = paying_account(payers_, line);
        if (payments::first_execution(account, as_of, desk_.at()) > as_of) {
            return refuse(
                cut_off_passed,
                {{"run", sheet_.run.number},
                 {"dossier", line.dossier_number},
                 {"stated", calendar::format(*desk_.at())},
                 {"computed", calendar::format(payments::same_day_until(
                                  payments::built_in_cut_offs(), account.iban, account.bic))}});
        }
    }
    return Done();
}

/// The bytes with which the run left, if it is to leave as it did and the book has them: what a
/// dossier says of an account may be another thing by now.
std::optional<std::vector<std::string>>
Export::kept_files(const payments::Bank_profiles& profiles) const {
    if (write_bank_profiles(profiles) != sheet_.run.profiles) {
        return std::nullopt;
    }
    std::vector<std::string> files;
    for (std::size_t number = 1; number <= sheet_.run.files.size(); ++number) {
        auto bytes = desk_.work().runs().file_bytes(sheet_.run.id, number);
        if (!bytes) {
            return std::nullopt;
        }
        files.push_back(*std::move(bytes));
    }
    return files;
}

/// Every file of a run that left before, as it left.
Result<Exported_run> Export::run_again(const payments::Bank_profiles& profiles) {
    auto made = make_payment_files(desk_.work(), sheet_, payers_, profiles, exported_on());
    auto files = kept_files(profiles);
    if (!files) {
        if (!made) {
            return refuse(made.error());
        }
        files.emplace();
        for (Payment_file& file : made->files) {
            files->push_back(std::move(file.bytes));
        }
    }
    if (const auto is_same = check_same(*files); !is_same) {
        return refuse(is_same.error());
    }
    std::vector<pain001::Text_change> changes;
    if (made) {
        changes = std::move(made->changes);
    }
    return Exported_run{std::move(sheet_), *std::move(files), true, {}, std::move(changes)};
}

/// A run that left gives the same files, or none.
Result<Done> Export::check_same(const std::vector<std::string>& files) const {
    const std::vector<payments::Run_file>& kept = sheet_.run.files;
    for (std::size_t at = 0; at < std::max(kept.size(), files.size()); ++at) {
        const std::string stated = at < kept.size() ? to_hex(kept[at].sha256) : "";
        const std::string computed = at < files.size() ? to_hex(sha256(files[at])) : "";
        if (stated != computed) {
            return refuse(export_differs, {{"run", sheet_.run.number},
                                           {"file", std::to_string(at + 1)},
                                           {"version", kept.front().version},
                                           {"stated", stated},
                                           {"computed", computed}});
        }
    }
    return Done();
}

/// Each file with what the ones before it leave. What a file was meant to say is not needed after.
Findings Export::check(std::vector<Payment_file>& files, pain001::Context context) const {
    Findings findings;
    for (Payment_file& file : files) {
        const pain001::Message intended = std::move(file.intended);
        std::ranges::move(pain001::check(file.bytes, intended, context),
                          std::back_inserter(findings));
        if (const pain001::Schema* schema = terms_.schemas(file.version)) {
            std::ranges::move(schema->check(file.bytes), std::back_inserter(findings));
        } else if (!terms_.schemas.is_empty()) {
            findings.push_back({schema_of_version_missing,
                                Severity::error,
                                {},
                                {{"version", std::string(name(file.version))}}});
        }
        leave(context, intended);
    }
    return findings;
}

void Export::book(Run_line& line) {
    Payer& payer = payers_.at(line.dossier);
    const budget::Occurrence& occurrence = line.proposal.occurrence;
    const bool set_aside = budget::is_set_aside(occurrence);
    const Money amount = line.proposal.amount;
    const ledger::Pot_balance balance_of = [&](const ledger::Account& pot) {
        return payer.pots.at(pot.code);
    };
    ledger::Postings postings(occurrence.account, desk_.work().journal().chart(line.dossier),
                              balance_of);
    postings.add(occurrence.subject, amount, occurrence.due);
    if (set_aside) {
        postings.free_part(-amount);
    } else {
        postings.add(ledger::Kind::transit, -amount);
        postings.pot(occurrence.pot, -amount);
    }
    if (is_own_account(payer, occurrence.counterparty.iban)) {
        postings.add(occurrence.subject, -amount); // its due date is settled, but nothing is spent
        postings.add(ledger::code(ledger::Kind::transfer, {}), amount);
    }
    ledger::Draft draft{.kind =
                            set_aside ? ledger::Entry_kind::set_aside : ledger::Entry_kind::order,
                        .date = line.proposal.execution_date,
                        .reason = set_aside ? "set_aside" : "payment_ordered",
                        .note = sheet_.run.number,
                        .origin = line.end_to_end_id,
                        .movement = {},
                        .run_line = line.id,
                        .postings = postings.take()};
    for (const ledger::Posting& posting : draft.postings) {
        if (posting.account->kind == ledger::Kind::pot) {
            payer.pots.at(posting.account->code) += posting.amount;
        }
    }
    desk_.post(payer.row, std::move(draft));
    line.state = set_aside ? Line_state::executed : Line_state::exported;
}

void Export::book(const Payment_files& made, const payments::Bank_profiles& profiles) {
    payments::Run& run = sheet_.run;
    for (Run_line& line : sheet_.lines) {
        if (line.proposal.decision == payments::Decision::in) {
            book(line);
        }
    }
    desk_.work().runs().set_line_states(run.id, Line_state::exported, Line_state::executed);
    run.state = Run_state::exported;
    run.exported_by = desk_.actor().user;
    run.exported_on = desk_.actor().as_of;
    run.profiles = write_bank_profiles(profiles);
    for (const Payment_file& file : made.files) {
        run.files.push_back(file.kept);
        desk_.work().runs().add_file(run.id, file.kept, file.bytes);
    }
    desk_.work().runs().update(run);
    record();
}

void Export::record() {
    const payments::Run& run = sheet_.run;
    std::vector<std::string> versions;
    std::vector<std::string> digests;
    for (const payments::Run_file& file : run.files) {
        versions.push_back(file.version);
        digests.push_back(to_hex(file.sha256));
    }
    desk_.record("run.exported", "",
                 {{"run", run.number},
                  {"payments", std::to_string(count(sheet_))},
                  {"total", format(total(sheet_))},
                  {"version", listed(versions)},
                  {"sha256", listed(digests)},
                  {"profiles", to_hex(sha256(run.profiles))}});
}

Result<Exported_run> Export::run() {
    if (!is_unchanged_.get()) {
        return refuse(run_content_changed, {{"run", sheet_.run.number}});
    }
    if (const auto is_signed = check_signature(desk_.work(), sheet_); !is_signed) {
        return refuse(is_signed.error());
    }
    if (const auto is_met = controls(); !is_met) {
        return refuse(is_met.error());
    }
    const payments::Bank_profiles wanted = profiles();
    if (has_left()) {
        return run_again(wanted);
    }
    auto made = make_payment_files(desk_.work(), sheet_, payers_, wanted, exported_on());
    if (!made) {
        return refuse(made.error());
    }
    if (auto in_time = check_in_time(); !in_time) {
        return refuse(std::move(in_time).error());
    }
    // The files are proved while they are booked; nothing is kept of the unit if one is wrong.
    auto checked = std::async(std::launch::async, &Export::check, this, std::ref(made->files),
                              export_context(desk_, sheet_, payers_));
    book(*made, wanted);
    Findings warnings = checked.get();
    if (has_errors(warnings)) {
        desk_.work().abandon();
        return refuse(Refusal(std::move(warnings)));
    }
    Exported_run exported{
        std::move(sheet_), {}, false, std::move(warnings), std::move(made->changes)};
    for (Payment_file& file : made->files) {
        exported.files.push_back(std::move(file.bytes));
    }
    return exported;
}

} // namespace

Result<Exported_run> export_run(Desk& desk, std::string_view number, const Export_terms& terms) {
    if (const auto allowed = check_right(desk, payments::Act::export_run); !allowed) {
        return refuse(allowed.error());
    }
    auto sheet = find_run(desk.work(), number);
    if (!sheet) {
        return refuse(sheet.error());
    }
    const Run_state state = sheet->run.state;
    if (state != Run_state::approved && state != Run_state::exported &&
        state != Run_state::closed) {
        return refuse(run_state_wrong,
                      {{"run", sheet->run.number}, {"stated", std::string(name(state))}});
    }
    return Export(desk, *std::move(sheet), terms).run();
}

} // namespace saldo::app
