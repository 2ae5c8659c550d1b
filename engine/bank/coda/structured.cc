#include "bank/coda/structured.hpp"

#include "bank/coda/values.hpp"
#include "bank/encoding.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace saldo::bank::coda {

namespace {

struct Layout {
    std::string_view type;
    std::span<const Field> fields;
};

constexpr std::array layouts{
    Layout{"001", structured::counterparty},
    Layout{"002", structured::four_lines},
    Layout{"004", structured::four_lines},
    Layout{"005", structured::four_lines},
    Layout{"006", structured::detail_amount},
    Layout{"007", structured::cash_count},
    Layout{"008", structured::ultimate_party},
    Layout{"009", structured::ultimate_party},
    Layout{"100", structured::creditor_reference},
    Layout{"101", structured::ogm},
    Layout{"102", structured::ogm},
    Layout{"103", structured::document_number},
    Layout{"105", structured::original_amount},
    Layout{"106", structured::calculation},
    Layout{"107", structured::old_direct_debit},
    Layout{"108", structured::closing},
    Layout{"111", structured::terminal_total},
    Layout{"113", structured::card_debit},
    Layout{"114", structured::card_credit},
    Layout{"115", structured::cash_deposit},
    Layout{"121", structured::bill},
    Layout{"122", structured::bill_interest},
    Layout{"123", structured::fees},
    Layout{"124", structured::credit_card},
    Layout{"125", structured::credit},
    Layout{"126", structured::term_investment},
    Layout{"127", structured::direct_debit},
};

Structured_value read(const Field& field, std::string_view written) {
    const std::string_view trimmed = text::trim(written);
    if (trimmed.empty()) {
        return {};
    }
    switch (field.kind) {
    case Field_kind::constant:
    case Field_kind::blank:
    case Field_kind::text:
    case Field_kind::code:
    case Field_kind::sign:
        return trimmed;
    case Field_kind::number:
        if (const auto number = to_number(written)) {
            return *number;
        }
        return trimmed;
    case Field_kind::amount:
        if (const auto amount = to_amount(written)) {
            return *amount;
        }
        return trimmed;
    case Field_kind::rate:
        if (const auto rate = to_number(written)) {
            return Rate_value{*rate};
        }
        return trimmed;
    case Field_kind::date:
        const Date_value value = to_date(written);
        if (value.is_wrong) {
            return trimmed;
        }
        return value.date ? Structured_value(*value.date) : Structured_value();
    }
    return trimmed;
}

} // namespace

std::span<const Field> layout_of(std::string_view type) {
    const auto* found = std::ranges::find(layouts, type, &Layout::type);
    return found == layouts.end() ? std::span<const Field>{} : found->fields;
}

std::string_view cut(std::string_view content, Slot slot) {
    const std::string_view up_to_end = content.substr(0, slot.at + slot.length);
    if (is_ascii(up_to_end)) [[likely]] {
        return up_to_end.substr(std::min(slot.at, up_to_end.size()));
    }
    const auto skip = [&](std::size_t at, std::size_t characters) {
        for (; characters > 0 && at < content.size(); --characters) {
            at += character_length(content[at]);
        }
        return std::min(at, content.size());
    };
    const std::size_t first = skip(0, slot.at);
    return content.substr(first, skip(first, slot.length) - first);
}

std::vector<Structured_field> decode(std::string_view type, std::string_view content) {
    std::vector<Structured_field> fields;
    for (const Field& field : layout_of(type)) {
        if (field.kind != Field_kind::blank) {
            fields.push_back({field.name, read(field, cut(content, {field.at, field.length}))});
        }
    }
    return fields;
}

const Structured_value* find(std::span<const Structured_field> fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &Structured_field::name);
    return found == fields.end() ? nullptr : &found->value;
}

} // namespace saldo::bank::coda
