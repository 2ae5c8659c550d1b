#include "bank/csv/dialect.hpp"

#include "bank/csv/dialects_text.hpp"
#include "bank/csv/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace saldo::bank::csv {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array key_part_names{Named{Key_part::bank_reference, "bank_reference"},
                                    Named{Key_part::statement_number, "statement_number"},
                                    Named{Key_part::movement_number, "movement_number"},
                                    Named{Key_part::booking_year, "booking_year"},
                                    Named{Key_part::booking_date, "booking_date"},
                                    Named{Key_part::amount, "amount"},
                                    Named{Key_part::balance, "balance"},
                                    Named{Key_part::counterparty_account, "counterparty_account"},
                                    Named{Key_part::communication, "communication"}};

constexpr std::array quotes_names{Named{Quotes::none, "none"}, Named{Quotes::some, "some"},
                                  Named{Quotes::all, "all"}};

constexpr std::array take_names{Named{Cut::Take::word, "word"}, Named{Cut::Take::block, "block"},
                                Named{Cut::Take::rest, "rest"}};

constexpr std::array preamble_names{Named{Preamble_line::Kind::silent, "silent"},
                                    Named{Preamble_line::Kind::filter, "filter"},
                                    Named{Preamble_line::Kind::message, "message"}};

template <class Enum, std::size_t count>
Enum word(const std::array<Named<Enum>, count>& table, const Json& json) {
    const auto value = value_in(table, json.get_ref<const std::string&>());
    invariant(value.has_value(), "the table of dialects uses words of its schema");
    return *value;
}

std::vector<std::string> texts(const Json& object, const char* name) {
    return object.value(name, std::vector<std::string>());
}

std::vector<std::string> normal_texts(const Json& object, const char* name) {
    std::vector<std::string> list = texts(object, name);
    std::ranges::transform(list, list.begin(),
                           [](const std::string& text) { return normal(text); });
    return list;
}

std::vector<Heading> headings(const Json& names) {
    std::vector<Heading> list;
    for (const auto& [language, written] : names.items()) {
        for (const Json& name : written) {
            const auto& text = name.get_ref<const std::string&>();
            list.push_back({language, text, normal(text)});
        }
    }
    return list;
}

Column column(const Json& json) {
    return {.role = word(role_names, json.at("is")),
            .headings = headings(json.at("names")),
            .is_optional = json.value("optional", false),
            .may_be_blank = json.value("may_be_blank", false),
            .has_bare_ogm = json.value("bare_ogm", false),
            .happened = normal_texts(json, "happened"),
            .did_not_happen = normal_texts(json, "did_not_happen")};
}

Cut cut(const Json& json) {
    return {.role = word(role_names, json.at("is")),
            .after = texts(json, "after"),
            .until = texts(json, "until"),
            .take = word(take_names, json.at("take")),
            .is_last = json.value("last", false)};
}

std::vector<std::string> languages_of(const std::vector<Column>& columns) {
    std::vector<std::string> list;
    for (const Column& column : columns) {
        for (const Heading& heading : column.headings) {
            if (std::ranges::find(list, heading.language) == list.end()) {
                list.push_back(heading.language);
            }
        }
    }
    return list;
}

Dialect dialect(const Json& json) {
    Dialect made;
    made.name = json.at("name").get<std::string>();
    made.separator = json.at("separator").get_ref<const std::string&>().front();
    made.quotes = word(quotes_names, json.at("quotes"));
    made.dates = texts(json, "dates");
    made.currency = json.value("currency", std::string());
    for (const Json& each : json.at("columns")) {
        made.columns.push_back(column(each));
    }
    made.languages = languages_of(made.columns);
    for (const Json& each : json.value("preamble", Json::array())) {
        made.preamble.push_back({word(preamble_names, each.at("is")), headings(each.at("names"))});
    }
    for (const Json& each : json.value("cuts", Json::array())) {
        made.cuts.push_back(cut(each));
    }
    for (const Json& each : json.value("keys", Json::array())) {
        std::vector<Key_part>& key = made.keys.emplace_back();
        for (const Json& part : each) {
            key.push_back(word(key_part_names, part));
        }
    }
    return made;
}

} // namespace

const Heading* Column::heading(std::string_view language) const {
    const auto found = std::ranges::find(headings, language, &Heading::language);
    return found == headings.end() ? nullptr : &*found;
}

Dialects parse_dialects(std::string_view json) {
    Dialects dialects;
    const Json table = Json::parse(json);
    for (const Json& each : table.at("dialects")) {
        dialects.push_back(dialect(each));
    }
    return dialects;
}

const Dialects& built_in_dialects() {
    static const Dialects dialects = parse_dialects(dialects_text());
    return dialects;
}

} // namespace saldo::bank::csv
