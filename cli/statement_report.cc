#include "cli/statement_report.hpp"

#include "cli/communication_cell.hpp"
#include "cli/finding_table.hpp"

#include <span>

namespace saldo::cli {

namespace {

using namespace render;
using bank::Communication;
using bank::Movement;

/// `12`, and for its details `12.3`.
Cell number_of(const Movement& movement) {
    std::string number = std::to_string(movement.sequence);
    if (movement.detail != 0) {
        number += "." + std::to_string(movement.detail);
    }
    return Text{std::move(number)};
}

/// The columns for people come among those of the JSON contract, whose order they do not touch.
std::vector<Column> movement_columns() {
    return {{"movement", for_people},
            {"sequence", for_machines},
            {"detail", in_json},
            {"booking_date"},
            {"value_date"},
            {"amount"},
            {"currency", for_machines},
            {"counterparty.name"},
            {"counterparty.account"},
            {"counterparty.bic", for_machines},
            {"communication", for_people},
            {"communication.kind", for_machines},
            {"communication.type", for_machines},
            {"communication.text", for_machines},
            {"end_to_end_id", for_machines},
            {"mandate_id", for_machines},
            {"bank_reference", for_machines},
            {"transaction_code", for_machines},
            {"details", not_in_csv, true},
            {"line", for_machines}};
}

Rows rows_of(const bank::Statement& statement, std::span<const Movement> movements) {
    Rows rows;
    for (const Movement& movement : movements) {
        const std::span details =
            std::span(statement.details).subspan(movement.details.first, movement.details.count);
        rows.rows.push_back(
            {{number_of(movement),
              Count{movement.sequence},
              Count{movement.detail},
              filled(movement.booking_date),
              filled(movement.value_date),
              movement.amount,
              filled<Text>(statement.currency),
              filled<Text>(movement.counterparty.name),
              filled<Account_number>(movement.counterparty.account),
              filled<Text>(movement.counterparty.bic),
              communication_cell(movement.communication.kind, movement.communication.type,
                                 movement.communication.text),
              Text{std::string(name(movement.communication.kind))},
              filled<Text>(movement.communication.type),
              filled<Text>(movement.communication.text),
              filled<Text>(movement.end_to_end_id),
              filled<Text>(movement.mandate_id),
              filled<Text>(movement.bank_reference),
              filled<Text>(movement.transaction_code),
              rows_of(statement, details),
              filled(movement.line)}});
    }
    return rows;
}

Report report_of(const bank::Statement& statement) {
    Table movements{"movements", movement_columns(), {}};
    movements.rows = rows_of(statement, statement.movements).rows;
    return {.facts = {{"account", filled<Account_number>(statement.account), everywhere},
                      {"holder", filled<Text>(statement.holder), for_people},
                      {"currency", filled<Text>(statement.currency), not_in_csv},
                      {"number", filled(std::uint64_t{statement.number}), everywhere},
                      {"opening_date", filled(statement.opening_date), not_in_csv},
                      {"opening", filled(statement.opening), not_in_csv},
                      {"closing_date", filled(statement.closing_date), not_in_csv},
                      {"closing", filled(statement.closing), not_in_csv},
                      {"debit_total", filled(statement.debit_total), not_in_csv},
                      {"credit_total", filled(statement.credit_total), not_in_csv}},
            .tables = {std::move(movements)},
            .parts = {}};
}

Report report_of(const File_read& file, const i18n::Texts& english) {
    Parts statements{"statements", {}};
    for (const bank::Statement& statement : file.content.statements) {
        statements.reports.push_back(report_of(statement));
    }
    const std::string digest = file.sha256 ? to_hex(*file.sha256) : "";
    return {.facts = {{"file", Text{file.name}, everywhere},
                      {"sha256", filled<Text>(digest), in_json},
                      {"format", filled<Text>(file.content.format), in_json}},
            .tables = {finding_table(file.findings, english)},
            .parts = {std::move(statements)}};
}

} // namespace

Report report_of(const std::vector<File_read>& files, const i18n::Texts& english) {
    Parts parts{"files", {}};
    for (const File_read& file : files) {
        parts.reports.push_back(report_of(file, english));
    }
    return {.facts = {}, .tables = {}, .parts = {std::move(parts)}};
}

} // namespace saldo::cli
