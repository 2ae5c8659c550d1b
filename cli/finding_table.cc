#include "cli/finding_table.hpp"

namespace saldo::cli {

render::Table finding_table(const Findings& findings, const i18n::Texts& english) {
    using namespace render;
    Table table{"findings", {{"code"}, {"severity"}, {"line"}, {"message"}}, {}, in_json};
    for (const Finding& finding : findings) {
        table.rows.push_back(
            {{Text{std::string(finding.code.text)}, Text{std::string(name(finding.severity))},
              filled(finding.where.line), Text{message_of(english, finding)}}});
    }
    return table;
}

} // namespace saldo::cli
