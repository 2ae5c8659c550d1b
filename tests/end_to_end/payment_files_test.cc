// Goal: a run leaves in the files its banks want, each payment in one of them and once; a bank's
// answer to one file says nothing of the others; what left is made again to the byte; nothing
// leaves that the official schema refuses. Method: one household with five bills and the built
// command; the files are counted by a reader that shares no code with the writer.
#include "end_to_end/household_office.hpp"
#include "support/answer_file.hpp"
#include "support/shared.hpp"
#include "support/xmllint.hpp"
#include "tools/pain001_auditor.hpp"

using namespace saldo;
using nlohmann::json;
using test::Outcome;
using Office = test::Household_office;

namespace {

/// Bills of 100.01 to 100.05, in order of urgency, from the account at bank code 001.
dossier::Dossier household_with_bills() {
    dossier::Dossier dossier = test::household_holding(100'000);
    for (int number = 1; number <= 5; ++number) {
        dossier.budget_lines.push_back(
            test::due_once("bill" + std::to_string(number), dossier::Priority::fixed_cost,
                           10'000 + number, "2026-03-0" + std::to_string(4 + number % 2)));
    }
    dossier.budget_lines.front().counterparty.name = "Café Zoë & Søn";
    dossier.budget_lines.front().communication = std::string("n° 12_b");
    return dossier;
}

std::string profiles(const std::string& of_bank) {
    return R"({"schema": "saldo/bank_profiles/1", "profiles": [
        {"name": "one", "bank_codes": ["000-899"], "batch_booking": false, )" +
           of_bank + R"(}, {"name": "others", "version": "09", "batch_booking": true,
        "payments_per_file": 1000}]})";
}

const std::string two_a_file = profiles(R"("version": "03", "payments_per_file": 2)");
const std::string as_of = " --as-of 2026-03-02 ";
const std::string leave = "run export R2026-0001 --user bram" + as_of;

/// An office whose run of five payments is approved.
class Approved : public Office {
public:
    Approved() : Office(household_with_bills()) {
        REQUIRE(prepare("2026-03-02", "2026-03-31", "--user anke").code == 0);
        REQUIRE(saldo("run approve R2026-0001 --user bram" + as_of).code == 0);
        write("two.json", two_a_file);
        write("three.json", profiles(R"("version": "03", "payments_per_file": 3)"));
    }
};

std::string error_of(const Office& office, const std::string& arguments, int code) {
    const Outcome outcome = office.saldo(arguments);
    CHECK(outcome.code == code);
    return outcome.err;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// States of the run's lines by end-to-end id.
std::map<std::string, std::string> states(const Office& office) {
    const Outcome shown = office.saldo("run show R2026-0001 --output json" + as_of);
    REQUIRE(shown.code == 0);
    std::map<std::string, std::string> states;
    const json document = json::parse(shown.out);
    for (const json& line : document.at("lines")) {
        states.emplace(line.at("end_to_end_id"), line.at("state"));
    }
    return states;
}

} // namespace

TEST_CASE("a run is split as the profile of its bank says") {
    const Approved office;
    const Outcome exported = office.saldo(leave + "--profiles two.json --output json");
    CAPTURE(exported.err);
    REQUIRE(exported.code == 0);
    CHECK(test::Json_schema("json/run_export.schema.json").violations(exported.out) == "");
    const json answer = json::parse(exported.out);
    CHECK(answer.at("count") == 5);
    CHECK(answer.at("total") == "500.15");
    // By execution date: bills 2 and 4 leave on the 3rd, bills 1, 3 and 5 on the 4th; the block of
    // three fills files of its own.
    const std::vector<std::array<std::string, 4>> expected{
        {"R2026-0001.xml", "R2026-0001", "2", "200.06"},
        {"R2026-0001-F2.xml", "R2026-0001-F2", "2", "200.04"},
        {"R2026-0001-F3.xml", "R2026-0001-F3", "1", "100.05"}};
    REQUIRE(answer.at("files").size() == expected.size());
    std::string all;
    for (std::size_t at = 0; at < expected.size(); ++at) {
        const json& file = answer.at("files").at(at);
        CHECK(file.at("file") == expected[at][0]);
        CHECK(file.at("message_id") == expected[at][1]);
        CHECK(std::to_string(file.at("count").get<int>()) == expected[at][2]);
        CHECK(file.at("total") == expected[at][3]);
        CHECK(file.at("version") == "03");
        const std::string bytes = test::read_file(office.file(expected[at][0]));
        const auto audit = auditor::audit(bytes);
        CHECK(audit.problems.empty());
        CHECK(std::to_string(audit.transfers) == expected[at][2]);
        CHECK(auditor::euros(audit.cents) == expected[at][3]);
        if (const std::string lacks = test::xmllint_lacks("pain.001.001.03.xsd"); lacks.empty()) {
            CHECK(test::is_valid(bytes, "pain.001.001.03.xsd"));
        } else {
            MESSAGE("skipped: " << lacks);
        }
        all += bytes;
    }
    for (int number = 1; number <= 5; ++number) {
        const std::string id =
            "<EndToEndId>R2026-0001-00000" + std::to_string(number) + "</EndToEndId>";
        CHECK(has(all, id));
        CHECK(all.find(id) == all.rfind(id));
    }
    CHECK(office.saldo("audit verify" + as_of).code == 0);
}

