// Goal: short work shows nothing, long work shows one line that is wiped at the end. Method: a
// clock set by hand.
#include "cli/render/progress.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace saldo;
using namespace std::chrono_literals;

TEST_CASE("nothing is written during the first second") {
    std::ostringstream err;
    std::chrono::milliseconds now = 5s;
    {
        render::Progress progress(
            err, true, [&] { return now; }, "files", 3);
        now = 5'999ms;
        progress.at(1);
    }
    CHECK(err.str().empty());
}

TEST_CASE("after a second there is at most one line per tenth, wiped at the end") {
    std::ostringstream err;
    std::chrono::milliseconds now = 0s;
    {
        render::Progress progress(
            err, true, [&] { return now; }, "files", 30);
        now = 1'000ms;
        progress.at(10);
        now = 1'050ms;
        progress.at(11);
        now = 1'100ms;
        progress.at(12);
    }
    CHECK(err.str() == "\rfiles 10/30\rfiles 12/30\r           \r");
}

TEST_CASE("without a terminal nothing is ever written") {
    std::ostringstream err;
    std::chrono::milliseconds now = 0s;
    {
        render::Progress progress(
            err, false, [&] { return now; }, "files", 3);
        now = 10s;
        progress.at(2);
    }
    CHECK(err.str().empty());
}
