#include "base/text.hpp"
#include "payments/pain001/convert.hpp"
#include "payments/pain001/evidence.hpp"
#include "payments/pain001/sepa_text.hpp"

#include <algorithm>
#include <array>

namespace saldo::payments::pain001 {

namespace {

/// Calls `look(offset, id, element, text)` for every name, free text and part of an address.
template <class Look> void for_each_text(const Stated_file& file, Look look) {
    const auto look_at_address = [&](std::size_t offset, std::string_view id,
                                     const Stated_party& party) {
        if (party.address) {
            for (const auto& [name, text] : party.address->parts) {
                look(offset, id, std::string_view(name), text);
            }
        }
    };
    look(file.offset, file.id, std::string_view("InitgPty"), file.initiator_name);
    for (const Stated_block& block : file.blocks) {
        look(block.offset, block.id, std::string_view("Dbtr"), block.debtor.name);
        look_at_address(block.offset, block.id, block.debtor);
        for (const Stated_transfer& transfer : block.transfers) {
            const std::string_view id = transfer.end_to_end_id;
            look(transfer.offset, id, std::string_view("Cdtr"), transfer.payee.name);
            look_at_address(transfer.offset, id, transfer.payee);
            for (const std::string_view text : transfer.free_texts) {
                look(transfer.offset, id, std::string_view("Ustrd"), text);
            }
        }
    }
}

void check_holders(const Evidence& evidence, Report& report) {
    for (const Stated_block& block : evidence.file.blocks) {
        const Result<Iban>& iban = evidence.accounts.of(block.debtor_account);
        const auto& debtors = evidence.context.debtors;
        const auto known = iban ? debtors.find(*iban) : debtors.end();
        if (known != debtors.end() && to_sepa(known->second.holder).text != block.debtor.name) {
            report.add(block.offset, block.id, "Dbtr");
        }
    }
}

void check_name_lengths(const Evidence& evidence, Report& report) {
    const auto look = [&](std::size_t offset, std::string_view id, const char* element,
                          std::string_view name) {
        const std::size_t length = text::length_utf8(name);
        if (length == 0 || length > name_length_max) {
            report.add(
                offset, id, element,
                {{"stated", std::to_string(length)}, {"allowed", std::to_string(name_length_max)}});
        }
    };
    look(evidence.file.offset, evidence.file.id, "InitgPty", evidence.file.initiator_name);
    for (const Stated_block& block : evidence.file.blocks) {
        look(block.offset, block.id, "Dbtr", block.debtor.name);
    }
    for_each_transfer(evidence.file, [&](const Stated_block&, const Stated_transfer& transfer) {
        look(transfer.offset, transfer.end_to_end_id, "Cdtr", transfer.payee.name);
    });
}

void check_characters(const Evidence& evidence, Report& report) {
    for_each_text(evidence.file, [&](std::size_t offset, std::string_view id,
                                     std::string_view element, std::string_view text) {
        const auto outside = std::ranges::find_if_not(text, is_sepa_character);
        if (outside != text.end()) {
            report.add(offset, id, element,
                       {{"position", std::to_string(outside - text.begin() + 1)}});
        }
    });
}

void check_empty_texts(const Evidence& evidence, Report& report) {
    for_each_text(evidence.file, [&](std::size_t offset, std::string_view id,
                                     std::string_view element, std::string_view text) {
        if (text::trim(text).empty()) {
            report.add(offset, id, element);
        }
    });
}

void check_remittances(const Evidence& evidence, Report& report) {
    for_each_transfer(evidence.file, [&](const Stated_block&, const Stated_transfer& transfer) {
        const std::size_t kinds = transfer.free_texts.size() + transfer.references.size();
        if (kinds > 1) {
            report.add(transfer.offset, transfer.end_to_end_id, "RmtInf",
                       {{"stated", std::to_string(kinds)}, {"allowed", "1"}});
        }
        for (const std::string_view text : transfer.free_texts) {
            const std::size_t length = text::length_utf8(text);
            if (length > free_text_length_max) {
                report.add(transfer.offset, transfer.end_to_end_id, "Ustrd",
                           {{"stated", std::to_string(length)},
                            {"allowed", std::to_string(free_text_length_max)}});
            }
        }
    });
}

void check_remittance_absent(const Evidence& evidence, Report& report) {
    for_each_transfer(evidence.file, [&](const Stated_block&, const Stated_transfer& transfer) {
        if (transfer.free_texts.empty() && transfer.references.empty()) {
            report.add(transfer.offset, transfer.end_to_end_id, "RmtInf");
        }
    });
}

/// Why a reference is not what its issuer makes, or nothing.
std::optional<std::string> fault_of(const Stated_reference& reference) {
    constexpr std::size_t ogm_length = 12;
    if (reference.type != "SCOR") {
        return "type";
    }
    if (reference.issuer == "BBA") {
        const auto ogm = party::parse_ogm(reference.reference);
        if (!ogm) {
            return std::string(ogm.error().code().text);
        }
        return reference.reference.size() == ogm_length ? std::nullopt
                                                        : std::optional<std::string>("form");
    }
    if (reference.issuer == "ISO") {
        const auto iso = party::parse_creditor_reference(reference.reference);
        if (!iso) {
            return std::string(iso.error().code().text);
        }
        return iso->text() == reference.reference ? std::nullopt
                                                  : std::optional<std::string>("form");
    }
    return "issuer";
}

void check_references(const Evidence& evidence, Report& report) {
    for_each_transfer(evidence.file, [&](const Stated_block&, const Stated_transfer& transfer) {
        for (const Stated_reference& reference : transfer.references) {
            if (auto fault = fault_of(reference)) {
                report.add(transfer.offset, transfer.end_to_end_id, "CdtrRefInf",
                           {{"stated", std::string(reference.reference)},
                            {"issuer", std::string(reference.issuer)},
                            {"reason", std::move(*fault)}});
            }
        }
    });
}

/// Characters of an element with its tags.
constexpr std::size_t length_with_tags(std::string_view element, std::size_t content) {
    constexpr std::size_t brackets = 5; // < > </ >
    return 2 * element.size() + brackets + content;
}

std::size_t content_length(const Stated_reference& reference) {
    const std::size_t code = length_with_tags("Cd", text::length_utf8(reference.type));
    std::size_t type = length_with_tags("CdOrPrtry", code);
    if (!reference.issuer.empty()) {
        type += length_with_tags("Issr", text::length_utf8(reference.issuer));
    }
    const std::size_t ref = length_with_tags("Ref", text::length_utf8(reference.reference));
    return length_with_tags("CdtrRefInf", length_with_tags("Tp", type) + ref);
}

/// What stands within Strd, tags included, counts like a free text.
void check_reference_lengths(const Evidence& evidence, Report& report) {
    for_each_transfer(evidence.file, [&](const Stated_block&, const Stated_transfer& transfer) {
        for (const Stated_reference& reference : transfer.references) {
            const std::size_t length = content_length(reference);
            if (length > free_text_length_max) {
                report.add(transfer.offset, transfer.end_to_end_id, "Strd",
                           {{"stated", std::to_string(length)},
                            {"allowed", std::to_string(free_text_length_max)}});
            }
        }
    });
}

/// Elements of an address that structure it; AdrLine does not.
bool is_address_part(std::string_view name, Version version) {
    constexpr auto both = std::to_array<std::string_view>(
        {"Dept", "SubDept", "StrtNm", "BldgNb", "PstCd", "TwnNm", "CtrySubDvsn", "Ctry"});
    constexpr auto later = std::to_array<std::string_view>(
        {"BldgNm", "Flr", "PstBx", "Room", "TwnLctnNm", "DstrctNm"});
    return std::ranges::find(both, name) != both.end() ||
           (version == Version::v09 && std::ranges::find(later, name) != later.end());
}

/// What is wrong with an address, or the empty text.
std::string_view fault_of(const Stated_address& address, Version version) {
    constexpr std::size_t lines_max = 2;
    constexpr std::size_t line_length_max = 70;
    std::size_t lines = 0;
    for (const auto& [name, text] : address.parts) {
        const bool is_line = name == "AdrLine";
        lines += is_line ? 1U : 0U;
        if (is_line ? text::length_utf8(text) > line_length_max : !is_address_part(name, version)) {
            return is_line ? "AdrLine" : "PstlAdr";
        }
    }
    const std::string_view country = address.part("Ctry");
    if (country.size() != 2 || !std::ranges::all_of(country, text::is_upper)) {
        return "Ctry";
    }
    if (text::trim(address.part("TwnNm")).empty()) {
        return "TwnNm";
    }
    return lines > lines_max ? "AdrLine" : "";
}

void check_addresses(const Evidence& evidence, Report& report) {
    const auto look = [&](std::size_t offset, std::string_view id, const Stated_party& party) {
        if (party.address) {
            const std::string_view fault = fault_of(*party.address, evidence.file.version);
            if (!fault.empty()) {
                report.add(offset, id, fault);
            }
        }
    };
    for (const Stated_block& block : evidence.file.blocks) {
        look(block.offset, block.id, block.debtor);
    }
    for_each_transfer(evidence.file, [&](const Stated_block&, const Stated_transfer& transfer) {
        look(transfer.offset, transfer.end_to_end_id, transfer.payee);
    });
}

/// Outside the EEA the law on transfers of funds wants the addresses of both sides.
void check_address_missing(const Evidence& evidence, Report& report) {
    for_each_transfer(
        evidence.file, [&](const Stated_block& block, const Stated_transfer& transfer) {
            const auto is_eea = [](std::string_view account) {
                return party::is_eea_country(account.substr(0, 2));
            };
            const bool has_both = block.debtor.address && transfer.payee.address;
            if (!has_both && (!is_eea(transfer.payee_account) || !is_eea(block.debtor_account))) {
                report.add(transfer.offset, transfer.end_to_end_id,
                           transfer.payee.address ? "Dbtr" : "Cdtr");
            }
        });
}

constexpr std::array text_table{
    Rule{p09_holder_differs, Severity::error, Needs::form, check_holders},
    Rule{p09_name_length, Severity::error, Needs::form, check_name_lengths},
    Rule{p10_characters, Severity::error, Needs::form, check_characters},
    Rule{p10_empty_text, Severity::error, Needs::form, check_empty_texts},
    Rule{p11_remittance_shape, Severity::error, Needs::form, check_remittances},
    Rule{p11_remittance_absent, Severity::warning, Needs::form, check_remittance_absent},
    Rule{p12_reference, Severity::error, Needs::form, check_references},
    Rule{p12_reference_length, Severity::error, Needs::form, check_reference_lengths},
    Rule{p13_address, Severity::error, Needs::form, check_addresses},
    Rule{p14_address_missing, Severity::error, Needs::form, check_address_missing},
};

} // namespace

std::span<const Rule> text_rules() {
    return text_table;
}

} // namespace saldo::payments::pain001
