#include "payments/policy_document.hpp"

#include "dossier/check_form.hpp"
#include "dossier/leaf.hpp"
#include "payments/codes.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace saldo::payments {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view policy_form = "saldo/policy/1";

Finding policy_fault(Code code, std::string place, Params params) {
    return {code, Severity::error, {{}, 0, std::move(place)}, std::move(params)};
}

/// Takes the values of a document that follows the schema.
class Policy_reader {
public:
    explicit Policy_reader(const Json& json) : json_(json) {}

    Result<Policy> read() {
        policy_.name = json_.at("name").get<std::string>();
        policy_.signed_approvals = json_.at("signed_approvals").get<bool>();
        each(json_, "roles", [&](const Json& role, const std::string& place) {
            once(roles_, role.at("role").get<std::string>(), place + "/role");
            policy_.roles.push_back({role.at("role"), texts(role, "users")});
        });
        each(json_, "rights",
             [&](const Json& json, const std::string& place) { right(json, place); });
        controls(json_.at("controls"));
        std::set<std::string> payees;
        each(json_, "known_payees", [&](const Json& payee, const std::string& place) {
            once(payees, payee.at("iban").get<std::string>(), place + "/iban");
            if (const auto iban = leaf<Iban>(payee, "iban", place)) {
                policy_.known_payees.push_back({payee.at("name"), *iban});
            }
        });
        return findings_.empty() ? Result<Policy>(std::move(policy_))
                                 : refuse(Refusal(std::move(findings_)));
    }

private:
    /// Calls `take(item, pointer)` for the items of a list that may be absent.
    template <class Take> static void each(const Json& object, const char* key, Take take) {
        const auto list = object.find(key);
        if (list == object.end()) {
            return;
        }
        std::size_t index = 0;
        for (const Json& item : *list) {
            take(item, std::string("/") + key + "/" + std::to_string(index++));
        }
    }

    static std::vector<std::string> texts(const Json& object, const char* key) {
        return object.value(key, std::vector<std::string>());
    }

    void once(std::set<std::string>& known, std::string key, std::string place) {
        if (!known.insert(std::move(key)).second) {
            findings_.push_back(policy_fault(policy_said_twice, std::move(place), {}));
        }
    }

    template <class T>
    std::optional<T> leaf(const Json& object, const char* key, const std::string& place) {
        const auto found = object.find(key);
        if (found == object.end()) {
            return std::nullopt;
        }
        auto value = dossier::parse_leaf(found->get_ref<const std::string&>(), dossier::As<T>{});
        if (!value) {
            findings_.push_back(policy_fault(policy_value_wrong, place + "/" + key,
                                             {{"reason", std::string(value.error().code().text)}}));
            return std::nullopt;
        }
        return *std::move(value);
    }

    void right(const Json& json, const std::string& place) {
        const std::string act = json.at("act");
        once(acts_, act, place + "/act");
        Right right{act_from(act).value_or(Act::prepare), texts(json, "users"),
                    texts(json, "roles")};
        for (const std::string& role : right.roles) {
            if (!roles_.contains(role)) {
                findings_.push_back(
                    policy_fault(policy_role_unknown, place + "/roles", {{"role", role}}));
            }
        }
        if (right.users.empty() && right.roles.empty()) {
            findings_.push_back(policy_fault(policy_right_of_nobody, place, {{"act", act}}));
        }
        policy_.rights.push_back(std::move(right));
    }

    void controls(const Json& json) {
        const std::string place = "/controls";
        Controls& controls = policy_.controls;
        if (const auto plan = json.find("above_plan"); plan != json.end()) {
            controls.above_plan = Tolerance{
                leaf<Money>(*plan, "margin", place + "/above_plan").value_or(Money::zero()),
                leaf<money::Rate>(*plan, "margin_share", place + "/above_plan")};
        }
        controls.ceiling = leaf<Money>(json, "ceiling", place);
        controls.closing_balance = leaf<Money>(json, "closing_balance", place);
        if (const auto savings = json.find("savings_withdrawal"); savings != json.end()) {
            controls.savings_withdrawal = savings_from(savings->get_ref<const std::string&>());
        }
        std::set<std::string> staff;
        each(json, "staff_accounts", [&](const Json& account, const std::string& at) {
            once(staff, account.at("iban").get<std::string>(), place + at + "/iban");
            if (const auto iban = leaf<Iban>(account, "iban", place + at)) {
                controls.staff_accounts.push_back({account.at("user"), *iban});
            }
        });
        if (const auto shared = json.find("shared_payee"); shared != json.end()) {
            controls.known_from = shared->at("known_from").get<std::uint32_t>();
        }
        controls.new_beneficiary = json.contains("new_beneficiary");
    }

    const Json& json_;
    Policy policy_;
    Findings findings_;
    std::set<std::string> roles_;
    std::set<std::string> acts_;
};

Json written(const Controls& controls) {
    Json json = Json::object();
    if (controls.above_plan) {
        Json& plan = json["above_plan"];
        plan["margin"] = format(controls.above_plan->margin);
        if (controls.above_plan->margin_share) {
            plan["margin_share"] = money::format(*controls.above_plan->margin_share);
        }
    }
    if (controls.ceiling) {
        json["ceiling"] = format(*controls.ceiling);
    }
    if (controls.closing_balance) {
        json["closing_balance"] = format(*controls.closing_balance);
    }
    if (controls.savings_withdrawal) {
        json["savings_withdrawal"] = name(*controls.savings_withdrawal);
    }
    for (const Staff_account& account : controls.staff_accounts) {
        json["staff_accounts"].push_back({{"user", account.user}, {"iban", account.iban.text()}});
    }
    if (controls.known_from) {
        json["shared_payee"]["known_from"] = *controls.known_from;
    }
    if (controls.new_beneficiary) {
        json["new_beneficiary"] = true;
    }
    return json;
}

Json written(const Right& right) {
    Json json{{"act", name(right.act)}};
    if (!right.users.empty()) {
        json["users"] = right.users;
    }
    if (!right.roles.empty()) {
        json["roles"] = right.roles;
    }
    return json;
}

} // namespace

Result<Policy> read_policy(std::string_view json) {
    static const dossier::Form form(policy_schema_text());
    if (const auto is_well_formed = dossier::check_form(json, form); !is_well_formed) {
        return refuse(is_well_formed.error());
    }
    return read_kept_policy(json);
}

Result<Policy> read_kept_policy(std::string_view json) {
    const Json parsed = Json::parse(json);
    return Policy_reader(parsed).read();
}

std::string write_policy(const Policy& policy) {
    Json json{{"schema", policy_form},
              {"name", policy.name},
              {"signed_approvals", policy.signed_approvals},
              {"roles", Json::array()},
              {"rights", Json::array()}};
    for (const Role& role : policy.roles) {
        json["roles"].push_back({{"role", role.role}, {"users", role.users}});
    }
    for (const Right& right : policy.rights) {
        json["rights"].push_back(written(right));
    }
    json["controls"] = written(policy.controls);
    for (const Known_payee& payee : policy.known_payees) {
        json["known_payees"].push_back({{"name", payee.name}, {"iban", payee.iban.text()}});
    }
    return json.dump(2) + "\n";
}

} // namespace saldo::payments
