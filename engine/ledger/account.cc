#include "ledger/account.hpp"

#include "base/named.hpp"

namespace saldo::ledger {

namespace {

constexpr std::array account_kind_names{
    Named{Kind::bank, "bank"},
    Named{Kind::transit, "transit"},
    Named{Kind::suspense, "suspense"},
    Named{Kind::opening, "opening"},
    Named{Kind::income, "income"},
    Named{Kind::expense, "expense"},
    Named{Kind::living_money, "living_money"},
    Named{Kind::debt, "debt"},
    Named{Kind::transfer, "transfer"},
    Named{Kind::pot, "pot"},
};

} // namespace

std::string_view name(Kind kind) {
    return name_in(account_kind_names, kind);
}

std::optional<Kind> kind_from(std::string_view text) {
    return value_in(account_kind_names, text);
}

std::string code(Kind kind, std::string_view key) {
    std::string text(name(kind));
    return key.empty() ? text : text.append(":").append(key);
}

} // namespace saldo::ledger
