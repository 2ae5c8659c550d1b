#include "payments/pain001/scan.hpp"

#include "base/text.hpp"
#include "payments/pain001/codes.hpp"
#include "payments/pain001/cursor.hpp"
#include "payments/pain001/file_parts.hpp"
#include "payments/pain001/namespaces.hpp"

#include <algorithm>
#include <span>

namespace saldo::payments::pain001 {

namespace {

/// A file in parts, of whose bytes trees are made in place: what they state lives as long.
struct Texts {
    File_parts parts;
    std::string bytes; ///< of the file; unused if the frame is the whole

    explicit Texts(std::string_view xml) : parts(parts_of(xml)) {
        if (!parts.blocks.empty()) {
            bytes = xml;
        }
    }

    [[nodiscard]] std::span<char> block(std::size_t number) {
        const File_parts::Block& block = parts.blocks[number];
        return std::span(bytes).subspan(block.begin, block.size);
    }
};

/// Everything is parsed, text beside the root too, so that everything unexpected is seen.
pugi::xml_parse_result parse(std::span<char> bytes, pugi::xml_document& document) {
    constexpr unsigned int everything =
        pugi::parse_full | pugi::parse_ws_pcdata_single | pugi::parse_fragment;
    return document.load_buffer_inplace(bytes.data(), bytes.size(), everything,
                                        pugi::encoding_utf8);
}

class Scanner {
public:
    Scanner(Trouble& trouble, Version version, Texts& texts)
        : trouble_(trouble), version_(version), texts_(texts) {}

    Stated_file scan(pugi::xml_node root) {
        Stated_file file;
        file.version = version_;
        Cursor document(root, trouble_, "xmlns");
        Cursor initiation(document.need("CstmrCdtTrfInitn"), trouble_);
        scan_header(initiation.need("GrpHdr"), file);
        for (auto node = initiation.take("PmtInf"); node && !trouble_.found();
             node = initiation.take("PmtInf")) {
            file.blocks.push_back(texts_.parts.blocks.empty() ? scan_block(node)
                                                              : scan_part(file.blocks.size()));
        }
        return file;
    }

private:
    /// The block of that number, from a tree of its own.
    Stated_block scan_part(std::size_t number) {
        trouble_.enter(texts_.parts.blocks[number].begin, "/Document/CstmrCdtTrfInitn");
        if (const auto parsed = parse(texts_.block(number), part_); !parsed) {
            trouble_.note_malformed(parsed);
            return {};
        }
        Stated_block block = scan_block(part_.first_child());
        trouble_.leave();
        return block;
    }

    Stated_totals scan_totals(Cursor& cursor) {
        return {cursor.take_text("NbOfTxs"), cursor.take_text("CtrlSum")};
    }

    void scan_header(pugi::xml_node node, Stated_file& file) {
        file.offset = trouble_.offset_of(node);
        Cursor header(node, trouble_);
        file.id = header.need_text("MsgId");
        file.created = header.need_text("CreDtTm");
        file.totals = scan_totals(header);
        Cursor initiator(header.need("InitgPty"), trouble_);
        file.initiator_name = initiator.text_or_empty("Nm");
        if (const auto id = initiator.take("Id")) {
            Cursor kinds(id, trouble_);
            scan_organisation(kinds.need("OrgId"), file);
        }
    }

    void scan_organisation(pugi::xml_node node, Stated_file& file) {
        Cursor organisation(node, trouble_);
        const bool old = version_ == Version::v03;
        file.initiator_bic = organisation.text_or_empty(old ? "BICOrBEI" : "AnyBIC");
        if (!old) {
            file.initiator_lei = organisation.text_or_empty("LEI");
        }
        while (const auto other_node = organisation.take("Othr")) {
            Cursor other(other_node, trouble_);
            Stated_other_id id;
            id.id = other.need_text("Id");
            id.issuer = other.text_or_empty("Issr");
            file.initiator_ids.push_back(std::move(id));
        }
    }

