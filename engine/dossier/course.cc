#include "dossier/course.hpp"

#include "dossier/dossier.hpp"

#include <algorithm>

namespace saldo::dossier {

namespace {

bool is_excepted(const Payer_change& change, Date due) {
    return std::ranges::find(change.except, due, &Excepted_due::due) != change.except.end();
}

/// From its first day on but for its exceptions, and before it only for those.
bool is_for(const Payer_change& change, Date due) {
    return (change.from <= due) != is_excepted(change, due);
}

} // namespace

const Rung_move* rung_on(const Course& course, Date day, Date known) {
    const Rung_move* found = nullptr;
    for (const Rung_move& move : course.moves) {
        if (move.decided <= known && move.from <= day) {
            found = &move;
        }
    }
    return found;
}

Paid_by paid_by(const Budget_line& line, Date due, Date known) {
    Paid_by by{line.payer};
    for (const Payer_change& change : line.payer_changes) {
        if (change.decided <= known && is_for(change, due)) {
            by = {change.payer, change.gives ? &*change.gives : nullptr, &change};
        }
    }
    return by;
}

Paid_by paid_by(const Budget_line& line, Date due) {
    return paid_by(line, due, line.payer_changes.empty() ? due : line.payer_changes.back().decided);
}

} // namespace saldo::dossier
