// The reader of flows takes any bytes without harm, and of what it reads a rate is found or
// refused.
#include "law/apr.hpp"

#include <cstdint>
#include <cstdlib>

using namespace saldo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto flows = law::read_flows(std::string(data, data + size));
    if (!flows || flows->size() > 50) { // more only take longer
        return 0;
    }
    static const law::Figures figures = law::Figures::shipped();
    const auto answer =
        law::apr(figures, {*flows, law::Intervals::standard, {}, {}, *Date::of(2026, 11, 25)});
    if (answer && answer->steps.size() != flows->size()) {
        std::abort();
    }
    return 0;
}
