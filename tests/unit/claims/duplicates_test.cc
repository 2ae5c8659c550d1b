// Goal: one debt that two creditors ask is told, two debts are not. Method: a pair of claims that
// differ in all, made alike step by step.
#include "case.hpp"
#include "claims/codes.hpp"
#include "claims/duplicates.hpp"

using namespace saldo;
using test::day;

namespace {

/// A shop and who collects for it, with claims that have nothing in common.
dossier::Dossier two_creditors() {
    auto dossier = dossier::blank<dossier::Dossier>();
    dossier.number = "2026-101";
    dossier::Claim shop = test::claim_of("2025-01-01", "100.00");
    shop.reference = "S-1";
    shop.due = day("2024-11-01");
    shop.contract.emplace().date = day("2024-06-01");
    dossier::Claim collector = test::claim_of("2025-02-01", "101.00");
    collector.reference = "C-9";
    collector.origin = "energy";
    collector.due = day("2024-12-01");
    collector.contract.emplace().date = day("2024-07-01");
    dossier.creditors = {{"shop", {}, {}, {}, {shop}}, {"collector", {}, {}, {}, {collector}}};
    return dossier;
}

std::string told(const dossier::Dossier& dossier) {
    std::string text;
    for (const Finding& finding : claims::possible_duplicates(dossier, test::day("2026-01-01"))) {
        CHECK(finding.code == claims::possible_duplicate);
        CHECK(finding.where.place == "2026-101");
        text += finding.params.at(0).value + " " + finding.params.at(1).value + "\n";
    }
    return text;
}

struct Row {
    const char* name;
    void (*change)(dossier::Claim& shop, dossier::Claim& collector);
    bool is_told;
};

void share_sum(dossier::Claim& shop, dossier::Claim& collector) {
    collector.origin = shop.origin;
    collector.principal = shop.principal;
}

const Row rows[] = {
    {"nothing in common", [](auto&, auto&) {}, false},
    {"a reference", [](auto& shop, auto& collector) { collector.reference = shop.reference; },
     true},
    {"no reference at all",
     [](auto& shop, auto& collector) {
         shop.reference.clear();
         collector.reference.clear();
     },
     false},
    {"the reference before a transfer",
     [](auto&, auto& collector) {
         collector.transfers = {
             {day("2025-01-15"), dossier::Transfer_kind::collection, "Shop", "S-1"}};
     },
     true},
    {"origin and principal", share_sum, false},
    {"origin, principal and statement",
     [](auto& shop, auto& collector) {
         share_sum(shop, collector);
         collector.stated = shop.stated;
     },
     true},
    {"origin, principal and day unpaid since",
     [](auto& shop, auto& collector) {
         share_sum(shop, collector);
         collector.due = shop.due;
     },
     true},
    {"origin, principal and contract",
     [](auto& shop, auto& collector) {
         share_sum(shop, collector);
         collector.contract = shop.contract;
     },
     true},
    {"origin, principal and no days",
     [](auto& shop, auto& collector) {
         share_sum(shop, collector);
         shop.due.reset();
         collector.due.reset();
         shop.contract.reset();
         collector.contract.reset();
     },
     false},
    {"another principal",
     [](auto& shop, auto& collector) {
         share_sum(shop, collector);
         collector.stated = shop.stated;
         collector.principal += Money::cents(1);
     },
     false},
    {"another origin",
     [](auto& shop, auto& collector) {
         share_sum(shop, collector);
         collector.stated = shop.stated;
         collector.origin = "rent";
     },
     false},
    {"no principal",
     [](auto& shop, auto& collector) {
         share_sum(shop, collector);
         collector.stated = shop.stated;
         shop.principal = Money::zero();
         collector.principal = Money::zero();
     },
     false},
    {"a reference, but the first one was transferred",
     [](auto& shop, auto& collector) {
         collector.reference = shop.reference;
         shop.history = {{day("2025-12-31"), dossier::Claim_status::transferred, "", "an"}};
     },
     false},
    {"a reference, and the transfer is not there yet",
     [](auto& shop, auto& collector) {
         collector.reference = shop.reference;
         shop.history = {{day("2026-01-02"), dossier::Claim_status::transferred, "", "an"}};
     },
     true}};

} // namespace

TEST_CASE("claims that may be one debt") {
    for (const Row& row : rows) {
        CAPTURE(std::string(row.name));
        dossier::Dossier dossier = two_creditors();
        row.change(dossier.creditors[0].claims[0], dossier.creditors[1].claims[0]);
        CHECK(told(dossier) == (row.is_told ? "shop/1 collector/1\n" : ""));
    }
}

TEST_CASE("claims of one creditor are told apart by him") {
    dossier::Dossier dossier = two_creditors();
    dossier.creditors.pop_back();
    dossier.creditors[0].claims.push_back(dossier.creditors[0].claims[0]);
    dossier.creditors[0].claims.back().id = "2";
    CHECK(told(dossier) == "");
}
