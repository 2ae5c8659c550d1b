#include "payments/cut_off.hpp"

#include "base/invariant.hpp"
#include "base/text.hpp"
#include "party/bank_code.hpp"
#include "payments/cut_offs_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace saldo::payments {

namespace {

using Table = nlohmann::json;

Time_of_day time_in(const Table& object, const char* name) {
    const auto time = calendar::parse_time(object.at(name).get_ref<const std::string&>());
    invariant(time.has_value(), "the table of cut-off hours holds times");
    return *time;
}

/// `400-499`.
Bank_cut_off::Codes codes_from(std::string_view text) {
    const auto first = text::to_integer<int>(text.substr(0, 3));
    const auto last = text::to_integer<int>(text.substr(4));
    invariant(first && last && *first <= *last, "the table of cut-off hours holds bank codes");
    return {*first, *last};
}

} // namespace

Cut_offs parse_cut_offs(std::string_view json) {
    const Table table = Table::parse(json);
    Cut_offs cut_offs{time_in(table, "otherwise"), {}};
    for (const Table& bank : table.at("banks")) {
        Bank_cut_off made{bank.at("bic").get<std::string>(), {}, time_in(bank, "same_day_until")};
        for (const Table& codes : bank.at("codes")) {
            made.codes.push_back(codes_from(codes.get_ref<const std::string&>()));
        }
        cut_offs.banks.push_back(std::move(made));
    }
    return cut_offs;
}

const Cut_offs& built_in_cut_offs() {
    static const Cut_offs table = parse_cut_offs(cut_offs_text());
    return table;
}

Time_of_day
same_day_until(const Cut_offs& table, const Iban& account, const std::optional<Bic>& bic) {
    const auto code = text::to_integer<int>(party::belgian_bank_code(account));
    const auto found = std::ranges::find_if(table.banks, [&](const Bank_cut_off& bank) {
        if (bic) {
            return bic->text().substr(0, bank.bic.size()) == bank.bic;
        }
        return code && std::ranges::any_of(bank.codes, [&](const Bank_cut_off::Codes& codes) {
                   return codes.first <= *code && *code <= codes.last;
               });
    });
    return found == table.banks.end() ? table.otherwise : found->same_day_until;
}

} // namespace saldo::payments
