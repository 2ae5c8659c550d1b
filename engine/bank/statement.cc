#include "bank/statement.hpp"

#include "base/named.hpp"

#include <cstring>

namespace saldo::bank {

std::string_view name(Communication::Kind kind) {
    using enum Communication::Kind;
    constexpr std::array names{Named{none, "none"}, Named{free, "free"}, Named{ogm, "ogm"},
                               Named{rf, "rf"}, Named{structured, "structured"}};
    return name_in(names, kind);
}

std::string_view Statement_file::keep(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    auto* copy = static_cast<char*>(texts_->allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
}

std::string_view Statement_file::keep_bytes(std::string bytes) {
    const auto kept = std::make_shared<const std::string>(std::move(bytes));
    hold(kept);
    return *kept;
}

void Statement_file::clear() {
    format = {};
    statements.clear();
    findings.clear();
    held_.clear();
    texts_->release();
}

} // namespace saldo::bank
