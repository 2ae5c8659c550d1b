#pragma once

#include "base/finding.hpp"

#include <cstdint>

namespace saldo::bank {

/// Collects what a reader finds, up to a limit, so that a file of rubbish cannot fill the memory.
/// Beyond the limit one last finding tells how many were left out; it is an error if one of them
/// was.
class Report {
public:
    static constexpr std::size_t findings_max = 1'000;

    explicit Report(Findings& findings) : findings_(&findings) {}

    /// Where findings go from now on; those before count on, since the limit is one of the file.
    void go_on_in(Findings& findings) { findings_ = &findings; }

    void add(Code code, Severity severity, Where where, Params params = {});

    /// To be called once, after reading.
    void finish();

private:
    Findings* findings_;
    std::size_t count_ = 0;
    std::uint64_t left_out_ = 0;
    Severity worst_left_out_ = Severity::info;
};

} // namespace saldo::bank
