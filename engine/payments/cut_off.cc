#include "payments/cut_off.hpp"

#include "base/invariant.hpp"
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

} // namespace

Cut_offs parse_cut_offs(std::string_view json) {
    const Table table = Table::parse(json);
    Cut_offs cut_offs{time_in(table, "otherwise"), {}};
    for (const Table& bank : table.at("banks")) {
        Bank_cut_off made{bank.at("bic").get<std::string>(), {}, time_in(bank, "same_day_until")};
        for (const Table& codes : bank.at("codes")) {
            made.codes.push_back(code_range_from(codes.get_ref<const std::string&>()));
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
    const auto found = std::ranges::find_if(table.banks, [&](const Bank_cut_off& bank) {
        if (bic) {
            return bic->text().substr(0, bank.bic.size()) == bank.bic;
        }
        return is_of_bank(account, bank.codes);
    });
    return found == table.banks.end() ? table.otherwise : found->same_day_until;
}

} // namespace saldo::payments
