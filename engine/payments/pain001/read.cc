#include "payments/pain001/read.hpp"

#include "base/text.hpp"
#include "payments/pain001/codes.hpp"
#include "payments/pain001/scan.hpp"

namespace saldo::payments::pain001 {

namespace {

/// Where a value stands: for the finding of a refusal.
struct Place {
    std::string_view xml;
    std::size_t offset;
    std::string_view id;
};

tl::unexpected<Refusal> wrong(const Place& place, std::string_view element) {
    return refuse(value_wrong, {{"id", std::string(place.id)}},
                  {"", line_at(place.xml, place.offset), std::string(element)});
}

/// The same, with the code of the value's own refusal.
tl::unexpected<Refusal>
wrong(const Place& place, std::string_view element, const Refusal& refusal) {
    return refuse(value_wrong,
                  {{"id", std::string(place.id)}, {"reason", std::string(refusal.code().text)}},
                  {"", line_at(place.xml, place.offset), std::string(element)});
}

template <class T> Result<T> placed(Result<T> value, const Place& place, std::string_view element) {
    if (!value) {
        return wrong(place, element, value.error());
    }
    return value;
}

/// The IBAN if the text is its canonical form.
Result<Iban> read_iban(std::string_view text, const Place& place, std::string_view element) {
    auto iban = placed(party::parse_iban(text), place, element);
    if (iban && iban->text() != text) {
        return wrong(place, element);
    }
    return iban;
}

Result<std::optional<Bic>>
read_bic(const Stated_agent& agent, bool is_debtor, const Place& place, std::string_view element) {
    const bool not_provided = is_debtor && agent.other == "NOTPROVIDED" && agent.bic.empty();
    if (!agent.present || not_provided) {
        return std::nullopt;
    }
    if (!agent.other.empty()) {
        return wrong(place, element);
    }
    auto bic = placed(party::parse_bic(agent.bic), place, element);
    if (!bic) {
        return refuse(bic.error());
    }
    return *bic;
}

/// The field of an address an element fills, or none.
std::string* field_of(Address& address, std::string_view element) {
    if (element == "StrtNm") {
        return &address.street;
    }
    if (element == "BldgNb") {
        return &address.house_number;
    }
    if (element == "PstCd") {
        return &address.postal_code;
    }
    if (element == "TwnNm") {
        return &address.town;
    }
    return element == "Ctry" ? &address.country : nullptr;
}

Result<std::optional<Address>>
read_address(const Stated_party& party, const Place& place, std::string_view element) {
    if (!party.address) {
        return std::nullopt;
    }
    Address address;
    for (const auto& [name, text] : party.address->parts) {
        if (name == "AdrLine") {
            address.lines.emplace_back(text);
            continue;
        }
        std::string* field = field_of(address, name);
        if (field == nullptr || !field->empty() || text.empty()) {
            return wrong(place, element);
        }
        *field = text;
    }
    return address;
}

Result<party::Remittance> read_remittance(const Stated_transfer& stated, const Place& place) {
    const std::size_t texts = stated.free_texts.size();
    const std::size_t references = stated.references.size();
    if (texts + references > 1) {
        return wrong(place, "RmtInf");
    }
    if (texts == 1) {
        return std::string(stated.free_texts.front());
    }
    if (references == 0) {
        return std::monostate();
    }
    const Stated_reference& reference = stated.references.front();
    if (reference.type == "SCOR" && reference.issuer == "BBA" && reference.reference.size() == 12) {
        const auto ogm = placed(party::parse_ogm(reference.reference), place, "Ref");
        return ogm ? Result<party::Remittance>(*ogm) : refuse(ogm.error());
    }
    if (reference.type == "SCOR" && reference.issuer == "ISO") {
        const auto iso = placed(party::parse_creditor_reference(reference.reference), place, "Ref");
        if (iso && iso->text() == reference.reference) {
            return *iso;
        }
    }
    return wrong(place, "Strd");
}

Result<Done>
check_totals(const Stated_totals& stated, std::size_t count, Money sum, const Place& place) {
    const auto differs = [&](std::string_view element, std::string_view text,
                             const std::string& computed) {
        return refuse(
            total_differs,
            {{"id", std::string(place.id)}, {"stated", std::string(text)}, {"computed", computed}},
            {"", line_at(place.xml, place.offset), std::string(element)});
    };
    if (stated.count && *stated.count != std::to_string(count)) {
        return differs("NbOfTxs", *stated.count, std::to_string(count));
    }
    if (stated.sum && *stated.sum != money::format(sum)) {
        return differs("CtrlSum", *stated.sum, money::format(sum));
    }
    return Done{};
}

Result<Transfer> read_transfer(const Stated_transfer& stated, std::string_view xml) {
    const Place place{xml, stated.offset, stated.end_to_end_id};
    const bool same_ids =
        stated.instruction_id.empty() || stated.instruction_id == stated.end_to_end_id;
    if (!same_ids || stated.end_to_end_id.empty()) {
        return wrong(place, "PmtId");
    }
    if (stated.type || stated.charge_bearer) {
        return wrong(place, stated.type ? "PmtTpInf" : "ChrgBr");
    }
    const auto amount = placed(money::parse(stated.amount), place, "InstdAmt");
    if (!amount) {
        return refuse(amount.error());
    }
    if (stated.currency != "EUR" || !amount->is_positive() || *amount > amount_max ||
        money::format(*amount) != stated.amount) {
        return wrong(place, "InstdAmt");
    }
    const auto account = read_iban(stated.payee_account, place, "CdtrAcct");
    if (!account) {
        return refuse(account.error());
    }
    const auto bank = read_bic(stated.payee_bank, false, place, "CdtrAgt");
    if (!bank) {
        return refuse(bank.error());
    }
    const auto address = read_address(stated.payee, place, "PstlAdr");
    if (!address) {
        return refuse(address.error());
    }
    const auto remittance = read_remittance(stated, place);
    if (!remittance) {
        return refuse(remittance.error());
    }
    if (stated.payee.name.empty() || (stated.purpose && stated.purpose->empty())) {
        return wrong(place, stated.payee.name.empty() ? "Cdtr" : "Purp");
    }
    return Transfer{std::string(stated.end_to_end_id),
                    *amount,
                    std::string(stated.payee.name),
                    *account,
                    *bank,
                    *address,
                    *remittance,
                    std::string(stated.purpose.value_or(""))};
}

/// True if the block asks for what every block of ours asks for, and nothing else.
bool is_plain_sepa(const Stated_block& block) {
    const bool type_fits = block.type && block.type->priority.empty() &&
                           block.type->service_levels == std::vector<std::string_view>{"SEPA"} &&
                           block.type->local_instrument.empty();
    const bool currency_fits = block.debtor_currency.empty() || block.debtor_currency == "EUR";
    const bool booking_fits = block.batch_booking.value_or("false") == "true" ||
                              block.batch_booking.value_or("false") == "false";
    return block.method == "TRF" && type_fits && currency_fits && booking_fits &&
           block.charge_bearer == "SLEV";
}

Result<Block> read_block(const Stated_block& stated, std::string_view xml) {
    const Place place{xml, stated.offset, stated.id};
    if (stated.id.empty() || stated.debtor.name.empty() || !is_plain_sepa(stated)) {
        return wrong(place, "PmtInf");
    }
    const auto execution = placed(calendar::parse(stated.execution), place, "ReqdExctnDt");
    if (!execution) {
        return refuse(execution.error());
    }
    const auto account = read_iban(stated.debtor_account, place, "DbtrAcct");
    if (!account) {
        return refuse(account.error());
    }
    const auto bank = read_bic(stated.debtor_bank, true, place, "DbtrAgt");
    if (!bank) {
        return refuse(bank.error());
    }
    const auto address = read_address(stated.debtor, place, "PstlAdr");
    if (!address) {
        return refuse(address.error());
    }
    Block block{.id = std::string(stated.id),
                .execution = *execution,
                .debtor_name = std::string(stated.debtor.name),
                .debtor_account = *account,
                .debtor_bank = *bank,
                .debtor_address = *address,
                .batch_booking = stated.batch_booking == "true",
                .category_purpose = std::string(stated.type->category_purpose),
                .transfers = {}};
    for (const Stated_transfer& stated_transfer : stated.transfers) {
        auto transfer = read_transfer(stated_transfer, xml);
        if (!transfer) {
            return refuse(transfer.error());
        }
        block.transfers.push_back(std::move(*transfer));
    }
    const auto totals = check_totals(stated.totals, block.transfers.size(), total(block), place);
    if (!totals) {
        return refuse(totals.error());
    }
    return block;
}

/// `hh:mm:ss`.
bool is_time(std::string_view text) {
    if (text.size() != 8 || text[2] != ':' || text[5] != ':') {
        return false;
    }
    const auto part = [text](std::size_t at, int limit) {
        const std::string_view digits = text.substr(at, 2);
        return text::all_digits(digits) && *text::to_integer<int>(digits) < limit;
    };
    return part(0, 24) && part(3, 60) && part(6, 60);
}

Result<std::optional<Enterprise_number>> read_initiator(const Stated_file& file,
                                                        const Place& place) {
    if (!file.initiator_bic.empty() || !file.initiator_lei.empty() ||
        file.initiator_ids.size() > 1) {
        return wrong(place, "InitgPty");
    }
    if (file.initiator_ids.empty()) {
        return std::nullopt;
    }
    const Stated_other_id& other = file.initiator_ids.front();
    const auto number = placed(party::parse_enterprise_number(other.id), place, "InitgPty");
    if (!number) {
        return refuse(number.error());
    }
    if (number->digits() != other.id || other.issuer != "KBO-BCE") {
        return wrong(place, "InitgPty");
    }
    return *number;
}

} // namespace

Result<Message> read(const Stated_file& file, std::string_view xml) {
    const Place place{xml, file.offset, file.id};
    const std::string_view created = file.created;
    const bool has_time = created.size() == 19 && created[10] == 'T' && is_time(created.substr(11));
    const auto creation =
        calendar::parse(created.substr(0, std::min<std::size_t>(10, created.size())));
    if (file.id.empty() || !has_time || !creation) {
        return wrong(place, file.id.empty() ? "MsgId" : "CreDtTm");
    }
    const auto number = read_initiator(file, place);
    if (!number) {
        return refuse(number.error());
    }
    Message message{std::string(file.id),
                    *creation,
                    std::string(created.substr(11)),
                    std::string(file.initiator_name),
                    *number,
                    {}};
    for (const Stated_block& stated : file.blocks) {
        auto block = read_block(stated, xml);
        if (!block) {
            return refuse(block.error());
        }
        message.blocks.push_back(std::move(*block));
    }
    const auto totals = check_totals(file.totals, count(message), total(message), place);
    if (!totals) {
        return refuse(totals.error());
    }
    return message;
}

Result<Message> read(std::string_view xml) {
    const auto file = scan(xml);
    if (!file) {
        return refuse(file.error());
    }
    return read(*file, xml);
}

} // namespace saldo::payments::pain001
