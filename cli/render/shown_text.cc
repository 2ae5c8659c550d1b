#include "cli/render/shown_text.hpp"

#include "cli/render/number_style.hpp"
#include "cli/render/plain.hpp"
#include "cli/render/width.hpp"
#include "party/iban.hpp"
#include "party/reference.hpp"

namespace saldo::render {

namespace {

class Shown_text {
public:
    explicit Shown_text(const i18n::Texts& texts)
        : texts_(texts), style_(style_of(texts.language())) {}

    std::string operator()(Absent) const { return {}; }

    std::string operator()(Money money) const { return regroup(money::format(money), style_); }

    std::string operator()(bank::Amount amount) const {
        return regroup(bank::format(amount), style_);
    }

    std::string operator()(Date date) const { return restyle_date(calendar::format(date), style_); }

    std::string operator()(Count count) const { return std::to_string(count.value); }

    std::string operator()(const Decimal& decimal) const { return regroup(decimal.value, style_); }

    std::string operator()(bool flag) const { return texts_(flag ? "term.yes" : "term.no"); }

    std::string operator()(const Text& text) const { return printable(text.value); }

    std::string operator()(const Words& words) const { return printable(plain(Cell(words))); }

    std::string operator()(const Term& term) const {
        return texts_("term." + term.list + "." + term.value);
    }

    std::string operator()(const Account_number& account) const {
        const auto iban = party::parse_iban(account.value);
        return iban ? party::format(*iban) : printable(account.value);
    }

    std::string operator()(const Reference& reference) const {
        if (const auto ogm = party::parse_ogm(reference.value)) {
            return party::format(*ogm);
        }
        const auto creditor_reference = party::parse_creditor_reference(reference.value);
        return creditor_reference ? party::format(*creditor_reference) : printable(reference.value);
    }

    std::string operator()(const Rows&) const { return {}; }

private:
    const i18n::Texts& texts_;
    const Number_style& style_;
};

} // namespace

std::string shown_text(const Cell& cell, const i18n::Texts& texts) {
    return std::visit(Shown_text(texts), cell);
}

bool is_number(const Cell& cell) {
    return std::holds_alternative<Money>(cell) || std::holds_alternative<bank::Amount>(cell) ||
           std::holds_alternative<Count>(cell) || std::holds_alternative<Decimal>(cell);
}

} // namespace saldo::render
