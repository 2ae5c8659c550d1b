#include "cli/render/plain.hpp"

#include "base/invariant.hpp"

#include <fmt/ranges.h>

namespace saldo::render {

namespace {

struct Plain {
    std::string operator()(Absent) const { return {}; }

    std::string operator()(Money money) const { return money::format(money); }

    std::string operator()(bank::Amount amount) const { return bank::format(amount); }

    std::string operator()(Date date) const { return calendar::format(date); }

    std::string operator()(Count count) const { return std::to_string(count.value); }

    std::string operator()(const Decimal& decimal) const { return decimal.value; }

    std::string operator()(bool flag) const { return flag ? "true" : "false"; }

    std::string operator()(const Text& text) const { return text.value; }

    std::string operator()(const Words& words) const {
        return fmt::format("{}", fmt::join(words.values, " "));
    }

    std::string operator()(const Term& term) const { return term.value; }

    std::string operator()(const Account_number& account) const { return account.value; }

    std::string operator()(const Reference& reference) const { return reference.value; }

    std::string operator()(const Rows&) const {
        broken_contract("rows have no plain text", __FILE__, __LINE__);
    }
};

} // namespace

std::string plain(const Cell& cell) {
    return std::visit(Plain{}, cell);
}

} // namespace saldo::render
