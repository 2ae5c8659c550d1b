#include "support/noisy_account.hpp"
#include "support/noisy_office.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace saldo::test {

namespace {

constexpr std::array unknown_shops{"Tankstation Noord", "Frituur Centrum", "Webwinkel Altijd Open"};
constexpr std::array strangers{"Peeters Jan", "Familie Lemmens", "Tweedehands Voorbeeld",
                               "Notaris Ter Beke", "Ziekenfonds Voorbeeld"};

/// Of an invented account that no line of the office has.
party::Payee stranger_of(std::string_view name, Dice& dice) {
    const std::uint64_t base = 9'740'000'000 + dice.below(9'999'999);
    const std::uint64_t check = base % 97 == 0 ? 97 : base % 97;
    return {std::string(name),
            *party::iban_of_belgian_number(fmt::format("{:010}{:02}", base, check)), std::nullopt};
}

const dossier::Budget_line& line_of(const dossier::Dossier& dossier, std::string_view id) {
    return *std::ranges::find(dossier.budget_lines, id, &dossier::Budget_line::id);
}

} // namespace

void Noisy_account::shop(Date day, std::string_view name, std::string subject) {
    const bool is_cut = dice_.one_in(10);
    const std::string written = is_cut ? cut(name, dice_) : std::string(name);
    const Posted posted{
        day, Money::cents(-dice_.between(2'00, 30'00)), card_payment, {written, {}, {}}};
    const Truth truth{is_cut ? Noise::name_cut : Noise::none, {}, {{std::move(subject), {}}}};
    coming_.push_back({posted, truth});
}

/// Some of what was paid for energy comes back.
void Noisy_account::pay_back(Date day) {
    const dossier::Budget_line& energy = line_of(bank_.dossier(), "energy");
    Told told{{day, Money::cents(dice_.between(10'00, 120'00)), transfer_in, energy.counterparty,
               energy.communication},
              {Noise::creditor_pays_back, {}, {{"expense:energy", {}}}}};
    if (dice_.one_in(2)) {
        told.posted.remittance = "TERUGBETALING AFREKENING";
    }
    coming_.push_back(std::move(told));
}

void Noisy_account::add_one_offs(Date day, const dossier::Dossier& stranger) {
    constexpr std::uint64_t days_of_month = 30;
    const auto happens = [&](std::uint64_t per_mille) {
        return dice_.below(1'000 * days_of_month) < per_mille;
    };
    const auto add = [&](Noise noise, Posted posted) {
        coming_.push_back({std::move(posted), {noise, {}, {}}});
    };
    const auto some = [&](int least, int most) { return Money::cents(dice_.between(least, most)); };
    if (happens(150)) {
        shop(day, shop_name, "expense:groceries");
    }
    if (happens(100)) {
        shop(day, pharmacy_name, "expense:health");
    }
    if (happens(50)) {
        add(Noise::unknown_receipt,
            {day, some(5'00, 400'00), transfer_in, stranger_of(dice_.one_of(strangers), dice_),
             "Overschrijving"});
    }
    if (happens(30)) {
        add(Noise::unknown_card,
            {day, -some(2'00, 60'00), card_payment, {dice_.one_of(unknown_shops), {}, {}}});
    }
    if (happens(25)) {
        pay_back(day);
    }
    if (happens(10)) {
        add(Noise::unknown_debit,
            {day, -some(9'00, 80'00), direct_debit, stranger_of("Sportclub Voorbeeld", dice_),
             "Lidgeld", "", "SEPA-NIEUW-1"});
    }
    const dossier::Budget_line& bill = line_of(stranger, "energy");
    if (happens(7)) {
        add(Noise::foreign_receipt,
            {day, bill.schedule.amount, transfer_in, stranger_of(dice_.one_of(strangers), dice_),
             bill.communication});
    }
    if (happens(7)) {
        add(Noise::foreign_bill,
            {day, -bill.schedule.amount, transfer_out, bill.counterparty, bill.communication});
    }
}

/// Holiday pay comes from the employer, and no line expects it.
void Noisy_account::add_holiday_pay(Date day) {
    constexpr int may = 5;
    if (day.month() == may && day.day() == holiday_pay_day_) {
        const dossier::Budget_line& wage = line_of(bank_.dossier(), "wage");
        const std::int64_t percent = dice_.between(45, 65);
        const Posted posted{day, Money::cents(wage.schedule.amount.cents() * percent / 100),
                            transfer_in, wage.counterparty, "Vakantiegeld"};
        coming_.push_back({posted, {Noise::extra_of_payer, {}, {}}});
    }
}

} // namespace saldo::test
