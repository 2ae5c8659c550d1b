#include "bank/camt/balance.hpp"

#include "bank/camt/values.hpp"
#include "bank/check.hpp"
#include "bank/codes.hpp"

namespace saldo::bank::camt {

namespace {

constexpr std::string_view opening_code = "OPBD";
constexpr std::string_view previous_code = "PRCD";
constexpr std::string_view closing_code = "CLBD";

} // namespace

Balances::Balances(pugi::xml_node statement, const Context& context)
    : statement_(statement), context_(context), balances_(children(statement, "Bal")) {}

std::string_view Balances::currency() const {
    for (const std::string_view code : {opening_code, previous_code, closing_code}) {
        for (const pugi::xml_node balance : with_code(code)) {
            const std::string_view stated = currency_of(child(balance, "Amt"));
            if (!stated.empty()) {
                return stated;
            }
        }
    }
    return {};
}

std::vector<pugi::xml_node> Balances::with_code(std::string_view code) const {
    std::vector<pugi::xml_node> found;
    for (const pugi::xml_node balance : balances_) {
        const bool has_credit_line = is_true(context_.text(balance, "CdtLine/Incl"));
        if (context_.text(balance, "Tp/CdOrPrtry/Cd") == code && !has_credit_line) {
            found.push_back(balance);
        }
    }
    return found;
}

Balances::Picked Balances::pick(std::string_view code, const Statement& statement) const {
    const std::vector<pugi::xml_node> candidates = with_code(code);
    Picked picked;
    for (const pugi::xml_node balance : candidates) {
        if (currency_of(child(balance, "Amt")) != statement.currency) {
            continue;
        }
        const auto amount = context_.signed_amount(balance);
        if (!picked.node) {
            picked = {amount, context_.day(child(balance, "Dt"), Severity::error).date, balance};
        } else if (amount && picked.amount && *amount != *picked.amount) {
            context_.add(balance_repeated, Severity::error, balance,
                         {{"balance", std::string(code)},
                          {"stated", format(*amount)},
                          {"first", format(*picked.amount)}});
        }
    }
    if (!picked.node && !candidates.empty()) {
        context_.add(balance_currency, Severity::warning, candidates.front(),
                     {{"balance", std::string(code)},
                      {"stated", Context::shown(currency_of(child(candidates.front(), "Amt")))},
                      {"expected", Context::shown(statement.currency)}});
    }
    return picked;
}

void Balances::read(Statement& statement) {
    Picked opening = pick(opening_code, statement);
    if (!opening.node) {
        opening = pick(previous_code, statement);
    }
    const Picked closing = pick(closing_code, statement);
    statement.opening = opening.amount;
    statement.opening_date = opening.date;
    statement.closing = closing.amount;
    statement.closing_date = closing.date;
    closing_ = closing.node;
    if (statement.coverage != Coverage::statement) {
        return;
    }
    const auto report_missing = [&](const Picked& picked, std::string_view code) {
        if (!picked.node) {
            context_.add(balance_missing, Severity::error, statement_,
                         {{"balance", std::string(code)}});
        } else if (!child(picked.node, "Dt")) {
            context_.missing(picked.node, "Dt");
        }
    };
    report_missing(opening, opening_code);
    report_missing(closing, closing_code);
}

void Balances::check(const Statement& statement, const Amount_sum& booked) const {
    if (statement.coverage != Coverage::statement || !statement.opening || !statement.closing) {
        return;
    }
    Amount_sum computed = booked;
    computed.add(*statement.opening);
    check_total(balance_mismatch, statement.closing, computed, context_.where(closing_),
                context_.report());
}

} // namespace saldo::bank::camt
