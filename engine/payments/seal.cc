#include "payments/seal.hpp"

#include <algorithm>

namespace saldo::payments {

void canonical_bytes(Canonical_bytes& out, const Run& run, const std::vector<Run_line>& lines) {
    const auto is_in = [](const Run_line& line) { return line.proposal.decision == Decision::in; };
    out.start("saldo.run.1");
    out.add(run.number);
    out.add(run.prepared_by);
    out.add(std::int64_t{run.as_of.days()});
    out.add(std::int64_t{run.through.days()});
    out.add(static_cast<std::int64_t>(std::ranges::count_if(lines, is_in)));
    for (const Run_line& line : lines) {
        if (!is_in(line)) {
            continue;
        }
        const budget::Occurrence& occurrence = line.proposal.occurrence;
        const std::optional<Iban>& iban = occurrence.counterparty.iban;
        const std::optional<Bic>& bic = occurrence.counterparty.bic;
        out.add(line.dossier_number);
        out.add(occurrence.subject);
        out.add(std::int64_t{occurrence.due.days()});
        out.add(occurrence.account);
        out.add(occurrence.pot);
        out.add(line.proposal.amount.cents());
        out.add(std::int64_t{line.proposal.execution_date.days()});
        out.add(occurrence.counterparty.name);
        out.add(iban ? iban->text() : std::string_view());
        out.add(bic ? bic->text() : std::string_view());
        out.add(text_of(occurrence.communication));
        out.add(line.end_to_end_id);
    }
}

std::string text_of(const party::Remittance& remittance) {
    if (const auto* free = std::get_if<std::string>(&remittance)) {
        return "free:" + *free;
    }
    if (const auto* ogm = std::get_if<Ogm>(&remittance)) {
        return "ogm:" + ogm->digits();
    }
    if (const auto* reference = std::get_if<Creditor_reference>(&remittance)) {
        return "rf:" + std::string(reference->text());
    }
    return "";
}

} // namespace saldo::payments
