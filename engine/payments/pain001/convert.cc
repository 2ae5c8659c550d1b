#include "payments/pain001/convert.hpp"

#include "base/text.hpp"
#include "payments/pain001/codes.hpp"
#include "payments/pain001/sepa_text.hpp"

namespace saldo::payments::pain001 {

namespace {

/// Lengths of PostalAddress6 and PostalAddress24 alike.
constexpr std::size_t street_length_max = 70;
constexpr std::size_t house_number_length_max = 16;
constexpr std::size_t postal_code_length_max = 16;
constexpr std::size_t town_length_max = 35;
constexpr std::size_t line_length_max = 70;

constexpr std::string_view payee_name_field = "payee_name";
constexpr std::string_view remittance_field = "remittance";

class Converter {
public:
    /// What follows belongs to this message, block or transfer.
    void enter(const std::string& id) {
        id_ = id;
        if (!is_sepa_id(id)) {
            say(id_not_sepa, "id", {{"length", std::to_string(text::length_utf8(id))}});
        }
    }

    void convert(std::string_view field, std::string& text, std::size_t length_max) {
        Sepa_text sepa = to_sepa(text);
        if (!sepa.unknown.empty()) {
            say(text_not_convertible, field, {{"unknown", std::to_string(sepa.unknown.size())}});
        }
        if (sepa.text.empty()) {
            say(text_empty, field, {});
        }
        if (sepa.text.size() > length_max) {
            say(text_too_long, field,
                {{"stated", std::to_string(sepa.text.size())},
                 {"allowed", std::to_string(length_max)}});
        }
        if (sepa.changed) {
            changes_.push_back({id_, field, text, sepa.text});
            text = std::move(sepa.text);
        }
    }

    void convert(std::optional<Address>& address) {
        if (!address) {
            return;
        }
        convert_part("street", address->street, street_length_max);
        convert_part("house_number", address->house_number, house_number_length_max);
        convert_part("postal_code", address->postal_code, postal_code_length_max);
        convert_part("town", address->town, town_length_max);
        for (std::string& line : address->lines) {
            convert("address_line", line, line_length_max);
        }
    }

    Result<Conversion> result(Message message) {
        if (!findings_.empty()) {
            return refuse(Refusal(std::move(findings_)));
        }
        return Conversion{std::move(message), std::move(changes_)};
    }

private:
    void convert_part(std::string_view field, std::string& text, std::size_t length_max) {
        if (!text.empty()) {
            convert(field, text, length_max);
        }
    }

    void say(Code code, std::string_view field, Params params) {
        params.insert(params.begin(), {"id", is_sepa_id(id_) ? id_ : to_sepa(id_).text});
        findings_.push_back({code, Severity::error, {"", 0, std::string(field)}, params});
    }

    std::string id_;
    Findings findings_;
    std::vector<Text_change> changes_;
};

void convert_transfer(Converter& converter, Transfer& transfer) {
    converter.enter(transfer.end_to_end_id);
    converter.convert(payee_name_field, transfer.payee_name, name_length_max);
    converter.convert(transfer.payee_address);
    if (auto* free = std::get_if<std::string>(&transfer.remittance)) {
        converter.convert(remittance_field, *free, free_text_length_max);
    }
    if (party::is_eea_country(transfer.payee_account.country())) {
        transfer.payee_bank.reset();
    }
}

} // namespace

std::vector<Text_change> text_changes(const std::string& end_to_end_id,
                                      const std::string& payee_name,
                                      const party::Remittance& remittance) {
    std::vector<Text_change> changes;
    const auto add = [&](std::string_view field, const std::string& text) {
        if (Sepa_text sepa = to_sepa(text); sepa.changed) {
            changes.push_back({end_to_end_id, field, text, std::move(sepa.text)});
        }
    };
    add(payee_name_field, payee_name);
    if (const auto* free = std::get_if<std::string>(&remittance)) {
        add(remittance_field, *free);
    }
    return changes;
}

Result<Conversion> convert(Message message) {
    Converter converter;
    converter.enter(message.id);
    converter.convert("initiator_name", message.initiator_name, name_length_max);
    for (Block& block : message.blocks) {
        converter.enter(block.id);
        converter.convert("debtor_name", block.debtor_name, name_length_max);
        converter.convert(block.debtor_address);
        for (Transfer& transfer : block.transfers) {
            convert_transfer(converter, transfer);
        }
    }
    return converter.result(std::move(message));
}

} // namespace saldo::payments::pain001
