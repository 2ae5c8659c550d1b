#include "payments/pain001/write.hpp"

#include "payments/pain001/namespaces.hpp"

#include <pugixml.hpp>

#include <cstdint>

namespace saldo::payments::pain001 {

namespace {

class String_writer final : public pugi::xml_writer {
public:
    explicit String_writer(std::string& bytes) : bytes_(bytes) {}

    void write(const void* data, std::size_t size) override {
        bytes_.append(static_cast<const char*>(data), size);
    }

private:
    std::string& bytes_;
};

pugi::xml_node add(pugi::xml_node parent, const char* name) {
    return parent.append_child(name);
}

void add(pugi::xml_node parent, const char* name, const std::string& text) {
    add(parent, name).append_child(pugi::node_pcdata).set_value(text.c_str());
}

void add_unless_empty(pugi::xml_node parent, const char* name, const std::string& text) {
    if (!text.empty()) {
        add(parent, name, text);
    }
}

/// Count and control sum, in the order of both versions.
void add_totals(pugi::xml_node parent, std::size_t count, Money sum) {
    add(parent, "NbOfTxs", std::to_string(count));
    add(parent, "CtrlSum", money::format(sum));
}

void add_header(pugi::xml_node parent, const Message& message) {
    pugi::xml_node header = add(parent, "GrpHdr");
    add(header, "MsgId", message.id);
    add(header, "CreDtTm", calendar::format(message.creation) + "T" + message.creation_time);
    add_totals(header, count(message), total(message));
    pugi::xml_node initiator = add(header, "InitgPty");
    add(initiator, "Nm", message.initiator_name);
    if (message.initiator_number) {
        pugi::xml_node other = add(add(add(initiator, "Id"), "OrgId"), "Othr");
        add(other, "Id", std::string(message.initiator_number->digits()));
        add(other, "Issr", "KBO-BCE");
    }
}

void add_account(pugi::xml_node parent, const char* name, const Iban& iban) {
    add(add(add(parent, name), "Id"), "IBAN", std::string(iban.text()));
}

void add_address(pugi::xml_node party, const std::optional<Address>& address) {
    if (!address) {
        return;
    }
    pugi::xml_node node = add(party, "PstlAdr");
    add_unless_empty(node, "StrtNm", address->street);
    add_unless_empty(node, "BldgNb", address->house_number);
    add_unless_empty(node, "PstCd", address->postal_code);
    add_unless_empty(node, "TwnNm", address->town);
    add_unless_empty(node, "Ctry", address->country);
    for (const std::string& line : address->lines) {
        add(node, "AdrLine", line);
    }
}

void add_reference(pugi::xml_node parent, const char* issuer, const std::string& reference) {
    pugi::xml_node info = add(add(add(parent, "RmtInf"), "Strd"), "CdtrRefInf");
    pugi::xml_node type = add(info, "Tp");
    add(add(type, "CdOrPrtry"), "Cd", "SCOR");
    add(type, "Issr", issuer);
    add(info, "Ref", reference);
}

void add_remittance(pugi::xml_node parent, const party::Remittance& remittance) {
    if (const auto* free = std::get_if<std::string>(&remittance)) {
        add(add(parent, "RmtInf"), "Ustrd", *free);
    } else if (const auto* ogm = std::get_if<Ogm>(&remittance)) {
        add_reference(parent, "BBA", ogm->digits());
    } else if (const auto* reference = std::get_if<Creditor_reference>(&remittance)) {
        add_reference(parent, "ISO", std::string(reference->text()));
    }
}

void add_transfer(pugi::xml_node parent, const Transfer& transfer, Version version) {
    pugi::xml_node node = add(parent, "CdtTrfTxInf");
    pugi::xml_node ids = add(node, "PmtId");
    add(ids, "InstrId", transfer.end_to_end_id);
    add(ids, "EndToEndId", transfer.end_to_end_id);
    pugi::xml_node amount = add(add(node, "Amt"), "InstdAmt");
    amount.append_attribute("Ccy").set_value("EUR");
    amount.append_child(pugi::node_pcdata).set_value(money::format(transfer.amount).c_str());
    if (transfer.payee_bank) {
        add(add(add(node, "CdtrAgt"), "FinInstnId"), bic_tag(version),
            std::string(transfer.payee_bank->text()));
    }
    pugi::xml_node payee = add(node, "Cdtr");
    add(payee, "Nm", transfer.payee_name);
    add_address(payee, transfer.payee_address);
    add_account(node, "CdtrAcct", transfer.payee_account);
    if (!transfer.purpose.empty()) {
        add(add(node, "Purp"), "Cd", transfer.purpose);
    }
    add_remittance(node, transfer.remittance);
}

void add_execution_date(pugi::xml_node parent, Date execution, Version version) {
    if (version == Version::v03) {
        add(parent, "ReqdExctnDt", calendar::format(execution));
    } else {
        add(add(parent, "ReqdExctnDt"), "Dt", calendar::format(execution));
    }
}

void add_block(pugi::xml_node parent, const Block& block, Version version) {
    pugi::xml_node node = add(parent, "PmtInf");
    add(node, "PmtInfId", block.id);
    add(node, "PmtMtd", "TRF");
    add(node, "BtchBookg", block.batch_booking ? "true" : "false");
    add_totals(node, block.transfers.size(), total(block));
    pugi::xml_node type = add(node, "PmtTpInf");
    add(add(type, "SvcLvl"), "Cd", "SEPA");
    if (!block.category_purpose.empty()) {
        add(add(type, "CtgyPurp"), "Cd", block.category_purpose);
    }
    add_execution_date(node, block.execution, version);
    pugi::xml_node debtor = add(node, "Dbtr");
    add(debtor, "Nm", block.debtor_name);
    add_address(debtor, block.debtor_address);
    add_account(node, "DbtrAcct", block.debtor_account);
    pugi::xml_node agent = add(add(node, "DbtrAgt"), "FinInstnId");
    if (block.debtor_bank) {
        add(agent, bic_tag(version), std::string(block.debtor_bank->text()));
    } else {
        add(add(agent, "Othr"), "Id", "NOTPROVIDED");
    }
    add(node, "ChrgBr", "SLEV");
    for (const Transfer& transfer : block.transfers) {
        add_transfer(node, transfer, version);
    }
}

} // namespace

std::string write(const Message& message, Version version) {
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version").set_value("1.0");
    declaration.append_attribute("encoding").set_value("UTF-8");
    pugi::xml_node root = add(document, "Document");
    root.append_attribute("xmlns").set_value(namespace_of(version).data());
    pugi::xml_node initiation = add(root, "CstmrCdtTrfInitn");
    add_header(initiation, message);
    for (const Block& block : message.blocks) {
        add_block(initiation, block, version);
    }
    std::string bytes;
    String_writer writer(bytes);
    // No flag at all means: a line break after each element, no indentation.
    document.save(writer, "", 0, pugi::encoding_utf8);
    return bytes;
}

} // namespace saldo::payments::pain001
