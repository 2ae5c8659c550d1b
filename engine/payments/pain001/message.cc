#include "payments/pain001/message.hpp"

namespace saldo::payments::pain001 {

std::string_view name(Version version) {
    return version == Version::v03 ? "03" : "09";
}

std::optional<Version> version_from(std::string_view text) {
    for (const Version version : {Version::v03, Version::v09}) {
        if (name(version) == text) {
            return version;
        }
    }
    return std::nullopt;
}

std::size_t count(const Message& message) {
    std::size_t count = 0;
    for (const Block& block : message.blocks) {
        count += block.transfers.size();
    }
    return count;
}

Money total(const Block& block) {
    Money sum = Money::zero();
    for (const Transfer& transfer : block.transfers) {
        sum += transfer.amount;
    }
    return sum;
}

Money total(const Message& message) {
    Money sum = Money::zero();
    for (const Block& block : message.blocks) {
        sum += total(block);
    }
    return sum;
}

} // namespace saldo::payments::pain001
