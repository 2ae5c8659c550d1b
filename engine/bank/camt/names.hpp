#pragma once

#include "bank/statement.hpp"

#include <array>
#include <string_view>

/// The names that differ between the three messages; all others are the same in every one.
namespace saldo::bank::camt {

struct Message_names {
    std::string_view message; ///< start of the message's name
    const char* body;
    const char* statement;
    const char* pages;
    const char* additional; ///< text to the holder
    Coverage coverage;
};

inline constexpr std::array message_names{
    Message_names{"camt.052", "BkToCstmrAcctRpt", "Rpt", "RptPgntn", "AddtlRptInf", Coverage::list},
    Message_names{"camt.053", "BkToCstmrStmt", "Stmt", "StmtPgntn", "AddtlStmtInf",
                  Coverage::statement},
    Message_names{"camt.054", "BkToCstmrDbtCdtNtfctn", "Ntfctn", "NtfctnPgntn", "AddtlNtfctnInf",
                  Coverage::list}};

inline constexpr std::string_view namespace_start = "urn:iso:std:iso:20022:tech:xsd:";

} // namespace saldo::bank::camt
