#include "payments/pain001/write.hpp"

#include "payments/pain001/namespaces.hpp"

#include <cstdint>
#include <string_view>

namespace saldo::payments::pain001 {

namespace {

/// An element from its tag to its end, which the destructor writes. What stands between the tags is
/// written to the same bytes.
class Element {
public:
    Element(std::string& bytes, std::string_view name, std::string_view attribute = {})
        : bytes_(bytes), name_(name) {
        bytes_.append("<").append(name_).append(attribute).append(">\n");
    }

    ~Element() { bytes_.append("</").append(name_).append(">\n"); }

    Element(const Element&) = delete;
    Element& operator=(const Element&) = delete;

private:
    std::string& bytes_;
    std::string_view name_;
};

/// Text as it may stand between tags.
void add_escaped(std::string& bytes, std::string_view text) {
    for (const char c : text) {
        switch (c) {
        case '&':
            bytes += "&amp;";
            break;
        case '<':
            bytes += "&lt;";
            break;
        case '>':
            bytes += "&gt;";
            break;
        default:
            bytes += c;
        }
    }
}

void add(std::string& bytes,
         std::string_view name,
         std::string_view text,
         std::string_view attribute = {}) {
    bytes.append("<").append(name).append(attribute).append(">");
    add_escaped(bytes, text);
    bytes.append("</").append(name).append(">\n");
}

void add_unless_empty(std::string& bytes, std::string_view name, std::string_view text) {
    if (!text.empty()) {
        add(bytes, name, text);
    }
}

/// Count and control sum, in the order of both versions.
void add_totals(std::string& bytes, std::size_t count, Money sum) {
    add(bytes, "NbOfTxs", std::to_string(count));
    add(bytes, "CtrlSum", money::format(sum));
}

void add_header(std::string& bytes, const Message& message) {
    const Element header(bytes, "GrpHdr");
    add(bytes, "MsgId", message.id);
    add(bytes, "CreDtTm", calendar::format(message.creation) + "T" + message.creation_time);
    add_totals(bytes, count(message), total(message));
    const Element initiator(bytes, "InitgPty");
    add(bytes, "Nm", message.initiator_name);
    if (message.initiator_number) {
        const Element id(bytes, "Id");
        const Element organisation(bytes, "OrgId");
        const Element other(bytes, "Othr");
        add(bytes, "Id", message.initiator_number->digits());
        add(bytes, "Issr", "KBO-BCE");
    }
}

void add_account(std::string& bytes, std::string_view name, const Iban& iban) {
    const Element account(bytes, name);
    const Element id(bytes, "Id");
    add(bytes, "IBAN", iban.text());
}

void add_address(std::string& bytes, const std::optional<Address>& address) {
    if (!address) {
        return;
    }
    const Element element(bytes, "PstlAdr");
    add_unless_empty(bytes, "StrtNm", address->street);
    add_unless_empty(bytes, "BldgNb", address->house_number);
    add_unless_empty(bytes, "PstCd", address->postal_code);
    add_unless_empty(bytes, "TwnNm", address->town);
    add_unless_empty(bytes, "Ctry", address->country);
    for (const std::string& line : address->lines) {
        add(bytes, "AdrLine", line);
    }
}

void add_reference(std::string& bytes, std::string_view issuer, std::string_view reference) {
    const Element structured(bytes, "Strd");
    const Element information(bytes, "CdtrRefInf");
    {
        const Element type(bytes, "Tp");
        {
            const Element choice(bytes, "CdOrPrtry");
            add(bytes, "Cd", "SCOR");
        }
        add(bytes, "Issr", issuer);
    }
    add(bytes, "Ref", reference);
}

void add_remittance(std::string& bytes, const party::Remittance& remittance) {
    if (std::holds_alternative<std::monostate>(remittance)) {
        return;
    }
    const Element information(bytes, "RmtInf");
    if (const auto* free = std::get_if<std::string>(&remittance)) {
        add(bytes, "Ustrd", *free);
    } else if (const auto* ogm = std::get_if<Ogm>(&remittance)) {
        add_reference(bytes, "BBA", ogm->digits());
    } else if (const auto* reference = std::get_if<Creditor_reference>(&remittance)) {
        add_reference(bytes, "ISO", reference->text());
    }
}

void add_bank(std::string& bytes,
              std::string_view name,
              const std::optional<Bic>& bic,
              Version version) {
    const Element agent(bytes, name);
    const Element institution(bytes, "FinInstnId");
    if (bic) {
        add(bytes, bic_tag(version), bic->text());
    } else {
        const Element other(bytes, "Othr");
        add(bytes, "Id", "NOTPROVIDED");
    }
}

void add_party(std::string& bytes,
               std::string_view element,
               std::string_view name,
               const std::optional<Address>& address) {
    const Element party(bytes, element);
    add(bytes, "Nm", name);
    add_address(bytes, address);
}

void add_transfer(std::string& bytes, const Transfer& transfer, Version version) {
    const Element element(bytes, "CdtTrfTxInf");
    {
        const Element ids(bytes, "PmtId");
        add(bytes, "InstrId", transfer.end_to_end_id);
        add(bytes, "EndToEndId", transfer.end_to_end_id);
    }
    {
        const Element amount(bytes, "Amt");
        add(bytes, "InstdAmt", money::format(transfer.amount), " Ccy=\"EUR\"");
    }
    if (transfer.payee_bank) {
        add_bank(bytes, "CdtrAgt", transfer.payee_bank, version);
    }
    add_party(bytes, "Cdtr", transfer.payee_name, transfer.payee_address);
    add_account(bytes, "CdtrAcct", transfer.payee_account);
    if (!transfer.purpose.empty()) {
        const Element purpose(bytes, "Purp");
        add(bytes, "Cd", transfer.purpose);
    }
    add_remittance(bytes, transfer.remittance);
}

void add_type(std::string& bytes, std::string_view category_purpose) {
    const Element type(bytes, "PmtTpInf");
    {
        const Element level(bytes, "SvcLvl");
        add(bytes, "Cd", "SEPA");
    }
    if (!category_purpose.empty()) {
        const Element category(bytes, "CtgyPurp");
        add(bytes, "Cd", category_purpose);
    }
}

void add_execution_date(std::string& bytes, Date execution, Version version) {
    if (version == Version::v03) {
        add(bytes, "ReqdExctnDt", calendar::format(execution));
    } else {
        const Element date(bytes, "ReqdExctnDt");
        add(bytes, "Dt", calendar::format(execution));
    }
}

void add_block(std::string& bytes, const Block& block, Version version) {
    const Element element(bytes, "PmtInf");
    add(bytes, "PmtInfId", block.id);
    add(bytes, "PmtMtd", "TRF");
    add(bytes, "BtchBookg", block.batch_booking ? "true" : "false");
    add_totals(bytes, block.transfers.size(), total(block));
    add_type(bytes, block.category_purpose);
    add_execution_date(bytes, block.execution, version);
    add_party(bytes, "Dbtr", block.debtor_name, block.debtor_address);
    add_account(bytes, "DbtrAcct", block.debtor_account);
    add_bank(bytes, "DbtrAgt", block.debtor_bank, version);
    add(bytes, "ChrgBr", "SLEV");
    for (const Transfer& transfer : block.transfers) {
        add_transfer(bytes, transfer, version);
    }
}

/// A little above what most transfers take, so that the bytes rarely move.
constexpr std::size_t usual_transfer_size = 1'000;

} // namespace

std::string write(const Message& message, Version version) {
    std::string bytes;
    bytes.reserve(count(message) * usual_transfer_size);
    bytes += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    std::string space(" xmlns=\"");
    space.append(namespace_of(version)).append("\"");
    {
        const Element document(bytes, "Document", space);
        const Element initiation(bytes, "CstmrCdtTrfInitn");
        add_header(bytes, message);
        for (const Block& block : message.blocks) {
            add_block(bytes, block, version);
        }
    }
    return bytes;
}

} // namespace saldo::payments::pain001
