#include "store/references.hpp"

#include "store/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace saldo::store {

namespace {

/// A table whose rows are numbered, and the column with the number.
struct Numbered {
    const char* table;
    const char* number = "id";
};

constexpr std::array numbered{Numbered{"dossier"},
                              Numbered{"bank_account"},
                              Numbered{"ledger_account"},
                              Numbered{"bank_file"},
                              Numbered{"statement"},
                              Numbered{"movement"},
                              Numbered{"run"},
                              Numbered{"run_line"},
                              Numbered{"entry"},
                              Numbered{"match_rule"},
                              Numbered{"policy", "version"},
                              Numbered{"beneficiary"},
                              Numbered{"control_override"}};

struct Reference {
    const char* column;
    const char* to; ///< a numbered table
};

/// A table that refers to numbered ones. Its new rows are those whose column `grows` is above the
/// last number of `of` before: it is either the table's own number, or a reference to rows that
/// were added along with it. A row that goes under older ones (a new version of a dossier's
/// document) refers to what was there.
struct Referring {
    const char* table;
    const char* grows;
    const char* of;
    std::array<Reference, 3> references; ///< the last may be empty
};

constexpr std::array referring{
    Referring{"dossier_document", "dossier_id", "dossier", {{{"dossier_id", "dossier"}}}},
    Referring{"bank_account", "id", "bank_account", {{{"dossier_id", "dossier"}}}},
    Referring{"ledger_account", "id", "ledger_account", {{{"dossier_id", "dossier"}}}},
    Referring{"balance",
              "ledger_account_id",
              "ledger_account",
              {{{"ledger_account_id", "ledger_account"}}}},
    Referring{"statement",
              "id",
              "statement",
              {{{"bank_file_id", "bank_file"}, {"bank_account_id", "bank_account"}}}},
    Referring{"movement",
              "id",
              "movement",
              {{{"statement_id", "statement"},
                {"bank_account_id", "bank_account"},
                {"total_id", "movement"}}}},
    Referring{"suspense", "movement_id", "movement", {{{"movement_id", "movement"}}}},
    Referring{"run_line", "id", "run_line", {{{"run_id", "run"}, {"dossier_id", "dossier"}}}},
    Referring{
        "entry",
        "id",
        "entry",
        {{{"dossier_id", "dossier"}, {"movement_id", "movement"}, {"run_line_id", "run_line"}}}},
    Referring{"posting",
              "entry_id",
              "entry",
              {{{"entry_id", "entry"}, {"ledger_account_id", "ledger_account"}}}},
    Referring{"match_rule",
              "id",
              "match_rule",
              {{{"dossier_id", "dossier"}, {"movement_id", "movement"}}}},
    Referring{"run_line_wait", "run_line_id", "run_line", {{{"run_line_id", "run_line"}}}},
    Referring{"match_rule_end", "match_rule_id", "match_rule", {{{"match_rule_id", "match_rule"}}}},
    Referring{"bank_file_part", "bank_file_id", "bank_file", {{{"bank_file_id", "bank_file"}}}},
    Referring{"waiting_statement", "bank_file_id", "bank_file", {{{"bank_file_id", "bank_file"}}}},
    Referring{"answer",
              "bank_file_id",
              "bank_file",
              {{{"bank_file_id", "bank_file"}, {"run_id", "run"}}}},
    Referring{"policy_approval", "version", "policy", {{{"version", "policy"}}}},
    Referring{"known_beneficiary", "dossier_id", "dossier", {{{"dossier_id", "dossier"}}}},
    Referring{"known_beneficiary", "policy_version", "policy", {{{"policy_version", "policy"}}}},
    Referring{"beneficiary", "id", "beneficiary", {{{"dossier_id", "dossier"}}}},
    Referring{"beneficiary_approval",
              "beneficiary_id",
              "beneficiary",
              {{{"beneficiary_id", "beneficiary"}}}},
    Referring{"control_override", "id", "control_override", {{{"run_line_id", "run_line"}}}},
    Referring{"run_signature", "run_id", "run", {{{"run_id", "run"}}}},
    Referring{"line_status", "answer_id", "bank_file", {{{"run_line_id", "run_line"}}}},
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

const char* number_of(std::string_view table) {
    return std::ranges::find(numbered, table, &Numbered::table)->number;
}

/// The last number of the rows of a table, 0 if it has none.
long long last(Session& session, std::string_view table) {
    return ask_number(session,
                      fmt::format("SELECT coalesce(max({}), 0) FROM {}", number_of(table), table));
}

bool is_numbered(const Referring& rows) {
    return std::string_view(rows.table) == rows.of;
}

using Numbers = std::map<std::string, long long, std::less<>>;

void prove_count(Session& session, const Numbers& before, std::string_view table, long long added) {
    const long long number = before.find(table)->second;
    if (last(session, table) - number != added) {
        throw Dangling(fmt::format("numbers of {} are left out after {}", table, number));
    }
}

/// One walk over the new rows of a table for all it refers to.
void prove_rows(Session& session, const Numbers& before, const Referring& rows) {
    std::string bounds;
    for (const Reference& reference : rows.references) {
        if (reference.column != nullptr) {
            bounds +=
                fmt::format(", coalesce(min({0}), 1), coalesce(max({0}), 0)", reference.column);
        }
    }
    Query row(session, fmt::format("SELECT count(*){} FROM {} WHERE {} > {}", bounds, rows.table,
                                   rows.grows, before.find(rows.of)->second));
    std::ignore = row.next();
    if (is_numbered(rows)) {
        prove_count(session, before, rows.table, row.get<long long>(0));
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
    for (const Numbered& each : numbered) {
        before_.emplace(each.table, last(session, each.table));
    }
}

void References::prove() {
    for (const auto& [table, number] : before_) {
        const bool is_proved_below =
            std::ranges::any_of(referring, [&table = table](const Referring& rows) {
                return is_numbered(rows) && rows.table == table;
            });
        if (!is_proved_below) {
            prove_count(session_, before_, table,
                        ask_number(session_, fmt::format("SELECT count(*) FROM {} WHERE {} > {}",
                                                         table, number_of(table), number)));
        }
    }
    for (const Referring& rows : referring) {
        prove_rows(session_, before_, rows);
    }
    for (const Looked_up& rows : looked_up) {
        prove_keys(session_, before_, rows);
    }
}

std::string proved_references() {
    std::vector<std::string> lines;
    for (const Referring& each : referring) {
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
