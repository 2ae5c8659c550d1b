#include "base/invariant.hpp"
#include "cli/render/plain.hpp"
#include "cli/render/render.hpp"

#include <nlohmann/json.hpp>

#include <ostream>

namespace saldo::render {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const std::vector<Row>& rows, const std::vector<Column>& columns);

Json json_of(const Cell& cell, const std::vector<Column>& columns) {
    if (std::holds_alternative<Absent>(cell)) {
        return nullptr;
    }
    if (const auto* count = std::get_if<Count>(&cell)) {
        return count->value;
    }
    if (const bool* flag = std::get_if<bool>(&cell)) {
        return *flag;
    }
    if (const auto* words = std::get_if<Words>(&cell)) {
        return words->values;
    }
    if (const Rows* rows = std::get_if<Rows>(&cell)) {
        return json_of(rows->rows, columns);
    }
    return plain(cell);
}

/// Where the value of a dotted key goes, objects made on the way.
Json& slot(Json& object, std::string_view key) {
    Json* at = &object;
    for (std::size_t dot = key.find('.'); dot != std::string_view::npos; dot = key.find('.')) {
        at = &(*at)[std::string(key.substr(0, dot))];
        key.remove_prefix(dot + 1);
    }
    return (*at)[std::string(key)];
}

Json json_of(const std::vector<Row>& rows, const std::vector<Column>& columns) {
    Json list = Json::array();
    for (const Row& row : rows) {
        invariant(row.cells.size() == columns.size(), "a row has one cell per column");
        Json object = Json::object();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].shown.json) {
                slot(object, columns[i].key) = json_of(row.cells[i], columns);
            }
        }
        list.push_back(std::move(object));
    }
    return list;
}

Json json_of(const Report& report) {
    Json object = Json::object();
    for (const Fact& fact : report.facts) {
        if (fact.shown.json) {
            slot(object, fact.key) = json_of(fact.cell, {});
        }
    }
    for (const Table& table : report.tables) {
        if (table.shown.json) {
            object[table.key] = json_of(table.rows, table.columns);
        }
    }
    for (const Parts& parts : report.parts) {
        if (!parts.shown.json) {
            continue;
        }
        Json& list = object[parts.key] = Json::array();
        for (const Report& part : parts.reports) {
            list.push_back(json_of(part));
        }
    }
    return object;
}

} // namespace

void write_json(std::ostream& out, const Report& report) {
    // A file name may hold bytes that are not UTF-8; everything else was decoded on reading.
    out << json_of(report).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

} // namespace saldo::render
