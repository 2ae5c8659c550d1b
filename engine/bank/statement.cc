#include "bank/statement.hpp"

#include "base/invariant.hpp"

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

} // namespace saldo::bank
