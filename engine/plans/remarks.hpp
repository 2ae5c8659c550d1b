#pragma once

#include "plans/schedule.hpp"

#include <set>

namespace saldo::plans {

/// What there is to say about a plan while it runs: each thing once for each creditor, for the
/// first month it is so.
class Remarks {
public:
    /// A remark about the plan, or one of its creditors, with the day among its values.
    void once(Code code, const std::string& creditor, Date day, Params params);

    /// Why the plan goes no further.
    void stop(Code code, const std::string& creditor, Params params);

    void see(const Dated_rate& rate, const std::string& creditor, Date since);
    void see(const Share& share, const std::string& creditor, Date day);
    void see(const Month& month, const Terms& terms, const Plan& plan);

    /// All of them, with those that only the end shows.
    [[nodiscard]] Findings of(const Plan& plan, const Schedule& schedule, bool ends) &&;

private:
    std::set<std::pair<std::string_view, std::string>> told_;
    Findings findings_;
};

} // namespace saldo::plans
