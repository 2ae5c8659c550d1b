#include "support/noisy_office.hpp"

#include "base/invariant.hpp"
#include "support/dice.hpp"

#include <algorithm>

namespace saldo::test {

namespace {

using calendar::Rhythm;
using dossier::Budget_line;

/// A payload of references that `make_office` gives to no dossier.
constexpr std::uint64_t second_contracts = 5'000'000'000;

Budget_line& line_of(dossier::Dossier& dossier, std::string_view id) {
    const auto found = std::ranges::find(dossier.budget_lines, id, &Budget_line::id);
    invariant(found != dossier.budget_lines.end(), "every dossier has this line");
    return *found;
}

/// A line that is paid outside the runs, to whoever asks.
Budget_line
paid_elsewhere(std::string id, const char* payee, Rhythm rhythm, Date anchor, Money amount) {
    return {.id = id,
            .direction = dossier::Direction::expense,
            .name = id,
            .category = id,
            .schedule = {rhythm, anchor, amount,
                         *calendar::Date_range::through(*Date::of(2026, 1, 1), std::nullopt)},
            .account = "main",
            .pot = {},
            .counterparty = {payee, {}, {}},
            .communication = {},
            .payer = dossier::Payer::client};
}

void let_client_pay(dossier::Dossier& dossier, std::uint64_t position, Dice& dice) {
    for (const char* id : {"energy", "water", "insurance"}) {
        line_of(dossier, id).payer = dossier::Payer::client;
    }
    if (dice.one_in(2)) {
        Budget_line gas = line_of(dossier, "energy");
        gas.id = gas.name = gas.category = "gas";
        gas.communication = party::ogm_of_payload(second_contracts + position);
        if (!dice.one_in(4)) {
            gas.schedule.amount = Money::cents(dice.between(40'00, 110'00));
        }
        dossier.budget_lines.push_back(std::move(gas));
    }
}

void make_noisy(dossier::Dossier& dossier, std::uint64_t position, Dice dice) {
    line_of(dossier, "telecom").mandate = "TEL-" + dossier.number;
    if (!dice.one_in(8)) {
        line_of(dossier, "child_benefit").margin = Money::cents(10'00);
    }
    if (dice.one_in(5)) {
        line_of(dossier, "wage").counterparty.iban.reset();
    }
    if (dice.one_in(3)) {
        let_client_pay(dossier, position, dice);
    }
    dossier.budget_lines.push_back(paid_elsewhere("bank_costs", "Bank Voorbeeld", Rhythm::quarterly,
                                                  *Date::of(2026, 3, 31), Money::cents(4'50)));
    dossier.budget_lines.push_back(paid_elsewhere("groceries", shop_name, Rhythm::monthly,
                                                  *Date::of(2026, 1, 28), Money::cents(60'00)));
    dossier.budget_lines.push_back(paid_elsewhere("health", pharmacy_name, Rhythm::monthly,
                                                  *Date::of(2026, 1, 28), Money::cents(35'00)));
}

} // namespace

std::vector<dossier::Dossier> make_noisy_office(const Office_size& size) {
    std::vector<dossier::Dossier> office = make_office(size);
    for (std::uint64_t i = 0; i < office.size(); ++i) {
        make_noisy(office[i], i, Dice(size.seed * 7'000'003 + i));
    }
    return office;
}

} // namespace saldo::test
