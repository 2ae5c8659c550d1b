#include "app/import_statements.hpp"

#include "app/codes.hpp"
#include "bank/chain.hpp"
#include "bank/codes.hpp"
#include "bank/read.hpp"
#include "base/invariant.hpp"

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace saldo::app {

namespace {

/// A bank account with the state its next statement has to follow on.
struct Target {
    Account_row account;
    std::string dossier_number;
    Date date;
    Money balance = Money::zero();
    std::uint32_t number = 0;                    ///< of the last statement, 0 if none
    std::vector<const bank::Statement*> in_file; ///< those before the next one in this file
};

std::string text_of(const std::optional<bank::Amount>& amount) {
    return amount ? format(*amount) : std::string();
}

/// The import of one file.
class Import {
public:
    Import(Desk& desk, const Input_file& file, Digest sha256, std::optional<bank::Format> format)
        : desk_(desk), file_(file), format_(format), batches_(desk.work()) {
        result_.name = file.name;
        result_.sha256 = sha256;
        read_targets();
    }

    Result<Imported_file> run() &&;

private:
    void read_targets();
    void check(const bank::Statement& statement);
    void check_chain(const bank::Statement& statement, const Target& target);
    [[nodiscard]] bool is_known(const bank::Statement& statement, const Target& target);
    void check_amounts(const bank::Statement& statement);
    void fault(Code code, std::uint64_t line, Params params);
    void find_periods(const bank::Statement_file& file);
    void make_explainers(const bank::Statement_file& file);
    void book(File_id file, const bank::Statement& statement);
    void book(const bank::Statement& statement,
              Statement_id id,
              const bank::Movement& movement,
              const Target& target,
              const std::string& file_key);

    Desk& desk_;
    const Input_file& file_;
    std::optional<bank::Format> format_;
    Imported_file result_;
    Findings faults_;
    std::unordered_map<std::string_view, Target*> target_of_; ///< by IBAN
    std::vector<std::unique_ptr<Target>> targets_;

    struct Period {
        Date first;
        Date last;
    };

    Batches batches_;
    std::unordered_map<Dossier_id, Period> periods_;
    std::unordered_map<Dossier_id, std::unique_ptr<Explainer>> explainers_;
    std::vector<Item> items_;
};

Date booked_on(const bank::Movement& movement, const bank::Statement& statement) {
    if (movement.booking_date) {
        return *movement.booking_date;
    }
    return movement.value_date ? *movement.value_date : *statement.closing_date;
}

void Import::read_targets() {
    std::unordered_map<Dossier_id, std::string> numbers;
    for (Dossier_row& row : desk_.work().dossiers().all()) {
        numbers.emplace(row.id, std::move(row.number));
    }
    std::unordered_map<Account_id, Target*> by_account;
    for (Account_row& account : desk_.work().dossiers().accounts()) {
        const Date date = account.opening_date;
        const Money balance = account.opening;
        targets_.push_back(std::make_unique<Target>(
            Target{std::move(account), numbers.at(account.dossier), date, balance, 0, {}}));
        Target& target = *targets_.back();
        by_account.emplace(target.account.id, &target);
        target_of_.emplace(target.account.iban.text(), &target);
    }
    for (const Statement_row& last : desk_.work().statements().last_statements()) {
        Target& target = *by_account.at(last.account);
        target.date = last.closing_date;
        target.balance = last.closing;
        target.number = last.number;
    }
}

void Import::fault(Code code, std::uint64_t line, Params params) {
    faults_.push_back({code, Severity::error, {file_.name, line, {}}, std::move(params)});
}

void Import::check(const bank::Statement& statement) {
    if (statement.is_partial) {
        fault(statement_is_partial, statement.line, {{"account", std::string(statement.account)}});
        return;
    }
    if (statement.currency != "EUR") {
        fault(currency_not_euro, statement.line, {{"stated", std::string(statement.currency)}});
        return;
    }
    const auto found = target_of_.find(statement.account);
    if (found == target_of_.end()) {
        fault(account_unknown, statement.line, {{"account", std::string(statement.account)}});
        return;
    }
    if (!statement.opening || !statement.closing || !statement.opening_date ||
        !statement.closing_date) {
        fault(statement_incomplete, statement.line, {{"dossier", found->second->dossier_number}});
        return;
    }
    check_amounts(statement);
    check_chain(statement, *found->second);
    Target& target = *found->second;
    target.date = *statement.closing_date;
    target.balance = to_money(*statement.closing).value_or(target.balance);
    target.number = statement.number;
    target.in_file.push_back(&statement);
}

void Import::check_amounts(const bank::Statement& statement) {
    const auto check = [&](bank::Amount amount, std::uint64_t line) {
        if (const auto money = to_money(amount); !money) {
            fault(bank::fraction_of_cent, line, money.error().first().params);
        }
    };
    check(*statement.opening, statement.line);
    check(*statement.closing, statement.line);
    for (const bank::Movement& movement : statement.movements) {
        check(movement.amount, movement.line);
    }
}

/// True if the book or the file has the statement already. Its balances do not tell: an account
/// may come back to where it was, and then an old statement fits once more.
bool Import::is_known(const bank::Statement& statement, const Target& target) {
    if (*statement.closing_date > target.date && statement.number == target.number + 1) {
        return false; // plainly the next one: spares the look at all others
    }
    const auto in_book = [&](const Statement_row& known) {
        return known.number == statement.number && known.closing_date == *statement.closing_date &&
               bank::to_amount(known.opening) == *statement.opening &&
               bank::to_amount(known.closing) == *statement.closing;
    };
    const auto in_file = [&](const bank::Statement* known) {
        return known->number == statement.number && known->closing_date == statement.closing_date &&
               known->opening == statement.opening && known->closing == statement.closing;
    };
    return std::ranges::any_of(target.in_file, in_file) ||
           std::ranges::any_of(desk_.work().statements().statements(target.account.id), in_book);
}

void Import::check_chain(const bank::Statement& statement, const Target& target) {
    if (is_known(statement, target)) {
        fault(statement_known, statement.line,
              {{"dossier", target.dossier_number}, {"number", std::to_string(statement.number)}});
        return;
    }
    if (statement.opening != bank::to_amount(target.balance)) {
        fault(chain_broken, statement.line,
              {{"dossier", target.dossier_number},
               {"stated", text_of(statement.opening)},
               {"computed", format(target.balance)},
               {"last_date", calendar::format(target.date)},
               {"last_number", std::to_string(target.number)},
               {"number", std::to_string(statement.number)}});
        return;
    }
    bank::Statement previous;
    previous.closing = statement.opening;
    previous.closing_date = target.date;
    previous.number = target.number;
    for (Finding& finding : bank::check_chain(previous, statement, Severity::warning)) {
        finding.where.file = file_.name;
        finding.params.insert(finding.params.begin(), {"dossier", target.dossier_number});
        result_.findings.push_back(std::move(finding));
    }
}

void Import::find_periods(const bank::Statement_file& file) {
    for (const bank::Statement& statement : file.statements) {
        const Target& target = *target_of_.at(statement.account);
        Period period{*statement.closing_date, *statement.closing_date};
        for (const bank::Movement& movement : statement.movements) {
            const Date date = booked_on(movement, statement);
            period = {std::min(period.first, date), std::max(period.last, date)};
        }
        const auto [known, added] = periods_.emplace(target.account.dossier, period);
        if (!added) {
            known->second = {std::min(known->second.first, period.first),
                             std::max(known->second.last, period.last)};
        }
    }
}

/// All of them before anything is booked: what they read of the book would else write first, in
/// small pieces, what was booked for the dossiers before.
void Import::make_explainers(const bank::Statement_file& file) {
    for (const bank::Statement& statement : file.statements) {
        const Target& target = *target_of_.at(statement.account);
        std::unique_ptr<Explainer>& explainer = explainers_[target.account.dossier];
        if (!explainer) {
            const Period period = periods_.at(target.account.dossier);
            explainer = std::make_unique<Explainer>(
                desk_, batches_, Dossier_row{target.account.dossier, target.dossier_number},
                period.first, period.last);
        }
    }
}

void Import::book(File_id file, const bank::Statement& statement) {
    const Target& target = *target_of_.at(statement.account);
    const Money opening = *to_money(*statement.opening);
    const Money closing = *to_money(*statement.closing);
    const auto count = static_cast<std::uint32_t>(statement.movements.size());
    const Statement_id id = desk_.work().statements().add_statement({{},
                                                                     file,
                                                                     target.account.id,
                                                                     statement.number,
                                                                     *statement.opening_date,
                                                                     opening,
                                                                     *statement.closing_date,
                                                                     closing,
                                                                     count,
                                                                     statement.line});
    const std::string file_key = std::to_string(file.value) + ":";
    Money booked = Money::zero();
    for (const bank::Movement& movement : statement.movements) {
        book(statement, id, movement, target, file_key);
        booked += *to_money(movement.amount);
    }
    invariant(opening + booked == closing, "a checked statement adds up");
    result_.statements.push_back({target.dossier_number, target.account.iban, statement.number,
                                  *statement.closing_date, opening, closing, count});
}

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
    const char type = detail.transaction_code.empty() ? ' ' : detail.transaction_code.front();
    return type != '8' && type != '9';
}

/// A total is explained by its details if they make it up, else as a whole.
void Import::book(const bank::Statement& statement,
                  Statement_id id,
                  const bank::Movement& movement,
                  const Target& target,
                  const std::string& file_key) {
    Statements& statements = desk_.work().statements();
    const Date date = booked_on(movement, statement);
    const Money amount = *to_money(movement.amount);
    const std::string& account = target.account.key;
    const Movement_id movement_id =
        statements.add_movement(movement, id, target.account.id, amount, date, std::nullopt);
    items_.clear();
    Money in_details = Money::zero();
    const std::vector<Money> amounts = detail_amounts(statement, movement);
    for (std::uint32_t i = 0; i < amounts.size(); ++i) {
        const bank::Movement& detail = statement.details[movement.details.first + i];
        const Movement_id detail_id = statements.add_movement(
            detail, id, target.account.id, amounts[i], booked_on(detail, statement), movement_id);
        if (stands_alone(detail)) {
            items_.push_back({detail_id, facts_of(detail, account, date, amounts[i])});
            in_details += amounts[i];
        }
    }
    if (items_.empty() || in_details != amount) {
        items_.assign(1, {movement_id, facts_of(movement, account, date, amount)});
    }
    explainers_.at(target.account.dossier)
        ->book(movement_id, file_key + std::to_string(movement.line), items_);
}

Result<Imported_file> Import::run() && {
    auto read = bank::read(file_.bytes, format_);
    if (!read) {
        return refuse(read.error().in_file(file_.name));
    }
    for (Finding& finding : read->findings) {
        finding.where.file = file_.name;
        (finding.severity == Severity::error ? faults_ : result_.findings).push_back(finding);
    }
    if (faults_.empty()) {
        for (const bank::Statement& statement : read->statements) {
            check(statement);
        }
    }
    if (!faults_.empty()) {
        return refuse(Refusal(std::move(faults_)));
    }
    const File_id file = desk_.work().statements().add_file({{},
                                                             file_.name,
                                                             result_.sha256,
                                                             std::string(read->format),
                                                             file_.bytes.size(),
                                                             desk_.actor()});
    find_periods(*read);
    make_explainers(*read);
    for (const bank::Statement& statement : read->statements) {
        book(file, statement);
    }
    std::set<Run_id> touched;
    for (const auto& [dossier, explainer] : explainers_) {
        for (const auto& [rule, count] : explainer->counts()) {
            result_.rules[rule] += count;
        }
        touched.insert(explainer->touched_runs().begin(), explainer->touched_runs().end());
    }
    desk_.record("statements.imported", "",
                 {{"file", file_.name},
                  {"sha256", to_hex(result_.sha256)},
                  {"statements", std::to_string(result_.statements.size())}});
    close_finished_runs(desk_, touched);
    return std::move(result_);
}

} // namespace

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
    return Import(desk, file, sha256, format).run();
}

} // namespace saldo::app
