#pragma once

#include "base/finding.hpp"

#include <tl/expected.hpp>

namespace saldo {

/// An expected failure: bad input or a rule that says no. At least one finding, all of them when
/// several can be shown at once. Environment failures throw; broken contracts abort.
class Refusal {
public:
    explicit Refusal(Finding finding) { findings_.push_back(std::move(finding)); }

    /// All findings of one refusal; the list must not be empty.
    explicit Refusal(Findings findings);

    [[nodiscard]] const Finding& first() const { return findings_.front(); }

    [[nodiscard]] const Findings& findings() const { return findings_; }

    [[nodiscard]] Code code() const { return findings_.front().code; }

    /// The same refusal with the file name filled in where it was not known.
    [[nodiscard]] Refusal in_file(std::string_view file) const;

    friend bool operator==(const Refusal&, const Refusal&) = default;

private:
    Findings findings_;
};

template <class T> using Result = tl::expected<T, Refusal>;

/// The answer of an operation that has none besides success.
struct Done {
    friend bool operator==(Done, Done) = default;
};

[[nodiscard]] tl::unexpected<Refusal> refuse(Code code, Params params = {}, Where where = {});

[[nodiscard]] tl::unexpected<Refusal> refuse(Refusal refusal);

} // namespace saldo
