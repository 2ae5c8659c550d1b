#include "store/controls.hpp"

#include "store/columns.hpp"
#include "store/rows.hpp"

namespace saldo::store {

namespace {

using Whole = long long;

/// None if the row has no such act.
std::optional<ledger::Actor> maybe_actor(std::string& user, std::string_view as_of) {
    return as_of.empty() ? std::nullopt
                         : std::optional(ledger::Actor{std::move(user), date_of(as_of)});
}

Public_key key_of(std::string_view text) {
    return undamaged(public_key_from_hex(text), "public key");
}

Whole number_of(const payments::Control_value& value) {
    const auto* amount = std::get_if<Money>(&value);
    return amount != nullptr ? amount->cents() : std::get<std::int64_t>(value);
}

payments::Control_value control_value(bool is_money, Whole number) {
    return is_money ? payments::Control_value(Money::cents(number))
                    : payments::Control_value(std::int64_t{number});
}

} // namespace

void Stored_policies::add(const app::Policy_row& row) {
    Write(session_, "INSERT INTO policy (version, document, user, as_of) "
                    "VALUES (:version, :document, :user, :as_of)")(
        Whole{row.version}, row.text, row.actor.user, column(row.actor.as_of));
}

void Stored_policies::approve(std::uint32_t version, const ledger::Actor& actor) {
    Write(session_,
          "INSERT INTO policy_approval (version, user, as_of) VALUES (:version, :user, :as_of)")(
        Whole{version}, actor.user, column(actor.as_of));
}

std::vector<app::Policy_row> Stored_policies::all() {
    std::vector<app::Policy_row> rows;
    each_row<Whole, std::string, std::string, std::string, std::string, std::string>(
        session_,
        "SELECT p.version, p.document, p.user, p.as_of, coalesce(a.user, ''), "
        "coalesce(a.as_of, '') FROM policy p LEFT JOIN policy_approval a "
        "ON a.version = p.version ORDER BY p.version",
        [&](Whole version, std::string& text, std::string& user, const std::string& as_of,
            std::string& approver, const std::string& approved) {
            rows.push_back({unsigned_of<std::uint32_t>(version),
                            std::move(text),
                            {std::move(user), date_of(as_of)},
                            maybe_actor(approver, approved)});
        });
    return rows;
}

void Stored_beneficiaries::add_known(const app::Known_beneficiary_row& row) {
    Write(session_, "INSERT INTO known_beneficiary (dossier_id, payee_key, iban, policy_version) "
                    "VALUES (:dossier, :payee, :iban, :policy) ON CONFLICT DO NOTHING")(
        Whole{row.dossier.value}, row.beneficiary.key, row.beneficiary.iban.text(),
        Whole{row.policy});
}

std::vector<app::Known_beneficiary_row> Stored_beneficiaries::known() {
    std::vector<app::Known_beneficiary_row> rows;
    each_row<Whole, std::string, std::string, std::string, Whole>(
        session_,
        "SELECT k.dossier_id, d.number, k.payee_key, k.iban, k.policy_version "
        "FROM known_beneficiary k JOIN dossier d ON d.id = k.dossier_id "
        "ORDER BY d.number, k.payee_key, k.iban",
        [&](Whole id, std::string& number, std::string& key, const std::string& iban,
            Whole policy) {
            rows.push_back({{id},
                            std::move(number),
                            {std::move(key), iban_of(iban)},
                            unsigned_of<std::uint32_t>(policy)});
        });
    return rows;
}

void Stored_beneficiaries::confirm(app::Beneficiary_row& row) {
    Whole id = 0;
    session_.sql() << "SELECT coalesce(max(id), 0) + 1 FROM beneficiary", soci::into(id);
    row.id = id;
    Write(session_, "INSERT INTO beneficiary (id, dossier_id, iban, document, user, as_of) "
                    "VALUES (:id, :dossier, :iban, :document, :user, :as_of)")(
        id, Whole{row.dossier.value}, row.iban.text(), row.document, row.actor.user,
        column(row.actor.as_of));
}

void Stored_beneficiaries::approve(std::int64_t beneficiary, const ledger::Actor& actor) {
    Write(session_, "INSERT INTO beneficiary_approval (beneficiary_id, user, as_of) "
                    "VALUES (:beneficiary, :user, :as_of)")(Whole{beneficiary}, actor.user,
                                                            column(actor.as_of));
}

std::vector<app::Beneficiary_row> Stored_beneficiaries::all() {
    std::vector<app::Beneficiary_row> rows;
    each_row<Whole, Whole, std::string, std::string, std::string, std::string, std::string,
             std::string, std::string>(
        session_,
        "SELECT b.id, b.dossier_id, d.number, b.iban, b.document, b.user, b.as_of, "
        "coalesce(a.user, ''), coalesce(a.as_of, '') FROM beneficiary b "
        "JOIN dossier d ON d.id = b.dossier_id "
        "LEFT JOIN beneficiary_approval a ON a.beneficiary_id = b.id ORDER BY b.id",
        [&](Whole id, Whole dossier, std::string& number, const std::string& iban,
            std::string& document, std::string& user, const std::string& as_of,
            std::string& approver, const std::string& approved) {
            rows.push_back({id,
                            {dossier},
                            std::move(number),
                            iban_of(iban),
                            std::move(document),
                            {std::move(user), date_of(as_of)},
                            maybe_actor(approver, approved)});
        });
    return rows;
}

void Stored_overrides::add(const app::Override_row& row) {
    const bool is_money = std::holds_alternative<Money>(row.finding.stated);
    Write(session_,
          "INSERT INTO control_override (run_line_id, control, unit, stated, computed, reason, "
          "user, as_of) VALUES (:line, :control, :unit, :stated, :computed, :reason, :user, "
          ":as_of)")(Whole{row.line.value}, payments::name(row.finding.control),
                     std::string_view(is_money ? "money" : "count"), number_of(row.finding.stated),
                     number_of(row.finding.computed), row.reason, row.actor.user,
                     column(row.actor.as_of));
}

std::vector<app::Override_row> Stored_overrides::all(std::optional<Run_id> run) {
    std::vector<app::Override_row> rows;
    each_row<Whole, std::string, Whole, std::string, Whole, std::string_view, std::string_view,
             Whole, Whole, std::string, std::string, std::string_view>(
        session_,
        "SELECT r.id, r.number, l.id, d.number, l.position, o.control, o.unit, o.stated, "
        "o.computed, o.reason, "
        "o.user, o.as_of FROM control_override o JOIN run_line l ON l.id = o.run_line_id "
        "JOIN run r ON r.id = l.run_id JOIN dossier d ON d.id = l.dossier_id "
        "WHERE :run IN (0, l.run_id) ORDER BY o.id",
        [&](Whole run_id, std::string& number, Whole line, std::string& dossier, Whole position,
            std::string_view control, std::string_view unit, Whole stated, Whole computed,
            std::string& reason, std::string& user, std::string_view as_of) {
            const bool is_money = unit == "money";
            rows.push_back({{run_id},
                            std::move(number),
                            {line},
                            std::move(dossier),
                            {unsigned_of<std::uint32_t>(position),
                             undamaged(payments::control_from(control), "control"),
                             control_value(is_money, stated), control_value(is_money, computed)},
                            std::move(reason),
                            {std::move(user), date_of(as_of)}});
        },
        Whole{run ? run->value : 0});
    return rows;
}

void Stored_user_keys::add(const app::User_key_row& row) {
    Write(session_, "INSERT INTO user_key (public_key, owner, user, as_of) "
                    "VALUES (:public_key, :owner, :user, :as_of)")(
        to_hex(row.key), row.owner, row.actor.user, column(row.actor.as_of));
}

void Stored_user_keys::end(const Public_key& key, const app::User_key_row::End& end) {
    Write(session_, "INSERT INTO user_key_end (public_key, reason, user, as_of) "
                    "VALUES (:public_key, :reason, :user, :as_of)")(
        to_hex(key), end.reason, end.actor.user, column(end.actor.as_of));
}

std::vector<app::User_key_row> Stored_user_keys::all() {
    std::vector<app::User_key_row> rows;
    each_row<std::string, std::string, std::string, std::string, std::string, std::string,
             std::string>(
        session_,
        "SELECT k.public_key, k.owner, k.user, k.as_of, coalesce(e.user, ''), "
        "coalesce(e.as_of, ''), coalesce(e.reason, '') FROM user_key k "
        "LEFT JOIN user_key_end e ON e.public_key = k.public_key ORDER BY k.owner, k.public_key",
        [&](const std::string& key, std::string& owner, std::string& user, const std::string& as_of,
            std::string& ender, const std::string& ended, std::string& reason) {
            app::User_key_row row{
                key_of(key), std::move(owner), {std::move(user), date_of(as_of)}, {}};
            if (auto end = maybe_actor(ender, ended)) {
                row.end = {*std::move(end), std::move(reason)};
            }
            rows.push_back(std::move(row));
        });
    return rows;
}

void Stored_user_keys::sign(const app::Signature_row& row) {
    Write(session_, "INSERT INTO run_signature (run_id, public_key, signature) "
                    "VALUES (:run, :public_key, :signature)")(Whole{row.run.value}, to_hex(row.key),
                                                              to_hex(row.signature));
}

std::optional<app::Signature_row> Stored_user_keys::signature(Run_id run) {
    std::optional<app::Signature_row> row;
    each_row<std::string, std::string>(
        session_, "SELECT public_key, signature FROM run_signature WHERE run_id = :run",
        [&](const std::string& key, const std::string& signature) {
            row = {run, key_of(key), undamaged(signature_from_hex(signature), "signature")};
        },
        Whole{run.value});
    return row;
}

} // namespace saldo::store
