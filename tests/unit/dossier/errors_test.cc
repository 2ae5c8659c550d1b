// Goal: every fault of a document is found, with its code and place, and nothing about a person is
// told. Method: one change to the sample per row.
#include "calendar/codes.hpp"
#include "dossier/codes.hpp"
#include "dossier/document.hpp"
#include "money/codes.hpp"
#include "party/codes.hpp"
#include "support/sample_dossier.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace saldo;
using test::sample_dossier;

namespace {

struct Row {
    const char* from; ///< text of the sample, its first occurrence is replaced
    const char* to;
    Code code;
    const char* place;
};

std::string changed(const Row& row) {
    std::string text(sample_dossier);
    const std::size_t at = text.find(row.from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, std::string_view(row.from).size(), row.to);
}

std::string told(const Refusal& refusal) {
    std::string text;
    for (const Finding& finding : refusal.findings()) {
        text += std::string(finding.code.text) + " " + finding.where.place + "\n";
    }
    return text;
}

/// The row's fault is the only one found.
void check_only_fault(const Row& row, const Result<dossier::Dossier>& read) {
    CAPTURE(std::string(row.from));
    CAPTURE(std::string(row.to));
    REQUIRE_FALSE(read.has_value());
    CHECK(told(read.error()) == std::string(row.code.text) + " " + row.place + "\n");
}

// Of the form, as the schema says.
constexpr Row against_schema[] = {
    {"saldo/dossier/1", "saldo/dossier/2", dossier::schema, "/schema"},
    {R"("number": "2026-0012")", R"("number": "2026/12")", dossier::schema, "/number"},
    {R"("opened": "2026-01-05",)", "", dossier::schema, ""},
    {R"("opened": "2026-01-05")", R"("opened": "5-1-2026")", dossier::schema, "/opened"},
    {R"("opened": "2026-01-05")", R"("opened": null)", dossier::schema, "/opened"},
    {R"("kind": "single_parent")", R"("kind": "alone")", dossier::schema, "/household/kind"},
    {R"("box": "B")", R"("box": "")", dossier::schema, "/household/address/box"},
    {R"("margin": "150.00")", R"("mandate": "M-1")", dossier::unknown_key,
     "/budget_lines/0/mandate"},
    {R"("payer": "office",)", R"("mandate": "", "payer": "office",)", dossier::schema,
     "/budget_lines/1/mandate"},
    {R"("box": "B")", R"("bus": "B")", dossier::unknown_key, "/household/address/bus"},
    {R"("role": "child")", R"("role": "pet")", dossier::schema, "/household/members/1/role"},
    {R"("balance": "1520.40")", R"("balance": 1520.40)", dossier::schema,
     "/accounts/0/opening/balance"},
    {R"("balance": "1520.40")", R"("balance": "1.520,40")", dossier::schema,
     "/accounts/0/opening/balance"},
    {R"("balance": "1520.40")", R"("balance": "1000000000.00")", dossier::schema,
     "/accounts/0/opening/balance"},
    {R"("overdraft": "100.00")", R"("overdraft": "-100.00")", dossier::schema,
     "/accounts/0/overdraft"},
    {R"("warn_below": "50.00")", R"("warn_below": "-50.00")", dossier::schema,
     "/accounts/0/warn_below"},
    {"1/20", "5%", dossier::schema, "/budget_lines/0/margin_share"},
    {"1/20", "0/20", dossier::schema, "/budget_lines/0/margin_share"},
    {"1/20", "0.05", dossier::schema, "/budget_lines/0/margin_share"},
    {"BE80001000000177", "BE80 0010 0000 0177", dossier::schema, "/accounts/0/iban"},
    {"GEBABEBB", "GEBABEBBX", dossier::schema, "/accounts/0/bic"},
    {R"("direction": "income",)", R"("direction": "income", "payer": "client",)",
     dossier::unknown_key, "/budget_lines/0/payer"},
    {R"(      "priority": "housing",)", "", dossier::schema, "/budget_lines/1"},
    {"020260001289", "+++020/2600/01289+++", dossier::schema, "/budget_lines/1/communication/text"},
    {"RF602026001", "RF60 2026 001", dossier::schema, "/budget_lines/2/communication/text"},
    {R"("kind": "free")", R"("kind": "structured")", dossier::schema,
     "/living_money/0/communication/kind"},
    {"0456789034", "2456789034", dossier::schema, "/creditors/0/enterprise_number"},
    {R"("privilege": "tax")", R"("privilege": "royal")", dossier::schema,
     "/creditors/0/claims/1/privilege"},
    {R"("late_rate": "0.125")", R"("late_rate": "12.5")", dossier::schema,
     "/creditors/0/claims/1/contract/late_rate"},
    {R"("late_rate": "0.125")", R"("late_rate": "0.1250")", dossier::schema,
     "/creditors/0/claims/1/contract/late_rate"},
    {R"("late_rate": "0.125")", R"("late_rate": "0.0000000001")", dossier::schema,
     "/creditors/0/claims/1/contract/late_rate"},
    {R"("late_rate": "0.125")", R"("late_rate": "1/8")", dossier::schema,
     "/creditors/0/claims/1/contract/late_rate"},
    {R"("missed": "3")", R"("missed": "1000")", dossier::schema,
     "/creditors/0/claims/1/contract/credit/missed"},
    {R"("missed": "3")", R"("missed": "")", dossier::schema,
     "/creditors/0/claims/1/contract/credit/missed"},
    {"00a1", "00A1", dossier::schema, "/creditors/0/claims/1/items/1/document"},
    {R"("reason": "Kwijtgescholden na brief")", R"("reason": "")", dossier::schema,
     "/creditors/0/claims/1/waivers/0/reason"},
    {R"("verdict": "reduce")", R"("verdict": "maybe")", dossier::schema,
     "/creditors/0/claims/1/decisions/0/verdict"},
};

// Of what is said.
constexpr Row against_sense[] = {
    {"1/20", "2/40", dossier::wrong_form, "/budget_lines/0/margin_share"},
    {"1/20", "21/20", dossier::wrong_form, "/budget_lines/0/margin_share"},
    {"BE80001000000177", "BE81001000000177", party::iban_check_wrong, "/accounts/0/iban"},
    {"BE80001000000177", "ZZ80001000000177", party::iban_country_unknown, "/accounts/0/iban"},
    {"GEBABEBB", "GEBAB1BB", dossier::schema, "/accounts/0/bic"},
    {"85073003328", "85073003329", party::national_number_check_wrong,
     "/household/members/0/national_number"},
    {"020260001289", "020260001288", party::ogm_check_wrong, "/budget_lines/1/communication/text"},
    {"RF602026001", "RF612026001", party::creditor_reference_check_wrong,
     "/budget_lines/2/communication/text"},
    {"0456789034", "0456789035", party::enterprise_number_check_wrong,
     "/creditors/0/enterprise_number"},
    {R"("opened": "2026-01-05")", R"("opened": "2026-02-29")", calendar::not_a_date, "/opened"},
    {R"("until": "2027-01-04")", R"("until": "2026-01-04")", calendar::empty_range,
     "/mandates/0/until"},
    {R"("street": "Wilgenlaan")", R"("street": " Wilgenlaan")", dossier::not_clean_text,
     "/household/address/street"},
    {R"("street": "Wilgenlaan")", R"("street": "Wilgen\nlaan")", dossier::not_clean_text,
     "/household/address/street"},
    {R"("street": "Wilgenlaan",)", R"("street": "Wilgenlaan", "street": "Beukenlaan",)",
     dossier::duplicate_key, "/household/address/street"},
    {R"("closed": "2029-12-31")", R"("closed": "2026-01-04")", dossier::closed_too_early,
     "/closed"},
    {R"("role": "client")", R"("role": "partner")", dossier::no_client, "/household/members"},
    {R"("id": "card")", R"("id": "main")", dossier::duplicate_id, "/accounts/1/id"},
    {"BE35063000000237", "BE80001000000177", dossier::duplicate_iban, "/accounts/1/iban"},
    {R"("id": "unforeseen")", R"("id": "school")", dossier::duplicate_id, "/pots/1/id"},
    {R"("id": "school_bill")", R"("id": "rent")", dossier::duplicate_id, "/budget_lines/2/id"},
    {R"("id": "2025-18")", R"("id": "2025-17")", dossier::duplicate_id, "/creditors/0/claims/1/id"},
    {R"("kind": "savings")", R"("kind": "living_money")", dossier::opening_not_wanted,
     "/accounts/2/opening"},
    {R"("kind": "living_money")", R"("kind": "budget")", dossier::opening_missing,
     "/accounts/1/opening"},
    {R"("balance": "1520.40")", R"("balance": "19.99")", dossier::pots_exceed_opening,
     "/accounts/0/opening/balance"},
    {R"("overdraft": "100.00")", R"("closed": "2026-01-30")", dossier::closed_too_early,
     "/accounts/0/closed"},
    {R"("account": "reserve")", R"("account": "nowhere")", dossier::unknown_account,
     "/pots/1/account"},
    {R"("account": "reserve")", R"("account": "card")", dossier::account_not_managed,
     "/pots/1/account"},
    {R"("pot": "school")", R"("pot": "holiday")", dossier::unknown_pot, "/budget_lines/2/pot"},
    {R"("pot": "school")", R"("pot": "unforeseen")", dossier::pot_of_other_account,
     "/budget_lines/2/pot"},
    {R"("amount": "650.00")", R"("amount": "0.00")", dossier::amount_not_positive,
     "/budget_lines/1/schedule/amount"},
    {R"("rhythm": "quarterly")", R"("rhythm": "quarterly", "rhythm": "once")",
     dossier::duplicate_key, "/budget_lines/2/schedule/rhythm"},
    {R"("anchor": "2026-03-15")", R"("anchor": "2027-07-01")", dossier::never_due,
     "/budget_lines/2/schedule"},
    {R"("amount": "1000.00")", R"("amount": "0.00")", dossier::amount_not_positive,
     "/creditors/0/claims/1/contract/credit/amount"},
    {R"("total_payable": "1180.40")", R"("total_payable": "0.00")", dossier::amount_not_positive,
     "/creditors/0/claims/1/contract/credit/total_payable"},
    {R"("ended": "2025-09-01")", R"("ended": "2024-04-30")", dossier::date_too_early,
     "/creditors/0/claims/1/contract/credit/ended"},
    {R"("amount": "31.20")", R"("amount": "0.00")", dossier::amount_not_positive,
     "/creditors/0/claims/1/items/1/amount"},
    {R"("amount": "10.00")", R"("amount": "0.00")", dossier::amount_not_positive,
     "/creditors/0/claims/1/payments/0/amount"},
    {R"("amount": "1.20")", R"("amount": "0.00")", dossier::amount_not_positive,
     "/creditors/0/claims/1/waivers/0/amount"},
    {R"("from": "2026-01-31")", R"("from": "2026-01-14")", dossier::date_too_early,
     "/creditors/0/claims/1/interest_rule/from"},
    {R"(            "rate": "0.125",)", "", dossier::rate_missing,
     "/creditors/0/claims/1/interest_rule"},
    {R"("source": "agreed")", R"("source": "civil")", dossier::rate_not_wanted,
     "/creditors/0/claims/1/interest_rule/rate"},
    {R"("until": "2026-08-31")", R"("until": "2026-05-31")", calendar::empty_range,
     "/creditors/0/claims/1/interest_stops/0/until"},
    {R"("date": "2026-03-02")", R"("date": "2026-01-15")", dossier::items_exceed_stated,
     "/creditors/0/claims/1/costs"},
    {R"("principal": "75.00")", R"("principal": "74.99")", dossier::items_exceed_stated,
     "/creditors/0/claims/1/principal"},
    {R"("date": "2026-02-03")", R"("date": "2026-01-19")", dossier::date_too_early,
     "/creditors/0/claims/1/history/1/date"},
    {R"("by": "Vandenbeispiel J.")", R"("by": " Vandenbeispiel J.")", dossier::not_clean_text,
     "/creditors/0/claims/1/payments/0/by"},
};

} // namespace

