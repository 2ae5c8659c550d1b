// Goal: a chain shows every change, removal, insertion and reordering. Method: all of them on a
// short chain of events, and digests that Python's hashlib and struct make of the same layout.
#include "audit/chain.hpp"
#include "audit/event.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <utility>
#include <vector>

using namespace saldo;
using namespace saldo::audit;

namespace {

Event run_approved() {
    return {2,    *Date::of(2026, 3, 5),
            "an", "run.approved",
            "",   {{"run", "R2026-0001"}, {"total", "650.00"}},
            {}};
}

std::string bytes_of(const Event& event) {
    Canonical_bytes bytes;
    canonical_bytes(bytes, event);
    return std::string(bytes.bytes());
}

Digest head_of(const std::vector<std::string>& records) {
    Digest head;
    for (const std::string& record : records) {
        head = link(head, record);
    }
    return head;
}

} // namespace

TEST_CASE("a link is BLAKE2b-256 over the digest before and the bytes") {
    CHECK(to_hex(link(Digest{}, "abc")) ==
          "5db827e5e925e6b933a86596a0446c345c0d74d77f55a751ade5d7c7162eead8");
    CHECK(to_hex(link(Digest{}, bytes_of(run_approved()))) ==
          "55b7765f052a31c38028f4fad175e4a17796cb2250d24f06da96820bf6e3a9ed");
}

TEST_CASE("each field of an event is covered") {
    const std::string original = bytes_of(run_approved());
    const std::vector<std::pair<const char*, void (*)(Event&)>> changes{
        {"number", [](Event& event) { ++event.number; }},
        {"as of", [](Event& event) { event.as_of = event.as_of.plus_days(1); }},
        {"user", [](Event& event) { event.user = "jo"; }},
        {"kind", [](Event& event) { event.kind = "run.prepared"; }},
        {"dossier", [](Event& event) { event.dossier = "2026-0012"; }},
        {"a fact's name", [](Event& event) { event.facts[0].name = "file"; }},
        {"a fact's value", [](Event& event) { event.facts[1].value = "650.01"; }},
        {"order of facts", [](Event& event) { std::swap(event.facts[0], event.facts[1]); }},
        {"a fact less", [](Event& event) { event.facts.pop_back(); }},
        {"where one text ends and the next begins",
         [](Event& event) {
             event.user = "anr";
             event.kind = "un.approved";
         }},
    };
    for (const auto& [name, change] : changes) {
        const auto& what = name;
        CAPTURE(what);
        Event event = run_approved();
        change(event);
        CHECK(bytes_of(event) != original);
    }
}

TEST_CASE("the digest of an event is not part of what it covers") {
    Event event = run_approved();
    event.digest = link(Digest{}, "something");
    CHECK(bytes_of(event) == bytes_of(run_approved()));
}

TEST_CASE("any change of the records changes the head of the chain") {
    CHECK(rc::check("records", [](const std::vector<std::string>& records) {
        RC_PRE(!records.empty());
        const Digest head = head_of(records);
        const auto at = *rc::gen::inRange<std::size_t>(0, records.size());
        const auto offset = static_cast<std::ptrdiff_t>(at);
        auto changed = records;
        changed[at] += 'x';
        RC_ASSERT(head_of(changed) != head);
        auto removed = records;
        removed.erase(removed.begin() + offset);
        RC_ASSERT(head_of(removed) != head);
        auto doubled = records;
        doubled.insert(doubled.begin() + offset, records[at]);
        RC_ASSERT(head_of(doubled) != head);
        auto swapped = records;
        std::swap(swapped[at], swapped[0]);
        RC_ASSERT((head_of(swapped) != head) == (swapped != records));
    }));
}
