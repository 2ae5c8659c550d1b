#pragma once

#include "payments/pain001/context.hpp"
#include "payments/pain001/message.hpp"

#include <string>

/// A small file with every kind of transfer, and a context in which it may leave without a word.
/// People, firms and accounts are invented; the check digits are right.
namespace saldo::test {

inline Date day(int year, int month, int date) {
    return *Date::of(year, month, date);
}

inline Iban iban(const std::string& text) {
    return *party::parse_iban(text);
}

inline const std::string mieke_account = "BE11091009876548";
inline const std::string ayse_account = "BE97091009876649";
inline const std::string landlord_account = "BE07363001234566";
inline const std::string water_account = "BE07001006789066";
inline const std::string bailiff_account = "BE56063001111188";
inline const std::string swiss_account = "CH0700700110000987654";

inline payments::pain001::Transfer transfer(const std::string& id,
                                            std::int64_t cents,
                                            const std::string& payee,
                                            const std::string& account,
                                            party::Remittance remittance) {
    return {id,           Money::cents(cents),   payee, iban(account), std::nullopt,
            std::nullopt, std::move(remittance), ""};
}

inline payments::pain001::Message sample_message() {
    using payments::pain001::Address;
    using payments::pain001::Block;
    auto rent = transfer("R2026-0007-000001", 74'500, "Woonhuis Klaver", landlord_account,
                         *party::parse_ogm("410026553771"));
    rent.purpose = "RENT";
    auto water = transfer("R2026-0007-000002", 6'215, "Waterbedrijf Leie", water_account,
                          *party::parse_creditor_reference("RF78WATER2026Q4"));
    auto bailiff = transfer("R2026-0007-000003", 9'000, "Gerechtsdeurwaarder Claes",
                            bailiff_account, std::string("Dossier 26/4471 schijf 3 van 12"));
    bailiff.payee_address = Address{"", "", "9000", "Gent", "BE", {"Kerkstraat 12 bus 3"}};
    auto swiss = transfer("R2026-0007-000004", 1, "Pension Alpenrose", swiss_account,
                          std::string("Kamer 4"));
    swiss.payee_bank = *party::parse_bic("ZKBKCHZZ80A");
    swiss.payee_address = Address{"Seeweg", "7", "8001", "Zurich", "CH", {}};
    Block mieke{"R2026-0007-P0001",
                day(2026, 12, 1),
                "Jansens Mieke",
                iban(mieke_account),
                *party::parse_bic("GKCCBEBB"),
                std::nullopt,
                false,
                "",
                {rent, water}};
    Block ayse{"R2026-0007-P0002",
               day(2026, 12, 8),
               "Ozturk Ayse",
               iban(ayse_account),
               std::nullopt,
               Address{"Dorpsplein", "1", "9800", "Deinze", "BE", {}},
               false,
               "",
               {bailiff, swiss}};
    return {"R2026-0007",
            day(2026, 11, 23),
            "00:00:00",
            "OCMW Klaverveld",
            *party::parse_enterprise_number("0234567873"),
            {mieke, ayse}};
}

inline payments::pain001::Context sample_context() {
    using payments::pain001::Debtor_account;
    using payments::pain001::Payee_account;
    using payments::pain001::Standing;
    payments::pain001::Context context{day(2026, 11, 23),
                                       day(2027, 1, 2),
                                       {},
                                       {},
                                       [](std::string_view) { return false; },
                                       {},
                                       {},
                                       5,
                                       {}};
    context.debtors = {
        {iban(mieke_account),
         Debtor_account{
             "Jansens Mieke", true, Standing::active, {{day(2026, 12, 1), Money::cents(80'715)}}}},
        {iban(ayse_account), Debtor_account{"Öztürk Ayşe", true, Standing::active, {}}}};
    for (const auto& account : {landlord_account, water_account, bailiff_account, swiss_account}) {
        context.payees[iban(account)] =
            Payee_account{Payee_account::History::known, true, Standing::active};
    }
    context.belgian_banks.emplace();
    for (const std::size_t bank : {91U, 363U, 1U, 63U}) {
        context.belgian_banks->set(bank);
    }
    return context;
}

} // namespace saldo::test
