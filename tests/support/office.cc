#include "support/office.hpp"

#include "support/dice.hpp"

#include <fmt/format.h>

#include <array>
#include <string>

namespace saldo::test {

namespace {

using calendar::Rhythm;
using dossier::Priority;

constexpr std::array family_names{"Aerts",  "Bogaert",  "Claeys", "Dewulf",   "Engels",
                                  "Ferket", "Goossens", "Haezen", "Ilsbroux", "Jorissen"};
constexpr std::array given_names{"Anke", "Bram", "Cilia", "Dries", "Elke", "Floor", "Gust"};
constexpr std::array employers{"Bakkerij De Korst", "Dienst Uitkeringen", "Poetsdienst Helder",
                               "Pensioenkas Voorbeeld", "Maatwerk Zuid"};
constexpr std::array landlords{"Sociale Huisvesting Voorbeeld", "Woonmaatschappij De Nok",
                               "Verhuur Lindelaan"};
constexpr std::array creditors{"Krediet Voorbeeld", "Postorder Sneeuw", "Ziekenhuis Ter Linde",
                               "Belastingen Voorbeeldegem", "Fitness Onderaan"};

/// The IBAN of an invented account at the bank with this code.
Iban account_number(int bank, std::uint64_t serial) {
    const std::uint64_t base = static_cast<std::uint64_t>(bank) * 10'000'000 + serial;
    const std::uint64_t check = base % 97 == 0 ? 97 : base % 97;
    return *party::iban_of_belgian_number(fmt::format("{:010}{:02}", base, check));
}

/// Accounts of those many households pay to or are paid by.
constexpr int companies = 363;
constexpr int households = 1;
constexpr int cards = 63;

Date day_of(int month, int day) {
    return *Date::of(2026, month, day);
}

/// Makes one dossier from its position in the office.
class Household {
public:
    Household(std::uint64_t position, std::uint64_t seed)
        : position_(position),
          dice_(seed * 1'000'003 + position), dossier_{.number =
                                                           fmt::format("2025-{:05}", position + 1),
                                                       .opened = day_of(1, 1),
                                                       .closed = {},
                                                       .household = {"family", "nl", {}, {}},
                                                       .mandates = {},
                                                       .workers = {},
                                                       .accounts = {},
                                                       .pots = {},
                                                       .budget_lines = {},
                                                       .living_money = {},
                                                       .creditors = {}} {}

    dossier::Dossier make();

private:
    void open_accounts();
    void add_incomes();
    void add_expenses();
    void add_living_money();
    void add_pot();
    void add_creditors();
    dossier::Schedule schedule(Rhythm rhythm, Date anchor, int euros);
    dossier::Budget_line line(std::string id, Priority priority, dossier::Schedule schedule);
    party::Payee company(std::string_view name, std::uint64_t serial);
    Ogm reference();

