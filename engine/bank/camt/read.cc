#include "bank/camt/read.hpp"

#include "bank/account.hpp"
#include "bank/camt/balance.hpp"
#include "bank/camt/entry.hpp"
#include "bank/camt/names.hpp"
#include "bank/camt/party.hpp"
#include "bank/camt/summary.hpp"
#include "bank/camt/values.hpp"
#include "bank/chain.hpp"
#include "bank/codes.hpp"
#include "base/invariant.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace saldo::bank::camt {

namespace {

const Message_names& names_of(std::string_view message) {
    const auto found = std::ranges::find_if(message_names, [message](const Message_names& names) {
        return message.starts_with(names.message);
    });
    invariant(found != message_names.end(), "the message was detected");
    return *found;
}

/// One statement of a message.
class Statement_reader {
public:
    Statement_reader(pugi::xml_node node,
                     pugi::xml_node header,
                     const Message_names& names,
                     const Context& context)
        : node_(node), header_(header), names_(names), context_(context),
          statement_(context.file().statements.emplace_back()), balances_(node, context) {}

    void read() {
        read_head();
        read_account();
        read_currency();
        balances_.read(statement_);
        Entry_reader entries(statement_, context_);
        for (const pugi::xml_node entry : children(node_, "Ntry")) {
            entries.take(entry);
        }
        if (const pugi::xml_node summary = child(node_, "TxsSummry")) {
            read_summary(summary, entries.tally(), statement_, context_);
        }
        Amount_sum booked = entries.tally().booked.credit;
        booked.subtract(entries.tally().booked.debit);
        balances_.check(statement_, booked);
        for (const pugi::xml_node text : children(node_, names_.additional)) {
            statement_.messages.push_back({{}, context_.text(text), context_.line_of(text)});
        }
    }

private:
    void read_head() {
        constexpr std::array<std::string_view, 3> duplicates{"DUPL", "COPY", "CODU"};
        statement_.line = context_.line_of(node_);
        statement_.coverage = names_.coverage;
        statement_.id = context_.text(node_, "Id");
        statement_.file_reference = context_.text(header_, "MsgId");
        statement_.number = number("ElctrncSeqNb");
        statement_.paper_number = number("LglSeqNb");
        const std::string_view indicator = context_.text(node_, "CpyDplctInd");
        statement_.is_duplicate = std::ranges::find(duplicates, indicator) != duplicates.end();
        pugi::xml_node created = child(node_, "CreDtTm");
        created = created ? created : child(header_, "CreDtTm");
        statement_.creation_date = to_date(context_.text(created));
        if (created && !statement_.creation_date) {
            context_.add(camt_date_wrong, Severity::warning, created,
                         {{"stated", Context::shown(context_.text(created))}});
        }
        const pugi::xml_node pages = child(node_, names_.pages);
        statement_.page = page(pages ? pages : child(header_, "MsgPgntn"), pages.empty());
    }

    [[nodiscard]] std::uint32_t number(const char* name) const {
        return number_in(child(node_, name));
    }

    /// 0 if there is none.
    [[nodiscard]] std::uint32_t number_in(pugi::xml_node node) const {
        const auto number = text::to_integer<std::uint32_t>(context_.text(node));
        if (node && !number) {
            context_.unreadable(node, Severity::warning);
        }
        return number.value_or(0);
    }

    /// The pages of a message are those of a statement only where it is alone.
    [[nodiscard]] std::uint32_t page(pugi::xml_node pages, bool are_of_message) const {
        if (!pages || (are_of_message && has_siblings())) {
            return 0;
        }
        const std::uint32_t number = number_in(child(pages, "PgNb"));
        return number == 1 && is_true(context_.text(pages, "LastPgInd")) ? 0 : number;
    }

    [[nodiscard]] bool has_siblings() const {
        const auto is_statement = [this](pugi::xml_node node) {
            return node.type() == pugi::node_element && local_name(node) == names_.statement;
        };
        return is_statement(node_.next_sibling()) || is_statement(node_.previous_sibling());
    }

    void read_account() {
        const pugi::xml_node account = child(node_, "Acct");
        const pugi::xml_node id = child(account, "Id");
        statement_.account = account_number(id, context_);
        if (statement_.account.empty()) {
            context_.missing(account ? account : node_, account ? "Id" : "Acct");
        } else if (child(id, "IBAN")) {
            check_iban(child(id, "IBAN"));
        }
        statement_.holder = party_name(child(account, "Ownr"), context_);
        statement_.description = context_.text(account, "Nm");
        statement_.bank_bic = bic_of(child(account, "Svcr"), context_);
    }

    void check_iban(pugi::xml_node node) {
        const auto iban = iban_of(statement_.account);
        if (!iban) {
            context_.add(account_check_wrong, Severity::warning, node,
                         {{"stated", Context::shown(statement_.account)}});
        } else if (iban->text() != statement_.account) {
            statement_.account = context_.file().keep(iban->text());
        }
    }

    /// That of the account; where it names none, of its booked balances, or of its first entry.
    void read_currency() {
        statement_.currency = context_.text(node_, "Acct/Ccy");
        if (statement_.currency.empty()) {
            statement_.currency = balances_.currency();
        }
        if (statement_.currency.empty()) {
            statement_.currency = find(node_, "Ntry/Amt").attribute("Ccy").value();
        }
        if (statement_.currency.empty()) {
            context_.add(currency_missing, Severity::warning, node_);
        }
    }

    pugi::xml_node node_;
    pugi::xml_node header_;
    const Message_names& names_;
    const Context& context_;
    Statement& statement_;
    Balances balances_;
};

void check_version(std::string_view message, pugi::xml_node root, const Context& context) {
    constexpr int first = 2;
    constexpr int last = 14;
    const auto version = text::to_integer<int>(message.substr(message.rfind('.') + 1));
    if (!version || *version < first || *version > last) {
        context.add(camt_version_unknown, Severity::warning, root,
                    {{"stated", std::string(message)}});
    }
}

} // namespace

bool is_camt(std::string_view bytes) {
    return !message_of(bytes).empty();
}

Result<Statement_file> read(std::string bytes) {
    if (bytes.size() > size_max) {
        return refuse(file_too_large, {{"stated", std::to_string(bytes.size())},
                                       {"limit", std::to_string(size_max)}});
    }
    if (!is_camt(bytes)) {
        return refuse(format_unknown);
    }
    Statement_file file;
    file.format = file.keep(message_of(bytes));
    Document document;
    if (const auto parsed = document.parse(bytes); !parsed) {
        return refuse(parsed.error());
    }
    const char* const place = bytes.data();
    invariant(file.keep_bytes(std::move(bytes)).data() == place, "texts stay where they are");
    const Message_names& names = names_of(file.format);
    Report report(file.findings);
    const Context context(file, report, document);
    check_version(file.format, document.root(), context);
    const pugi::xml_node body = child(document.root(), names.body);
    const pugi::xml_node header = child(body, "GrpHdr");
    const auto statements = children(body, names.statement);
    if (statements.empty()) {
        return refuse(camt_no_statement, {{"message", std::string(file.format)}});
    }
    file.statements.reserve(statements.size());
    for (const pugi::xml_node statement : statements) {
        Statement_reader(statement, header, names, context).read();
    }
    check_chains(file.statements, report);
    report.finish();
    return file;
}

} // namespace saldo::bank::camt
