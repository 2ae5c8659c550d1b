#include "arrears/documents.hpp"

#include "arrears/kept_values.hpp"

namespace saldo::arrears {

namespace {

using kept::Json;
using kept::put;

Json written(const Tenant& tenant) {
    Json json{{"tenant", tenant.reference}, {"name", tenant.name}};
    if (tenant.national_number) {
        json["national_number"] = tenant.national_number->digits();
    }
    put(json, "birth_date", tenant.birth_date);
    if (tenant.iban) {
        json["iban"] = tenant.iban->text();
    }
    put(json, "street", tenant.street);
    put(json, "postal_code", tenant.postal_code);
    put(json, "town", tenant.town);
    put(json, "telephone", tenant.telephone);
    return json;
}

Tenant tenant_from(const Json& json) {
    Tenant tenant{.reference = json.at("tenant"),
                  .name = json.at("name"),
                  .birth_date = kept::maybe(json, "birth_date", kept::date),
                  .street = kept::text(json, "street"),
                  .postal_code = kept::text(json, "postal_code"),
                  .town = kept::text(json, "town"),
                  .telephone = kept::text(json, "telephone")};
    if (const std::string digits = kept::text(json, "national_number"); !digits.empty()) {
        tenant.national_number = *party::parse_national_number(digits);
    }
    if (const std::string iban = kept::text(json, "iban"); !iban.empty()) {
        tenant.iban = *party::parse_iban(iban);
    }
    return tenant;
}

Json written(const Standing& standing) {
    Json json;
    put(json, "as_of", standing.as_of);
    put(json, "rent", standing.rent);
    put(json, "arrears", standing.arrears);
    return json;
}

Standing standing_from(const Json& json) {
    return {kept::date(json, "as_of"), kept::amount(json, "rent"), kept::amount(json, "arrears")};
}

Json written(const Case_step& step) {
    Json json{{"step", step.step}, {"name", step.name}, {"who", step.who}, {"list", step.list}};
    put(json, "due", step.due);
    if (step.done) {
        Json& done = json["done"];
        put(done, "date", step.done->date);
        put(done, "note", step.done->note);
        put(done, "user", step.done->user);
    }
    return json;
}

Case_step step_from(const Json& json) {
    Case_step step{json.at("step"), json.at("name"), json.at("who"), json.at("list"),
                   kept::date(json, "due")};
    if (const auto done = json.find("done"); done != json.end()) {
        step.done = Step_done{kept::date(*done, "date"), kept::text(*done, "note"),
                              kept::text(*done, "user")};
    }
    return step;
}

Json written(const Candidate& candidate) {
    return {{"dossier", candidate.dossier}, {"by", name(candidate.by)}};
}

Candidate candidate_from(const Json& json) {
    return {json.at("dossier"), kept::word(json, "by", link_names)};
}

Json written(const Link& link) {
    Json json{{"dossier", link.dossier}, {"by", name(link.by)}};
    put(json, "date", link.date);
    put(json, "user", link.user);
    put(json, "reason", link.reason);
    return json;
}

Link link_from(const Json& json, const char* key) {
    const Json& link = json.at(key);
    return {link.at("dossier"), kept::word(link, "by", link_names), kept::date(link, "date"),
            kept::text(link, "user"), kept::text(link, "reason")};
}

Json written(const Not_linked& said) {
    Json json{{"dossier", said.dossier}};
    put(json, "date", said.date);
    put(json, "user", said.user);
    put(json, "reason", said.reason);
    return json;
}

Not_linked not_linked_from(const Json& json) {
    return {json.at("dossier"), kept::date(json, "date"), kept::text(json, "user"),
            kept::text(json, "reason")};
}

/// Picks the overload of `written`.
constexpr auto write = [](const auto& value) { return written(value); };

} // namespace

std::string write_list(const Kept_list& kept) {
    Json json{{"schema", "saldo/arrears_list/1"},
              {"landlord", kept.list.landlord},
              {"landlord_name", kept.list.landlord_name},
              {"file", kept.file},
              {"sha256", kept.sha256}};
    put(json, "as_of", kept.list.as_of);
    put(json, "rows", kept.list.rows, [](const List_row& row) {
        Json each = written(row.tenant);
        put(each, "rent", row.rent);
        put(each, "arrears", row.arrears);
        return each;
    });
    return kept::text_of(json);
}

Kept_list read_kept_list(std::string_view text) {
    const Json json = Json::parse(text);
    return {{json.at("landlord"), json.at("landlord_name"), kept::date(json, "as_of"),
             kept::list(json, "rows",
                        [](const Json& row) {
                            return List_row{tenant_from(row), kept::amount(row, "rent"),
                                            kept::amount(row, "arrears")};
                        })},
            json.at("file"),
            json.at("sha256")};
}

std::string write_case(const Case& tenant_case) {
    Json json{{"schema", "saldo/arrears_case/1"},
              {"number", tenant_case.number},
              {"landlord", tenant_case.landlord},
              {"tenant", written(tenant_case.tenant)}};
    put(json, "standings", tenant_case.standings, write);
    put(json, "steps", tenant_case.steps, write);
    if (tenant_case.link) {
        json["link"] = written(*tenant_case.link);
    }
    put(json, "candidates", tenant_case.candidates, write);
    put(json, "not_linked", tenant_case.not_linked, write);
    put(json, "closed", tenant_case.closed);
    return kept::text_of(json);
}

Case read_kept_case(std::string_view text) {
    const Json json = Json::parse(text);
    return {.number = json.at("number"),
            .landlord = json.at("landlord"),
            .tenant = tenant_from(json.at("tenant")),
            .standings = kept::list(json, "standings", standing_from),
            .steps = kept::list(json, "steps", step_from),
            .link = kept::maybe(json, "link", link_from),
            .candidates = kept::list(json, "candidates", candidate_from),
            .not_linked = kept::list(json, "not_linked", not_linked_from),
            .closed = kept::maybe(json, "closed", kept::date)};
}

} // namespace saldo::arrears
