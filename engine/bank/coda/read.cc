#include "bank/coda/read.hpp"

#include "bank/chain.hpp"
#include "bank/coda/assembler.hpp"
#include "bank/coda/lines.hpp"
#include "bank/codes.hpp"
#include "bank/lines.hpp"

namespace saldo::bank::coda {

bool is_coda(std::string_view bytes) {
    bytes = without_mark(bytes);
    constexpr std::string_view start = "00000";
    constexpr Slot date = slot(v2::header, "creation_date");
    constexpr Slot bank = slot(v2::header, "bank");
    constexpr Slot application = slot(v2::header, "application");
    constexpr std::size_t duplicate = slot(v2::header, "duplicate").at;
    if (bytes.size() < record_length) {
        return false;
    }
    const auto part = [&](Slot slot) { return bytes.substr(slot.at, slot.length); };
    return bytes.starts_with(start) && to_number(part(date)) && to_number(part(bank)) &&
           part(application) == "05" && (bytes[duplicate] == ' ' || bytes[duplicate] == 'D');
}

Result<Statement_file> read(std::string bytes) {
    if (!is_coda(bytes)) {
        return refuse(format_unknown);
    }
    Statement_file file;
    const std::string_view text = without_mark(file.keep_bytes(std::move(bytes)));
    Report report(file.findings);
    Assembler assembler(file, report);
    Record_maker records(charset_of(text), file, report);
    Line_cutter lines(text);
    while (const auto line = lines.next()) {
        if (is_blank(*line)) [[unlikely]] {
            assembler.take_blank(lines.number());
        } else {
            assembler.take(records.make(*line, lines.number(), lines.at_end()), lines.number());
        }
    }
    assembler.finish();
    check_chains(file.statements, report);
    report.finish();
    if (file.statements.empty()) {
        std::erase_if(file.findings,
                      [](const Finding& finding) { return finding.code != coda_version_unknown; });
        return refuse(Refusal(std::move(file.findings)));
    }
    return file;
}

} // namespace saldo::bank::coda
