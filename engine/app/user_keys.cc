#include "app/user_keys.hpp"

#include "app/codes.hpp"
#include "app/control_acts.hpp"
#include "app/policies.hpp"
#include "base/text.hpp"
#include "payments/seal.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

std::optional<User_key_row> find_key(Unit_of_work& work, const Public_key& key) {
    const std::vector<User_key_row> rows = work.user_keys().all();
    const auto found = std::ranges::find(rows, key, &User_key_row::key);
    return found == rows.end() ? std::nullopt : std::optional(*found);
}

tl::unexpected<Refusal> ended(const User_key_row& row) {
    return refuse(key_ended, {{"user", row.owner},
                              {"key", to_hex(row.key)},
                              {"as_of", calendar::format(row.end->actor.as_of)}});
}

/// The key, if it is this person's.
Result<User_key_row> key_of(Unit_of_work& work, const Public_key& key, const std::string& user) {
    auto row = find_key(work, key);
    if (!row) {
        return refuse(key_unknown, {{"key", to_hex(key)}});
    }
    if (row->owner != user) {
        return refuse(key_of_another, {{"user", user}, {"key", to_hex(key)}});
    }
    return *std::move(row);
}

/// The approver's key with which the run, as it stands now, was signed.
Result<User_key_row>
key_under(Unit_of_work& work, const Run_sheet& sheet, const Signature_row& signature) {
    Canonical_bytes bytes;
    payments::canonical_bytes(bytes, sheet.run, sheet.lines);
    if (!is_signed(bytes.bytes(), signature.signature, signature.key)) {
        return refuse(signature_wrong,
                      {{"run", sheet.run.number}, {"user", sheet.run.approved_by}});
    }
    return key_of(work, signature.key, sheet.run.approved_by);
}

bool wants_signature(Unit_of_work& work) {
    const auto policy = policy_in_force(work);
    return policy && policy->signed_approvals;
}

} // namespace

Result<User_key_row> add_user_key(Desk& desk, std::string owner, const Public_key& key) {
    if (const auto allowed = check_right(desk, payments::Act::user_key); !allowed) {
        return refuse(allowed.error());
    }
    if (owner == desk.actor().user) {
        return refuse(key_of_oneself, {{"user", owner}});
    }
    if (const auto known = find_key(desk.work(), key)) {
        return refuse(key_exists, {{"user", known->owner}, {"key", to_hex(key)}});
    }
    User_key_row row{key, std::move(owner), desk.actor(), {}};
    desk.work().user_keys().add(row);
    record(desk, user_key_added(row));
    return row;
}

Result<User_key_row> end_user_key(Desk& desk, const Public_key& key, const std::string& reason) {
    auto row = find_key(desk.work(), key);
    if (!row) {
        return refuse(key_unknown, {{"key", to_hex(key)}});
    }
    const bool is_own = row->owner == desk.actor().user;
    if (const auto allowed = check_right(desk, payments::Act::user_key); !allowed && !is_own) {
        return refuse(allowed.error());
    }
    if (row->end) {
        return ended(*row);
    }
    if (text::trim(reason).empty()) {
        return refuse(reason_missing);
    }
    row->end = User_key_row::End{desk.actor(), reason};
    desk.work().user_keys().end(key, *row->end);
    record(desk, user_key_ended(*row));
    return *std::move(row);
}

Result<std::optional<Signature_row>>
sign_run(Desk& desk, const Run_sheet& sheet, const Secret_key* key) {
    if (key == nullptr) {
        if (wants_signature(desk.work())) {
            return refuse(signature_missing, {{"run", sheet.run.number}});
        }
        return std::optional<Signature_row>();
    }
    const auto row = key_of(desk.work(), key->public_key(), desk.actor().user);
    if (!row) {
        return refuse(row.error());
    }
    if (row->end) {
        return ended(*row);
    }
    Canonical_bytes bytes;
    payments::canonical_bytes(bytes, sheet.run, sheet.lines);
    const Signature_row signature{sheet.run.id, row->key, key->sign(bytes.bytes())};
    desk.work().user_keys().sign(signature);
    return std::optional(signature);
}

Result<Done> check_signature(Unit_of_work& work, const Run_sheet& sheet) {
    const payments::Run& run = sheet.run;
    const bool is_leaving = run.state == payments::Run_state::approved;
    const auto signature = work.user_keys().signature(run.id);
    if (!signature) {
        return is_leaving && wants_signature(work)
                   ? refuse(signature_missing, {{"run", run.number}})
                   : Result<Done>(Done());
    }
    const auto row = key_under(work, sheet, *signature);
    if (!row) {
        return refuse(row.error());
    }
    return is_leaving && row->end ? ended(*row) : Result<Done>(Done());
}

bool is_signature_right(Unit_of_work& work, const payments::Run& run) {
    const auto signature = work.user_keys().signature(run.id);
    return !signature || key_under(work, {run, work.runs().lines(run.id)}, *signature).has_value();
}

} // namespace saldo::app
