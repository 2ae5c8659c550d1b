#pragma once

#include <chrono>
#include <functional>
#include <iosfwd>
#include <string>

namespace saldo::render {

/// Time since the program began, from a clock that never goes back. Only what people see while
/// they wait depends on it.
using Elapsed = std::function<std::chrono::milliseconds()>;

/// One line on stderr that says how far a long work is: nothing during the first second, then at
/// most ten times a second, wiped when the work ends.
class Progress {
public:
    /// `shown` is false when stderr is no terminal; then nothing is ever written.
    Progress(std::ostream& err, bool shown, Elapsed elapsed, std::string label, std::size_t total);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void at(std::size_t done);

private:
    std::ostream& err_;
    bool shown_;
    Elapsed elapsed_;
    std::string label_;
    std::size_t total_;
    std::chrono::milliseconds next_{};
    std::size_t written_ = 0; ///< columns of the line now on screen
};

} // namespace saldo::render
