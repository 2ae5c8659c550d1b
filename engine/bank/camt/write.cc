#include "bank/camt/write.hpp"

#include "bank/camt/names.hpp"
#include "bank/camt/writer.hpp"

#include <algorithm>
#include <sstream>

namespace saldo::bank::camt {

namespace {

std::string time_of(std::optional<Date> date) {
    return date ? calendar::format(*date) + "T00:00:00" : std::string();
}

struct Sum {
    std::size_t count = 0;
    Amount_sum sum;

    void add(Amount amount) {
        ++count;
        sum.add(amount);
    }
};

void write_sum(pugi::xml_node parent, const char* name, const Sum& total, Writer& writer) {
    const auto sum = total.sum.amount();
    writer.need(sum.has_value(), name);
    pugi::xml_node node = Writer::add(parent, name);
    writer.text(node, "NbOfNtries", std::to_string(total.count), id_length);
    writer.text(node, "Sum", format(sum.value_or(Amount())), id_length);
}

void write_summary(pugi::xml_node parent, const Statement& statement, Writer& writer) {
    Sum all;
    Sum credits;
    Sum debits;
    for (const Movement& movement : statement.movements) {
        const bool is_debit = movement.amount < Amount();
        const Amount size = is_debit ? -movement.amount : movement.amount;
        all.add(size);
        (is_debit ? debits : credits).add(size);
    }
    pugi::xml_node summary = Writer::add(parent, "TxsSummry");
    write_sum(summary, "TtlNtries", all, writer);
    write_sum(summary, "TtlCdtNtries", credits, writer);
    write_sum(summary, "TtlDbtNtries", debits, writer);
}

void write_balance(pugi::xml_node parent,
                   const char* code,
                   std::optional<Amount> amount,
                   std::optional<Date> date,
                   const Statement& statement,
                   Writer& writer) {
    writer.need(amount && date, code);
    pugi::xml_node balance = Writer::add(parent, "Bal");
    writer.text(Writer::add_path(balance, {"Tp", "CdOrPrtry"}), "Cd", code, id_length);
    writer.signed_amount(balance, amount.value_or(Amount()), statement.currency);
    writer.day(balance, "Dt", date);
}

std::optional<Amount> closing_of(const Statement& statement) {
    if (statement.closing || !statement.opening) {
        return statement.closing;
    }
    Amount_sum sum;
    sum.add(*statement.opening);
    for (const Movement& movement : statement.movements) {
        sum.add(movement.amount);
    }
    return sum.amount();
}

void write_account(pugi::xml_node parent, const Statement& statement, Writer& writer) {
    writer.need(!statement.account.empty(), "Acct");
    writer.account(parent, "Acct", statement.account);
    pugi::xml_node account = parent.child("Acct");
    writer.text(account, "Ccy", statement.currency, id_length);
    writer.optional(account, "Nm", statement.description, line_length);
    if (!statement.holder.empty()) {
        writer.text(Writer::add(account, "Ownr"), "Nm", statement.holder, text_length);
    }
    writer.bic(account, "Svcr", statement.bank_bic);
}

void write_pages(pugi::xml_node parent, const char* name, std::uint32_t page, Writer& writer) {
    constexpr std::size_t digits = 5;
    if (page != 0) {
        pugi::xml_node pages = Writer::add(parent, name);
        writer.text(pages, "PgNb", std::to_string(page), digits);
        writer.text(pages, "LastPgInd", "false", id_length);
    }
}

void write_number(pugi::xml_node parent, const char* name, std::uint32_t number, Writer& writer) {
    writer.optional(parent, name, number == 0 ? "" : std::to_string(number), id_length);
}

void write_statement(pugi::xml_node parent,
                     const Statement& statement,
                     const Message_names& names,
                     std::size_t index,
                     Writer& writer) {
    writer.at(index, 0);
    writer.need(!statement.is_partial, "is_partial");
    pugi::xml_node node = Writer::add(parent, names.statement);
    writer.text(node, "Id", statement.id, id_length);
    if (!writer.is_v02()) {
        write_pages(node, names.pages, statement.page, writer);
    }
    write_number(node, "ElctrncSeqNb", statement.number, writer);
    write_number(node, "LglSeqNb", statement.paper_number, writer);
    writer.text(node, "CreDtTm", time_of(statement.creation_date), id_length);
    writer.optional(node, "CpyDplctInd", statement.is_duplicate ? "DUPL" : "", id_length);
    write_account(node, statement, writer);
    if (names.coverage == Coverage::statement) {
        write_balance(node, "OPBD", statement.opening, statement.opening_date, statement, writer);
        write_balance(node, "CLBD", closing_of(statement), statement.closing_date, statement,
                      writer);
    } else {
        writer.need(!statement.opening && !statement.closing, "Bal");
    }
    write_summary(node, statement, writer);
    for (std::size_t i = 0; i < statement.movements.size(); ++i) {
        writer.at(index, i + 1);
        write_entry(node, statement, statement.movements[i], writer);
    }
    writer.at(index, 0);
    writer.need(statement.messages.size() < 2, names.additional);
    for (const Information& message : statement.messages) {
        writer.need(message.type.empty(), names.additional);
        writer.text(node, names.additional, message.text, long_length);
    }
}

const Message_names& names_for(Coverage coverage) {
    constexpr std::string_view statement = "camt.053";
    constexpr std::string_view list = "camt.054";
    return *std::ranges::find(message_names, coverage == Coverage::statement ? statement : list,
                              &Message_names::message);
}

void write_header(pugi::xml_node parent, std::span<const Statement> statements, Writer& writer) {
    const Statement& first = statements.front();
    pugi::xml_node header = Writer::add(parent, "GrpHdr");
    writer.text(header, "MsgId", first.file_reference, id_length);
    writer.text(header, "CreDtTm", time_of(first.creation_date), id_length);
    if (writer.is_v02()) {
        write_pages(header, "MsgPgntn", first.page, writer);
    }
    for (const Statement& statement : statements) {
        writer.need(statement.file_reference == first.file_reference, "MsgId");
        writer.need(statement.coverage == first.coverage, "coverage");
        const bool has_page_of_its_own = writer.is_v02() && statements.size() > 1;
        writer.need(statement.page == 0 || !has_page_of_its_own, "MsgPgntn");
    }
}

} // namespace

Result<std::string> write(std::span<const Statement> statements, Version version) {
    Writer writer(version);
    if (statements.empty()) {
        writer.need(false, "Stmt");
        return refuse(*writer.trouble());
    }
    const Message_names& names = names_for(statements.front().coverage);
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version").set_value("1.0");
    declaration.append_attribute("encoding").set_value("UTF-8");
    pugi::xml_node root = Writer::add(document, "Document");
    const std::string space = std::string(namespace_start)
                                  .append(names.message)
                                  .append(version == Version::v02 ? ".001.02" : ".001.08");
    root.append_attribute("xmlns").set_value(space.c_str());
    pugi::xml_node body = Writer::add(root, names.body);
    writer.at(1, 0);
    write_header(body, statements, writer);
    for (std::size_t i = 0; i < statements.size(); ++i) {
        write_statement(body, statements[i], names, i + 1, writer);
    }
    if (writer.trouble()) {
        return refuse(*writer.trouble());
    }
    std::ostringstream bytes;
    // No flag at all means: a line break after each element, no indentation.
    document.save(bytes, "", 0, pugi::encoding_utf8);
    return bytes.str();
}

} // namespace saldo::bank::camt
