#include "store/match_rules.hpp"

#include "store/columns.hpp"
#include "store/rows.hpp"

namespace saldo::store {

namespace {

std::optional<Money> maybe_money(long long cents) {
    return cents == 0 ? std::nullopt : std::optional(Money::cents(cents));
}

long long cents_of(const std::optional<Money>& amount) {
    return amount ? amount->cents() : 0;
}

} // namespace

Match_rule_id Stored_match_rules::add(const app::Match_rule_row& row) {
    const reconcile::Match_rule& rule = row.rule;
    long long id = 0;
    const long long dossier = row.dossier ? row.dossier->value : 0;
    const std::string iban(rule.iban ? rule.iban->text() : std::string_view());
    const long long whole_name = rule.is_whole_name ? 1 : 0;
    const std::string sign(name(rule.sign));
    const long long least = cents_of(rule.least);
    const long long most = cents_of(rule.most);
    const long long movement = row.movement ? row.movement->value : 0;
    const std::string as_of = column(row.actor.as_of);
    session_.sql() << "SELECT coalesce(max(id), 0) + 1 FROM match_rule", soci::into(id);
    session_.sql()
        << "INSERT INTO match_rule (id, dossier_id, iban, name, whole_name, words, sign, "
           "least, most, account_key, subject, pot, reason, movement_id, user, as_of) "
           "VALUES (:id, NULLIF(:dossier, 0), :iban, :name, :whole_name, :words, :sign, "
           "NULLIF(:least, 0), NULLIF(:most, 0), :account, :subject, :pot, :reason, "
           "NULLIF(:movement, 0), :user, :as_of)",
        soci::use(id), soci::use(dossier), soci::use(iban), soci::use(rule.name),
        soci::use(whole_name), soci::use(rule.words), soci::use(sign), soci::use(least),
        soci::use(most), soci::use(rule.account), soci::use(rule.subject), soci::use(rule.pot),
        soci::use(row.reason), soci::use(movement), soci::use(row.actor.user), soci::use(as_of);
    in_force_.reset();
    return {id};
}

void Stored_match_rules::end(Match_rule_id rule, const app::Match_rule_row::End& end) {
    const long long id = rule.value;
    const std::string as_of = column(end.actor.as_of);
    session_.sql() << "INSERT INTO match_rule_end (match_rule_id, reason, user, as_of) VALUES "
                      "(:id, :reason, :user, :as_of)",
        soci::use(id), soci::use(end.reason), soci::use(end.actor.user), soci::use(as_of);
    in_force_.reset();
}

std::vector<app::Match_rule_row> Stored_match_rules::rows(const std::string& condition) {
    using Text = std::string;
    using Number = long long;
    std::vector<app::Match_rule_row> rows;
    each_row<Number, Number, Text, Text, Text, Number, Text, Text, Number, Number, Text, Text, Text,
             Text, Number, Text, Text, Text, Text, Text>(
        session_,
        "SELECT r.id, coalesce(r.dossier_id, 0), coalesce(d.number, ''), r.iban, r.name, "
        "r.whole_name, r.words, r.sign, coalesce(r.least, 0), coalesce(r.most, 0), r.account_key, "
        "r.subject, r.pot, r.reason, coalesce(r.movement_id, 0), r.user, r.as_of, "
        "coalesce(e.reason, ''), coalesce(e.user, ''), coalesce(e.as_of, '') FROM match_rule r "
        "LEFT JOIN dossier d ON d.id = r.dossier_id "
        "LEFT JOIN match_rule_end e ON e.match_rule_id = r.id " +
            condition + " ORDER BY r.id",
        [&](Number id, Number dossier, Text& number, const Text& iban, Text& name,
            Number whole_name, Text& words, const Text& sign, Number least, Number most,
            Text& account, Text& subject, Text& pot, Text& reason, Number movement, Text& user,
            const Text& as_of, Text& end_reason, Text& end_user, const Text& ended) {
            app::Match_rule_row row{
                {{id},
                 dossier == 0,
                 iban.empty() ? std::nullopt : std::optional(iban_of(iban)),
                 std::move(name),
                 whole_name != 0,
                 std::move(words),
                 undamaged(reconcile::sign_from(sign), "sign of a rule"),
                 maybe_money(least),
                 maybe_money(most),
                 std::move(account),
                 std::move(subject),
                 std::move(pot)},
                dossier == 0 ? std::nullopt : std::optional(Dossier_id{dossier}),
                std::move(number),
                std::move(reason),
                movement == 0 ? std::nullopt : std::optional(Movement_id{movement}),
                {std::move(user), date_of(as_of)},
                {}};
            if (!ended.empty()) {
                row.end = {{std::move(end_user), date_of(ended)}, std::move(end_reason)};
            }
            rows.push_back(std::move(row));
        });
    return rows;
}

std::vector<app::Match_rule_row> Stored_match_rules::all() {
    return rows("");
}

std::vector<reconcile::Match_rule> Stored_match_rules::in_force(std::optional<Dossier_id> dossier) {
    if (!in_force_) {
        in_force_.emplace();
        for (app::Match_rule_row& row : rows("WHERE e.as_of IS NULL")) {
            (*in_force_)[row.dossier].push_back(std::move(row.rule));
        }
    }
    const auto found = in_force_->find(dossier);
    return found == in_force_->end() ? std::vector<reconcile::Match_rule>() : found->second;
}

} // namespace saldo::store
