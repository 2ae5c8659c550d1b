#include "store/references.hpp"

#include "store/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace saldo::store {

namespace {

struct Reference {
    const char* column;
    const char* to; ///< a numbered table
};

/// A table whose rows are numbered, or that refers to such. Its new rows are those whose column
/// `grows` is above the last number of `of` before: it is either the table's own number (`of` is
/// the table itself), or a reference to rows that were added along with it. A row that goes under
/// older ones (a new version of a dossier's document) refers to what was there.
struct Table {
    const char* table;
    const char* grows;
    const char* of;
    std::array<Reference, 3> references; ///< the last may be empty
};

constexpr std::array tables{
    Table{"dossier", "id", "dossier", {}},
    Table{"bank_file", "id", "bank_file", {}},
    Table{"run", "id", "run", {}},
    Table{"policy", "version", "policy", {}},
    Table{"dossier_document", "dossier_id", "dossier", {{{"dossier_id", "dossier"}}}},
    Table{"bank_account", "id", "bank_account", {{{"dossier_id", "dossier"}}}},
    Table{"ledger_account", "id", "ledger_account", {{{"dossier_id", "dossier"}}}},
    Table{"balance",
          "ledger_account_id",
          "ledger_account",
          {{{"ledger_account_id", "ledger_account"}}}},
    Table{"statement",
          "id",
          "statement",
          {{{"bank_file_id", "bank_file"}, {"bank_account_id", "bank_account"}}}},
    Table{"movement",
          "id",
          "movement",
          {{{"statement_id", "statement"},
            {"bank_account_id", "bank_account"},
            {"total_id", "movement"}}}},
    Table{"suspense", "movement_id", "movement", {{{"movement_id", "movement"}}}},
    Table{"run_line", "id", "run_line", {{{"run_id", "run"}, {"dossier_id", "dossier"}}}},
    Table{"entry",
          "id",
          "entry",
          {{{"dossier_id", "dossier"}, {"movement_id", "movement"}, {"run_line_id", "run_line"}}}},
    Table{"posting",
          "entry_id",
          "entry",
          {{{"entry_id", "entry"}, {"ledger_account_id", "ledger_account"}}}},
    Table{"match_rule",
          "id",
          "match_rule",
          {{{"dossier_id", "dossier"}, {"movement_id", "movement"}}}},
    Table{"run_line_wait", "run_line_id", "run_line", {{{"run_line_id", "run_line"}}}},
    Table{"match_rule_end", "match_rule_id", "match_rule", {{{"match_rule_id", "match_rule"}}}},
    Table{"bank_file_part", "bank_file_id", "bank_file", {{{"bank_file_id", "bank_file"}}}},
    Table{"waiting_statement", "bank_file_id", "bank_file", {{{"bank_file_id", "bank_file"}}}},
    Table{"answer",
          "bank_file_id",
          "bank_file",
          {{{"bank_file_id", "bank_file"}, {"run_id", "run"}}}},
    Table{"policy_approval", "version", "policy", {{{"version", "policy"}}}},
    Table{"plan_terms", "dossier_id", "dossier", {{{"dossier_id", "dossier"}}}},
    Table{"known_beneficiary", "dossier_id", "dossier", {{{"dossier_id", "dossier"}}}},
    Table{"known_beneficiary", "policy_version", "policy", {{{"policy_version", "policy"}}}},
    Table{"beneficiary", "id", "beneficiary", {{{"dossier_id", "dossier"}}}},
    Table{"beneficiary_approval",
          "beneficiary_id",
          "beneficiary",
          {{{"beneficiary_id", "beneficiary"}}}},
    Table{"office_record", "id", "office_record", {{{"dossier_id", "dossier"}}}},
    Table{"control_override", "id", "control_override", {{{"run_line_id", "run_line"}}}},
    Table{"run_file", "run_id", "run", {{{"run_id", "run"}}}},
    Table{"run_signature", "run_id", "run", {{{"run_id", "run"}}}},
    Table{"line_status", "answer_id", "bank_file", {{{"run_line_id", "run_line"}}}},
};

/// A table that refers to one without numbers: its new rows, as above, are looked up; of a table
/// with few rows, that names no `grows`, all of them.
struct Looked_up {
    const char* table;
    const char* grows;
    const char* of;
    const char* to;
    std::array<std::array<const char*, 2>, 2> columns; ///< here and there; the last may be empty
};

constexpr std::array looked_up{
    Looked_up{"line_status", "answer_id", "bank_file", "answer", {{{"answer_id", "bank_file_id"}}}},
    Looked_up{"user_key_end", nullptr, nullptr, "user_key", {{{"public_key", "public_key"}}}},
    Looked_up{"run_signature", nullptr, nullptr, "user_key", {{{"public_key", "public_key"}}}},
    Looked_up{"line_status_reason",
              "answer_id",
              "bank_file",
              "line_status",
              {{{"answer_id", "answer_id"}, {"run_line_id", "run_line_id"}}}},
};

long long ask_number(Session& session, const std::string& sql) {
    long long number = 0;
    each_row<long long>(session, sql, [&](long long value) { number = value; });
    return number;
}

bool is_numbered(const Table& rows) {
    return std::string_view(rows.table) == rows.of;
}

/// The column of a numbered table with its number.
const char* number_of(std::string_view table) {
    return std::ranges::find_if(
               tables, [&](const Table& rows) { return is_numbered(rows) && rows.table == table; })
        ->grows;
}

/// The last number of the rows of a table, 0 if it has none.
long long last(Session& session, std::string_view table) {
    return ask_number(session,
                      fmt::format("SELECT coalesce(max({}), 0) FROM {}", number_of(table), table));
}

using Numbers = std::map<std::string, long long, std::less<>>;

/// One walk over the new rows of a table, for their numbers and all they refer to.
void prove_rows(Session& session, const Numbers& before, const Table& rows) {
    std::string bounds;
    for (const Reference& reference : rows.references) {
        if (reference.column != nullptr) {
            bounds +=
                fmt::format(", coalesce(min({0}), 1), coalesce(max({0}), 0)", reference.column);
        }
    }
    const long long number = before.find(rows.of)->second;
    Query row(session, fmt::format("SELECT count(*){} FROM {} WHERE {} > {}", bounds, rows.table,
                                   rows.grows, number));
    std::ignore = row.next();
    if (is_numbered(rows) && last(session, rows.table) - number != row.get<long long>(0)) {
        throw Dangling(fmt::format("numbers of {} are left out after {}", rows.table, number));
    }
    int column = 0;
    for (const Reference& reference : rows.references) {
        if (reference.column == nullptr) {
            continue;
        }
        const auto least = row.get<long long>(++column);
        const auto most = row.get<long long>(++column);
        if (least < 1 || most > last(session, reference.to)) {
            throw Dangling(fmt::format("a row of {} refers by {} to no row of {}", rows.table,
                                       reference.column, reference.to));
        }
    }
}

void prove_keys(Session& session, const Numbers& before, const Looked_up& rows) {
    std::string same;
    for (const auto& [here, there] : rows.columns) {
        if (here != nullptr) {
            same += fmt::format(" AND t.{} = c.{}", there, here);
        }
    }
    const std::string added =
        rows.grows == nullptr ? "1"
                              : fmt::format("c.{} > {}", rows.grows, before.find(rows.of)->second);
    const long long dangling = ask_number(
        session,
        fmt::format("SELECT count(*) FROM {} c WHERE {} AND NOT EXISTS (SELECT 1 FROM {} t "
                    "WHERE 1{})",
                    rows.table, added, rows.to, same));
    if (dangling != 0) {
        throw Dangling(fmt::format("a row of {} refers to no row of {}", rows.table, rows.to));
    }
}

} // namespace

References::References(Session& session) : session_(session) {
    for (const Table& rows : tables) {
        if (is_numbered(rows)) {
            before_.emplace(rows.table, last(session, rows.table));
        }
    }
}

void References::prove() {
    for (const Table& rows : tables) {
        prove_rows(session_, before_, rows);
    }
    for (const Looked_up& rows : looked_up) {
        prove_keys(session_, before_, rows);
    }
}

std::string proved_references() {
    std::vector<std::string> lines;
    for (const Table& each : tables) {
        for (const Reference& reference : each.references) {
            if (reference.column != nullptr) {
                lines.push_back(fmt::format("{}.{} -> {}.{}\n", each.table, reference.column,
                                            reference.to, number_of(reference.to)));
            }
        }
    }
    for (const Looked_up& each : looked_up) {
        for (const auto& [here, there] : each.columns) {
            if (here != nullptr) {
                lines.push_back(fmt::format("{}.{} -> {}.{}\n", each.table, here, each.to, there));
            }
        }
    }
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines) {
        text += line;
    }
    return text;
}

} // namespace saldo::store
