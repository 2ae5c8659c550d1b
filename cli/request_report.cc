#include "cli/request_report.hpp"

#include <algorithm>

namespace saldo::cli {

namespace {

using namespace render;

template <class Enum, std::size_t count>
Cell word_of(const char* list, const std::array<Named<Enum>, count>& names, Enum value) {
    return Term{list, std::string(name_in(names, value))};
}

/// What is asked, word by word, for machines or in the language of the reader.
std::string asked_words(const help::Request& request, const i18n::Texts* texts) {
    std::string words;
    for (const help::Asked asked : request.asks) {
        const std::string word(name_in(help::asked_names, asked));
        words.append(words.empty() ? "" : texts == nullptr ? "," : ", ");
        words.append(texts == nullptr ? word : (*texts)("term.asked." + word));
    }
    return words;
}

template <class Get> Cell of_answer(const help::Request& request, Get get) {
    return request.answer ? Cell(get(*request.answer)) : Cell(Absent{});
}

Cell kind_of_answer(const help::Request& request) {
    return of_answer(request, [](const help::Answer& answer) {
        return Term{"request_answer", std::string(name_in(help::answer_names, answer.kind))};
    });
}

Cell day_of_answer(const help::Request& request) {
    return of_answer(request, [](const help::Answer& answer) { return answer.date; });
}

} // namespace

Report report_of(const std::vector<app::Request_row>& requests, const i18n::Texts& texts) {
    Table table{"requests",
                {{"request"},
                 {"received"},
                 {"channel"},
                 {"asks", for_machines},
                 {"asked", for_people},
                 {"dossier"},
                 {"household"},
                 {"worker"},
                 {"answer_by"},
                 {"state"},
                 {"answered"},
                 {"answer"}},
                {}};
    for (const app::Request_row& row : requests) {
        const help::Request& request = row.request;
        table.rows.push_back(
            {{Text{row.key}, request.received,
              word_of("channel", help::channel_names, request.channel),
              Text{asked_words(request, nullptr)}, Text{asked_words(request, &texts)},
              filled<Text>(request.dossier), filled<Text>(request.household), Text{request.worker},
              row.answer_by, word_of("request_state", help::request_state_names, row.state),
              day_of_answer(request), kind_of_answer(request)}});
    }
    return {.facts = {}, .tables = {std::move(table)}, .parts = {}};
}

Report request_report(const app::Request_row& row, const i18n::Texts& texts) {
    const help::Request& request = row.request;
    const auto answer_text = [&](auto field) {
        return request.answer ? filled<Text>(field(*request.answer)) : Cell(Absent{});
    };
    return {.facts = {{"request", Text{row.key}},
                      {"state", word_of("request_state", help::request_state_names, row.state)},
                      {"received", request.received},
                      {"answer_by", row.answer_by},
                      {"channel", word_of("channel", help::channel_names, request.channel)},
                      {"asks", Text{asked_words(request, nullptr)}, for_machines},
                      {"asked", Text{asked_words(request, &texts)}, for_people},
                      {"dossier", filled<Text>(request.dossier)},
                      {"household", filled<Text>(request.household)},
                      {"request_words", filled<Text>(request.words)},
                      {"worker", Text{request.worker}},
                      {"answered", day_of_answer(request)},
                      {"answer", kind_of_answer(request)},
                      {"answer_words", answer_text([](const auto& each) { return each.words; })},
                      {"answered_by", answer_text([](const auto& each) { return each.user; })}},
            .tables = {},
            .parts = {}};
}

Report report_of(const app::Rights_sheet& sheet) {
    Table table{"checked_rights",
                {{"right", for_machines},
                 {"name"},
                 {"question"},
                 {"right_state"},
                 {"open", for_machines},
                 {"date"},
                 {"user"},
                 {"source", for_machines}},
                {}};
    for (const help::Right_row& row : sheet.rows) {
        const auto& finding = row.finding;
        const std::string state(finding ? name_in(help::right_state_names, finding->state)
                                        : std::string_view("unchecked"));
        table.rows.push_back({{Text{row.right.key}, Text{row.right.name},
                               filled<Text>(row.right.question), Term{"right_state", state},
                               row.is_open(), finding ? Cell(finding->date) : Cell(Absent{}),
                               finding ? Cell(Text{finding->user}) : Cell(Absent{}),
                               filled<Text>(row.right.source)}});
    }
    const auto open = std::ranges::count_if(sheet.rows, &help::Right_row::is_open);
    return {.facts = {{"rights_of", Text{sheet.subject}, not_in_csv},
                      {"open_rights", Count{open}, not_in_csv}},
            .tables = {std::move(table)},
            .parts = {}};
}

} // namespace saldo::cli
