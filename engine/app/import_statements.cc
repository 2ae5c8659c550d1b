#include "app/import_statements.hpp"

#include "app/codes.hpp"
#include "app/dossiers_ahead.hpp"
#include "app/intake.hpp"
#include "bank/read.hpp"
#include "base/invariant.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace saldo::app {

namespace {

/// What the details of a movement come to, in whole cents: nothing if one of them is not.
std::vector<Money> detail_amounts(const bank::Statement& statement,
                                  const bank::Movement& movement) {
    std::vector<Money> amounts;
    for (std::uint32_t i = 0; i < movement.details.count; ++i) {
        const auto money = to_money(statement.details[movement.details.first + i].amount);
        if (!money) {
            return {};
        }
        amounts.push_back(*money);
    }
    return amounts;
}

/// The details of details (type 9 in CODA) stand for themselves in the total above them, and the
/// parts of a breakdown into capital, interest and costs (type 8) are one movement.
bool stands_alone(const bank::Movement& detail) {
    constexpr std::size_t coda_code_length = 8;
    const std::string_view code = detail.transaction_code;
    const bool is_coda = code.size() == coda_code_length && text::all_digits(code);
    return !is_coda || (code.front() != '8' && code.front() != '9');
}

/// Books the statements of one file that were decided to be booked.
class Statement_import {
public:
    Statement_import(Desk& desk, File_id file) : desk_(desk), file_(file), batches_(desk.work()) {}

    void book(const std::vector<Decision>& decisions, Imported_file& result);

private:
    void find_periods(const std::vector<Decision>& decisions);
    void make_explainers(const std::vector<Decision>& decisions);
    Imported_statement book(const Decision& decision);
    void book(const Decision& decision, Statement_id id, const bank::Movement& movement);

    struct Period {
        Date first;
        Date last;
    };