TEST_CASE("faults of form") {
    for (const Row& row : against_schema) {
        check_only_fault(row, dossier::read_document(changed(row)));
    }
}

TEST_CASE("faults of sense") {
    for (const Row& row : against_sense) {
        check_only_fault(row, dossier::read_document(changed(row)));
    }
}

TEST_CASE("all faults are listed at once, form and values together") {
    std::string text(sample_dossier);
    const auto replace = [&](std::string_view from, std::string_view to) {
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
    };
    replace(R"("language": "nl")", R"("language": "xx", "one": 1, "two": [{}])");
    replace("BE80001000000177", "BE81001000000177");
    replace("1520.40", "1520,40");
    replace(R"("user": "an",)", "");
    const auto read = dossier::read_document(text);
    REQUIRE_FALSE(read.has_value());
    CHECK(told(read.error()) == "dossier.schema /accounts/0/opening/balance\n"
                                "dossier.schema /household/language\n"
                                "dossier.schema /workers/0\n"
                                "dossier.unknown_key /household/one\n"
                                "dossier.unknown_key /household/two\n"
                                "party.iban_check_wrong /accounts/0/iban\n");
}

TEST_CASE("faults of what the whole says are listed together") {
    std::string text(sample_dossier);
    for (std::size_t at = 0; (at = text.find(R"("account": "main")", at)) != std::string::npos;) {
        text.replace(at, 17, R"("account": "none")");
    }
    const auto read = dossier::read_document(text);
    REQUIRE_FALSE(read.has_value());
    // The pot's account is wrong as well, so its line still agrees with it.
    CHECK(told(read.error()) == "dossier.unknown_account /pots/0/account\n"
                                "dossier.unknown_account /budget_lines/0/account\n"
                                "dossier.unknown_account /budget_lines/1/account\n"
                                "dossier.unknown_account /budget_lines/2/account\n"
                                "dossier.unknown_account /living_money/0/account\n"
                                "dossier.unknown_account "
                                "/creditors/0/claims/0/instalment/account\n");
}

