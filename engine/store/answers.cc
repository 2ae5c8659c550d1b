#include "store/answers.hpp"

#include "base/invariant.hpp"
#include "store/columns.hpp"
#include "store/rows.hpp"

namespace saldo::store {

void Stored_answers::add(const app::Answer_row& answer) {
    Write(session_, "INSERT INTO answer (bank_file_id, run_id, message_id, created) "
                    "VALUES (:file, :run, :message, :created)")(answer.file.value, answer.run.value,
                                                                answer.message_id, answer.created);
}

void Stored_answers::add(const app::Status_row& row) {
    Write(session_, "INSERT INTO line_status (answer_id, run_line_id, level, status) "
                    "VALUES (:answer, :line, :level, :status)")(
        row.answer.value, row.line.value, name(row.status.level), row.status.code);
    Write reasons(session_, "INSERT INTO line_status_reason (answer_id, run_line_id, position, "
                            "code, of_bank, text) "
                            "VALUES (:answer, :line, :position, :code, :of_bank, :text)");
    Number position = 0;
    for (const payments::pain002::Reason& reason : row.status.reasons) {
        reasons(row.answer.value, row.line.value, ++position, reason.code,
                Number{reason.is_of_bank ? 1 : 0}, reason.text);
    }
}

std::vector<app::Answer_row> Stored_answers::all() {
    std::vector<app::Answer_row> rows;
    each_row<Number, Number, std::string, std::string>(
        session_,
        "SELECT bank_file_id, run_id, message_id, created FROM answer ORDER BY bank_file_id",
        [&](Number file, Number run, std::string& message, std::string& created) {
            rows.push_back({{file}, {run}, std::move(message), std::move(created)});
        });
    return rows;
}

std::vector<app::Status_row> Stored_answers::statuses(Run_id run) {
    std::vector<app::Status_row> rows;
    each_row<Number, Number, std::string_view, std::string, Number, std::string, Number,
             std::string>(
        session_,
        "SELECT s.answer_id, s.run_line_id, s.level, s.status, coalesce(r.position, 0), "
        "coalesce(r.code, ''), coalesce(r.of_bank, 0), coalesce(r.text, '') FROM answer a "
        "JOIN line_status s ON s.answer_id = a.bank_file_id LEFT JOIN line_status_reason r "
        "ON r.answer_id = s.answer_id AND r.run_line_id = s.run_line_id "
        "WHERE a.run_id = :run ORDER BY s.answer_id, s.run_line_id, r.position",
        [&](Number answer, Number line, std::string_view level, std::string& status,
            Number position, std::string& code, Number of_bank, std::string& text) {
            if (position <= 1) {
                rows.push_back({{answer},
                                {line},
                                {undamaged(payments::pain002::level_from(level), "level"),
                                 std::move(status),
                                 {}}});
            }
            if (position > 0 && !rows.empty()) {
                rows.back().status.reasons.push_back(
                    {std::move(code), of_bank != 0, std::move(text)});
            }
        },
        Number{run.value});
    return rows;
}

/// Nearly no dossier has: a run asks this of each.
bool Stored_answers::has_returned(Dossier_id dossier) {
    bool has = false;
    each_row<Number>(
        session_,
        "SELECT 1 FROM run_line WHERE dossier_id = :dossier AND state = 'returned' LIMIT 1",
        [&](Number) { has = true; }, dossier.value);
    return has;
}

/// A reason of a group or a block is about the account that pays.
std::vector<app::Refusal_row> Stored_answers::refusals(std::optional<Dossier_id> dossier) {
    std::vector<app::Refusal_row> rows;
    if (dossier && !has_returned(*dossier)) {
        return rows;
    }
    const std::string came_back =
        std::string("WHERE l.state = 'returned'") + (dossier ? " AND l.dossier_id = :dossier" : "");
    const std::string sql =
        "WITH back AS (SELECT l.id, l.run_id, l.dossier_id, l.payee_iban, l.rejected "
        "FROM run_line l " +
        came_back +
        ") SELECT b.dossier_id, d.number, b.id, b.payee_iban, r.code, f.as_of "
        "FROM back b JOIN answer a ON a.run_id = b.run_id AND b.rejected = 1 "
        "JOIN line_status s ON s.answer_id = a.bank_file_id "
        "AND s.run_line_id = b.id AND s.level = 'transaction' "
        "JOIN line_status_reason r ON r.answer_id = s.answer_id "
        "AND r.run_line_id = s.run_line_id "
        "JOIN bank_file f ON f.id = a.bank_file_id "
        "JOIN dossier d ON d.id = b.dossier_id "
        "UNION SELECT b.dossier_id, d.number, b.id, b.payee_iban, m.return_reason, e.as_of "
        "FROM back b JOIN entry e ON e.run_line_id = b.id "
        "JOIN movement m ON m.id = e.movement_id AND m.return_reason <> '' "
        "JOIN dossier d ON d.id = b.dossier_id "
        "ORDER BY 2, 4, 6, 5";
    const auto collect = [&](Number id, std::string& number, Number line, std::string_view iban,
                             std::string& reason, std::string_view as_of) {
        rows.push_back(
            {{id}, std::move(number), {line}, iban_of(iban), std::move(reason), date_of(as_of)});
    };
    if (dossier) {
        each_row<Number, std::string, Number, std::string_view, std::string, std::string_view>(
            session_, sql, collect, dossier->value);
    } else {
        each_row<Number, std::string, Number, std::string_view, std::string, std::string_view>(
            session_, sql, collect);
    }
    return rows;
}

} // namespace saldo::store
