// Goal: a document is read whole and written back byte for byte. Method: a sample that uses every
// field; nlohmann's own printer as the judge of the layout; the schema's word lists against the
// names in the code.
#include "dossier/document.hpp"
#include "dossier/names.hpp"
#include "dossier/schema.hpp"
#include "support/sample_dossier.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>

using namespace saldo;
using test::sample_dossier;

namespace {

std::string told(const Result<dossier::Dossier>& read) {
    std::string text;
    if (!read) {
        for (const Finding& finding : read.error().findings()) {
            text += std::string(finding.code.text) + " at " + finding.where.place;
            for (const Param& param : finding.params) {
                text += " " + param.name + "=" + param.value;
            }
            text += "\n";
        }
    }
    return text;
}

std::set<std::string> words_of_schema(const char* pointer) {
    const auto schema = nlohmann::json::parse(dossier::schema_text());
    return schema.at(nlohmann::json::json_pointer(pointer)).get<std::set<std::string>>();
}

template <class Enum> std::set<std::string> words_of() {
    std::set<std::string> words;
    for (const auto& row : dossier::Names<Enum>::all) {
        CHECK(dossier::name(row.value) == row.name);
        words.emplace(row.name);
    }
    return words;
}

std::set<std::string> words_of(std::span<const std::string_view> words) {
    return {words.begin(), words.end()};
}

} // namespace

