// Goal: every answer of a bank at hand is read as its index says, and those to the run at hand
// drive it. Method: the files of ../shared, the answers laid on the payment file they answer.
#include "payments/pain001/read.hpp"
#include "payments/pain002/codes.hpp"
#include "payments/pain002/fold.hpp"
#include "payments/pain002/read.hpp"
#include "support/po_file.hpp"
#include "support/shared.hpp"

#include <doctest/doctest.h>

#include <regex>
#include <set>

using namespace saldo;
using namespace saldo::payments::pain002;

namespace {

std::filesystem::path folder() {
    return test::shared_folder() / "samples/payments";
}

bool is_here() {
    const bool here = std::filesystem::exists(folder());
    if (!here) {
        MESSAGE("skipped: the real bank files are not here");
    }
    return here;
}

Report sample(const std::string& name) {
    auto report = read(test::read_file(folder() / name));
    REQUIRE(report.has_value());
    return *std::move(report);
}

/// The payments of the run that the own samples answer.
std::vector<Order> orders() {
    const auto message =
        payments::pain001::read(test::read_file(folder() / "own_be_pain001_09_budget_run.xml"));
    REQUIRE(message.has_value());
    std::vector<Order> orders;
    for (const auto& block : message->blocks) {
        for (const auto& transfer : block.transfers) {
            orders.push_back({transfer.end_to_end_id, block.id, transfer.amount});
        }
    }
    REQUIRE(orders.size() == 6);
    return orders;
}

/// `id=status/reason` of each payment, and codes of findings.
std::string drive(const std::string& name) {
    const std::vector<Order> all = orders();
    const Folded folded = fold(sample(name), all);
    std::string text;
    for (std::size_t at = 0; at < all.size(); ++at) {
        const auto& status = folded.statuses[at];
        text += all[at].end_to_end_id.substr(6) + "=" + (status ? status->code : "-");
        for (const Reason& reason : status ? status->reasons : std::vector<Reason>()) {
            text += "/" + reason.code;
        }
        text += status && is_rejection(*status) ? "! " : " ";
    }
    for (const Finding& finding : folded.findings) {
        text += std::string(finding.code.text) + " ";
    }
    return text;
}

} // namespace

TEST_CASE("every sample of an answer is read") {
    if (!is_here()) {
        return;
    }

    struct Row {
        const char* file;
        const char* version;
        const char* message;
        const char* original;
        const char* group_status;
        std::size_t blocks;
        std::size_t payments;
    };

    const Row rows[] = {
        {"iso20022js_goldman_pain_002_v3_accepted.xml", "03", "1036XXX", "10280093XXXX", "", 1, 1},
        {"iso20022js_nordea_pain_002_v3_group_reject.xml", "03", "XML990920150810101909283",
         "MSGID-PS-TEST-0708-01", "RJCT", 0, 0},
        {"iso20022js_nordea_pain_002_v3_payment_reject.xml", "03", "XML990920150717170814238",
         "MSGID-COM-SCE25-1707-01", "", 1, 0},
        {"own_be_pain002_03_group_rjct_duplicate.xml", "03", "GKCC20261124-00003",
         "OCMW-R2612-0001", "RJCT", 0, 0},
        {"own_be_pain002_03_part.xml", "03", "GKCC20261124-00003", "OCMW-R2612-0001", "PART", 3, 1},
        {"own_be_pain002_10_part.xml", "10", "GKCC20261124-00010", "OCMW-R2612-0001", "PART", 3, 1},
        {"own_be_pain002_10_vop.xml", "10", "GKCC20261124-00010", "OCMW-R2612-0001", "RVCM", 3, 2},
    };
    std::set<std::string> known;
    for (const Row& row : rows) {
        CAPTURE(row.file);
        known.insert(row.file);
        const Report report = sample(row.file);
        CHECK(report.version == std::string("pain.002.001.") + row.version);
        CHECK(report.message_id == row.message);
        CHECK(report.original_id == row.original);
        CHECK(report.said.status == row.group_status);
        CHECK(report.blocks.size() == row.blocks);
        std::size_t payments = 0;
        for (const Stated_block& block : report.blocks) {
            payments += block.payments.size();
        }
        CHECK(payments == row.payments);
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder())) {
        const std::string name = entry.path().filename();
        CAPTURE(name);
        const bool is_answer =
            name.find("pain002") != std::string::npos || name.find("pain_002") != std::string::npos;
        CHECK(known.contains(name) == is_answer);
        if (!is_answer && name.ends_with(".xml")) {
            CHECK(read(test::read_file(entry.path())).error().code() == not_a_status_report);
        }
    }
}

