#pragma once

#include <string>
#include <vector>

/// Answers of an invented bank to payment files, as text: what a test does not give is not there.
namespace saldo::test {

struct Told_reason {
    std::string code;
    std::string text{};
};

struct Told_status {
    std::string status{};
    std::vector<Told_reason> reasons{};
};

struct Told_payment {
    std::string end_to_end_id;
    Told_status said{};
    std::string amount{};
    std::string instruction_id{};
};

struct Told_tally {
    std::string status;
    std::string count;
    std::string sum{};
};

struct Told_block {
    std::string id;
    Told_status said{};
    std::vector<Told_payment> payments{};
    std::string count{};
    std::string sum{};
    std::vector<Told_tally> tallies{};
};

struct Told_answer {
    std::string original_id;
    Told_status said{};
    std::vector<Told_block> blocks{};
    std::string count{};
    std::string sum{};
    std::vector<Told_tally> tallies{};
    std::string id = "BANK-1";
    std::string created = "2026-02-03T09:20:31";
    std::string version = "10";
};

inline std::string element(const std::string& name, const std::string& text) {
    return text.empty() ? "" : "<" + name + ">" + text + "</" + name + ">";
}

inline std::string said(const std::string& element_name, const Told_status& status) {
    std::string xml = element(element_name, status.status);
    for (const Told_reason& reason : status.reasons) {
        xml += element("StsRsnInf", element("Rsn", element("Cd", reason.code)) +
                                        element("AddtlInf", reason.text));
    }
    return xml;
}

inline std::string tallied(const std::vector<Told_tally>& tallies) {
    std::string xml;
    for (const Told_tally& tally : tallies) {
        xml += element("NbOfTxsPerSts", element("DtldNbOfTxs", tally.count) +
                                            element("DtldSts", tally.status) +
                                            element("DtldCtrlSum", tally.sum));
    }
    return xml;
}

inline std::string block_of(const Told_block& block) {
    std::string payments;
    for (const Told_payment& payment : block.payments) {
        const std::string amount = payment.amount.empty()
                                       ? ""
                                       : "<OrgnlTxRef><Amt><InstdAmt Ccy=\"EUR\">" +
                                             payment.amount + "</InstdAmt></Amt></OrgnlTxRef>";
        payments += element("TxInfAndSts", element("OrgnlInstrId", payment.instruction_id) +
                                               element("OrgnlEndToEndId", payment.end_to_end_id) +
                                               said("TxSts", payment.said) + amount) +
                    "\n";
    }
    return element("OrgnlPmtInfAndSts",
                   element("OrgnlPmtInfId", block.id) + element("OrgnlNbOfTxs", block.count) +
                       element("OrgnlCtrlSum", block.sum) + said("PmtInfSts", block.said) +
                       tallied(block.tallies) + payments);
}

/// The bytes of the answer.
inline std::string answer_file(const Told_answer& answer) {
    std::string blocks;
    for (const Told_block& block : answer.blocks) {
        blocks += block_of(block) + "\n";
    }
    const std::string body =
        element("GrpHdr", element("MsgId", answer.id) + element("CreDtTm", answer.created)) + "\n" +
        element("OrgnlGrpInfAndSts", element("OrgnlMsgId", answer.original_id) +
                                         element("OrgnlMsgNmId", "pain.001.001.09") +
                                         element("OrgnlNbOfTxs", answer.count) +
                                         element("OrgnlCtrlSum", answer.sum) +
                                         said("GrpSts", answer.said) + tallied(answer.tallies)) +
        "\n" + blocks;
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001." +
           answer.version + "\">\n" + element("CstmrPmtStsRpt", "\n" + body) + "</Document>\n";
}

} // namespace saldo::test
