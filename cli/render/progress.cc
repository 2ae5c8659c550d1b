#include "cli/render/progress.hpp"

#include "cli/render/width.hpp"

#include <ostream>

namespace saldo::render {

using namespace std::chrono_literals;

Progress::Progress(
    std::ostream& err, bool shown, Elapsed elapsed, std::string label, std::size_t total)
    : err_(err), shown_(shown), elapsed_(std::move(elapsed)), label_(std::move(label)),
      total_(total) {
    if (shown_) {
        next_ = elapsed_() + 1s;
    }
}

Progress::~Progress() {
    if (written_ != 0) {
        err_ << '\r' << std::string(written_, ' ') << '\r' << std::flush;
    }
}

void Progress::at(std::size_t done) {
    if (!shown_) {
        return;
    }
    const std::chrono::milliseconds now = elapsed_();
    if (now < next_) {
        return;
    }
    next_ = now + 100ms;
    const std::string line = label_ + " " + std::to_string(done) + "/" + std::to_string(total_);
    written_ = width(line);
    err_ << '\r' << line << std::flush;
}

} // namespace saldo::render
