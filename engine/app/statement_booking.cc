#include "app/statement_booking.hpp"

#include "app/orders.hpp"
#include "base/invariant.hpp"
#include "base/text.hpp"

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

} // namespace

Imported_statement Statement_booking::book(const Booking& booking,
                                           const bank::Statement& statement) {
    const Intake_account& account = *booking.account;
    const auto count =
        static_cast<std::uint32_t>(statement.movements.size() - booking.left_out.size());
    const Statement_row row{.id = {},
                            .file = file_,
                            .account = account.row.id,
                            .number = statement.number,
                            .opening_date = booking.opening_date,
                            .opening = booking.opening,
                            .closing_date = booking.closing_date,
                            .closing = booking.closing,
                            .movements = count,
                            .line = statement.line,
                            .coverage = statement.coverage};
    Explainer& explainer = explainers_.next();
    const Statement_id id = desk_.work().statements().add_statement(row);
    Money reached = booking.opening;
    std::span<const std::uint32_t> left_out = booking.left_out;
    for (std::uint32_t i = 0; i < statement.movements.size(); ++i) {
        if (!left_out.empty() && left_out.front() == i) {
            left_out = left_out.subspan(1);
            continue;
        }
        add_movement(account.row, id, statement, statement.movements[i], explainer);
        reached += *to_money(statement.movements[i].amount);
    }
    invariant(reached == booking.closing, "a checked statement adds up");
    return {account.dossier_number, account.row.iban, statement.number, booking.opening_date,
            booking.closing_date,   booking.opening,  booking.closing,  count};
}

/// A total is explained by its details if they make it up, else as a whole.
void Statement_booking::add_movement(const Account_row& account,
                                     Statement_id id,
                                     const bank::Statement& statement,
                                     const bank::Movement& movement,
                                     Explainer& explainer) {
    Statements& statements = desk_.work().statements();
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
    explainer.book(movement_id, std::to_string(file_.value) + ":" + std::to_string(movement.line),
                   items_);
}

void Statement_booking::finish(Imported_file& result) {
    explainers_.finish();
    for (const auto& [rule, count] : explainers_.counts()) {
        result.rules[rule] += count;
    }
    desk_.record("statements.imported", "",
                 {{"file", result.name},
                  {"sha256", to_hex(result.sha256)},
                  {"statements", std::to_string(result.statements.size())}});
    close_finished_runs(desk_, explainers_.touched_runs());
}

} // namespace saldo::app