    Stated_block scan_block(pugi::xml_node node) {
        Stated_block block;
        block.offset = trouble_.offset_of(node);
        Cursor cursor(node, trouble_);
        block.id = cursor.need_text("PmtInfId");
        block.method = cursor.need_text("PmtMtd");
        block.batch_booking = cursor.take_text("BtchBookg");
        block.totals = scan_totals(cursor);
        block.type = scan_type(cursor.take("PmtTpInf"));
        block.execution = scan_execution(cursor.need("ReqdExctnDt"));
        block.debtor = scan_party(cursor.need("Dbtr"));
        Cursor account(cursor.need("DbtrAcct"), trouble_);
        block.debtor_account = scan_iban(account);
        block.debtor_currency = account.text_or_empty("Ccy");
        block.debtor_bank = scan_agent(cursor.need("DbtrAgt"));
        block.charge_bearer = cursor.take_text("ChrgBr");
        for (auto transfer = cursor.take("CdtTrfTxInf"); transfer && !trouble_.found();
             transfer = cursor.take("CdtTrfTxInf")) {
            block.transfers.push_back(scan_transfer(transfer));
        }
        return block;
    }

    std::string_view scan_execution(pugi::xml_node node) {
        if (version_ == Version::v03) {
            return text_of(node, trouble_);
        }
        return Cursor(node, trouble_).need_text("Dt");
    }

    std::string_view scan_iban(Cursor& account) {
        return Cursor(account.need("Id"), trouble_).need_text("IBAN");
    }

    /// A choice of code and own text; the rules only look for codes.
    std::string_view scan_choice(pugi::xml_node node) {
        Cursor cursor(node, trouble_);
        const auto code = cursor.take_text("Cd");
        return code ? *code : cursor.need_text("Prtry");
    }

    std::optional<Stated_type> scan_type(pugi::xml_node node) {
        if (!node) {
            return std::nullopt;
        }
        Cursor cursor(node, trouble_);
        Stated_type type;
        type.priority = cursor.text_or_empty("InstrPrty");
        while (const auto level = cursor.take("SvcLvl")) {
            type.service_levels.push_back(scan_choice(level));
        }
        if (const auto instrument = cursor.take("LclInstrm")) {
            type.local_instrument = scan_choice(instrument);
        }
        if (const auto category = cursor.take("CtgyPurp")) {
            type.category_purpose = scan_choice(category);
        }
        return type;
    }

    Stated_agent scan_agent(pugi::xml_node node) {
        Stated_agent agent;
        if (!node) {
            return agent;
        }
        agent.present = true;
        Cursor outer(node, trouble_);
        Cursor institution(outer.need("FinInstnId"), trouble_);
        agent.bic = institution.text_or_empty(bic_tag(version_));
        if (const auto other = institution.take("Othr")) {
            agent.other = Cursor(other, trouble_).need_text("Id");
        }
        return agent;
    }

    Stated_party scan_party(pugi::xml_node node) {
        Stated_party party;
        if (!node) {
            return party;
        }
        party.present = true;
        Cursor cursor(node, trouble_);
        party.name = cursor.text_or_empty("Nm");
        if (const auto address_node = cursor.take("PstlAdr")) {
            Stated_address address;
            Cursor parts(address_node, trouble_);
            while (const auto part = parts.take_any()) {
                address.parts.emplace_back(part.name(), text_of(part, trouble_));
            }
            party.address = std::move(address);
        }
        return party;
    }

    Stated_transfer scan_transfer(pugi::xml_node node) {
        Stated_transfer transfer;
        transfer.offset = trouble_.offset_of(node);
        Cursor cursor(node, trouble_);
        Cursor ids(cursor.need("PmtId"), trouble_);
        transfer.instruction_id = ids.text_or_empty("InstrId");
        transfer.end_to_end_id = ids.need_text("EndToEndId");
        transfer.type = scan_type(cursor.take("PmtTpInf"));
        Cursor amounts(cursor.need("Amt"), trouble_);
        const auto amount = amounts.need("InstdAmt");
        transfer.amount = text_of(amount, trouble_, "Ccy");
        transfer.currency = amount.attribute("Ccy").value();
        transfer.charge_bearer = cursor.take_text("ChrgBr");
        transfer.payee_bank = scan_agent(cursor.take("CdtrAgt"));
        transfer.payee = scan_party(cursor.take("Cdtr"));
        if (const auto account_node = cursor.take("CdtrAcct")) {
            Cursor account(account_node, trouble_);
            transfer.payee_account = scan_iban(account);
        }
        if (const auto purpose = cursor.take("Purp")) {
            transfer.purpose = scan_choice(purpose);
        }
        if (const auto remittance = cursor.take("RmtInf")) {
            scan_remittance(remittance, transfer);
        }
        return transfer;
    }

