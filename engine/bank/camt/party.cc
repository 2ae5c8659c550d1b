#include "bank/camt/party.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace saldo::bank::camt {

namespace {

/// Where the name, address and identifiers of a party stand.
pugi::xml_node inside(pugi::xml_node party) {
    if (const pugi::xml_node choice = child(party, "Pty")) {
        return choice;
    }
    const pugi::xml_node agent = find(party, "Agt/FinInstnId");
    return agent ? agent : party;
}

std::string_view without_blanks(std::string_view text, const Context& context) {
    if (text.find(' ') == std::string_view::npos) {
        return text;
    }
    std::string joined(text);
    std::erase(joined, ' ');
    return context.file().keep(joined);
}

/// `Street 12, 9000 Town`, or the lines as they are.
std::string_view address_of(pugi::xml_node party, const Context& context) {
    const pugi::xml_node address = child(party, "PstlAdr");
    const auto pair = [&](const char* first, const char* second) {
        return context.join({context.text(address, first), context.text(address, second)}, " ");
    };
    std::vector<std::string_view> parts{pair("StrtNm", "BldgNb")};
    for (const pugi::xml_node line : children(address, "AdrLine")) {
        parts.push_back(context.text(line));
    }
    parts.push_back(pair("PstCd", "TwnNm"));
    return context.join(parts, ", ");
}

struct Role {
    const char* party;
    const char* ultimate;
    const char* account;
    const char* agent;
};

constexpr Role debtor{"Dbtr", "UltmtDbtr", "DbtrAcct", "DbtrAgt"};
constexpr Role creditor{"Cdtr", "UltmtCdtr", "CdtrAcct", "CdtrAgt"};

Counterparty in_role(pugi::xml_node transaction, const Role& role, const Context& context) {
    const pugi::xml_node parties = child(transaction, "RltdPties");
    const pugi::xml_node party = inside(child(parties, role.party));
    Counterparty read;
    read.name = context.text(party, "Nm");
    if (read.name.empty()) {
        read.name = party_name(child(parties, role.ultimate), context);
    }
    read.address = address_of(party, context);
    read.account = account_number(find(child(parties, role.account), "Id"), context);
    read.bic = bic_of(find(child(transaction, "RltdAgts"), role.agent), context);
    return read;
}

bool is_nobody(const Counterparty& party, std::string_view own_account) {
    const bool is_own = !own_account.empty() && party.account == own_account;
    return is_own || (party.name.empty() && party.account.empty());
}

/// Two letters, two digits, three characters, and what the country adds.
bool has_form_of_creditor_id(std::string_view id) {
    constexpr std::size_t shortest = 8;
    return id.size() >= shortest && text::is_upper(id[0]) && text::is_upper(id[1]) &&
           text::all_digits(id.substr(2, 2));
}

bool is_creditor_id(std::string_view scheme, std::string_view kind, std::string_view id) {
    return scheme == "SEPA" || (scheme.empty() && kind == "PrvtId" && has_form_of_creditor_id(id));
}

} // namespace

std::string_view party_name(pugi::xml_node party, const Context& context) {
    return context.text(inside(party), "Nm");
}

std::string_view bic_of(pugi::xml_node agent, const Context& context) {
    const pugi::xml_node institution = child(agent, "FinInstnId");
    const std::string_view bic = context.text(institution, "BICFI");
    return bic.empty() ? context.text(institution, "BIC") : bic;
}

std::string_view account_number(pugi::xml_node id, const Context& context) {
    const std::string_view iban = context.text(id, "IBAN");
    return iban.empty() ? context.text(id, "Othr/Id") : without_blanks(iban, context);
}

Counterparty
counterparty_of(pugi::xml_node transaction, const Sides& sides, const Context& context) {
    const bool is_debtor = sides.is_credit != sides.is_return;
    const Counterparty first = in_role(transaction, is_debtor ? debtor : creditor, context);
    if (!sides.is_return || !is_nobody(first, sides.own_account)) {
        return first;
    }
    const Counterparty second = in_role(transaction, is_debtor ? creditor : debtor, context);
    return is_nobody(second, sides.own_account) ? first : second;
}

std::string_view creditor_id(pugi::xml_node parties, const Context& context) {
    const pugi::xml_node id = child(inside(child(parties, "Cdtr")), "Id");
    for (const char* kind : {"PrvtId", "OrgId"}) {
        for (const pugi::xml_node other : children(child(id, kind), "Othr")) {
            const std::string_view text = context.text(other, "Id");
            if (is_creditor_id(context.code(child(other, "SchmeNm")), kind, text)) {
                return text;
            }
        }
    }
    return {};
}

} // namespace saldo::bank::camt
