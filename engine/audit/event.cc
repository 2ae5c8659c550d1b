#include "audit/event.hpp"

#include <algorithm>

namespace saldo::audit {

const std::string& fact(const Event& event, std::string_view name) {
    static const std::string none;
    const auto found = std::ranges::find(event.facts, name, &Param::name);
    return found == event.facts.end() ? none : found->value;
}

void canonical_bytes(Canonical_bytes& out, const Event& event) {
    out.start("saldo.event.1");
    out.add(static_cast<std::int64_t>(event.number));
    out.add(std::int64_t{event.as_of.days()});
    out.add(event.user);
    out.add(event.kind);
    out.add(event.dossier);
    out.add(static_cast<std::int64_t>(event.facts.size()));
    for (const Param& fact : event.facts) {
        out.add(fact.name);
        out.add(fact.value);
    }
}

} // namespace saldo::audit
