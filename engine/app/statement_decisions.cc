#include "app/statement_decisions.hpp"

#include "bank/stream.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

/// Calls `visit` with each part of the file until it says no. Refuses what the reader does.
template <class Visit> Result<Done> each_part(const Readable_file& file, Visit visit) {
    const auto stream = bank::open_stream(file.source, file.format);
    if (!stream) {
        return refuse(stream.error().in_file(file.name));
    }
    bank::Statement_file part;
    for (;;) {
        const Result<bool> more = (*stream)->next(part);
        if (!more) {
            return refuse(more.error().in_file(file.name));
        }
        if (!*more || !visit(part)) {
            return Done();
        }
    }
}

bool is_wanted(const Readable_file& file, const bank::Statement& statement) {
    return !file.is_wanted || file.is_wanted(statement);
}

/// The first reading of a file.
class First_reading {
public:
    First_reading(Desk& desk, const Readable_file& file) : desk_(desk), file_(file) {}

    void take(bank::Statement_file& part);
    [[nodiscard]] Result<Statement_decisions> finish();

private:
    Desk& desk_;
    const Readable_file& file_;
    Statement_decisions decided_;
    Findings faults_; ///< of the reader: after one, nothing is decided
};

void First_reading::take(bank::Statement_file& part) {
    if (!decided_.intake) {
        decided_.format = part.format;
        decided_.intake = std::make_unique<Intake>(desk_, file_.name, decided_.format);
    }
    for (Finding& finding : part.findings) {
        finding.where.file = file_.name;
        (finding.severity == Severity::error ? faults_ : decided_.findings)
            .push_back(std::move(finding));
    }
    for (const bank::Statement& statement : part.statements) {
        if (!faults_.empty() || !is_wanted(file_, statement)) {
            continue;
        }
        if (auto decision = decided_.intake->decide(statement)) {
            decided_.decisions.push_back(*std::move(decision));
        }
    }
}

Result<Statement_decisions> First_reading::finish() {
    if (!faults_.empty()) {
        return refuse(Refusal(std::move(faults_)));
    }
    if (!decided_.intake->faults().empty()) {
        return refuse(Refusal(std::move(decided_.intake->faults())));
    }
    const Findings& more = decided_.intake->findings();
    decided_.findings.insert(decided_.findings.end(), more.begin(), more.end());
    return std::move(decided_);
}

} // namespace

Result<Statement_decisions> decide_statements(Desk& desk, const Readable_file& file) {
    First_reading reading(desk, file);
    const auto read = each_part(file, [&](bank::Statement_file& part) {
        reading.take(part);
        return true;
    });
    return read ? reading.finish() : refuse(read.error());
}

bool book_statements(Statement_booking& booking,
                     const Readable_file& file,
                     std::span<const Decision> decisions,
                     std::vector<Imported_statement>& booked) {
    const auto book = [&](const bank::Statement& statement) {
        if (decisions.empty() || decisions.front().line != statement.line) {
            return false;
        }
        const std::optional<Booking>& decided = decisions.front().booking;
        decisions = decisions.subspan(1);
        if (decided && is_as_decided(*decided, statement)) {
            booked.push_back(booking.book(*decided, statement));
            return true;
        }
        return !decided;
    };
    bool is_same = true;
    const auto read = each_part(file, [&](const bank::Statement_file& part) {
        is_same = std::ranges::all_of(part.statements, [&](const bank::Statement& statement) {
            return !is_wanted(file, statement) || book(statement);
        });
        return is_same;
    });
    return read && is_same && decisions.empty();
}

} // namespace saldo::app
