#include "app/intake.hpp"

#include "app/codes.hpp"
#include "bank/chain.hpp"
#include "bank/codes.hpp"
#include "bank/overlap.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

std::string text_of(const std::optional<bank::Amount>& amount) {
    return amount ? format(*amount) : std::string();
}

Money sum_of(const std::vector<const bank::Movement*>& movements) {
    Money sum = Money::zero();
    for (const bank::Movement* movement : movements) {
        sum += *to_money(movement->amount);
    }
    return sum;
}

std::vector<const bank::Movement*> all_of(const bank::Statement& statement) {
    std::vector<const bank::Movement*> movements;
    movements.reserve(statement.movements.size());
    for (const bank::Movement& movement : statement.movements) {
        movements.push_back(&movement);
    }
    return movements;
}

struct Period {
    Date first;
    Date last;
};

/// The days on which movements of a statement were booked.
Period period_of(const bank::Statement& statement) {
    Period period{booked_on(statement.movements.front(), statement),
                  booked_on(statement.movements.front(), statement)};
    for (const bank::Movement& movement : statement.movements) {
        const Date date = booked_on(movement, statement);
        period = {std::min(period.first, date), std::max(period.last, date)};
    }
    return period;
}

} // namespace

Date booked_on(const bank::Movement& movement, const bank::Statement& statement) {
    if (movement.booking_date) {
        return *movement.booking_date;
    }
    return movement.value_date ? *movement.value_date : *statement.closing_date;
}

Intake::Intake(Desk& desk, std::string file_name, std::string format)
    : desk_(desk), file_name_(std::move(file_name)), format_(std::move(format)) {
    std::unordered_map<Dossier_id, std::string> numbers;
    for (Dossier_row& row : desk_.work().dossiers().all()) {
        numbers.emplace(row.id, std::move(row.number));
    }
    std::unordered_map<Account_id, Intake_account*> by_id;
    for (Account_row& row : desk_.work().dossiers().accounts()) {
        const Date date = row.opening_date;
        const Money balance = row.opening;
        accounts_.push_back(std::make_unique<Intake_account>(
            Intake_account{std::move(row), numbers.at(row.dossier), date, balance, 0, {}}));
        Intake_account& account = *accounts_.back();
        by_id.emplace(account.row.id, &account);
        account_of_.emplace(account.row.iban.text(), &account);
    }
    for (const Statement_row& last : desk_.work().statements().last_statements()) {
        Intake_account& account = *by_id.at(last.account);
        account.date = last.closing_date;
        account.balance = last.closing;
        account.number = last.number;
    }
}

void Intake::fault(Code code, std::uint64_t line, Params params) {
    faults_.push_back({code, Severity::error, {file_name_, line, {}}, std::move(params)});
}

void Intake::tell(Code code, Severity severity, std::uint64_t line, Params params) {
    findings_.push_back({code, severity, {file_name_, line, {}}, std::move(params)});
}

std::optional<Decision> Intake::decide(const bank::Statement& statement) {
    if (!may_be_booked(statement)) {
        return std::nullopt;
    }
    const auto found = account_of_.find(statement.account);
    if (found == account_of_.end()) {
        tell(statement_waits, Severity::warning, statement.line,
             {{"account", std::string(statement.account)}});
        Decision decision;
        decision.outcome = Decision::Outcome::waits;
        decision.statement = &statement;
        return decision;
    }
    Intake_account& account = *found->second;
    const bool is_list = statement.coverage == bank::Coverage::list;
    auto decision = is_list ? decide_list(statement, account) : decide_proved(statement, account);
    account.in_file.push_back(&statement);
    if (!decision && statement.closing && statement.closing_date) {
        // One fault is told once: the statements after it follow on this one.
        account.date = *statement.closing_date;
        account.balance = *to_money(*statement.closing);
        account.number = statement.number;
    }
    return decision;
}