    std::uint64_t position_;
    Dice dice_;
    dossier::Dossier dossier_;
    std::string holder_;
    std::uint64_t references_ = 0;
};

dossier::Schedule Household::schedule(Rhythm rhythm, Date anchor, int euros) {
    return {rhythm, anchor, Money::cents(euros * 100 + dice_.between(0, 99)),
            *calendar::Date_range::through(day_of(1, 1), std::nullopt)};
}

dossier::Budget_line
Household::line(std::string id, Priority priority, dossier::Schedule schedule) {
    return {.id = id,
            .name = id,
            .category = id,
            .priority = priority,
            .schedule = std::move(schedule),
            .account = "main",
            .pot = {},
            .counterparty = {},
            .communication = {}};
}

party::Payee Household::company(std::string_view name, std::uint64_t serial) {
    return {std::string(name), account_number(companies, serial), std::nullopt};
}

Ogm Household::reference() {
    return party::ogm_of_payload((position_ + 1) * 1'000 + ++references_);
}

void Household::open_accounts() {
    const Money balance = Money::cents(dice_.between(1'500, 3'000) * 100);
    dossier_.accounts.push_back({.id = "main",
                                 .iban = account_number(households, position_),
                                 .bic = {},
                                 .holder = holder_,
                                 .opening = dossier::Opening{office_opening(), balance},
                                 .closed = {}});
    dossier_.accounts.push_back({.id = "card",
                                 .kind = dossier::Account_kind::living_money,
                                 .iban = account_number(cards, position_),
                                 .bic = {},
                                 .holder = holder_,
                                 .opening = {},
                                 .closed = {}});
}

void Household::add_incomes() {
    const Date payday = day_of(1, dice_.between(20, 30));
    dossier::Budget_line wage =
        line("wage", {}, schedule(Rhythm::monthly, payday, dice_.between(1'650, 2'100)));
    const std::uint64_t employer = dice_.below(employers.size());
    wage.direction = dossier::Direction::income;
    wage.counterparty = company(employers[employer], employer);
    wage.margin = Money::cents(100'00);
    dossier_.budget_lines.push_back(std::move(wage));
    dossier::Budget_line benefit =
        line("child_benefit", {}, schedule(Rhythm::monthly, day_of(1, 8), dice_.between(170, 420)));
    benefit.direction = dossier::Direction::income;
    benefit.counterparty = company("Groeipakket Voorbeeld", 20);
    dossier_.budget_lines.push_back(std::move(benefit));
}

void Household::add_expenses() {
    const auto add = [&](std::string id, Priority priority, dossier::Schedule due,
                         party::Payee payee) -> dossier::Budget_line& {
        dossier_.budget_lines.push_back(line(std::move(id), priority, std::move(due)));
        dossier_.budget_lines.back().counterparty = std::move(payee);
        dossier_.budget_lines.back().communication = reference();
        return dossier_.budget_lines.back();
    };
    const std::uint64_t landlord = dice_.below(landlords.size());
    add("rent", Priority::housing,
        schedule(Rhythm::monthly, day_of(1, dice_.between(5, 10)), dice_.between(450, 750)),
        company(landlords[landlord], 40 + landlord));
    add("energy", Priority::energy,
        schedule(Rhythm::monthly, day_of(1, dice_.between(12, 18)), dice_.between(80, 160)),
        company("Energie Voorbeeld", 60));
    add("water", Priority::energy,
        schedule(Rhythm::quarterly, day_of(dice_.between(1, 3), 20), dice_.between(40, 90)),
        company("Waterhuis Voorbeeld", 61));
    dossier::Budget_line& telecom =
        add("telecom", Priority::fixed_cost,
            schedule(Rhythm::monthly, day_of(1, dice_.between(10, 25)), dice_.between(25, 60)),
            company("Telefonie Voorbeeld", 62));
    telecom.payer = dossier::Payer::client; // a direct debit: the bank pays it without a run
    add("insurance", Priority::fixed_cost,
        schedule(Rhythm::quarterly, day_of(dice_.between(1, 3), 15), dice_.between(30, 80)),
        company("Verzekering Voorbeeld", 63));
}

void Household::add_living_money() {
    const bool weekly = dice_.one_in(2);
    dossier_.living_money.push_back(
        {.id = "living",
         .name = "Leefgeld",
         .schedule = weekly ? schedule(Rhythm::weekly, day_of(1, 5), dice_.between(70, 110))
                            : schedule(Rhythm::monthly, day_of(1, 6), dice_.between(300, 450)),
         .account = "main",
         .to = {holder_, dossier_.accounts.back().iban, std::nullopt},
         .communication = "Leefgeld",
         .moves = dossier::Moves::after});
}

void Household::add_pot() {
    dossier_.pots.push_back({.id = "unforeseen",
                             .account = "main",
                             .name = "Onvoorzien",
                             .opening = Money::cents(100'00),
                             .set_aside = schedule(Rhythm::monthly, day_of(1, 28), 25)});
}

void Household::add_creditors() {
    const int count = dice_.between(2, 4);
    for (int i = 0; i < count; ++i) {
        const std::uint64_t creditor = dice_.below(creditors.size());
        const std::string id = fmt::format("creditor{}", i + 1);
        dossier::Claim claim{
            .id = "1",
            .reference = fmt::format("K-{}-{}", dossier_.number, i + 1),
            .origin = "other",
            .stated = office_opening(),
            .principal = Money::cents(dice_.between(600, 9'000) * 100),
            .instalment = dossier::Instalment{.schedule = schedule(Rhythm::monthly,
                                                                   day_of(1, dice_.between(11, 27)),
                                                                   dice_.between(20, 60)),
                                              .account = "main",
                                              .pot = {},
                                              .communication = reference()}};
        dossier_.creditors.push_back({.id = id,
                                      .enterprise_number = {},
                                      .payee = company(creditors[creditor], 80 + creditor),
                                      .collector = {},
                                      .claims = {std::move(claim)}});
    }
}

dossier::Dossier Household::make() {
    const std::string_view family = dice_.one_of(family_names);
    const std::string_view given = dice_.one_of(given_names);
    holder_ = fmt::format("{} {}", family, given);
    dossier_.household.members.push_back({.role = dossier::Member_role::client,
                                          .family_name = std::string(family),
                                          .given_name = std::string(given),
                                          .birth_date = {},
                                          .national_number = {}});
    open_accounts();
    add_incomes();
    add_expenses();
    add_living_money();
    add_pot();
    add_creditors();
    return std::move(dossier_);
}

} // namespace

std::vector<dossier::Dossier> make_office(const Office_size& size) {
    std::vector<dossier::Dossier> office;
    for (std::uint64_t i = 0; i < size.dossiers; ++i) {
        office.push_back(Household(i, size.seed).make());
    }
    return office;
}

Date office_opening() {
    return *Date::of(2025, 12, 31);
}

} // namespace saldo::test
