#include "ledger/account.hpp"

#include "base/invariant.hpp"

#include <algorithm>
#include <array>

namespace saldo::ledger {

namespace {

struct Named {
    Kind kind;
    std::string_view name;
};

constexpr std::array names{
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
    const auto* found = std::ranges::find(names, kind, &Named::kind);
    invariant(found != names.end(), "every kind of ledger account has a name");
    return found->name;
}

std::optional<Kind> kind_from(std::string_view text) {
    const auto* found = std::ranges::find(names, text, &Named::name);
    return found == names.end() ? std::nullopt : std::optional(found->kind);
}

std::string code(Kind kind, std::string_view key) {
    std::string text(name(kind));
    return key.empty() ? text : text.append(":").append(key);
}

} // namespace saldo::ledger