TEST_CASE("a bill that cannot be paid is told with its place") {
    struct Wrong {
        std::string before;
        std::string after;
        std::string told;
    };

    const std::string good =
        R"(, "bills": [{"id": "1", "name": "Water", "category": "water", "priority": "fixed_cost",
            "due": "2026-03-10", "amount": "80.00", "account": "main",
            "payee": {"name": "Waterbedrijf"}, "moves": "before", "claim": "energy/2025-17",
            "document": ")" +
        std::string(64, 'a') + R"("}]})";
    const auto with = [](std::string bills) {
        std::string text(test::sample_dossier);
        return text.replace(text.rfind('}'), 1, bills);
    };
    REQUIRE(dossier::read_document(with(good)).has_value());
    const std::vector<Wrong> cases{
        {"80.00", "0.00", "dossier.amount_not_positive /bills/0/amount\n"},
        {"\"main\"", "\"none\"", "dossier.unknown_account /bills/0/account\n"},
        {"2026-03-10", "2020-03-10", "dossier.bill_is_due_before_book /bills/0/due\n"},
        {"2026-03-10", "2026-03-20", "dossier.due_twice /bills/0/due\n"}, // of the instalment
        {"2025-17", "none", "dossier.unknown_claim /bills/0/claim\n"},
        {"aaaa", "zzzz", "dossier.schema /bills/0/document\n"}};
    for (const Wrong& wrong : cases) {
        CAPTURE(wrong.told);
        std::string bills = good;
        bills.replace(bills.find(wrong.before), wrong.before.size(), wrong.after);
        const auto read = dossier::read_document(with(bills));
        REQUIRE_FALSE(read.has_value());
        CHECK(told(read.error()) == wrong.told);
    }
}