TEST_CASE("the sample is read") {
    const auto read = dossier::read_document(sample_dossier);
    CHECK(told(read) == "");
    REQUIRE(read.has_value());
    CHECK(read->number == "2026-0012");
    CHECK(read->household.members.at(0).given_name == "Renée \"Né\"");
    CHECK(read->household.members.at(1).national_number->born_from_2000());
    CHECK(read->accounts.at(0).opening->balance == Money::cents(152'040));
    CHECK(read->accounts.at(0).overdraft == Money::cents(10'000));
    CHECK(read->accounts.at(2).overdraft == Money::zero());
    CHECK(read->accounts.at(0).warn_below == Money::cents(5'000));
    CHECK(read->accounts.at(2).warn_below == Money::zero());
    CHECK(read->budget_lines.at(0).margin_share == money::Rate::of(1, 20));
    CHECK_FALSE(read->budget_lines.at(1).margin_share.has_value());
    CHECK(read->pots.at(0).set_aside->period.last() == Date::of(2026, 12, 31));
    CHECK(read->budget_lines.at(0).margin == Money::cents(15'000));
    CHECK(std::get<Ogm>(read->budget_lines.at(1).communication).digits() == "020260001289");
    CHECK(std::get<Creditor_reference>(read->budget_lines.at(2).communication).text() ==
          "RF602026001");
    CHECK(read->budget_lines.at(2).payer == dossier::Payer::client);
    CHECK(read->living_money.at(0).moves == dossier::Moves::after);
    CHECK(balance(read->creditors.at(0).claims.at(0)) == Money::cents(55'235));
    const dossier::Claim& claim = read->creditors.at(0).claims.at(1);
    CHECK_FALSE(claim.instalment.has_value());
    CHECK(claim.contract->late_rate->value == money::Rate::of(1, 8));
    CHECK(claim.contract->credit->apr->value == money::Rate::of(1'199, 10'000));
    CHECK(claim.contract->credit->missed == "3");
    CHECK(claim.interest_stops.at(0).period.last() == Date::of(2026, 8, 31));
    CHECK(claim.items.at(1).kind == dossier::Item_kind::bailiff_act);
    CHECK_FALSE(claim.letters.at(1).way.has_value());
    CHECK(claim.waivers.at(0).part == law::Debt_part::costs);
    CHECK(claim.history.at(0).reason.empty());
    CHECK(claim.decisions.at(0).reduce_to == Money::cents(5'000));
}

TEST_CASE("what is written is what was read, byte for byte, by both readers") {
    const auto read = dossier::read_document(sample_dossier);
    REQUIRE(read.has_value());
    CHECK(dossier::write_document(*read) == sample_dossier);
    const auto stored = dossier::read_canonical(sample_dossier);
    REQUIRE(stored.has_value());
    CHECK(*stored == *read);
}

TEST_CASE("the layout is that of a common JSON printer with two spaces") {
    const auto read = dossier::read_document(sample_dossier);
    REQUIRE(read.has_value());
    dossier::Dossier few = *read;
    few.pots.clear();
    few.budget_lines.clear();
    few.household.members.front().family_name = "O'Brien \\ \"x\" ž€";
    for (const dossier::Dossier& dossier : {*read, few}) {
        const std::string text = dossier::write_document(dossier);
        CHECK(nlohmann::ordered_json::parse(text).dump(2) + "\n" == text);
    }
}

TEST_CASE("the order of fields in a document does not matter") {
    const std::string sorted = nlohmann::json::parse(sample_dossier).dump();
    const auto read = dossier::read_document(sorted);
    CHECK(told(read) == "");
    REQUIRE(read.has_value());
    CHECK(dossier::write_document(*read) == sample_dossier);
}

TEST_CASE("the schema and the code have the same words") {
    using namespace dossier;
    CHECK(words_of_schema("/definitions/priority/enum") == words_of<Priority>());
    CHECK(words_of_schema("/definitions/moves/enum") == words_of<Moves>());
    CHECK(words_of_schema("/definitions/member/properties/role/enum") == words_of<Member_role>());
    CHECK(words_of_schema("/definitions/mandate/properties/kind/enum") == words_of<Mandate_kind>());
    CHECK(words_of_schema("/definitions/account/properties/kind/enum") == words_of<Account_kind>());
    CHECK(words_of_schema("/definitions/mandate/properties/mediator/enum") == words_of<Mediator>());
    CHECK(words_of_schema("/definitions/help_stop/enum") == words_of<Help_stop>());
    CHECK(words_of_schema("/definitions/aftercare_check/properties/outcome/enum") ==
          words_of<Aftercare_outcome>());
    CHECK(words_of_schema("/definitions/consent/enum") == words_of<Consent>());
    CHECK(words_of_schema("/definitions/rung_move/properties/kind/enum") == words_of<Move_kind>());
    CHECK(words_of_schema("/definitions/goal_end/properties/outcome/enum") ==
          words_of<Goal_outcome>());
    CHECK(words_of_schema("/definitions/evaluation/properties/conclusion/enum") ==
          words_of<Conclusion>());
    CHECK(words_of_schema("/definitions/budget_line/properties/direction/enum") ==
          words_of<Direction>());
    CHECK(words_of_schema("/definitions/budget_line/properties/payer/enum") == words_of<Payer>());
    CHECK(words_of_schema("/definitions/household/properties/kind/enum") ==
          words_of(household_kinds));
    CHECK(words_of_schema("/definitions/household/properties/language/enum") ==
          words_of(languages));
    CHECK(words_of_schema("/definitions/worker/properties/role/enum") == words_of(worker_roles));
    CHECK(words_of_schema("/definitions/claim/properties/origin/enum") == words_of(claim_origins));
    CHECK(words_of_schema("/definitions/claim/properties/privilege/enum") ==
          words_of(claim_privileges));
    CHECK(words_of_schema("/definitions/credit/properties/kind/enum") ==
          words_of<law::Credit_kind>());
    CHECK(words_of_schema("/definitions/contract/properties/regime/enum") == words_of<Regime>());
    CHECK(words_of_schema("/definitions/contract/properties/penalty/enum") ==
          words_of<Penalty_clause>());
    CHECK(words_of_schema("/definitions/contract/properties/public_debt/enum") ==
          words_of<law::Public_debt>());
    CHECK(words_of_schema("/definitions/title/properties/kind/enum") == words_of<Title_kind>());
    CHECK(words_of_schema("/definitions/bound_party/properties/role/enum") == words_of<Bound_as>());
    CHECK(words_of_schema("/definitions/item/properties/kind/enum") == words_of<Item_kind>());
    CHECK(words_of_schema("/definitions/interest_rule/properties/source/enum") ==
          words_of<Interest_source>());
    CHECK(words_of_schema("/definitions/interest_stop/properties/reason/enum") ==
          words_of<Stop_reason>());
    CHECK(words_of_schema("/definitions/letter/properties/kind/enum") == words_of<Letter_kind>());
    CHECK(words_of_schema("/definitions/letter/properties/way/enum") == words_of<Sent_as>());
    CHECK(words_of_schema("/definitions/waiver/properties/part/enum") ==
          words_of<law::Debt_part>());
    CHECK(words_of_schema("/definitions/transfer/properties/kind/enum") ==
          words_of<Transfer_kind>());
    CHECK(words_of_schema("/definitions/status_change/properties/status/enum") ==
          words_of<Claim_status>());
    CHECK(words_of_schema("/definitions/verdict/enum") == words_of<Verdict_kind>());
    for (const std::string& word : words_of_schema("/definitions/rhythm/enum")) {
        CHECK(calendar::rhythm_from(word).has_value());
    }
}
