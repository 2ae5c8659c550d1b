// Goal: a policy is read as it stands, or refused with each fault and its place. Method: the
// shipped policy and one that uses every field, then one fault at a time.
#include "payments/codes.hpp"
#include "payments/policy_document.hpp"
#include "support/changed_text.hpp"
#include "support/document_faults.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace saldo;
using namespace saldo::payments;

namespace {

const std::string full = R"({
  "schema": "saldo/policy/1",
  "name": "Besluit 2026/7",
  "signed_approvals": false,
  "roles": [
    {
      "role": "head",
      "users": [
        "jo",
        "lies"
      ]
    }
  ],
  "rights": [
    {
      "act": "approve",
      "users": [
        "bram"
      ],
      "roles": [
        "head"
      ]
    }
  ],
  "controls": {
    "above_plan": {
      "margin": "10.00",
      "margin_share": "1/20"
    },
    "ceiling": "1000.00",
    "closing_balance": "-50.00",
    "savings_withdrawal": "accounts_and_pots",
    "staff_accounts": [
      {
        "user": "an",
        "iban": "BE70096000000425"
      }
    ],
    "shared_payee": {
      "known_from": 5
    },
    "new_beneficiary": true
  },
  "known_payees": [
    {
      "name": "Stroom van Hier",
      "iban": "BE68539007547034"
    }
  ]
}
)";

std::string changed(std::string_view from, std::string_view to) {
    return test::changed(full, from, to);
}

} // namespace

TEST_CASE("what is read is written alike") {
    const auto policy = read_policy(full);
    REQUIRE(policy.has_value());
    CHECK(write_policy(*policy) == full);
    CHECK(read_kept_policy(full).value() == *policy);
    CHECK(policy->controls.closing_balance == Money::cents(-5'000));
    CHECK(policy->controls.known_from == 5);
}

TEST_CASE("the shipped policy is one, and leaves every act to everybody") {
    const auto policy = read_policy(default_policy_text());
    REQUIRE(policy.has_value());
    CHECK(write_policy(*policy) == default_policy_text());
    CHECK(policy->signed_approvals);
    CHECK(policy->controls.new_beneficiary);
    CHECK(may(*policy, "anybody", Act::policy));
}

TEST_CASE("who may do what") {
    const auto policy = read_policy(full);
    REQUIRE(policy.has_value());
    CHECK(may(*policy, "bram", Act::approve));
    CHECK(may(*policy, "lies", Act::approve));
    CHECK_FALSE(may(*policy, "an", Act::approve));
    CHECK(may(*policy, "an", Act::prepare));
    for (const Act act : {Act::prepare, Act::approve, Act::export_run, Act::override_control,
                          Act::beneficiary, Act::user_key, Act::policy}) {
        CHECK(act_from(name(act)) == act);
    }
    CHECK_FALSE(act_from("").has_value());
}

TEST_CASE("each fault has its code and place") {
    const std::vector<test::Document_fault> faults{
        {"", "dossier.not_json", ""},
        {changed("\"schema\"", "\"name\": \"x\", \"schema\""), "dossier.duplicate_key", "/name"},
        {changed("saldo/policy/1", "saldo/policy/2"), "dossier.schema", "/schema"},
        {changed("false", "\"no\""), "dossier.schema", "/signed_approvals"},
        {changed("\"ceiling\"", "\"roof\""), "dossier.schema", "/controls/roof"},
        {changed("1000.00", "1000"), "dossier.schema", "/controls/ceiling"},
        {changed("\"approve\"", "\"dance\""), "dossier.schema", "/rights/0/act"},
        {changed("5\n", "2\n"), "dossier.schema", "/controls/shared_payee/known_from"},
        {changed("BE68539007547034", "BE68539007547035"), "payments.policy_value_wrong",
         "/known_payees/0/iban"},
        {changed("BE70096000000425", "BE71096000000425"), "payments.policy_value_wrong",
         "/controls/staff_accounts/0/iban"},
        {changed("1/20", "2/40"), "payments.policy_value_wrong",
         "/controls/above_plan/margin_share"},
        {changed("        \"head\"\n      ]\n    }\n  ],\n  \"controls\"",
                 "        \"chief\"\n      ]\n    }\n  ],\n  \"controls\""),
         "payments.policy_role_unknown", "/rights/0/roles"},
        {changed("\"rights\": [", "\"rights\": [{\"act\": \"export\"},"),
         "payments.policy_right_of_nobody", "/rights/0"},
        {changed("\"rights\": [", "\"rights\": [{\"act\": \"approve\", \"users\": [\"x\"]},"),
         "payments.policy_said_twice", "/rights/1/act"},
    };
    test::check_faults(faults, read_policy);
}
