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
    invariant(bytes_ == nullptr, "a statement file is read from one text");
    bytes_ = std::make_unique<const std::string>(std::move(bytes));
    return *bytes_;
}

} // namespace saldo::bank
