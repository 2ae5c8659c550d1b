#include "app/control_acts.hpp"

#include "audit/chain.hpp"
#include "base/invariant.hpp"

#include <algorithm>
#include <array>

namespace saldo::app {

namespace {

constexpr std::string_view loaded_kind = "policy.loaded";
constexpr std::string_view policy_approved_kind = "policy.approved";
constexpr std::string_view confirmed_kind = "beneficiary.confirmed";
constexpr std::string_view beneficiary_approved_kind = "beneficiary.approved";
constexpr std::string_view overridden_kind = "control.overridden";
constexpr std::string_view key_added_kind = "user_key.added";
constexpr std::string_view key_ended_kind = "user_key.ended";

constexpr std::string_view figures_loaded_kind = "figures.loaded";

constexpr std::array control_kinds{
    loaded_kind,     policy_approved_kind, confirmed_kind, beneficiary_approved_kind,
    overridden_kind, key_added_kind,       key_ended_kind, figures_loaded_kind};

/// The digest of accounts of payees: `saldo.known_beneficiaries.1`, their number, and of each
/// dossier number, key and IBAN.
Digest digest_of(const std::vector<Known_beneficiary_row>& known) {
    Canonical_bytes bytes;
    bytes.start("saldo.known_beneficiaries.1");
    bytes.add(static_cast<std::int64_t>(known.size()));
    for (const Known_beneficiary_row& row : known) {
        bytes.add(row.dossier_number);
        bytes.add(row.beneficiary.key);
        bytes.add(row.beneficiary.iban.text());
    }
    return audit::link(Digest{}, bytes.bytes());
}

Params facts_of(const Policy_row& row) {
    return {{"version", std::to_string(row.version)}, {"sha256", to_hex(sha256(row.text))}};
}

Params facts_of(const Beneficiary_row& row) {
    return {{"beneficiary", std::to_string(row.id)},
            {"iban", std::string(row.iban.text())},
            {"document", row.document}};
}

} // namespace

Control_act policy_loaded(const Policy_row& row) {
    return {std::string(loaded_kind), "", facts_of(row), row.actor};
}

Control_act policy_approved_act(const Policy_row& row,
                                const std::vector<Known_beneficiary_row>& known) {
    invariant(row.approved.has_value(), "the policy was approved");
    Params facts = facts_of(row);
    facts.push_back({"known_beneficiaries", std::to_string(known.size())});
    facts.push_back({"known_digest", to_hex(digest_of(known))});
    return {std::string(policy_approved_kind), "", std::move(facts), *row.approved};
}

Control_act beneficiary_confirmed(const Beneficiary_row& row) {
    return {std::string(confirmed_kind), row.dossier_number, facts_of(row), row.actor};
}

Control_act beneficiary_approved(const Beneficiary_row& row) {
    invariant(row.approved.has_value(), "the account was approved");
    return {std::string(beneficiary_approved_kind), row.dossier_number, facts_of(row),
            *row.approved};
}

Control_act control_overridden(const Override_row& row) {
    return {std::string(overridden_kind),
            row.dossier_number,
            {{"run", row.run_number},
             {"line", std::to_string(row.finding.line)},
             {"control", std::string(name(row.finding.control))},
             {"stated", payments::text_of(row.finding.stated)},
             {"computed", payments::text_of(row.finding.computed)},
             {"reason", row.reason}},
            row.actor};
}

Control_act user_key_added(const User_key_row& row) {
    return {std::string(key_added_kind),
            "",
            {{"owner", row.owner}, {"key", to_hex(row.key)}},
            row.actor};
}

Control_act user_key_ended(const User_key_row& row) {
    invariant(row.end.has_value(), "the key has ended");
    return {std::string(key_ended_kind),
            "",
            {{"owner", row.owner}, {"key", to_hex(row.key)}, {"reason", row.end->reason}},
            row.end->actor};
}

Control_act figures_loaded(const Figures_row& row) {
    return {std::string(figures_loaded_kind),
            "",
            {{"number", std::to_string(row.number)}, {"sha256", to_hex(sha256(row.text))}},
            row.actor};
}

bool is_control_act(std::string_view kind) {
    return std::ranges::find(control_kinds, kind) != control_kinds.end();
}

void record(Desk& desk, Control_act act) {
    invariant(act.actor.user == desk.actor().user && act.actor.as_of == desk.actor().as_of,
              "an act is of the person at the desk");
    desk.record(act.kind, act.dossier, std::move(act.facts));
}

} // namespace saldo::app
