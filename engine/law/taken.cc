#include "law/taken.hpp"

#include "base/text.hpp"
#include "law/codes.hpp"

#include <algorithm>

namespace saldo::law {

namespace {

Finding not_verified(const Figure& figure) {
    return {unverified,
            Severity::warning,
            {},
            {{"figure", figure.key},
             {"from", calendar::format(figure.in_force.from())},
             {"status", std::string(name_in(status_names, figure.status))}}};
}

} // namespace

const Figure* Taken::row(std::string_view key) {
    const Figure* found = figures_.find(key, on_);
    if (found == nullptr) {
        if (std::ranges::find(missing_, key) == missing_.end()) {
            missing_.emplace_back(key);
        }
    } else if (std::ranges::find(rows_, found) == rows_.end()) {
        rows_.push_back(found);
    }
    return found;
}

Money Taken::money(std::string_view key) {
    const Figure* found = row(key);
    return found == nullptr ? Money::zero() : money::parse(found->value).value();
}

money::Rate Taken::percent(std::string_view key) {
    const Figure* found = row(key);
    return found == nullptr ? money::Rate::of(0, 1) : money::parse_percent(found->value).value();
}

money::Rate Taken::factor(std::string_view key) {
    const Figure* found = row(key);
    return found == nullptr ? money::Rate::of(0, 1) : money::parse_rate(found->value).value();
}

std::int32_t Taken::count(std::string_view key) {
    const Figure* found = row(key);
    return found == nullptr ? 0 : text::to_integer<std::int32_t>(found->value).value();
}

std::optional<Refusal> Taken::missing() const {
    if (missing_.empty()) {
        return std::nullopt;
    }
    std::string keys;
    for (const std::string& key : missing_) {
        keys.append(keys.empty() ? "" : ", ").append(key);
    }
    return Refusal(
        {not_in_force, Severity::error, {}, {{"figure", keys}, {"on", calendar::format(on_)}}});
}

Findings Taken::findings() const {
    Findings findings;
    for (const Figure* row : rows_) {
        if (is_unverified(row->status)) {
            findings.push_back(not_verified(*row));
        }
    }
    return findings;
}

} // namespace saldo::law
