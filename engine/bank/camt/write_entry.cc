#include "bank/camt/transaction.hpp"
#include "bank/camt/writer.hpp"
#include "bank/marked_ogm.hpp"
#include "base/text.hpp"
#include "party/reference.hpp"

#include <algorithm>
#include <array>

namespace saldo::bank::camt {

namespace {

using Kind = Communication::Kind;

constexpr char reversal = '4';

/// Three parts are a code of ISO, anything else the bank's own; none is an empty element.
void write_code(pugi::xml_node parent, std::string_view code, Writer& writer) {
    constexpr std::size_t part_length = 4;
    pugi::xml_node node = Writer::add(parent, "BkTxCd");
    const std::size_t first = code.find('/');
    const std::size_t second = code.rfind('/');
    const bool is_iso =
        first != std::string_view::npos && first != second && code.find('/', first + 1) == second;
    if (is_iso) {
        pugi::xml_node domain = Writer::add(node, "Domn");
        writer.text(domain, "Cd", code.substr(0, first), part_length);
        pugi::xml_node family = Writer::add(domain, "Fmly");
        writer.text(family, "Cd", code.substr(first + 1, second - first - 1), part_length);
        writer.text(family, "SubFmlyCd", code.substr(second + 1), part_length);
    } else if (!code.empty()) {
        writer.text(Writer::add(node, "Prtry"), "Cd", code, id_length);
    }
}

bool says_return(const Movement& movement) {
    return !movement.return_reason.empty() || movement.r_type == '2';
}

/// The name, address and identifier of a party, if it has one of them.
void write_party(pugi::xml_node parties,
                 const char* role,
                 const Counterparty& party,
                 std::string_view creditor,
                 Writer& writer) {
    if (party.name.empty() && party.address.empty() && creditor.empty()) {
        return;
    }
    pugi::xml_node node = Writer::add(parties, role);
    if (!writer.is_v02()) {
        node = Writer::add(node, "Pty");
    }
    writer.optional(node, "Nm", party.name, text_length);
    if (!party.address.empty()) {
        writer.text(Writer::add(node, "PstlAdr"), "AdrLine", party.address, line_length);
    }
    if (!creditor.empty()) {
        pugi::xml_node other = Writer::add_path(node, {"Id", "PrvtId", "Othr"});
        writer.text(other, "Id", creditor, id_length);
        writer.text(Writer::add(other, "SchmeNm"), "Prtry", "SEPA", id_length);
    }
}

void write_sides(pugi::xml_node parent, const Movement& movement, Writer& writer) {
    const bool is_return = movement.r_type != ' ';
    const bool is_debtor = (movement.amount >= Amount()) != is_return;
    const Counterparty& other = movement.counterparty;
    if (other != Counterparty() || !movement.creditor_id.empty()) {
        pugi::xml_node parties = Writer::add(parent, "RltdPties");
        if (is_debtor) {
            write_party(parties, "Dbtr", other, {}, writer);
            writer.account(parties, "DbtrAcct", other.account);
            write_party(parties, "Cdtr", {}, movement.creditor_id, writer);
        } else {
            write_party(parties, "Cdtr", other, movement.creditor_id, writer);
            writer.account(parties, "CdtrAcct", other.account);
        }
    }
    if (!other.bic.empty()) {
        writer.bic(Writer::add(parent, "RltdAgts"), is_debtor ? "DbtrAgt" : "CdtrAgt", other.bic);
    }
}

/// A code of ISO, which is short, or the bank's own word.
void write_choice(pugi::xml_node parent, std::string_view text, Writer& writer) {
    constexpr std::size_t code_length = 4;
    writer.text(parent, text.size() <= code_length ? "Cd" : "Prtry", text, id_length);
}

/// A text in pieces of at most the length of one element, cut at blanks, which come back.
void write_free(pugi::xml_node parent, std::string_view text, Writer& writer) {
    while (text::length_utf8(text) > text_length) {
        std::size_t cut = std::string_view::npos;
        for (std::size_t at = text.find(' '); at != std::string_view::npos;
             at = text.find(' ', at + 1)) {
            if (text::length_utf8(text.substr(0, at)) > text_length) {
                break;
            }
            const bool is_single =
                at > 0 && at + 1 < text.size() && text[at - 1] != ' ' && text[at + 1] != ' ';
            cut = is_single ? at : cut;
        }
        if (cut == std::string_view::npos) {
            break;
        }
        writer.text(parent, "Ustrd", text.substr(0, cut), text_length);
        text.remove_prefix(cut + 1);
    }
    writer.text(parent, "Ustrd", text, text_length);
}

void write_type(pugi::xml_node info, const Communication& communication, Writer& writer) {
    constexpr std::array<std::string_view, 6> codes{"RADM", "RPIN", "FXDR", "DISP", "PUOR", "SCOR"};
    const bool is_known = communication.kind != Kind::structured;
    const std::string_view type = is_known ? "SCOR" : communication.type;
    writer.need(!is_known || communication.type.empty(), "Tp");
    if (type.empty()) {
        return;
    }
    pugi::xml_node node = Writer::add(info, "Tp");
    const bool is_code = std::ranges::find(codes, type) != codes.end();
    writer.text(Writer::add(node, "CdOrPrtry"), is_code ? "Cd" : "Prtry", type, id_length);
    if (is_known) {
        writer.text(node, "Issr", communication.kind == Kind::ogm ? "BBA" : "ISO", id_length);
    }
}

/// True if the reference is read as what it is.
bool is_right(const Communication& communication) {
    const auto ogm = party::parse_ogm(communication.text);
    const auto rf = party::parse_creditor_reference(communication.text);
    switch (communication.kind) {
    case Kind::ogm:
        return ogm && ogm->digits() == communication.text;
    case Kind::rf:
        return rf && rf->text() == communication.text;
    case Kind::structured:
        return !ogm && !rf;
    case Kind::none:
    case Kind::free:
        break;
    }
    return false;
}

/// Additional texts, of which only those come back that do not stand for the communication.
void write_information(pugi::xml_node entry,
                       pugi::xml_node transaction,
                       const Statement& statement,
                       const Movement& movement,
                       Writer& writer) {
    std::size_t place = 0;
    for (std::uint32_t i = 0; i < movement.information.count; ++i) {
        const Information& information = statement.information[movement.information.first + i];
        constexpr std::array<std::string_view, 2> known{"AddtlTxInf", "AddtlNtryInf"};
        const auto found = std::find(known.begin() + static_cast<std::ptrdiff_t>(place),
                                     known.end(), information.type);
        const bool is_first = found == known.begin();
        writer.need(found != known.end() && (is_first ? transaction : entry) &&
                        movement.communication.kind != Kind::none,
                    information.type);
        if (writer.trouble()) {
            return;
        }
        place = static_cast<std::size_t>(found - known.begin()) + 1;
        writer.text(is_first ? transaction : entry, is_first ? "AddtlTxInf" : "AddtlNtryInf",
                    information.text, long_length);
    }
}

/// A transaction of an entry; `total` is none for the only one.
pugi::xml_node write_transaction(pugi::xml_node details,
                                 const Movement* total,
                                 const Statement& statement,
                                 const Movement& movement,
                                 Writer& writer) {
    pugi::xml_node node = Writer::add(details, "TxDtls");
    const std::string_view own_reference = total != nullptr ? movement.bank_reference : "";
    if (!own_reference.empty() || !movement.end_to_end_id.empty() || !movement.mandate_id.empty()) {
        pugi::xml_node references = Writer::add(node, "Refs");
        writer.optional(references, "AcctSvcrRef", own_reference, id_length);
        writer.optional(references, "EndToEndId", movement.end_to_end_id, id_length);
        writer.optional(references, "MndtId", movement.mandate_id, id_length);
    }
    const bool is_debit = movement.amount < Amount();
    if (writer.is_v02()) {
        writer.need(total == nullptr || is_debit == (total->amount < Amount()), "CdtDbtInd");
        writer.amount(Writer::add_path(node, {"AmtDtls", "TxAmt"}), "Amt",
                      is_debit ? -movement.amount : movement.amount, statement.currency);
    } else {
        writer.signed_amount(node, movement.amount, statement.currency);
    }
    if (total != nullptr && movement.transaction_code != total->transaction_code) {
        writer.need(!movement.transaction_code.empty(), "BkTxCd");
        write_code(node, movement.transaction_code, writer);
    }
    write_sides(node, movement, writer);
    if (!movement.purpose.empty()) {
        write_choice(Writer::add(node, "Purp"), movement.purpose, writer);
    }
    writer.need(movement.category_purpose.empty(), "CtgyPurp");
    write_remittance(node, movement.communication, writer);
    const bool is_reversal = (total != nullptr ? total : &movement)->r_type == reversal;
    if (says_return(movement)) {
        pugi::xml_node returned = Writer::add(node, "RtrInf");
        if (!movement.return_reason.empty()) {
            write_choice(Writer::add(returned, "Rsn"), movement.return_reason, writer);
        }
    }
    writer.need(movement.r_type == r_type(movement.return_reason, movement.transaction_code,
                                          says_return(movement), is_reversal),
                "RtrInf");
    return node;
}

/// The total has only what an entry has; everything else belongs to the details.
void need_plain_total(const Movement& total, const Statement& statement, Writer& writer) {
    Movement plain = total;
    plain.counterparty = {};
    plain.mandate_id = plain.creditor_id = plain.return_reason = plain.purpose =
        plain.category_purpose = {};
    plain.information = {};
    writer.need(plain == total && (total.r_type == ' ' || total.r_type == reversal), "NtryDtls");
    writer.need(total.details.count > 1, "TxDtls");
    Amount_sum sum;
    for (std::uint32_t i = 0; i < total.details.count; ++i) {
        const Movement& detail = statement.details[total.details.first + i];
        writer.need(detail.booking_date == total.booking_date &&
                        detail.value_date == total.value_date,
                    "BookgDt");
        sum.add(detail.amount);
    }
    writer.need(sum == total.amount, "TtlAmt");
}

void write_details(pugi::xml_node entry,
                   const Statement& statement,
                   const Movement& total,
                   Writer& writer) {
    need_plain_total(total, statement, writer);
    pugi::xml_node details = Writer::add(entry, "NtryDtls");
    pugi::xml_node batch = Writer::add(details, "Btch");
    writer.optional(batch, "PmtInfId", total.end_to_end_id, id_length);
    writer.text(batch, "NbOfTxs", std::to_string(total.details.count), id_length);
    for (std::uint32_t i = 0; i < total.details.count; ++i) {
        const Movement& detail = statement.details[total.details.first + i];
        const pugi::xml_node node = write_transaction(details, &total, statement, detail, writer);
        write_information({}, node, statement, detail, writer);
    }
    const Communication& said = total.communication;
    const auto ogm = only_marked_ogm(said.written);
    writer.need(said.kind == Kind::none || (said.kind == Kind::free && said.text == said.written) ||
                    (said.kind == Kind::ogm && ogm && ogm->digits() == said.text),
                "AddtlNtryInf");
    writer.optional(entry, "AddtlNtryInf", said.written, long_length);
}

} // namespace

void write_remittance(pugi::xml_node parent, const Communication& communication, Writer& writer) {
    const std::string_view text = communication.text;
    const std::string_view written = communication.written;
    if (communication.kind == Kind::none) {
        return writer.need(written.empty() && text.empty(), "RmtInf");
    }
    pugi::xml_node node = Writer::add(parent, "RmtInf");
    const auto marked = only_marked_ogm(written);
    if (communication.kind == Kind::free) {
        writer.need(text == written && !marked, "Ustrd");
        return write_free(node, written, writer);
    }
    if (communication.kind == Kind::ogm && marked && marked->digits() == text &&
        communication.type.empty()) {
        return write_free(node, written, writer);
    }
    const bool has_text = written != text;
    writer.need(is_right(communication), "Ref");
    if (has_text) {
        const bool follows = written.size() > text.size() + 1 && written.ends_with(text) &&
                             written[written.size() - text.size() - 1] == ' ';
        writer.need(follows, "RmtInf");
        if (follows) {
            write_free(node, written.substr(0, written.size() - text.size() - 1), writer);
        }
    }
    pugi::xml_node info = Writer::add_path(node, {"Strd", "CdtrRefInf"});
    write_type(info, communication, writer);
    writer.text(info, "Ref", text, id_length);
}

void write_entry(pugi::xml_node parent,
                 const Statement& statement,
                 const Movement& movement,
                 Writer& writer) {
    pugi::xml_node entry = Writer::add(parent, "Ntry");
    writer.signed_amount(entry, movement.amount, statement.currency);
    writer.optional(entry, "RvslInd", movement.r_type == reversal ? "true" : "", id_length);
    writer.text(writer.is_v02() ? entry : Writer::add(entry, "Sts"), writer.is_v02() ? "Sts" : "Cd",
                "BOOK", id_length);
    writer.day(entry, "BookgDt", movement.booking_date);
    writer.day(entry, "ValDt", movement.value_date);
    writer.optional(entry, "AcctSvcrRef", movement.bank_reference, id_length);
    write_code(entry, movement.transaction_code, writer);
    pugi::xml_node transaction;
    if (movement.details.count > 0) {
        write_details(entry, statement, movement, writer);
        return writer.need(movement.information.count == 0, "AddtlNtryInf");
    }
    transaction =
        write_transaction(Writer::add(entry, "NtryDtls"), nullptr, statement, movement, writer);
    write_information(entry, transaction, statement, movement, writer);
}

} // namespace saldo::bank::camt
