#include "bank/statement.hpp"

#include "base/invariant.hpp"

#include <cstring>

namespace saldo::bank {

std::string_view name(Communication::Kind kind) {
    switch (kind) {
    case Communication::Kind::none:
        return "none";
    case Communication::Kind::free:
        return "free";
    case Communication::Kind::ogm:
        return "ogm";
    case Communication::Kind::rf:
        return "rf";
    case Communication::Kind::structured:
        return "structured";
    }
    broken_contract("every kind of communication has a name", __FILE__, __LINE__);
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