TEST_CASE("what left is made again to the byte, and in no other form") {
    const Approved office;
    REQUIRE(office.saldo(leave + "--profiles two.json").code == 0);
    const std::string second = test::read_file(office.file("R2026-0001-F2.xml"));
    const Outcome again =
        office.saldo("run export R2026-0001 --user bram --as-of 2026-03-20 --out again.xml");
    CHECK(again.code == 0);
    CHECK(has(again.err, "cli.run_exported_before"));
    CHECK(test::read_file(office.file("again-F2.xml")) == second);
    CHECK(office.saldo(leave + "--out again.xml --profiles two.json").code == 0);
    CHECK(has(error_of(office, leave + "--profiles three.json", 1), "app.export_differs"));
    CHECK(has(error_of(office, leave + "--version 09", 1), "app.export_differs"));
}

TEST_CASE("an answer to one file says nothing of the others") {
    const Approved office;
    REQUIRE(office.saldo(leave + "--profiles two.json").code == 0);
    office.write("answer.xml",
                 test::answer_file({.original_id = "R2026-0001-F2", .said = {"RJCT", {{"AM04"}}}}));
    REQUIRE(office.saldo("run status answer.xml --user anke --as-of 2026-03-04").code == 0);
    // Ids go by due date: 1 and 2 are bills 2 and 4, 3 to 5 bills 1, 3 and 5.
    const std::map<std::string, std::string> expected{{"R2026-0001-000001", "exported"},
                                                      {"R2026-0001-000002", "exported"},
                                                      {"R2026-0001-000003", "rejected"},
                                                      {"R2026-0001-000004", "rejected"},
                                                      {"R2026-0001-000005", "exported"}};
    CHECK(states(office) == expected);
    office.write("answer.xml", test::answer_file({.original_id = "R2026-0001-F4"}));
    CHECK(has(error_of(office, "run status answer.xml --user anke" + as_of, 1),
              "app.answer_to_nothing"));
    CHECK(office.saldo("audit verify" + as_of).code == 0);
}

TEST_CASE("texts that are sent in another form are listed, before approval and after") {
    const Approved office;
    const json expected = json::parse(R"([
        {"id": "R2026-0001-000003", "field": "payee_name", "given": "Café Zoë & Søn",
         "sent": "Cafe Zoe + Son"},
        {"id": "R2026-0001-000003", "field": "remittance", "given": "n° 12_b", "sent": "n. 12-b"}
    ])");
    const Outcome shown = office.saldo("run show R2026-0001 --output json" + as_of);
    CHECK(test::Json_schema("json/run_show.schema.json").violations(shown.out) == "");
    CHECK(json::parse(shown.out).at("texts") == expected);
    const Outcome exported = office.saldo(leave + "--output json");
    REQUIRE(exported.code == 0);
    CHECK(json::parse(exported.out).at("texts") == expected);
    CHECK(json::parse(exported.out).at("file") == "R2026-0001.xml");
}

TEST_CASE("nothing leaves that the office's schema refuses") {
    const Approved office;
    const std::string schema = R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
        targetNamespace="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
        <xs:element name="Document" type="xs:integer"/></xs:schema>)";
    std::filesystem::create_directory(office.file("own"));
    CHECK(has(error_of(office, leave + "--schemas own", 3), "cli.schema_missing"));
    office.write("own/pain.001.001.09.xsd", "<xs:schema");
    CHECK(has(error_of(office, leave + "--schemas own", 3), "payments.schema_unreadable"));
    office.write("own/pain.001.001.09.xsd", schema);
    const std::string refused = error_of(office, leave + "--schemas own", 1);
    CHECK(has(refused, "payments.schema_broken"));
    CHECK_FALSE(has(refused, "Zo"));
    CHECK_FALSE(std::filesystem::exists(office.file("R2026-0001.xml")));
    CHECK(states(office).at("R2026-0001-000001") == "approved");
    const auto official = test::shared_folder() / "xsd";
    if (!std::filesystem::exists(official / "pain.001.001.09.xsd")) {
        MESSAGE("skipped: no official schemas");
        return;
    }
    CHECK(office.saldo(leave + "--schemas '" + official.string() + "'").code == 0);
}

TEST_CASE("profiles that cannot be are refused with their places") {
    const Approved office;
    office.write("wrong.json", profiles(R"("version": "02", "payments_per_file": 0)"));
    const std::string refused = error_of(office, leave + "--profiles wrong.json", 3);
    CHECK(has(refused, "/profiles/0/version"));
    CHECK(has(refused, "/profiles/0/payments_per_file"));
    CHECK(has(refused, "wrong.json"));
    CHECK(has(error_of(office, leave + "--profiles none.json", 3), "cli.file_missing"));
    office.write("low.json", profiles(R"("version": "09", "payments_per_file": 9,
                                         "total_per_file": "100.02")"));
    CHECK(has(error_of(office, leave + "--profiles low.json", 1), "payments.above_file_limit"));
    CHECK(states(office).at("R2026-0001-000001") == "approved");
}
