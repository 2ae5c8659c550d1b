#pragma once

#include "bank/read.hpp"
#include "base/invariant.hpp"
#include "base/text.hpp"

#include <algorithm>

/// What must hold of every statement that a reader gives, whatever the bytes.
namespace saldo::fuzz {

inline void check_movement(const bank::Movement& movement, const bank::Statement& statement) {
    for (const std::string_view text :
         {movement.counterparty.name, movement.counterparty.account, movement.counterparty.bic,
          movement.counterparty.address, movement.communication.type, movement.communication.text,
          movement.communication.written, movement.end_to_end_id, movement.mandate_id,
          movement.creditor_id, movement.bank_reference, movement.transaction_code,
          movement.return_reason, movement.purpose}) {
        invariant(text::is_utf8(text), "texts are UTF-8");
    }
    invariant(movement.details.first + movement.details.count <= statement.details.size(),
              "details lie within the statement");
    invariant(movement.information.first + movement.information.count <=
                  statement.information.size(),
              "information lies within the statement");
    if (movement.communication.kind == bank::Communication::Kind::ogm) {
        invariant(movement.communication.text.size() == 12, "an OGM has twelve digits");
    }
}

inline void check_texts(const bank::Statement& statement) {
    for (const auto* texts : {&statement.information, &statement.messages}) {
        for (const bank::Information& information : *texts) {
            invariant(text::is_utf8(information.text), "texts are UTF-8");
        }
    }
    for (const std::string_view text :
         {statement.account, statement.currency, statement.holder, statement.file_reference}) {
        invariant(text::is_utf8(text), "texts are UTF-8");
    }
}

/// For a statement without errors.
inline void check_balance(const bank::Statement& statement) {
    if (!statement.opening || !statement.closing || statement.is_partial) {
        return;
    }
    bank::Amount_sum sum;
    sum.add(*statement.opening);
    for (const bank::Movement& movement : statement.movements) {
        sum.add(movement.amount);
    }
    invariant(sum == *statement.closing, "a statement without errors balances");
}

/// What the writer made of a file, if it could, is read again with the same amounts.
inline void check_written_again(const bank::Statement_file& file,
                                const Result<std::string>& bytes) {
    if (!bytes) {
        return;
    }
    const auto again = bank::read(*bytes);
    invariant(again.has_value(), "what was written is read");
    invariant(again->statements.size() == file.statements.size(), "every statement comes back");
    const auto amount = [](const bank::Movement& movement) { return movement.amount; };
    for (std::size_t i = 0; i < file.statements.size(); ++i) {
        invariant(std::ranges::equal(file.statements[i].movements, again->statements[i].movements,
                                     {}, amount, amount),
                  "every amount comes back");
    }
}

} // namespace saldo::fuzz
