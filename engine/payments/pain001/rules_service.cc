#include "payments/pain001/evidence.hpp"
#include "payments/pain001/purposes.hpp"

#include <array>
#include <set>

namespace saldo::payments::pain001 {

namespace {

/// A transfer (no cheque) by SEPA's own service, once, for the whole block.
void check_service_levels(const Evidence& evidence, Report& report) {
    for (const Stated_block& block : evidence.file.blocks) {
        if (block.method != "TRF") {
            report.add(block.offset, block.id, "PmtMtd",
                       {{"stated", std::string(block.method)}, {"computed", "TRF"}});
        }
        using Levels = std::vector<std::string_view>;
        const Levels levels = block.type ? block.type->service_levels : Levels();
        if (levels != Levels{"SEPA"}) {
            const std::string_view last = levels.empty() ? "" : levels.back();
            report.add(block.offset, block.id, "SvcLvl",
                       {{"stated", std::string(last)}, {"computed", "SEPA"}});
        }
    }
}

void check_charge_bearers(const Evidence& evidence, Report& report) {
    for (const Stated_block& block : evidence.file.blocks) {
        if (block.charge_bearer != "SLEV") {
            report.add(
                block.offset, block.id, "ChrgBr",
                {{"stated", std::string(block.charge_bearer.value_or(""))}, {"computed", "SLEV"}});
        }
    }
}

void check_misplaced(const Evidence& evidence, Report& report) {
    for_each_transfer(evidence.file, [&](const Stated_block&, const Stated_transfer& transfer) {
        if (transfer.type) {
            report.add(transfer.offset, transfer.end_to_end_id, "PmtTpInf");
        }
        if (transfer.charge_bearer) {
            report.add(transfer.offset, transfer.end_to_end_id, "ChrgBr",
                       {{"stated", std::string(*transfer.charge_bearer)}});
        }
    });
}

void check_local_instruments(const Evidence& evidence, Report& report) {
    for (const Stated_block& block : evidence.file.blocks) {
        const std::string_view ours = block.type ? block.type->local_instrument : "";
        std::set<std::string_view> kinds;
        for (const Stated_transfer& transfer : block.transfers) {
            kinds.insert(transfer.type ? transfer.type->local_instrument : ours);
        }
        if (kinds.size() > 1) {
            report.add(block.offset, block.id, "LclInstrm",
                       {{"stated", std::to_string(kinds.size())}, {"allowed", "1"}});
        }
    }
}

void check_purposes(const Evidence& evidence, Report& report) {
    for_each_transfer(evidence.file, [&](const Stated_block&, const Stated_transfer& transfer) {
        if (transfer.purpose && !is_purpose(*transfer.purpose)) {
            report.add(transfer.offset, transfer.end_to_end_id, "Purp",
                       {{"stated", std::string(*transfer.purpose)}});
        }
    });
}

void check_category_purposes(const Evidence& evidence, Report& report) {
    const auto look = [&](std::size_t offset, std::string_view id,
                          const std::optional<Stated_type>& type) {
        if (type && !type->category_purpose.empty() &&
            !is_category_purpose(type->category_purpose)) {
            report.add(offset, id, "CtgyPurp", {{"stated", std::string(type->category_purpose)}});
        }
    };
    for (const Stated_block& block : evidence.file.blocks) {
        look(block.offset, block.id, block.type);
    }
    for_each_transfer(evidence.file, [&](const Stated_block&, const Stated_transfer& transfer) {
        look(transfer.offset, transfer.end_to_end_id, transfer.type);
    });
}

constexpr std::array service_table{
    Rule{p15_service_level, Severity::error, Needs::form, check_service_levels},
    Rule{p15_charge_bearer, Severity::error, Needs::form, check_charge_bearers},
    Rule{p15_misplaced, Severity::error, Needs::form, check_misplaced},
    Rule{p16_local_instruments, Severity::error, Needs::form, check_local_instruments},
    Rule{p26_purpose, Severity::error, Needs::form, check_purposes},
    Rule{p26_category_purpose, Severity::error, Needs::form, check_category_purposes},
};

} // namespace

std::span<const Rule> service_rules() {
    return service_table;
}

} // namespace saldo::payments::pain001
