#include "cli/finding_table.hpp"

namespace saldo::cli {

render::Table
finding_table(const Findings& findings, const i18n::Texts& english, Finding_place place) {
    using namespace render;
    const bool is_line = place == Finding_place::line;
    Table table{
        "findings", {{"code"}, {"severity"}, {is_line ? "line" : "id"}, {"message"}}, {}, in_json};
    for (const Finding& finding : findings) {
        table.rows.push_back(
            {{Text{std::string(finding.code.text)}, Text{std::string(name(finding.severity))},
              is_line ? filled(finding.where.line) : filled<Text>(finding.where.place),
              Text{message_of(english, finding)}}});
    }
    return table;
}

} // namespace saldo::cli
