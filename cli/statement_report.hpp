#pragma once

#include "bank/statement.hpp"
#include "base/digest.hpp"
#include "cli/i18n/texts.hpp"
#include "cli/render/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace saldo::cli {

/// A file as `statement read` met it. A file that cannot be opened has no digest; one in no known
/// format has no statements; `findings` says why.
struct File_read {
    std::string name;
    std::optional<Digest> sha256;
    bank::Statement_file content;
    Findings findings; ///< of opening and of reading, each with the name of the file
};

/// What `statement read` answers; as JSON it follows schemas/json/statement_read.schema.json. The
/// messages of findings in it are those of `english`, whatever the language of the user.
[[nodiscard]] render::Report report_of(const std::vector<File_read>& files,
                                       const i18n::Texts& english);

} // namespace saldo::cli
