#include "payments/pain002/read.hpp"

#include "bank/camt/document.hpp"
#include "bank/camt/values.hpp"
#include "base/text.hpp"
#include "payments/pain001/codes.hpp"
#include "payments/pain002/codes.hpp"

namespace saldo::payments::pain002 {

namespace {

using bank::camt::child;
using bank::camt::children;
using bank::camt::Document;
using bank::camt::find;

/// All text of an element, also where comments or marked sections part it.
std::string text_of(pugi::xml_node node) {
    std::string text;
    for (const pugi::xml_node part : node.children()) {
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) {
            text += part.value();
        }
    }
    return std::string(bank::camt::trim(text));
}

std::string text_of(pugi::xml_node from, std::string_view path) {
    return text_of(find(from, path));
}

/// `pain.002.001.10` by the namespace of the root, whatever its prefix; empty if it is another.
std::string version_of(pugi::xml_node root) {
    constexpr std::string_view start = "urn:iso:std:iso:20022:tech:xsd:";
    constexpr std::string_view message = "pain.002.001.";
    const std::string_view name = root.name();
    const std::size_t colon = name.find(':');
    const std::string key =
        colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
    std::string_view space = root.attribute(key.c_str()).value();
    if (bank::camt::local_name(root) != "Document" || !space.starts_with(start)) {
        return {};
    }
    space.remove_prefix(start.size());
    const bool fits = space.starts_with(message) && space.size() == message.size() + 2 &&
                      text::all_digits(space.substr(message.size()));
    return fits ? std::string(space) : std::string();
}

Reason reason_of(pugi::xml_node node) {
    Reason reason;
    reason.code = text_of(node, "Rsn/Cd");
    if (reason.code.empty()) {
        reason.code = text_of(node, "Rsn/Prtry");
        reason.is_of_bank = !reason.code.empty();
    }
    for (const pugi::xml_node line : children(node, "AddtlInf")) {
        const std::string text = text_of(line);
        reason.text.append(reason.text.empty() || text.empty() ? "" : " ").append(text);
    }
    return reason;
}

Said said_of(pugi::xml_node node, std::string_view status) {
    Said said{text_of(node, status), {}};
    for (const pugi::xml_node each : children(node, "StsRsnInf")) {
        Reason reason = reason_of(each);
        if (!reason.code.empty() || !reason.text.empty()) {
            said.reasons.push_back(std::move(reason));
        }
    }
    return said;
}

Stated_totals totals_of(pugi::xml_node node) {
    return {text_of(node, "OrgnlNbOfTxs"), text_of(node, "OrgnlCtrlSum")};
}

std::vector<Tally> tallies_of(pugi::xml_node node, const Document& document) {
    std::vector<Tally> tallies;
    for (const pugi::xml_node each : children(node, "NbOfTxsPerSts")) {
        tallies.push_back({document.line_of(each), text_of(each, "DtldSts"),
                           text_of(each, "DtldNbOfTxs"), text_of(each, "DtldCtrlSum")});
    }
    return tallies;
}

Stated_block block_of(pugi::xml_node node, const Document& document) {
    Stated_block block{document.line_of(node),     text_of(node, "OrgnlPmtInfId"), totals_of(node),
                       said_of(node, "PmtInfSts"), tallies_of(node, document),     {}};
    for (const pugi::xml_node each : children(node, "TxInfAndSts")) {
        block.payments.push_back({document.line_of(each), text_of(each, "OrgnlInstrId"),
                                  text_of(each, "OrgnlEndToEndId"),
                                  text_of(each, "OrgnlTxRef/Amt/InstdAmt"),
                                  said_of(each, "TxSts")});
    }
    return block;
}

tl::unexpected<Refusal>
missing(pugi::xml_node parent, const char* element, const Document& document) {
    return refuse(pain001::element_missing, {{"element", element}},
                  {"", document.line_of(parent), std::string(bank::camt::local_name(parent))});
}

} // namespace

Result<Report> read(std::string_view xml) {
    if (xml.size() > file_size_max) {
        return refuse(pain001::too_large, {{"stated", std::to_string(xml.size())},
                                           {"allowed", std::to_string(file_size_max)}});
    }
    std::string bytes(xml);
    Document document;
    if (const auto parsed = document.parse(bytes); !parsed) {
        return refuse(parsed.error());
    }
    Report report;
    report.version = version_of(document.root());
    const pugi::xml_node body = child(document.root(), "CstmrPmtStsRpt");
    if (report.version.empty() || !body) {
        return refuse(not_a_status_report);
    }
    const pugi::xml_node header = child(body, "GrpHdr");
    const pugi::xml_node original = child(body, "OrgnlGrpInfAndSts");
    report.message_id = text_of(header, "MsgId");
    report.created = text_of(header, "CreDtTm");
    report.line = document.line_of(original);
    report.original_id = text_of(original, "OrgnlMsgId");
    report.original_name = text_of(original, "OrgnlMsgNmId");
    if (report.message_id.empty() || report.original_id.empty()) {
        return report.message_id.empty()
                   ? missing(header ? header : body, "MsgId", document)
                   : missing(original ? original : body, "OrgnlMsgId", document);
    }
    report.totals = totals_of(original);
    report.said = said_of(original, "GrpSts");
    report.tallies = tallies_of(original, document);
    for (const pugi::xml_node each : children(body, "OrgnlPmtInfAndSts")) {
        report.blocks.push_back(block_of(each, document));
    }
    return report;
}

} // namespace saldo::payments::pain002
