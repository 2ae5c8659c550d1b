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

/// The sum of the movements of a statement, but for those left out; nothing if it has a fraction of
/// a cent.
std::optional<Money> sum_if_whole(const bank::Statement& statement,
                                  std::span<const std::uint32_t> left_out) {
    Money sum = Money::zero();
    for (std::uint32_t i = 0; i < statement.movements.size(); ++i) {
        if (!left_out.empty() && left_out.front() == i) {
            left_out = left_out.subspan(1);
        } else if (const auto amount = to_money(statement.movements[i].amount)) {
            sum += *amount;
        } else {
            return std::nullopt;
        }
    }
    return left_out.empty() ? std::optional(sum) : std::nullopt;
}

/// The same of a statement that has whole cents only.
Money sum_of(const bank::Statement& statement, std::span<const std::uint32_t> left_out) {
    return *sum_if_whole(statement, left_out);
}

/// Every movement has a day, if only that of the statement.
bool has_days(const bank::Statement& statement) {
    return statement.closing_date ||
           std::ranges::all_of(statement.movements, [](const bank::Movement& movement) {
               return movement.booking_date || movement.value_date;
           });
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

Decision decision_on(const bank::Statement& statement) {
    return {statement.line,
            statement.number,
            static_cast<std::uint32_t>(statement.movements.size()),
            std::string(statement.account),
            false,
            std::nullopt};
}

Intake_account::Earlier earlier_of(const bank::Statement& statement) {
    return {statement.number, statement.page, statement.closing_date, statement.opening,
            statement.closing};
}

} // namespace

Date booked_on(const bank::Movement& movement, const bank::Statement& statement) {
    if (movement.booking_date) {
        return *movement.booking_date;
    }
    return movement.value_date ? *movement.value_date : *statement.closing_date;
}

bool is_as_decided(const Booking& booking, const bank::Statement& statement) {
    return booking.account->row.iban.text() == statement.account && has_days(statement) &&
           sum_if_whole(statement, booking.left_out) == booking.closing - booking.opening;
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
        Decision decision = decision_on(statement);
        decision.waits = true;
        return decision;
    }
    Intake_account& account = *found->second;
    const bool is_list = statement.coverage == bank::Coverage::list;
    auto decision = is_list ? decide_list(statement, account) : decide_proved(statement, account);
    account.in_file.push_back(earlier_of(statement));
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
    const bool has_balances =
        statement.opening && statement.closing && statement.opening_date && statement.closing_date;
    if (!has_days(statement) ||
        (statement.coverage == bank::Coverage::statement && !has_balances)) {
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
        return book(statement, account, {});
    }
    if (is_known(statement, account)) {
        return known(statement, account);
    }
    std::vector<std::uint32_t> old = known_movements(statement, account);
    if (!old.empty() && old.size() == statement.movements.size()) {
        return known(statement, account);
    }
    if (follows) {
        warn_of_chain(statement, account);
        return book(statement, account, {});
    }
    const Money reached = account.balance + sum_of(statement, old);
    if (old.empty() || bank::to_amount(reached) != *statement.closing) {
        refuse_chain(statement, account, reached);
        return std::nullopt;
    }
    tell_known_movements(statement, account, old.size());
    return book(statement, account, std::move(old));
}

std::optional<Decision> Intake::decide_list(const bank::Statement& statement,
                                            Intake_account& account) {
    std::vector<std::uint32_t> old = known_movements(statement, account);
    if (old.size() == statement.movements.size()) {
        return known(statement, account);
    }
    if (!old.empty()) {
        tell_known_movements(statement, account, old.size());
    }
    const Money reached = account.balance + sum_of(statement, old);
    if (statement.closing && bank::to_amount(reached) != *statement.closing) {
        refuse_chain(statement, account, reached);
        return std::nullopt;
    }
    if (!statement.closing) {
        tell(list_not_proved, Severity::warning, statement.line,
             {{"dossier", account.dossier_number}, {"computed", format(reached)}});
    }
    return book(statement, account, std::move(old));
}

/// True if the book or the file has the statement already. Its balances do not tell alone: an
/// account may come back to where it was, and then an old statement fits once more.
bool Intake::is_known(const bank::Statement& statement, const Intake_account& account) {
    const auto in_book = [&](const Statement_row& row) {
        return row.number == statement.number && row.closing_date == *statement.closing_date &&
               bank::to_amount(row.opening) == *statement.opening &&
               bank::to_amount(row.closing) == *statement.closing;
    };
    return std::ranges::find(account.in_file, earlier_of(statement)) != account.in_file.end() ||
           std::ranges::any_of(desk_.work().statements().statements(account.row.id), in_book);
}

/// The positions of the movements of the statement that the book has.
std::vector<std::uint32_t> Intake::known_movements(const bank::Statement& statement,
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
    std::vector<std::uint32_t> positions;
    for (std::uint32_t i = 0; i < found.size(); ++i) {
        if (found[i]) {
            positions.push_back(i);
        }
    }
    return positions;
}

Decision Intake::known(const bank::Statement& statement, const Intake_account& account) {
    tell(statement_known, Severity::info, statement.line,
         {{"dossier", account.dossier_number}, {"number", std::to_string(statement.number)}});
    return decision_on(statement);
}

Decision Intake::book(const bank::Statement& statement,
                      Intake_account& account,
                      std::vector<std::uint32_t> left_out) {
    const Date last = statement.closing_date ? *statement.closing_date : period_of(statement).last;
    Booking booking{.account = &account,
                    .opening = account.balance,
                    .closing = account.balance + sum_of(statement, left_out),
                    .opening_date = statement.opening_date.value_or(account.date),
                    .closing_date = last,
                    .first_day = last,
                    .last_day = last,
                    .left_out = std::move(left_out)};
    if (!statement.movements.empty()) {
        const Period period = period_of(statement);
        booking.first_day = std::min(period.first, last);
        booking.last_day = std::max(period.last, last);
    }
    account.date = std::max(account.date, booking.closing_date);
    account.balance = booking.closing;
    account.number = statement.number;
    Decision decision = decision_on(statement);
    decision.booking = std::move(booking);
    return decision;
}

void Intake::tell_known_movements(const bank::Statement& statement,
                                  const Intake_account& account,
                                  std::size_t known) {
    tell(movements_known, Severity::info, statement.line,
         {{"dossier", account.dossier_number},
          {"known", std::to_string(known)},
          {"new", std::to_string(statement.movements.size() - known)}});
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