    void scan_remittance(pugi::xml_node node, Stated_transfer& transfer) {
        Cursor cursor(node, trouble_);
        while (const auto text = cursor.take_text("Ustrd")) {
            transfer.free_texts.push_back(*text);
        }
        while (const auto structured = cursor.take("Strd")) {
            Cursor outer(structured, trouble_);
            Cursor info(outer.need("CdtrRefInf"), trouble_);
            Stated_reference reference;
            if (const auto type_node = info.take("Tp")) {
                Cursor type(type_node, trouble_);
                reference.type = scan_choice(type.need("CdOrPrtry"));
                reference.issuer = type.text_or_empty("Issr");
            }
            reference.reference = info.text_or_empty("Ref");
            transfer.references.push_back(std::move(reference));
        }
    }

    Trouble& trouble_;
    Version version_;
    Texts& texts_;
    pugi::xml_document part_;
};

/// Nothing but the declaration and one element `Document` in a namespace we know.
Result<std::pair<pugi::xml_node, Version>> root_of(const pugi::xml_document& document) {
    pugi::xml_node root;
    for (const pugi::xml_node node : document.children()) {
        if (node.type() == pugi::node_doctype) {
            return refuse(doctype_refused);
        }
        const bool heads = node == document.first_child();
        if (node.type() == pugi::node_element && !root) {
            root = node;
        } else if (node.type() != pugi::node_declaration || !heads) {
            return refuse(not_well_formed, {{"reason", "more than one element at the top"}});
        }
    }
    const std::string_view space = root.attribute("xmlns").value();
    for (const Version version : {Version::v03, Version::v09}) {
        if (std::string_view(root.name()) == "Document" && space == namespace_of(version)) {
            return std::pair{root, version};
        }
    }
    return refuse(not_a_credit_transfer, {{"namespace", std::string(space.substr(0, 100))}});
}

/// Every `&` starts one of XML's own five entities. Character references are well-formed XML, but
/// nothing in the SEPA set needs one, and they can hide what a reader sees.
bool has_only_plain_entities(std::string_view bytes) {
    for (std::size_t at = bytes.find('&'); at != std::string_view::npos;
         at = bytes.find('&', at + 1)) {
        const std::string_view rest = bytes.substr(at);
        const auto opens = [rest](std::string_view entity) { return rest.starts_with(entity); };
        if (!opens("&amp;") && !opens("&lt;") && !opens("&gt;") && !opens("&quot;") &&
            !opens("&apos;")) {
            return false;
        }
    }
    return true;
}

} // namespace

std::uint64_t line_at(std::string_view xml, std::size_t offset) {
    const std::string_view before = xml.substr(0, std::min(offset, xml.size()));
    return static_cast<std::uint64_t>(std::ranges::count(before, '\n')) + 1;
}

std::string_view Stated_address::part(std::string_view name) const {
    const auto found = std::ranges::find(parts, name, [](const auto& part) { return part.first; });
    return found == parts.end() ? std::string_view() : found->second;
}

Result<Stated_file> scan(std::string_view xml) {
    if (xml.size() > file_size_max) {
        return refuse(too_large, {{"stated", std::to_string(xml.size())},
                                  {"allowed", std::to_string(file_size_max)}});
    }
    if (!text::is_xml_text(xml)) {
        return refuse(not_utf8);
    }
    if (!has_only_plain_entities(xml)) {
        return refuse(not_well_formed, {{"reason", "an entity"}});
    }
    const auto texts = std::make_shared<Texts>(xml);
    Trouble trouble;
    pugi::xml_document frame;
    Stated_file file;
    if (const auto parsed = parse(texts->parts.frame, frame); !parsed) {
        trouble.note_malformed(parsed);
    } else {
        const auto root = root_of(frame);
        if (!root) {
            return refuse(root.error());
        }
        file = Scanner(trouble, root->second, *texts).scan(root->first);
    }
    if (trouble.found()) {
        Finding finding = trouble.finding();
        finding.where.line =
            line_at(xml, trouble.is_in_part() ? trouble.offset()
                                              : texts->parts.offset_in_file(trouble.offset()));
        return refuse(Refusal(std::move(finding)));
    }
    file.texts = texts;
    return file;
}

} // namespace saldo::payments::pain001