    Desk& desk_;
    File_id file_;
    Batches batches_;
    std::unordered_map<Dossier_id, Period> periods_;
    std::unordered_map<Dossier_id, std::unique_ptr<Explainer>> explainers_;
    std::vector<Item> items_;
    std::optional<Dossiers_ahead> dossiers_;
};

void Statement_import::find_periods(const std::vector<Decision>& decisions) {
    for (const Decision& decision : decisions) {
        Period period{*decision.closing_date, *decision.closing_date};
        for (const bank::Movement* movement : decision.movements) {
            const Date date = booked_on(*movement, *decision.statement);
            period = {std::min(period.first, date), std::max(period.last, date)};
        }
        const auto [known, added] = periods_.emplace(decision.account->row.dossier, period);
        if (!added) {
            known->second = {std::min(known->second.first, period.first),
                             std::max(known->second.last, period.last)};
        }
    }
}

/// All of them before anything is booked: they read the book as it was.
void Statement_import::make_explainers(const std::vector<Decision>& decisions) {
    std::vector<Dossier_row> rows;
    std::vector<Dossier_id> ids;
    for (const Decision& decision : decisions) {
        const Dossier_id dossier = decision.account->row.dossier;
        if (explainers_.try_emplace(dossier).second) {
            rows.push_back({dossier, decision.account->dossier_number});
            ids.push_back(dossier);
        }
    }
    dossiers_.emplace(desk_.work(), ids);
    for (const Dossier_row& row : rows) {
        const Period period = periods_.at(row.id);
        explainers_.at(row.id) = std::make_unique<Explainer>(
            desk_, batches_, row, [this, id = row.id] { return dossiers_->take(id); }, period.first,
            period.last);
    }
}

Imported_statement Statement_import::book(const Decision& decision) {
    const bank::Statement& statement = *decision.statement;
    const Intake_account& account = *decision.account;
    const auto count = static_cast<std::uint32_t>(decision.movements.size());
    const Statement_id id = desk_.work().statements().add_statement({{},
                                                                     file_,
                                                                     account.row.id,
                                                                     statement.number,
                                                                     *decision.opening_date,
                                                                     decision.opening,
                                                                     *decision.closing_date,
                                                                     decision.closing,
                                                                     count,
                                                                     statement.line,
                                                                     statement.coverage});
    Money booked = Money::zero();
    for (const bank::Movement* movement : decision.movements) {
        book(decision, id, *movement);
        booked += *to_money(movement->amount);
    }
    invariant(decision.opening + booked == decision.closing, "a checked statement adds up");
    return {account.dossier_number, account.row.iban, statement.number, *decision.opening_date,
            *decision.closing_date, decision.opening, decision.closing, count};
}

/// A total is explained by its details if they make it up, else as a whole.
void Statement_import::book(const Decision& decision,
                            Statement_id id,
                            const bank::Movement& movement) {
    Statements& statements = desk_.work().statements();
    const bank::Statement& statement = *decision.statement;
    const Account_row& account = decision.account->row;
    const Date date = booked_on(movement, statement);
    const Money amount = *to_money(movement.amount);
    const Movement_id movement_id =
        statements.add_movement(movement, id, account.id, amount, date, std::nullopt);
    items_.clear();
    Money in_details = Money::zero();
    const std::vector<Money> amounts = detail_amounts(statement, movement);
    for (std::uint32_t i = 0; i < amounts.size(); ++i) {
        const bank::Movement& detail = statement.details[movement.details.first + i];
        const Movement_id detail_id = statements.add_movement(
            detail, id, account.id, amounts[i], booked_on(detail, statement), movement_id);
        if (stands_alone(detail)) {
            items_.push_back({detail_id, facts_of(detail, account.key, date, amounts[i])});
            in_details += amounts[i];
        }
    }
    if (items_.empty() || in_details != amount) {
        items_.assign(1, {movement_id, facts_of(movement, account.key, date, amount)});
    }
    explainers_.at(account.dossier)
        ->book(movement_id, std::to_string(file_.value) + ":" + std::to_string(movement.line),
               items_);
}

void Statement_import::book(const std::vector<Decision>& decisions, Imported_file& result) {
    find_periods(decisions);
    make_explainers(decisions);
    for (const Decision& decision : decisions) {
        result.statements.push_back(book(decision));
    }
    std::set<Run_id> touched;
    for (const auto& [dossier, explainer] : explainers_) {
        for (const auto& [rule, count] : explainer->counts()) {
            result.rules[rule] += count;
        }
        touched.insert(explainer->touched_runs().begin(), explainer->touched_runs().end());
    }
    desk_.record("statements.imported", "",
                 {{"file", result.name},
                  {"sha256", to_hex(result.sha256)},
                  {"statements", std::to_string(result.statements.size())}});
    close_finished_runs(desk_, touched);
}

void let_wait(Desk& desk, File_id file, const bank::Statement& statement) {
    desk.work().bank_files().add_waiting({file, std::string(statement.account), statement.line});
}

/// Decides on all statements before anything is written. Refuses with every fault.
Result<std::vector<Decision>> decide(Intake& intake, const bank::Statement_file& read) {
    std::vector<Decision> decisions;
    for (const bank::Statement& statement : read.statements) {
        if (auto decision = intake.decide(statement)) {
            decisions.push_back(*std::move(decision));
        }
    }
    if (!intake.faults().empty()) {
        return refuse(Refusal(std::move(intake.faults())));
    }
    return decisions;
}

/// The findings of the reader, in the name of the file. Refuses with those that are errors.
Result<Findings> findings_of(const bank::Statement_file& read, const std::string& name) {
    Findings faults;
    Findings others;
    for (Finding finding : read.findings) {
        finding.where.file = name;
        (finding.severity == Severity::error ? faults : others).push_back(std::move(finding));
    }
    return faults.empty() ? Result<Findings>(std::move(others))
                          : refuse(Refusal(std::move(faults)));
}

Result<Imported_file>
import_new(Desk& desk, const Input_file& file, Digest sha256, std::optional<bank::Format> format) {
    const auto read = bank::read(file.bytes, format);
    if (!read) {
        return refuse(read.error().in_file(file.name));
    }
    auto findings = findings_of(*read, file.name);
    if (!findings) {
        return refuse(std::move(findings).error());
    }
    Intake intake(desk, file.name, std::string(read->format));
    auto decisions = decide(intake, *read);
    if (!decisions) {
        return refuse(std::move(decisions).error());
    }
    Imported_file result;
    result.name = file.name;
    result.sha256 = sha256;
    result.findings = *std::move(findings);
    result.findings.insert(result.findings.end(), intake.findings().begin(),
                           intake.findings().end());
    const File_id id = desk.work().statements().add_file(
        {{}, file.name, sha256, std::string(read->format), file.bytes.size(), desk.actor()});
    desk.work().bank_files().add_bytes(id, file.bytes);
    for (const Decision& decision : *decisions) {
        result.known += decision.outcome == Decision::Outcome::known ? 1U : 0U;
        if (decision.outcome == Decision::Outcome::waits) {
            let_wait(desk, id, *decision.statement);
            ++result.waiting;
        }
    }
    std::erase_if(*decisions, [](const Decision& decision) {
        return decision.outcome != Decision::Outcome::book;
    });
    Statement_import(desk, id).book(*decisions, result);
    return result;
}

/// The statements of one kept file that waited for accounts which are there now.
class Take_in {
public:
    Take_in(Desk& desk, const File_row& file, std::vector<Waiting_row> rows)
        : desk_(desk), file_(file), rows_(std::move(rows)) {}

