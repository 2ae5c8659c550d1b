#include "bank/overlap.hpp"

#include "party/account_number.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace saldo::bank {

namespace {

constexpr int booked_apart_max = 3;
constexpr std::size_t mt940_reference_length = 16;

bool is_cut(const Identity& identity) {
    return identity.format == "mt940";
}

bool are_equal(std::string_view a, std::string_view b, bool cut) {
    return cut ? a.substr(0, mt940_reference_length) == b.substr(0, mt940_reference_length)
               : a == b;
}

/// How many facts both have in common; nothing if two differ.
std::optional<int> facts_in_common(const Identity& a, const Identity& b) {
    int common = a.booked == b.booked ? 1 : 0;
    bool differs = false;
    const auto compare = [&](const std::string& of_a, const std::string& of_b, bool cut) {
        if (of_a.empty() || of_b.empty()) {
            return;
        }
        if (are_equal(of_a, of_b, cut)) {
            ++common;
        } else {
            differs = true;
        }
    };
    const bool cut = is_cut(a) != is_cut(b);
    compare(a.account, b.account, false);
    compare(a.end_to_end_id, b.end_to_end_id, cut);
    compare(a.reference, b.reference, false);
    if (a.format == b.format) {
        compare(a.bank_reference, b.bank_reference, false);
    }
    return differs ? std::nullopt : std::optional(common);
}

bool fits_date(const Identity& a, const Identity& b) {
    return a.booked == b.booked || (a.value && b.value && *a.value == *b.value &&
                                    std::abs(days_between(a.booked, b.booked)) <= booked_apart_max);
}

struct Pair {
    int common = 0;
    std::size_t incoming = 0;
    std::size_t known = 0;
};

} // namespace

std::string_view family_of(std::string_view format) {
    return format.substr(0, format.find_first_of(".-"));
}

Identity identity_of(const Movement& movement, std::string_view format, Date if_undated) {
    const bool is_reference = movement.communication.kind == Communication::Kind::ogm ||
                              movement.communication.kind == Communication::Kind::rf;
    const bool has_id = movement.end_to_end_id != "NOTPROVIDED";
    const Date booked =
        movement.booking_date ? *movement.booking_date : movement.value_date.value_or(if_undated);
    return {booked,
            movement.value_date,
            movement.amount,
            party::normal_account(movement.counterparty.account),
            std::string(has_id ? movement.end_to_end_id : std::string_view()),
            std::string(is_reference ? movement.communication.text : std::string_view()),
            std::string(movement.bank_reference),
            std::string(family_of(format))};
}

bool may_be_same(const Identity& a, const Identity& b) {
    return a.amount == b.amount && fits_date(a, b) && facts_in_common(a, b).has_value();
}

std::vector<std::optional<std::size_t>> find_known(std::span<const Identity> incoming,
                                                   std::span<const Identity> known) {
    std::multimap<Amount, std::size_t> by_amount;
    for (std::size_t i = 0; i < known.size(); ++i) {
        by_amount.emplace(known[i].amount, i);
    }
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < incoming.size(); ++i) {
        const auto [first, last] = by_amount.equal_range(incoming[i].amount);
        for (auto at = first; at != last; ++at) {
            const Identity& other = known[at->second];
            const auto common =
                fits_date(incoming[i], other) ? facts_in_common(incoming[i], other) : std::nullopt;
            if (common) {
                pairs.push_back({*common, i, at->second});
            }
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& a, const Pair& b) { return a.common > b.common; });
    std::vector<std::optional<std::size_t>> found(incoming.size());
    std::vector<bool> given(known.size(), false);
    for (const Pair& pair : pairs) {
        if (!found[pair.incoming] && !given[pair.known]) {
            found[pair.incoming] = pair.known;
            given[pair.known] = true;
        }
    }
    return found;
}

} // namespace saldo::bank
