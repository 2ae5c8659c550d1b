#include "party/number.hpp"
#include "payments/pain001/evidence.hpp"
#include "payments/pain001/sepa_text.hpp"

#include <array>
#include <unordered_set>

namespace saldo::payments::pain001 {

namespace {

/// Calls `look(offset, id, element)` for every id of the file.
template <class Look> void for_each_id(const Stated_file& file, Look look) {
    look(file.offset, file.id, "MsgId");
    for (const Stated_block& block : file.blocks) {
        look(block.offset, block.id, "PmtInfId");
        for (const Stated_transfer& transfer : block.transfers) {
            look(transfer.offset, transfer.end_to_end_id, "EndToEndId");
        }
    }
}

void check_id_form(const Evidence& evidence, Report& report) {
    for_each_id(evidence.file, [&](std::size_t offset, std::string_view id, const char* element) {
        if (!is_sepa_id(id)) {
            report.add(offset, id, element, {{"length", std::to_string(id.size())}});
        }
    });
    for_each_transfer(evidence.file, [&](const Stated_block&, const Stated_transfer& transfer) {
        const std::string_view id = transfer.instruction_id;
        if (!id.empty() && !is_sepa_id(id)) {
            report.add(transfer.offset, id, "InstrId", {{"length", std::to_string(id.size())}});
        }
    });
}

void check_id_repeated(const Evidence& evidence, Report& report) {
    std::unordered_set<std::string_view> blocks;
    std::unordered_set<std::string_view> transfers;
    for_each_id(
        evidence.file, [&](std::size_t offset, std::string_view id, std::string_view element) {
            const bool is_new = element == "MsgId" ||
                                (element == "PmtInfId" ? blocks : transfers).insert(id).second;
            if (!is_new) {
                report.add(offset, id, element);
            }
        });
}

void check_id_used(const Evidence& evidence, Report& report) {
    for_each_id(evidence.file, [&](std::size_t offset, std::string_view id, const char* element) {
        if (evidence.context.is_id_used(id)) {
            report.add(offset, id, element);
        }
    });
}

void check_initiator(const Evidence& evidence, Report& report) {
    const Stated_file& file = evidence.file;
    const std::size_t kinds = file.initiator_ids.size() + (file.initiator_bic.empty() ? 0U : 1U) +
                              (file.initiator_lei.empty() ? 0U : 1U);
    if (kinds != 1 || file.initiator_ids.size() != 1) {
        report.add(file.offset, file.id, "OrgId", {{"stated", std::to_string(kinds)}});
        return;
    }
    const Stated_other_id& other = file.initiator_ids.front();
    const auto number = party::parse_enterprise_number(other.id);
    if (!number || number->digits() != other.id) {
        report.add(file.offset, file.id, "Othr/Id", {{"stated", std::string(other.id)}});
    }
    if (other.issuer != "KBO-BCE") {
        report.add(file.offset, file.id, "Issr",
                   {{"stated", std::string(other.issuer)}, {"computed", "KBO-BCE"}});
    }
}

constexpr std::array identities_table{
    Rule{p03_id_form, Severity::error, Needs::form, check_id_form},
    Rule{p03_id_repeated, Severity::error, Needs::form, check_id_repeated},
    Rule{p03_id_used_before, Severity::error, Needs::form, check_id_used},
    Rule{p20_initiator, Severity::error, Needs::form, check_initiator},
};

} // namespace

std::span<const Rule> identity_rules() {
    return identities_table;
}

} // namespace saldo::payments::pain001