TEST_CASE("what is no JSON is told with its line") {
    struct Broken {
        const char* text;
        std::uint64_t line;
    };

    for (const Broken& broken :
         {Broken{"", 1}, Broken{"{\n  \"schema\": \n}", 3}, Broken{"{} {}", 1},
          Broken{"{\n\"a\": \"\xff\"}", 2}, Broken{"{\n\"a\": 01}", 2}, Broken{"[1,\n2,]", 2}}) {
        CAPTURE(std::string(broken.text));
        const auto read = dossier::read_document(broken.text);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code() == dossier::not_json);
        CHECK(read.error().first().where.line == broken.line);
        CHECK(read.error().first().params.at(0).name == "byte");
    }
}

TEST_CASE("limits of size and depth") {
    const std::string large = "[" + std::string(1U << 20U, ' ') + "]";
    CHECK(dossier::read_document(large).error().code() == dossier::too_large);
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    CHECK(dossier::read_document(nested(32)).error().code() == dossier::schema);
    CHECK(dossier::read_document(nested(33)).error().code() == dossier::too_deep);
    CHECK(dossier::read_document(nested(500'000)).error().code() == dossier::too_deep);
}

TEST_CASE("long texts do no harm") {
    const std::string digits(1'000'000, '7');
    for (const char* field : {"1520.40", "BE80001000000177", "2026-0012", "Wilgenlaan",
                              "020260001289", "85073003328"}) {
        std::string text(sample_dossier);
        text.replace(text.find(field), std::string_view(field).size(), digits);
        const auto read = dossier::read_document(text);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code() == dossier::schema);
    }
}

TEST_CASE("no finding tells names, numbers of persons or accounts") {
    std::vector<Row> rows(std::begin(against_schema), std::end(against_schema));
    rows.insert(rows.end(), std::begin(against_sense), std::end(against_sense));
    for (const Row& row : rows) {
        const auto read = dossier::read_document(changed(row));
        REQUIRE_FALSE(read.has_value());
        for (const Finding& finding : read.error().findings()) {
            for (const Param& param : finding.params) {
                CAPTURE(std::string(row.from));
                for (const char* secret : {"850730", "Vandenbeispiel", "Wilgen", "00100000"}) {
                    CHECK(param.value.find(secret) == std::string::npos);
                }
            }
        }
    }
}

TEST_CASE("the reader of stored documents finds faults of form without the schema") {
    const Row rows[] = {
        {R"("privilege": "tax")", R"("privilege": "royal")", dossier::wrong_form,
         "/creditors/0/claims/1/privilege"},
        {R"("late_rate": "0.125")", R"("late_rate": "10")", dossier::wrong_form,
         "/creditors/0/claims/1/contract/late_rate"},
        {R"("late_rate": "0.125")", R"("late_rate": "-0.125")", dossier::wrong_form,
         "/creditors/0/claims/1/contract/late_rate"},
        {R"("late_rate": "0.125")", R"("late_rate": "0.1250")", dossier::wrong_form,
         "/creditors/0/claims/1/contract/late_rate"},
        {R"("late_rate": "0.125")", R"("late_rate": "0.0000000001")", dossier::wrong_form,
         "/creditors/0/claims/1/contract/late_rate"},
        {R"("late_rate": "0.125")", R"("late_rate": "1/8")", dossier::wrong_form,
         "/creditors/0/claims/1/contract/late_rate"},
        {R"("missed": "3")", R"("missed": "1000")", dossier::wrong_form,
         "/creditors/0/claims/1/contract/credit/missed"},
        {R"("missed": "3")", R"("missed": "3x")", dossier::wrong_form,
         "/creditors/0/claims/1/contract/credit/missed"},
        {R"("reason": "Geen contract gezien")", R"("reason": "")", dossier::not_clean_text,
         "/creditors/0/claims/1/history/1/reason"},
        {"00a1", "00g1", dossier::document_not_a_digest, "/creditors/0/claims/1/items/1/document"},
        {"00a2", "0a2", dossier::document_not_a_digest, "/creditors/0/claims/1/letters/0/document"},
        {"00a3", "0a3", dossier::document_not_a_digest,
         "/creditors/0/claims/1/payments/0/document"},
        {R"("arrears": "75.00")", R"("arrears": "-75.00")", dossier::negative_amount,
         "/creditors/0/claims/1/contract/credit/arrears"},
        {R"("reduce_to": "50.00")", R"("reduce_to": "-50.00")", dossier::negative_amount,
         "/creditors/0/claims/1/decisions/0/reduce_to"},
        {"saldo/dossier/1", "saldo/dossier/2", dossier::wrong_form, "/schema"},
        {R"("number": "2026-0012")", R"("number": "2026/12")", dossier::wrong_form, "/number"},
        {R"("opened": "2026-01-05",)", "", dossier::wrong_form, "/opened"},
        {R"("opened": "2026-01-05")", R"("opened": 5)", dossier::wrong_form, "/opened"},
        {R"("kind": "single_parent")", R"("kind": "alone")", dossier::wrong_form,
         "/household/kind"},
        {R"("role": "child")", R"("role": "pet")", dossier::wrong_form,
         "/household/members/1/role"},
        {R"("margin": "150.00")", R"("mandate": "M-1")", dossier::unknown_key,
         "/budget_lines/0/mandate"},
        {R"("payer": "office",)", R"("mandate": "", "payer": "office",)", dossier::not_clean_text,
         "/budget_lines/1/mandate"},
        {R"("box": "B")", R"("bus": "B")", dossier::unknown_key, "/household/address/bus"},
        {R"("box": "B")", R"("b/o~x": "B")", dossier::unknown_key, "/household/address/b~1o~0x"},
        {R"("balance": "1520.40")", R"("balance": "1000000000.00")", money::out_of_range,
         "/accounts/0/opening/balance"},
        {R"("kind": "ogm")", R"("kind": "OGM")", dossier::wrong_form,
         "/budget_lines/1/communication/kind"},
    };
    for (const Row& row : rows) {
        check_only_fault(row, dossier::read_canonical(changed(row)));
    }
    CHECK(dossier::read_canonical("[]").error().code() == dossier::wrong_form);
    CHECK(dossier::read_canonical("7").error().code() == dossier::wrong_form);
    CHECK(dossier::read_canonical("{}").error().code() == dossier::wrong_form);
}
