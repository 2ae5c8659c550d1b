#pragma once

#include "app/payers.hpp"
#include "payments/pain001/context.hpp"

namespace saldo::app {

/// What the book knows on the day a run is to leave, for the rules P01 to P28.
[[nodiscard]] payments::pain001::Context
export_context(Desk& desk, const Run_sheet& sheet, const Payers& payers);

/// What is left for the next file of the run once this one has gone.
void leave(payments::pain001::Context& context, const payments::pain001::Message& file);

} // namespace saldo::app