TEST_CASE("samples of other banks say what their owners say") {
    if (!is_here()) {
        return;
    }
    const Report goldman = sample("iso20022js_goldman_pain_002_v3_accepted.xml");
    CHECK(goldman.totals.sum == "20.0000");
    CHECK(goldman.blocks.at(0).payments.at(0).said.status == "ACCP");
    CHECK(goldman.blocks.at(0).payments.at(0).end_to_end_id == "GSDGFKfLURaHb");
    const Report group = sample("iso20022js_nordea_pain_002_v3_group_reject.xml");
    CHECK(group.said.reasons == std::vector<Reason>{{"DU01", false, "ISO Duplicate Message ID"}});
    const Report payment = sample("iso20022js_nordea_pain_002_v3_payment_reject.xml");
    CHECK(payment.blocks.at(0).said.status == "RJCT");
    CHECK(payment.blocks.at(0).said.reasons.at(0).code == "NARR");
}

TEST_CASE("the answers to the run at hand drive it") {
    if (!is_here()) {
        return;
    }
    // The bank has the file already: what it got first stands.
    CHECK(drive("own_be_pain002_03_group_rjct_duplicate.xml") ==
          "0001-01=RJCT/DU01 0001-02=RJCT/DU01 0001-03=RJCT/DU01 0002-01=RJCT/DU01 "
          "0002-02=RJCT/DU01 0001-04=RJCT/DU01 ");
    const std::string part = "0001-01=ACCP 0001-02=ACCP 0001-03=ACCP 0002-01=- "
                             "0002-02=RJCT/AC04! 0001-04=RJCT/AM04! ";
    CHECK(drive("own_be_pain002_03_part.xml") == part);
    CHECK(drive("own_be_pain002_10_part.xml") == part);
    CHECK(drive("own_be_pain002_10_vop.xml") ==
          "0001-01=RCVC 0001-02=RCVC 0001-03=RCVC 0002-01=- 0002-02=RVNM 0001-04=RVMC ");
}

TEST_CASE("every code that is explained is one of ISO, and every status of ISO is explained") {
    const auto codes = test::shared_folder() / "codes";
    if (!std::filesystem::exists(codes)) {
        MESSAGE("skipped: the lists of codes are not here");
        return;
    }
    const auto dutch = test::read_po(test::source_folder() / "cli/i18n/nl.po");
    const std::string reasons = test::read_file(codes / "external_status_reason_code.json") +
                                test::read_file(codes / "external_return_reason_code.json");
    std::size_t explained = 0;
    for (const auto& [key, sentence] : dutch) {
        const std::string start = "term.bank_reason.";
        if (key.starts_with(start)) {
            const auto& msgid = key;
            CAPTURE(msgid);
            CHECK(reasons.find('"' + key.substr(start.size()) + '"') != std::string::npos);
            ++explained;
        }
    }
    CHECK(explained > 90);
    const std::string statuses = test::read_file(codes / "external_payment_group_status_code.json");
    const std::regex code(R"x("([A-Z]{4})":)x");
    for (auto at = std::sregex_iterator(statuses.begin(), statuses.end(), code);
         at != std::sregex_iterator(); ++at) {
        CAPTURE(at->str(1));
        CHECK(meaning_of(at->str(1)).has_value());
        CHECK(dutch.contains("term.bank_status." + at->str(1)));
    }
}
