// Goal: no pattern or param breaks the message template. Method: the first line of the input is the
// pattern, each further line a param `name=value`; without holes a pattern comes out as it is.
#include "base/invariant.hpp"
#include "cli/i18n/texts.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace saldo;
    std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::string_view pattern = input.substr(0, input.find('\n'));
    input.remove_prefix(std::min(input.size(), pattern.size() + 1));
    Params params;
    while (!input.empty()) {
        const std::string_view line = input.substr(0, input.find('\n'));
        const std::size_t equals = std::min(line.find('='), line.size());
        params.push_back({std::string(line.substr(0, equals)),
                          std::string(line.substr(std::min(equals + 1, line.size())))});
        input.remove_prefix(std::min(input.size(), line.size() + 1));
    }
    const std::string filled = i18n::fill(pattern, params);
    if (pattern.find('{') == std::string_view::npos || params.empty()) {
        invariant(filled == pattern, "a pattern without anything to fill stays as it is");
    }
    return 0;
}
