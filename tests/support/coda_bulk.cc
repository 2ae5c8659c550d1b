#include "support/coda_bulk.hpp"

#include "bank/coda/write.hpp"
#include "base/invariant.hpp"
#include "party/reference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace saldo::test {

namespace {

using Kind = bank::Communication::Kind;

constexpr std::uint64_t movements_of_account = 500;
constexpr int movements_min = 50; ///< of a statement
constexpr int movements_max = 450;
constexpr std::uint64_t companies = 997;

constexpr std::array names{
    "AERTS ANKE",           "BAKKERIJ DE KORST",  "SOCIALE HUISVESTING VOORBEELD",
    "CLAEYS BRAM",          "POETSDIENST HELDER", "WATERMAATSCHAPPIJ NOORD",
    "ZIEKENHUIS TER LINDE", "KREDIET VOORBEELD",  "PENSIOENKAS VOORBEELD",
    "ENERGIE LINDELAAN BV"};
constexpr std::array accented{"ZOË CLAEYS", "CAFÉ DE BRUG", "FRANÇOISE BOGAERT"};
constexpr std::array vocabulary{"HUUR",     "FACTUUR", "MAART",     "AFREKENING", "WATER",  "NR",
                                "2026",     "DOSSIER", "AFLOSSING", "SALARIS",    "KLANT",  "VOOR",
                                "LEEFGELD", "ENERGIE", "SCHIJF",    "12",         "ZIEKTE", "EN"};
constexpr std::array bics{"KREDBEBB", "GEBABEBB", "GKCCBEBB", "BBRUBEBB"};
constexpr std::array purposes{"SALA", "RENT", "SUPP", "PENS"};

Iban account_number(int bank, std::uint64_t serial) {
    const std::uint64_t base = static_cast<std::uint64_t>(bank) * 10'000'000 + serial;
    const std::uint64_t check = base % 97 == 0 ? 97 : base % 97;
    return *party::iban_of_belgian_number(fmt::format("{:010}{:02}", base, check));
}

bank::Amount cents(std::int64_t count) {
    return bank::Amount::units(count * bank::Amount::units_per_cent);
}

} // namespace

