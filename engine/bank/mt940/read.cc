#include "bank/mt940/read.hpp"

#include "bank/chain.hpp"
#include "bank/codes.hpp"
#include "bank/lines.hpp"
#include "bank/mt940/assembler.hpp"
#include "bank/mt940/check.hpp"

namespace saldo::bank::mt940 {

namespace {

bool says_something(const Statement& statement) {
    return !statement.account.empty() || statement.opening || statement.closing ||
           !statement.movements.empty();
}

} // namespace

bool is_mt940(std::string_view bytes) {
    for (std::string_view rest = without_mark(bytes); !rest.empty();) {
        const std::string_view line = without_controls_around(take_line(rest));
        const Tag_row* tag = tag_of(line);
        if (tag != nullptr && tag->tag != Tag::bank_header) {
            return true;
        }
        if (tag == nullptr && !may_precede(line)) {
            return false;
        }
    }
    return false;
}

Result<Statement_file> read(std::string bytes) {
    Statement_file file;
    file.format = "mt940";
    Report report(file.findings);
    Source source(file.keep_bytes(std::move(bytes)), file, report);
    Assembler assembler(file, report);
    while (const auto line = source.next()) {
        assembler.take(*line);
    }
    assembler.finish();
    if (std::ranges::none_of(file.statements, says_something)) {
        return refuse(mt940_unreadable);
    }
    check_chains(file.statements, report);
    check_repeated(file.statements, report);
    report.finish();
    return file;
}

} // namespace saldo::bank::mt940