/// What holds of a statement whoever has the account.
bool Intake::may_be_booked(const bank::Statement& statement) {
    if (statement.is_partial) {
        fault(statement_is_partial, statement.line, {{"account", std::string(statement.account)}});
        return false;
    }
    if (statement.currency != "EUR") {
        fault(currency_not_euro, statement.line, {{"stated", std::string(statement.currency)}});
        return false;
    }
    const bool has_dates =
        statement.closing_date ||
        std::ranges::all_of(statement.movements, [](const bank::Movement& movement) {
            return movement.booking_date || movement.value_date;
        });
    const bool has_balances =
        statement.opening && statement.closing && statement.opening_date && statement.closing_date;
    if (!has_dates || (statement.coverage == bank::Coverage::statement && !has_balances)) {
        fault(statement_incomplete, statement.line, {{"account", std::string(statement.account)}});
        return false;
    }
    return has_whole_cents(statement);
}

bool Intake::has_whole_cents(const bank::Statement& statement) {
    const std::size_t before = faults_.size();
    const auto check = [&](const std::optional<bank::Amount>& amount, std::uint64_t line) {
        if (!amount) {
            return;
        }
        if (const auto money = to_money(*amount); !money) {
            fault(bank::fraction_of_cent, line, money.error().first().params);
        }
    };
    check(statement.opening, statement.line);
    check(statement.closing, statement.line);
    for (const bank::Movement& movement : statement.movements) {
        check(movement.amount, movement.line);
    }
    return faults_.size() == before;
}

std::optional<Decision> Intake::decide_proved(const bank::Statement& statement,
                                              Intake_account& account) {
    const bool follows = *statement.opening == bank::to_amount(account.balance);
    const bool is_next =
        *statement.closing_date > account.date && statement.number == account.number + 1;
    if (follows && is_next) { // plainly the next one: spares the look at all others
        warn_of_chain(statement, account);
        return book(statement, account, all_of(statement));
    }
    if (is_known(statement, account)) {
        return known(statement, account);
    }
    std::vector<const bank::Movement*> fresh = new_movements(statement, account);
    const bool has_old = fresh.size() < statement.movements.size();
    if (has_old && fresh.empty()) {
        return known(statement, account);
    }
    if (follows) {
        warn_of_chain(statement, account);
        return book(statement, account, all_of(statement));
    }
    const Money reached = account.balance + sum_of(fresh);
    if (!has_old || bank::to_amount(reached) != *statement.closing) {
        refuse_chain(statement, account, reached);
        return std::nullopt;
    }
    tell_known_movements(statement, account, fresh.size());
    return book(statement, account, std::move(fresh));
}

std::optional<Decision> Intake::decide_list(const bank::Statement& statement,
                                            Intake_account& account) {
    std::vector<const bank::Movement*> fresh = new_movements(statement, account);
    if (fresh.empty()) {
        return known(statement, account);
    }
    if (fresh.size() < statement.movements.size()) {
        tell_known_movements(statement, account, fresh.size());
    }
    const Money reached = account.balance + sum_of(fresh);
    if (statement.closing && bank::to_amount(reached) != *statement.closing) {
        refuse_chain(statement, account, reached);
        return std::nullopt;
    }
    if (!statement.closing) {
        tell(list_not_proved, Severity::warning, statement.line,
             {{"dossier", account.dossier_number}, {"computed", format(reached)}});
    }
    return book(statement, account, std::move(fresh));
}

/// True if the book or the file has the statement already. Its balances do not tell alone: an
/// account may come back to where it was, and then an old statement fits once more.
bool Intake::is_known(const bank::Statement& statement, const Intake_account& account) {
    const auto in_book = [&](const Statement_row& row) {
        return row.number == statement.number && row.closing_date == *statement.closing_date &&
               bank::to_amount(row.opening) == *statement.opening &&
               bank::to_amount(row.closing) == *statement.closing;
    };
    const auto in_file = [&](const bank::Statement* other) {
        return other->number == statement.number && other->page == statement.page &&
               other->closing_date == statement.closing_date &&
               other->opening == statement.opening && other->closing == statement.closing;
    };
    return std::ranges::any_of(account.in_file, in_file) ||
           std::ranges::any_of(desk_.work().statements().statements(account.row.id), in_book);
}