Coda_bulk::Coda_bulk(Bulk_size size) : size_(size), dice_(size.seed), left_(size.movements) {
    const std::uint64_t accounts =
        std::max<std::uint64_t>(1, size.movements / movements_of_account);
    for (std::uint64_t i = 0; i < accounts; ++i) {
        accounts_.push_back({account_number(733, 1'000 + i), cents(dice_.between(0, 900'000)),
                             *Date::of(2026, 1, 2), 0});
    }
    for (std::uint64_t i = 0; i < companies; ++i) {
        others_.push_back(account_number(363, 5'000 + 17 * i));
    }
}

std::string_view Coda_bulk::words(std::size_t length) {
    std::string text;
    while (text.size() < length) {
        text.append(dice_.one_of(vocabulary)).append(" ");
    }
    text.resize(length);
    text.back() = 'X';
    return keep(std::move(text));
}

void Coda_bulk::add_communication(bank::Movement& movement) {
    constexpr std::uint64_t payload_limit = 10'000'000'000;
    const auto ogm = party::ogm_of_payload(dice_.below(payload_limit));
    const std::uint64_t share = dice_.below(100);
    if (share < 40) {
        movement.communication = {Kind::ogm, "101", keep(ogm.digits()), {}};
    } else if (share < 45) {
        movement.communication = {Kind::free, "", keep(party::format(ogm)), {}};
    } else if (share < 75) {
        const auto length = static_cast<std::size_t>(dice_.between(8, 53));
        movement.communication = {Kind::free, "", words(length), {}};
    } else if (share < 85) {
        const auto length = static_cast<std::size_t>(dice_.between(54, 140));
        movement.communication = {Kind::free, "", words(length), {}};
    } else if (movement.amount < bank::Amount()) {
        movement.mandate_id = keep(fmt::format("M-{:08}", dice_.below(100'000'000)));
        movement.creditor_id = keep(
            fmt::format("BE{:02}ZZZ0{:09}", dice_.between(10, 97), dice_.below(1'000'000'000)));
        movement.communication = {Kind::free, "", words(20), {}};
    }
}

void Coda_bulk::add_details(bank::Statement& statement, bank::Movement& total) {
    total.details.first = static_cast<std::uint32_t>(statement.details.size());
    total.details.count = 3;
    bank::Movement detail = total;
    detail.details = detail.information = {};
    detail.transaction_code = total.amount < bank::Amount() ? "50101000" : "60150000";
    bank::Amount left = total.amount;
    for (std::uint32_t i = 0; i < total.details.count; ++i) {
        const bool is_last = i + 1 == total.details.count;
        detail.amount = is_last ? left : bank::Amount::units(left.units() / 2'000 * 1'000);
        detail.end_to_end_id = keep(fmt::format("RUN{}-{}", statements_, dice_.below(100'000)));
        left = left - detail.amount;
        statement.details.push_back(detail);
    }
}

void Coda_bulk::add_movement(bank::Statement& statement, Account& account) {
    bank::Movement movement;
    const bool is_income = dice_.one_in(4);
    const int amount = is_income ? dice_.between(50'00, 2'500'00) : -dice_.between(1'00, 650'00);
    const bool is_total = dice_.one_in(400);
    const bool is_card = !is_total && dice_.one_in(30);
    movement.amount = cents(amount);
    movement.booking_date = statement.opening_date->plus_days(
        1 + static_cast<std::int32_t>(3 * statement.movements.size() / movements_max));
    movement.value_date = movement.booking_date;
    movement.bank_reference =
        keep(fmt::format("{:013}OL{:06}", dice_.below(10'000'000'000'000), dice_.below(1'000'000)));
    movement.transaction_code = is_card     ? "00402000"
                                : is_total  ? (is_income ? "20150000" : "10101000")
                                : is_income ? "00150000"
                                            : "00101000";
    if (!is_card) {
        const bool has_accent = size_.one_accented_in > 0 && dice_.one_in(size_.one_accented_in);
        movement.counterparty.name = has_accent ? dice_.one_of(accented) : dice_.one_of(names);
        movement.counterparty.account = dice_.one_of(others_).text();
        movement.counterparty.bic = dice_.one_of(bics);
        movement.end_to_end_id =
            keep(fmt::format("E2E-{}-{:08}", statements_, dice_.below(100'000'000)));
        movement.purpose = dice_.one_in(5) ? dice_.one_of(purposes) : "";
        add_communication(movement);
    }
    if (is_total) {
        add_details(statement, movement);
    } else if (!is_card && dice_.one_in(3)) {
        movement.information = {static_cast<std::uint32_t>(statement.information.size()), 1};
        const auto street =
            fmt::format("{:<70}{:<35}9000 GENT", movement.counterparty.name, "KERKSTRAAT 12");
        statement.information.push_back(dice_.one_in(3) ? bank::Information{"001", keep(street), 0}
                                                        : bank::Information{"", words(60), 0});
    }
    account.balance += movement.amount;
    statement.movements.push_back(movement);
}

std::string Coda_bulk::next() {
    if (left_ == 0) {
        return {};
    }
    file_ = {};
    Account& account = accounts_[statements_ % accounts_.size()];
    const auto count = std::min<std::uint64_t>(
        left_, static_cast<std::uint64_t>(dice_.between(movements_min, movements_max)));
    left_ -= count;
    ++statements_;
    bank::Statement statement;
    statement.account = account.iban.text();
    statement.currency = "EUR";
    statement.holder = "OCMW VOORBEELDEGEM";
    statement.description = "BUDGETREKENING";
    statement.bank_bic = "VOORBEBB";
    statement.number = statement.paper_number = ++account.number;
    statement.opening_date = account.closing_date;
    statement.opening = account.balance;
    account.closing_date = account.closing_date.plus_days(4);
    statement.closing_date = statement.creation_date = account.closing_date;
    for (std::uint64_t i = 0; i < count; ++i) {
        add_movement(statement, account);
    }
    statement.closing = account.balance;
    auto written = bank::coda::write(std::span(&statement, 1));
    invariant(written.has_value(), "what the bank writes fits in a CODA file");
    constexpr std::size_t more_files = 3; // the last character before CRLF: another follows
    (*written)[written->size() - more_files] = left_ == 0 ? '2' : '1';
    return *std::move(written);
}

std::string Coda_bulk::rest() {
    constexpr std::uint64_t bytes_of_movement = 470;
    std::string bytes;
    bytes.reserve(left_ * bytes_of_movement);
    for (std::string part = next(); !part.empty(); part = next()) {
        bytes += part;
    }
    return bytes;
}

} // namespace saldo::test
