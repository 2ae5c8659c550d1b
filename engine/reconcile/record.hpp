#pragma once

#include "reconcile/postings.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What the note of an entry keeps of explanations, and reads back. The chain covers notes, so what
/// was decided and why cannot change afterwards. The form is stored: do not change it.
///
///     one part, explained     days=-2 difference=0.00 rule=7
///     one part, sent back     original=12
///     one part, of an order   days=1 order=R2026-0001-000087, if the movement does not name it
///     one part, in suspense   several_fit
///     details of a total      13 own_order; 14 mandate expense:gas due=2026-03-01 days=2 …;
///                             15 suspense nothing_fits
namespace saldo::reconcile {

/// The note of the entry of a movement with these parts.
[[nodiscard]] std::string note_of(std::span<const Part> parts);

/// The figures of a decision, as one part has them; empty if there are none.
[[nodiscard]] std::string note_of(const Grounds& grounds);

/// The figures in the note of an entry of one part. What is none of ours (a person's words) gives
/// none.
[[nodiscard]] Grounds grounds_from(std::string_view note);

/// The explanations of details of a total, by movement; the amounts are those of the movements and
/// so are the orders. Nothing if the note is not of that form.
[[nodiscard]] std::vector<Part> parts_from(std::string_view note);

} // namespace saldo::reconcile
