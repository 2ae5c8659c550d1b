#pragma once

#include "payments/pain002/status.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// What an answer of the bank to a payment file states, text by text and unjudged: pain.002,
/// customer payment status report. A text that is absent is empty; lines are those of the file.
namespace saldo::payments::pain002 {

/// The status of one level, or none, with the reasons that stand there.
struct Said {
    std::string status;
    std::vector<Reason> reasons;
};

/// OrgnlNbOfTxs and OrgnlCtrlSum: what the bank says that it got.
struct Stated_totals {
    std::string count;
    std::string sum;
};

/// NbOfTxsPerSts: how many payments have a status, and what they come to.
struct Tally {
    std::uint64_t line = 0;
    std::string status; ///< DtldSts
    std::string count;  ///< DtldNbOfTxs
    std::string sum;    ///< DtldCtrlSum, optional
};

/// TxInfAndSts.
struct Stated_payment {
    std::uint64_t line = 0;
    std::string instruction_id; ///< OrgnlInstrId
    std::string end_to_end_id;  ///< OrgnlEndToEndId
    std::string amount;         ///< OrgnlTxRef/Amt/InstdAmt
    Said said;                  ///< TxSts, StsRsnInf
};

/// OrgnlPmtInfAndSts.
struct Stated_block {
    std::uint64_t line = 0;
    std::string id; ///< OrgnlPmtInfId
    Stated_totals totals;
    Said said; ///< PmtInfSts, StsRsnInf
    std::vector<Tally> tallies;
    std::vector<Stated_payment> payments;
};

struct Report {
    std::string version;       ///< `pain.002.001.10`
    std::string message_id;    ///< GrpHdr/MsgId, the bank's
    std::string created;       ///< GrpHdr/CreDtTm as written
    std::uint64_t line = 0;    ///< of OrgnlGrpInfAndSts
    std::string original_id;   ///< OrgnlMsgId: of the file that is answered
    std::string original_name; ///< OrgnlMsgNmId: `pain.001.001.09`, `pain.001` or nothing
    Stated_totals totals;
    Said said; ///< GrpSts, StsRsnInf
    std::vector<Tally> tallies;
    std::vector<Stated_block> blocks;
};

} // namespace saldo::payments::pain002
