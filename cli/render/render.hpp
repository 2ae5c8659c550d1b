#pragma once

#include "cli/i18n/texts.hpp"
#include "cli/render/report.hpp"

#include <iosfwd>
#include <optional>
#include <string_view>

namespace saldo::render {

enum class Output { table, json, csv };

/// The value of `--output`; nothing for any other text.
[[nodiscard]] std::optional<Output> output_of(std::string_view name);

/// For people: facts as label and value, tables in aligned columns, in the language of `texts`.
/// Control characters are shown as blanks, so no bank file can steer a terminal.
void write_table(std::ostream& out, const Report& report, const i18n::Texts& texts);

/// One JSON object, keys in the order of the report, two blanks of indent.
void write_json(std::ostream& out, const Report& report);

/// RFC 4180 with line feeds and one header line: the facts shown in csv of a report and of those
/// around it, then the columns. A report that shows no table in csv is one row
/// of its facts.
void write_csv(std::ostream& out, const Report& report);

void write(std::ostream& out, const Report& report, Output output, const i18n::Texts& texts);

} // namespace saldo::render
