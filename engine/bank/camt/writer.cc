#include "bank/camt/writer.hpp"

#include "bank/camt/values.hpp"
#include "bank/codes.hpp"
#include "base/text.hpp"
#include "party/bic.hpp"
#include "party/iban.hpp"

namespace saldo::bank::camt {

namespace {

constexpr std::int64_t units_max = 999'999'999'999'999'999; ///< 18 digits

bool comes_back(std::string_view text) {
    return trim(text) == text && text::is_xml_text(text) &&
           text.find('\r') == std::string_view::npos;
}

} // namespace

pugi::xml_node Writer::add_path(pugi::xml_node parent, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        parent = add(parent, name);
    }
    return parent;
}

void Writer::text(pugi::xml_node parent, const char* name, std::string_view text, std::size_t max) {
    need(!text.empty() && comes_back(text) && text::length_utf8(text) <= max, name);
    add(parent, name).append_child(pugi::node_pcdata).set_value(std::string(text).c_str());
}

void Writer::optional(pugi::xml_node parent,
                      const char* name,
                      std::string_view text,
                      std::size_t max) {
    if (!text.empty()) {
        this->text(parent, name, text, max);
    }
}

void Writer::amount(pugi::xml_node parent,
                    const char* name,
                    Amount size,
                    std::string_view currency) {
    constexpr std::size_t currency_length = 3;
    need(size >= Amount() && size.units() <= units_max, name);
    need(currency.size() == currency_length, "Ccy");
    pugi::xml_node node = add(parent, name);
    node.append_attribute("Ccy").set_value(std::string(currency).c_str());
    node.append_child(pugi::node_pcdata).set_value(format(size).c_str());
}

void Writer::signed_amount(pugi::xml_node parent, Amount amount, std::string_view currency) {
    const bool is_debit = amount < Amount();
    this->amount(parent, "Amt", is_debit ? -amount : amount, currency);
    text(parent, "CdtDbtInd", is_debit ? "DBIT" : "CRDT", id_length);
}

void Writer::day(pugi::xml_node parent, const char* name, std::optional<Date> date) {
    if (date) {
        text(add(parent, name), "Dt", calendar::format(*date), id_length);
    }
}

void Writer::account(pugi::xml_node parent, const char* name, std::string_view number) {
    if (number.empty()) {
        return;
    }
    pugi::xml_node id = add_path(parent, {name, "Id"});
    const auto iban = party::parse_iban(number);
    if (iban && iban->text() == number) {
        text(id, "IBAN", number, account_length);
    } else {
        text(add(id, "Othr"), "Id", number, account_length);
    }
}

void Writer::bic(pugi::xml_node parent, const char* name, std::string_view bic) {
    if (!bic.empty()) {
        need(party::parse_bic(bic).has_value(), "BIC");
        text(add_path(parent, {name, "FinInstnId"}), is_v02() ? "BIC" : "BICFI", bic, id_length);
    }
}

void Writer::need(bool fits, std::string_view field) {
    if (!fits && !trouble_) {
        trouble_ = Refusal(Finding{camt_does_not_fit,
                                   Severity::error,
                                   {},
                                   {{"field", std::string(field)},
                                    {"statement", std::to_string(statement_)},
                                    {"movement", std::to_string(movement_)}}});
    }
}

} // namespace saldo::bank::camt
