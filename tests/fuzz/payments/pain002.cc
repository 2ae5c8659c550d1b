// The reader of answers takes any bytes without harm, and what it reads is laid on a payment file
// without harm: one status at most for each payment, of a level that spoke.
#include "payments/pain002/fold.hpp"
#include "payments/pain002/read.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace saldo;
using namespace saldo::payments::pain002;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data, data + size);
    const auto report = read(bytes);
    if (!report) {
        return 0;
    }
    const std::array orders{Order{"R2026-0001-000001", "R2026-0001-P0001", Money::cents(65'000)},
                            Order{"R2026-0001-000002", "R2026-0001-P0001", Money::cents(8'500)},
                            Order{"R2026-0001-000003", "R2026-0001-P0002", Money::cents(8'500)}};
    const Folded folded = fold(*report, orders);
    if (folded.statuses.size() != orders.size()) {
        std::abort();
    }
    for (const auto& status : folded.statuses) {
        if (status && (status->code.empty() ||
                       (report->blocks.empty() && status->code != report->said.status))) {
            std::abort();
        }
    }
    return 0;
}
