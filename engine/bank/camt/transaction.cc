#include "bank/camt/transaction.hpp"

#include "bank/camt/party.hpp"
#include "bank/camt/remittance.hpp"
#include "bank/camt/values.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace saldo::bank::camt {

namespace {

struct R_code {
    std::string_view code;
    char r_type;
};

/// Sub-families of a payment that came back: return, reversal, cancellation.
constexpr std::array r_sub_families{R_code{"RRTN", '2'}, R_code{"UPDD", '2'}, R_code{"PRDD", '4'},
                                    R_code{"RCDD", '5'}, R_code{"RPCR", '5'}};

/// Reasons that tell more than that it came back: refund asked by the debtor, request to cancel.
constexpr std::array r_reasons{R_code{"MD06", '3'}, R_code{"FOCR", '5'}};

char r_type_of(std::span<const R_code> table, std::string_view code) {
    const auto found = std::ranges::find(table, code, &R_code::code);
    return found == table.end() ? ' ' : found->r_type;
}

/// `1000.00 USD`, and where it was changed `EUR/USD 0.92`.
std::string_view amount_text(pugi::xml_node holder, const Context& context) {
    const pugi::xml_node amount = child(holder, "Amt");
    const pugi::xml_node exchange = child(holder, "CcyXchg");
    const std::string_view currencies =
        context.join({context.text(exchange, "SrcCcy"), context.text(exchange, "TrgtCcy")}, "/");
    return context.join(
        {context.text(amount), currency_of(amount), currencies, context.text(exchange, "XchgRate")},
        " ");
}

bool is_the_movement(pugi::xml_node holder,
                     const Statement& statement,
                     const Movement& movement,
                     const Context& context) {
    const pugi::xml_node amount = child(holder, "Amt");
    const auto stated = to_amount(context.text(amount));
    const bool same_size = stated && (*stated == movement.amount || -*stated == movement.amount);
    return same_size && currency_of(amount) == statement.currency && !child(holder, "CcyXchg");
}

/// One record of charges: amount, direction and kind.
std::string_view charge_text(pugi::xml_node charge, const Context& context) {
    const pugi::xml_node type = child(charge, "Tp");
    const std::string_view own = context.text(type, "Prtry/Id");
    const pugi::xml_node amount = child(charge, "Amt");
    return context.join({context.text(amount), currency_of(amount),
                         context.text(charge, "CdtDbtInd"), own.empty() ? context.code(type) : own},
                        " ");
}

void note_charges(pugi::xml_node parent,
                  Statement& statement,
                  Movement& movement,
                  const Context& context) {
    for (const pugi::xml_node charges : children(parent, "Chrgs")) {
        std::vector<pugi::xml_node> records = children(charges, "Rcrd");
        if (records.empty() && child(charges, "Amt")) {
            records.push_back(charges);
        }
        for (const pugi::xml_node record : records) {
            note(statement, movement, "Chrgs", charge_text(record, context),
                 context.line_of(record));
        }
        const pugi::xml_node total = child(charges, "TtlChrgsAndTaxAmt");
        if (total && records.empty()) {
            note(statement, movement, "Chrgs",
                 context.join({context.text(total), currency_of(total)}, " "),
                 context.line_of(charges));
        }
    }
}

/// Keeps what stands in an element under the element's own name.
void note_element(pugi::xml_node node,
                  Statement& statement,
                  Movement& movement,
                  const Context& context) {
    note(statement, movement, local_name(node), context.text(node), context.line_of(node));
}

/// What stands beside references and free texts in a remittance.
void note_remittance(pugi::xml_node remittance,
                     Statement& statement,
                     Movement& movement,
                     const Context& context) {
    for (const pugi::xml_node structured : children(remittance, "Strd")) {
        for (const pugi::xml_node part : structured.children()) {
            if (local_name(part) == "RfrdDocInf") {
                note(statement, movement, "RfrdDocInf", context.text(part, "Nb"),
                     context.line_of(part));
            } else if (local_name(part) == "AddtlRmtInf") {
                note_element(part, statement, movement, context);
            }
        }
    }
}

void note_others(pugi::xml_node transaction,
                 Statement& statement,
                 Movement& movement,
                 const Context& context) {
    const pugi::xml_node parties = child(transaction, "RltdPties");
    for (const char* name : {"UltmtDbtr", "UltmtCdtr"}) {
        const pugi::xml_node party = child(parties, name);
        const std::string_view text = party_name(party, context);
        if (text != movement.counterparty.name) {
            note(statement, movement, name, text, context.line_of(party));
        }
    }
    const pugi::xml_node references = child(transaction, "Refs");
    for (const char* name : {"InstrId", "TxId", "ChqNb"}) {
        note_element(child(references, name), statement, movement, context);
    }
    for (const pugi::xml_node text : children(child(transaction, "RtrInf"), "AddtlInf")) {
        note(statement, movement, "RtrInf", context.text(text), context.line_of(text));
    }
}

/// The code or own word in an element such as `Purp`.
std::string_view chosen(pugi::xml_node from, std::string_view path, const Context& context) {
    return context.code(find(from, path));
}

} // namespace

