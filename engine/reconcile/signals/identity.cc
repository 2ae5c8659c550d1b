#include "reconcile/signals/signal.hpp"

#include <algorithm>
#include <string_view>

namespace saldo::reconcile {

namespace {

bool changes_by_itself(const Param& fact) {
    constexpr std::array<std::string_view, 3> names{"read_through", "days", "until"};
    return std::ranges::find(names, fact.name) != names.end();
}

void add(Canonical_bytes& out, std::optional<Date> date) {
    out.add(date ? calendar::format(*date) : std::string());
}

void add(Canonical_bytes& out, std::optional<Money> amount) {
    out.add(amount ? format(*amount) : std::string());
}

} // namespace

bool is_of_balance(Signal_code code) {
    return code == Signal_code::negative_balance || code == Signal_code::low_balance;
}

void add_identity(Canonical_bytes& out, const Signal& signal) {
    out.add(name(signal.code));
    out.add(saldo::name(signal.severity));
    out.add(signal.account);
    add(out, is_of_balance(signal.code) ? std::nullopt : std::optional(signal.date));
    out.add(signal.subject);
    add(out, signal.due);
    out.add(signal.movement ? signal.movement->value : std::int64_t{0});
    add(out, signal.stated);
    add(out, signal.expected);
    for (const Param& fact : signal.facts) {
        if (!changes_by_itself(fact)) {
            out.add(fact.name);
            out.add(fact.value);
        }
    }
}

} // namespace saldo::reconcile
