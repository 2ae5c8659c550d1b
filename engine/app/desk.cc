#include "app/desk.hpp"

#include "audit/chain.hpp"
#include "base/invariant.hpp"

namespace saldo::app {

std::uint64_t Desk::post(const Dossier_row& dossier, ledger::Draft draft) {
    invariant(ledger::check(draft).has_value(), "an entry balances in both views");
    Journal& journal = work_.journal();
    const Head head = journal.head(dossier.id);
    Entry entry{head.number + 1, std::move(draft), actor_, {}};
    ledger::canonical_bytes(bytes_, dossier.number, entry.number, entry.draft, entry.actor);
    entry.digest = audit::link(head.digest, bytes_.bytes());
    journal.append(dossier.id, entry);
    return entry.number;
}

void Desk::record(std::string_view kind, std::string_view dossier, Params facts) {
    const audit::Event_head head = work_.events().head();
    audit::Event event{head.number + 1,      actor_.as_of,     actor_.user, std::string(kind),
                       std::string(dossier), std::move(facts), {}};
    audit::canonical_bytes(bytes_, event);
    event.digest = audit::link(head.digest, bytes_.bytes());
    work_.events().append(event);
}

} // namespace saldo::app