std::string_view transaction_code(pugi::xml_node code, const Context& context) {
    const pugi::xml_node domain = child(code, "Domn");
    const pugi::xml_node family = child(domain, "Fmly");
    const std::string_view iso = context.join(
        {context.text(domain, "Cd"), context.text(family, "Cd"), context.text(family, "SubFmlyCd")},
        "/");
    return iso.empty() ? context.text(code, "Prtry/Cd") : iso;
}

char r_type(std::string_view reason, std::string_view code, bool has_return, bool is_reversal) {
    const std::string_view sub_family = code.substr(code.rfind('/') + 1);
    for (const char known : {r_type_of(r_reasons, reason), r_type_of(r_sub_families, sub_family)}) {
        if (known != ' ') {
            return known;
        }
    }
    return has_return ? '2' : is_reversal ? '4' : ' ';
}

void note(Statement& statement,
          Movement& movement,
          std::string_view type,
          std::string_view text,
          std::uint64_t line) {
    if (text.empty()) {
        return;
    }
    if (movement.information.count++ == 0) {
        movement.information.first = static_cast<std::uint32_t>(statement.information.size());
    }
    statement.information.push_back({type, text, line});
}

void note_amounts(pugi::xml_node parent,
                  Statement& statement,
                  Movement& movement,
                  const Context& context) {
    for (const pugi::xml_node holder : child(parent, "AmtDtls").children()) {
        if (child(holder, "Amt") && !is_the_movement(holder, statement, movement, context)) {
            note(statement, movement, local_name(holder), amount_text(holder, context),
                 context.line_of(holder));
        }
    }
    const bool is_transaction = local_name(parent) == "TxDtls";
    if (is_transaction && child(parent, "Amt") &&
        !is_the_movement(parent, statement, movement, context)) {
        note(statement, movement, "Amt", amount_text(parent, context), context.line_of(parent));
    }
    note_charges(parent, statement, movement, context);
}

void read_transaction(pugi::xml_node transaction,
                      const Entry_facts& entry,
                      Statement& statement,
                      Movement& movement,
                      const Context& context) {
    const pugi::xml_node references = child(transaction, "Refs");
    movement.end_to_end_id = context.text(references, "EndToEndId");
    movement.mandate_id = context.text(references, "MndtId");
    if (movement.bank_reference.empty()) {
        movement.bank_reference = context.text(references, "AcctSvcrRef");
    }
    if (movement.transaction_code.empty()) {
        const std::string_view own = transaction_code(child(transaction, "BkTxCd"), context);
        movement.transaction_code = own.empty() ? entry.code : own;
    }
    const pugi::xml_node returned = child(transaction, "RtrInf");
    movement.return_reason = chosen(returned, "Rsn", context);
    movement.r_type = r_type(movement.return_reason, movement.transaction_code, !returned.empty(),
                             entry.is_reversal);
    const Sides sides{movement.amount >= Amount(), movement.r_type != ' ', statement.account};
    movement.counterparty = counterparty_of(transaction, sides, context);
    movement.creditor_id = creditor_id(child(transaction, "RltdPties"), context);
    movement.purpose = chosen(transaction, "Purp", context);
    movement.category_purpose = chosen(transaction, "PmtTpInf/CtgyPurp", context);
    const pugi::xml_node remittance = child(transaction, "RmtInf");
    movement.communication = read_remittance(remittance, context);
    const pugi::xml_node additional = child(transaction, "AddtlTxInf");
    if (movement.communication.kind == Communication::Kind::none) {
        movement.communication = free_text(context.text(additional), context);
    } else {
        note_element(additional, statement, movement, context);
    }
    note_remittance(remittance, statement, movement, context);
    note_amounts(transaction, statement, movement, context);
    note_others(transaction, statement, movement, context);
}

} // namespace saldo::bank::camt
