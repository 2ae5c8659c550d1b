// The reader of figures takes any bytes without harm, and rows it takes never overlap.
#include "law/figures.hpp"

#include <cstdint>
#include <cstdlib>

using namespace saldo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const law::Figures shipped = law::Figures::shipped();
    const auto figures = shipped.with(std::string(data, data + size));
    if (!figures) {
        return 0;
    }
    const auto rows = figures->all();
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto until = rows[i - 1].in_force.until();
        if (rows[i - 1].key == rows[i].key && (!until || *until > rows[i].in_force.from())) {
            std::abort();
        }
    }
    return 0;
}
