#include "law/taken.hpp"

#include "law/codes.hpp"

namespace saldo::law {

const Figure* Taken::take(std::string_view key) {
    const Figure* row = figures_.find(key, on_);
    if (row == nullptr) {
        missing_.append(missing_.empty() ? "" : ", ").append(key);
    } else {
        rows_.push_back(row);
    }
    return row;
}

Money Taken::money(std::string_view key) {
    const Figure* row = take(key);
    return row == nullptr ? Money::zero() : money::parse(row->value).value();
}

money::Rate Taken::percent(std::string_view key) {
    const Figure* row = take(key);
    return row == nullptr ? money::Rate::of(0, 1) : money::parse_percent(row->value).value();
}

std::optional<Refusal> Taken::missing() const {
    if (missing_.empty()) {
        return std::nullopt;
    }
    return Refusal(
        {not_in_force, Severity::error, {}, {{"figure", missing_}, {"on", calendar::format(on_)}}});
}

Findings Taken::findings() const {
    Findings findings;
    for (const Figure* row : rows_) {
        if (row->status == Status::derived || row->status == Status::memory) {
            findings.push_back({unverified,
                                Severity::warning,
                                {},
                                {{"figure", row->key},
                                 {"from", calendar::format(row->in_force.from())},
                                 {"status", std::string(name_in(status_names, row->status))}}});
        }
    }
    return findings;
}

} // namespace saldo::law