/// The movements of the statement that the book does not have.
std::vector<const bank::Movement*> Intake::new_movements(const bank::Statement& statement,
                                                         const Intake_account& account) {
    if (statement.movements.empty()) {
        return {};
    }
    constexpr int days_around = 3; // two formats may book a movement on other days
    const Period period = period_of(statement);
    std::vector<bank::Identity> booked;
    for (const Known_movement& known : desk_.work().statements().movements_between(
             account.row.id, period.first.plus_days(-days_around),
             period.last.plus_days(days_around))) {
        booked.push_back(known.identity);
    }
    std::vector<bank::Identity> incoming;
    for (const bank::Movement& movement : statement.movements) {
        incoming.push_back(bank::identity_of(movement, format_, booked_on(movement, statement)));
    }
    const auto found = bank::find_known(incoming, booked);
    std::vector<const bank::Movement*> fresh;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!found[i]) {
            fresh.push_back(&statement.movements[i]);
        }
    }
    return fresh;
}

Decision Intake::known(const bank::Statement& statement, const Intake_account& account) {
    tell(statement_known, Severity::info, statement.line,
         {{"dossier", account.dossier_number}, {"number", std::to_string(statement.number)}});
    Decision decision;
    decision.outcome = Decision::Outcome::known;
    decision.statement = &statement;
    decision.account = &account;
    return decision;
}

Decision Intake::book(const bank::Statement& statement,
                      Intake_account& account,
                      std::vector<const bank::Movement*> movements) {
    Decision decision;
    decision.statement = &statement;
    decision.account = &account;
    decision.opening = account.balance;
    decision.closing = account.balance + sum_of(movements);
    decision.movements = std::move(movements);
    decision.opening_date = statement.opening_date.value_or(account.date);
    decision.closing_date =
        statement.closing_date ? *statement.closing_date : period_of(statement).last;
    account.date = std::max(account.date, *decision.closing_date);
    account.balance = decision.closing;
    account.number = statement.number;
    return decision;
}

void Intake::tell_known_movements(const bank::Statement& statement,
                                  const Intake_account& account,
                                  std::size_t fresh) {
    tell(movements_known, Severity::info, statement.line,
         {{"dossier", account.dossier_number},
          {"known", std::to_string(statement.movements.size() - fresh)},
          {"new", std::to_string(fresh)}});
}

void Intake::warn_of_chain(const bank::Statement& statement, const Intake_account& account) {
    bank::Statement previous;
    previous.closing = statement.opening;
    previous.closing_date = account.date;
    previous.number = account.number;
    for (Finding& finding : bank::check_chain(previous, statement, Severity::warning)) {
        finding.where.file = file_name_;
        finding.params.insert(finding.params.begin(), {"dossier", account.dossier_number});
        findings_.push_back(std::move(finding));
    }
}

/// `reached` is where its new movements lead from the balance in the book.
void Intake::refuse_chain(const bank::Statement& statement,
                          const Intake_account& account,
                          Money reached) {
    const auto same_number = [&](const Statement_row& row) {
        return statement.number != 0 && row.number == statement.number &&
               row.closing_date == statement.closing_date;
    };
    const std::vector<Statement_row> rows = desk_.work().statements().statements(account.row.id);
    if (const auto other = std::ranges::find_if(rows, same_number); other != rows.end()) {
        fault(statement_differs, statement.line,
              {{"dossier", account.dossier_number},
               {"number", std::to_string(statement.number)},
               {"stated", text_of(statement.opening) + " - " + text_of(statement.closing)},
               {"computed", format(other->opening) + " - " + format(other->closing)}});
        return;
    }
    const bool is_list = statement.coverage == bank::Coverage::list;
    fault(chain_broken, statement.line,
          {{"dossier", account.dossier_number},
           {"stated", text_of(is_list ? statement.closing : statement.opening)},
           {"computed", format(is_list ? reached : account.balance)},
           {"last_date", calendar::format(account.date)},
           {"last_number", std::to_string(account.number)},
           {"number", std::to_string(statement.number)}});
}

} // namespace saldo::app
