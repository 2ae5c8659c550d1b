#include "plans/codes.hpp"
#include "plans/plan_document.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace saldo::plans {

namespace {

/// Looks through a plan and gathers what does not go together.
class Plan_check {
public:
    explicit Plan_check(const Plan& plan) : plan_(plan) {
        for (const Class& each : plan.classes) {
            methods_.emplace(each.id, each.method);
        }
    }

    Findings findings() && {
        std::set<Date> days;
        for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
            once(days, plan_.steps[i].from, item("steps", i) + "/from");
            check(plan_.steps[i], item("steps", i));
        }
        check_classes();
        std::set<std::string> ids;
        for (std::size_t i = 0; i < plan_.creditors.size(); ++i) {
            once(ids, plan_.creditors[i].id, item("creditors", i) + "/id");
            check(plan_.creditors[i], item("creditors", i));
        }
        return std::move(findings_);
    }

private:
    static std::string item(const char* list, std::size_t index) {
        return std::string("/") + list + "/" + std::to_string(index);
    }

    void fault(Code code, std::string place, Params params = {}) {
        findings_.push_back({code, Severity::error, {{}, 0, std::move(place)}, std::move(params)});
    }

    template <class Key> void once(std::set<Key>& known, const Key& key, std::string place) {
        if (!known.insert(key).second) {
            fault(said_twice, std::move(place));
        }
    }

    void check_classes() {
        const bool is_mixed = plan_.strategy == Strategy::mixed;
        if (is_mixed && plan_.classes.empty()) {
            fault(classes_missing, "");
        }
        if (!is_mixed && !plan_.classes.empty()) {
            fault(classes_not_wanted, "/classes",
                  {{"strategy", std::string(name(plan_.strategy))}});
        }
        std::set<std::string> ids;
        for (std::size_t i = 0; i < plan_.classes.size(); ++i) {
            const Class& each = plan_.classes[i];
            once(ids, each.id, item("classes", i) + "/id");
            if (each.method == Method::token && !is_positive(each.amount)) {
                fault(instalment_missing, item("classes", i), {{"key", "amount"}});
            }
        }
    }

    void check(const Step& step, const std::string& place) {
        if (!plan_.account && (step.income || step.costs || step.living_money)) {
            fault(account_missing, place);
        }
    }

    void check(const Creditor& creditor, const std::string& place) {
        if (creditor.rate_after && !creditor.legal) {
            fault(rate_not_legal, place + "/rate_after");
        }
        if (creditor.interest_due > creditor.balance) {
            fault(interest_above_balance, place + "/interest_due",
                  {{"stated", format(creditor.interest_due)},
                   {"computed", format(creditor.balance)}});
        }
        if (creditor.settlement && creditor.settlement->amount.is_zero()) {
            fault(instalment_missing, place + "/settlement", {{"key", "amount"}});
        }
        if (creditor.settlement) {
            return; // is in no class
        }
        const std::optional<Method> method = method_of(creditor, place);
        if (method == Method::contractual && !is_positive(creditor.contractual)) {
            fault(instalment_missing, place, {{"key", "contractual"}});
        }
        if (method == Method::fixed && !is_positive(creditor.fixed)) {
            fault(instalment_missing, place, {{"key", "fixed"}});
        }
    }

    /// The method by which the creditor is paid, where its class or the strategy tells it.
    std::optional<Method> method_of(const Creditor& creditor, const std::string& place) {
        if (plan_.strategy == Strategy::contractual) {
            return Method::contractual;
        }
        if (plan_.strategy != Strategy::mixed || plan_.classes.empty()) {
            return std::nullopt;
        }
        if (creditor.in_class.empty()) {
            fault(class_missing, place);
            return std::nullopt;
        }
        const auto found = methods_.find(creditor.in_class);
        if (found == methods_.end()) {
            fault(class_unknown, place + "/class", {{"class", creditor.in_class}});
            return std::nullopt;
        }
        return found->second;
    }

    static bool is_positive(const std::optional<Money>& amount) {
        return amount && amount->is_positive();
    }

    const Plan& plan_;
    std::map<std::string, Method> methods_;
    Findings findings_;
};

} // namespace

Findings check(const Plan& plan) {
    return Plan_check(plan).findings();
}

} // namespace saldo::plans
