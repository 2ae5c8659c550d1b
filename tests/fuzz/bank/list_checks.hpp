#pragma once

#include "bank/statement.hpp"
#include "base/invariant.hpp"
#include "base/text.hpp"

/// What holds of every list of movements that was read, whatever the bytes were.
namespace saldo::fuzz {

inline void check_movement(const bank::Movement& movement, const bank::Statement& statement) {
    for (const std::string_view text :
         {movement.counterparty.name, movement.counterparty.account, movement.counterparty.bic,
          movement.counterparty.address, movement.communication.text,
          movement.communication.written, movement.mandate_id, movement.bank_reference,
          movement.key}) {
        invariant(text::is_utf8(text), "texts are UTF-8");
    }
    invariant(movement.booking_date.has_value(), "a movement was booked on a day");
    invariant(movement.line > 0, "a movement stands in a row");
    invariant(movement.information.first + movement.information.count <=
                  statement.information.size(),
              "information lies within the statement");
    if (movement.communication.kind == bank::Communication::Kind::ogm) {
        invariant(movement.communication.text.size() == 12, "an OGM has twelve digits");
    }
}

inline void check_list(const bank::Statement_file& file, std::size_t size) {
    const bool is_right = !has_errors(file.findings);
    for (const bank::Statement& statement : file.statements) {
        invariant(statement.coverage == bank::Coverage::list, "an export is a list");
        invariant(!statement.movements.empty(), "a list has movements");
        bank::Amount_sum sum;
        sum.add(statement.opening.value_or(bank::Amount()));
        for (const bank::Movement& movement : statement.movements) {
            check_movement(movement, statement);
            invariant(movement.origin.begin + movement.origin.size <= size,
                      "a row lies within the file");
            sum.add(movement.amount);
        }
        if (is_right && statement.opening && statement.closing) {
            invariant(sum == *statement.closing, "a list without errors balances");
        }
    }
}

} // namespace saldo::fuzz