    void run(Taken_in& taken);

private:
    [[nodiscard]] bool waited(const bank::Statement& statement) const {
        return std::ranges::find(rows_, Waiting_row{file_.id, std::string(statement.account),
                                                    statement.line}) != rows_.end();
    }

    Desk& desk_;
    const File_row& file_;
    std::vector<Waiting_row> rows_;
};

void Take_in::run(Taken_in& taken) {
    const auto read = bank::read_owned(desk_.work().bank_files().bytes(file_.id),
                                       value_in(bank::format_names, bank::family_of(file_.format)));
    invariant(read.has_value(), "a file that was taken can be read again");
    Intake intake(desk_, file_.name, file_.format);
    std::vector<Decision> decisions;
    for (const bank::Statement& statement : read->statements) {
        if (!waited(statement)) {
            continue;
        }
        if (auto decision = intake.decide(statement)) {
            decisions.push_back(*std::move(decision));
        }
    }
    if (!intake.faults().empty()) {
        for (Finding& finding : intake.faults()) {
            finding.severity = Severity::warning;
            taken.findings.push_back(std::move(finding));
        }
        return;
    }
    for (const Waiting_row& row : rows_) {
        desk_.work().bank_files().remove_waiting(row);
    }
    std::erase_if(decisions, [](const Decision& decision) {
        return decision.outcome != Decision::Outcome::book;
    });
    Imported_file booked;
    booked.name = file_.name;
    booked.sha256 = file_.sha256;
    Statement_import(desk_, file_.id).book(decisions, booked);
    taken.statements.insert(taken.statements.end(), booked.statements.begin(),
                            booked.statements.end());
    taken.findings.insert(taken.findings.end(), intake.findings().begin(), intake.findings().end());
}

} // namespace

Taken_in take_in_waiting(Desk& desk) {
    std::set<std::string, std::less<>> accounts;
    for (const Account_row& account : desk.work().dossiers().accounts()) {
        accounts.emplace(account.iban.text());
    }
    std::map<File_id, std::vector<Waiting_row>> by_file;
    for (Waiting_row& row : desk.work().bank_files().waiting()) {
        if (accounts.contains(row.account)) {
            by_file[row.file].push_back(std::move(row));
        }
    }
    Taken_in taken;
    for (const File_row& file : desk.work().statements().files()) {
        if (const auto found = by_file.find(file.id); found != by_file.end()) {
            Take_in(desk, file, std::move(found->second)).run(taken);
        }
    }
    return taken;
}

Result<Imported_file>
import_statements(Desk& desk, const Input_file& file, std::optional<bank::Format> format) {
    const Digest sha256 = saldo::sha256(file.bytes);
    if (const auto earlier = desk.work().statements().file(sha256)) {
        Imported_file known;
        known.name = file.name;
        known.sha256 = sha256;
        known.earlier = earlier;
        return known;
    }
    return import_new(desk, file, sha256, format);
}

} // namespace saldo::app
