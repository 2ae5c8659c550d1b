#include "cli/render/render.hpp"

#include "base/invariant.hpp"

namespace saldo::render {

std::optional<Output> output_of(std::string_view name) {
    if (name == "table") {
        return Output::table;
    }
    if (name == "json") {
        return Output::json;
    }
    if (name == "csv") {
        return Output::csv;
    }
    return std::nullopt;
}

void write(std::ostream& out, const Report& report, Output output, const i18n::Texts& texts) {
    switch (output) {
    case Output::table:
        return write_table(out, report, texts);
    case Output::json:
        return write_json(out, report);
    case Output::csv:
        return write_csv(out, report);
    }
    broken_contract("every form of output has a renderer", __FILE__, __LINE__);
}

} // namespace saldo::render
