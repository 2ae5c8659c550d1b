#include "help/transfer.hpp"

#include "base/digest.hpp"
#include "dossier/check_form.hpp"
#include "dossier/document.hpp"
#include "help/codes.hpp"
#include "help/json.hpp"
#include "plans/plan_document.hpp"

#include <algorithm>

namespace saldo::help {

namespace {

constexpr std::string_view transfer_form = "saldo/transfer/1";

bool is_open(const Due_state& due, Date on) {
    return due.due <= on && due.paid < due.amount;
}

bool is_paid_ahead(const Due_state& due, Date on) {
    return due.due > on && due.paid.is_positive();
}

Json written(const Due_state& due) {
    return {{"subject", due.subject},
            {"account", due.account},
            {"direction", dossier::name(due.direction)},
            {"due", format(due.due)},
            {"amount", format(due.amount)},
            {"paid", format(due.paid)}};
}

template <class Wanted> Json dues_in(const Handover_facts& facts, Wanted wanted) {
    Json dues = Json::array();
    for (const Due_state& due : facts.dues) {
        if (wanted(due, facts.on)) {
            dues.push_back(written(due));
        }
    }
    return dues;
}

std::vector<Due_state> read_dues(const Json& list) {
    std::vector<Due_state> dues;
    for (const Json& each : list) {
        const auto due = value_at<Date>(each, "due");
        const auto amount = value_at<Money>(each, "amount");
        const auto paid = value_at<Money>(each, "paid");
        const auto direction = value_at<dossier::Direction>(each, "direction");
        if (due && amount && paid && direction) {
            dues.push_back(
                {each.at("subject"), each.at("account"), *direction, *due, *amount, *paid});
        }
    }
    return dues;
}

Finding look_at(Code code, const Due_state& due) {
    return {code,
            Severity::warning,
            {},
            {{"subject", due.subject},
             {"due", format(due.due)},
             {"amount", format(due.amount)},
             {"paid", format(due.paid)}}};
}

} // namespace

std::string write_transfer(const dossier::Dossier& dossier,
                           const Handover_facts& facts,
                           std::string_view to_office) {
    const dossier::Dossier opened = as_opened(dossier, facts);
    const std::string document = dossier::write_document(opened);
    Json json{{"schema", transfer_form},
              {"from_office", facts.office},
              {"to_office", to_office},
              {"date", format(facts.on)},
              {"account_balances", Json::array()},
              {"pot_balances", Json::array()},
              {"claims_owed", Json::array()},
              {"open_dues", dues_in(facts, is_open)},
              {"paid_ahead", dues_in(facts, is_paid_ahead)},
              {"plan_terms", Json::array()},
              {"dossier_sha256", to_hex(sha256(document))},
              {"dossier", Json::parse(document)}};
    for (const Account_state& each : facts.accounts) {
        json["account_balances"].push_back(
            {{"account", each.id}, {"date", format(each.date)}, {"balance", format(each.balance)}});
    }
    for (const Pot_state& each : facts.pots) {
        json["pot_balances"].push_back(
            {{"account", each.account}, {"pot", each.pot}, {"balance", format(each.balance)}});
    }
    for (const Claim_state& each : facts.claims) {
        json["claims_owed"].push_back({{"claim", each.claim}, {"owed", format(each.owed)}});
    }
    for (const dossier::Adopted_plan& plan : opened.plans) {
        const auto text = std::ranges::find(facts.plans, plan.id, &Plan_text::plan);
        json["plan_terms"].push_back({{"plan", plan.id}, {"terms", Json::parse(text->text)}});
    }
    return text_of(json);
}

Result<Transfer_file> read_transfer(std::string_view text) {
    static const dossier::Form form(transfer_schema_text());
    if (const auto is_well_formed = dossier::check_form(text, form); !is_well_formed) {
        return refuse(is_well_formed.error());
    }
    const Json json = Json::parse(text);
    const auto on = value_at<Date>(json, "date");
    if (!on) {
        return refuse(value_wrong, {}, {{}, 0, "/date"});
    }
    const auto dossier = dossier::read_document(text_of(json.at("dossier")));
    if (!dossier) {
        return refuse(dossier.error());
    }
    Transfer_file file{.from_office = json.at("from_office"),
                       .to_office = json.at("to_office"),
                       .on = *on,
                       .document = dossier::write_document(*dossier),
                       .terms = {},
                       .accounts = {},
                       .open_dues = read_dues(json.at("open_dues")),
                       .paid_ahead = read_dues(json.at("paid_ahead"))};
    if (const std::string digest = to_hex(sha256(file.document));
        digest != json.at("dossier_sha256")) {
        return refuse(transfer_changed,
                      {{"stated", json.at("dossier_sha256")}, {"computed", digest}});
    }
    for (const Json& each : json.at("plan_terms")) {
        file.terms.push_back(plans::canonical_text(text_of(each.at("terms"))));
    }
    for (const Json& each : json.at("account_balances")) {
        const auto date = value_at<Date>(each, "date");
        const auto balance = value_at<Money>(each, "balance");
        if (!date || !balance) {
            return refuse(value_wrong, {}, {{}, 0, "/account_balances"});
        }
        file.accounts.push_back({each.at("account"), *date, *balance});
    }
    return file;
}

Findings to_look_at(const Transfer_file& file) {
    Findings findings;
    for (const Due_state& due : file.open_dues) {
        findings.push_back(look_at(due_is_open, due));
    }
    for (const Due_state& due : file.paid_ahead) {
        findings.push_back(look_at(paid_ahead, due));
    }
    return findings;
}

} // namespace saldo::help
