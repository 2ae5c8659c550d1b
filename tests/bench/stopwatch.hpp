#pragma once

#include <algorithm>
#include <ctime>
#include <vector>

namespace saldo::bench {

/// Seconds by the clock on the wall and of this process's work.
struct Seconds {
    double wall = 0;
    double work = 0;
};

class Stopwatch {
public:
    [[nodiscard]] Seconds elapsed() const {
        return {read(CLOCK_MONOTONIC) - wall_, read(CLOCK_PROCESS_CPUTIME_ID) - work_};
    }

private:
    static double read(clockid_t clock) {
        timespec now{};
        clock_gettime(clock, &now);
        return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
    }

    double wall_ = read(CLOCK_MONOTONIC);
    double work_ = read(CLOCK_PROCESS_CPUTIME_ID);
};

/// What one thing took, each time it was done.
class Times {
public:
    template <class Act> auto measure(Act act) {
        const Stopwatch stopwatch;
        auto answer = act();
        const Seconds seconds = stopwatch.elapsed();
        wall_.push_back(seconds.wall);
        work_.push_back(seconds.work);
        return answer;
    }

    [[nodiscard]] Seconds sum() const { return {sum(wall_), sum(work_)}; }

    [[nodiscard]] Seconds median() const { return {median(wall_), median(work_)}; }

    [[nodiscard]] double longest() const { return *std::max_element(wall_.begin(), wall_.end()); }

private:
    static double sum(const std::vector<double>& all) {
        double total = 0;
        for (const double each : all) {
            total += each;
        }
        return total;
    }

    static double median(std::vector<double> all) {
        std::sort(all.begin(), all.end());
        return all[all.size() / 2];
    }

    std::vector<double> wall_;
    std::vector<double> work_;
};

} // namespace saldo::bench
