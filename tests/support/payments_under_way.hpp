#pragma once

#include "support/book.hpp"

#include <rapidcheck.h>

namespace saldo::test {

/// The runs of a book on one day, in any order of acts, with what the bank was told to pay, as far
/// as it is for subjects that begin so.
class Payments_under_way {
public:
    Payments_under_way(Book& book, std::string today, std::string subjects)
        : book_(book), today_(std::move(today)), subjects_(std::move(subjects)) {}

    void take(const Result<app::Run_sheet>& prepared) {
        if (prepared) {
            waiting_.push_back(*prepared);
        }
    }

    /// Approves and exports the run that waits longest.
    void leave() {
        if (waiting_.empty()) {
            return;
        }
        const app::Run_sheet sheet = waiting_.front();
        waiting_.erase(waiting_.begin());
        RC_ASSERT(book_.approve(today_, sheet.run.number).has_value());
        RC_ASSERT(book_.export_run(today_, sheet.run.number).has_value());
        for (const payments::Run_line& line : sheet.lines) {
            const std::string& subject = line.proposal.occurrence.subject;
            if (!line.end_to_end_id.empty() && subject.starts_with(subjects_)) {
                sent_.push_back({line});
            }
        }
    }

    void cancel_run() {
        if (!waiting_.empty()) {
            RC_ASSERT(book_.cancel(today_, waiting_.back().run.number).has_value());
            waiting_.pop_back();
        }
    }

    /// The bank carries out a payment, or sends back one that it carried out.
    void answer() {
        if (sent_.empty()) {
            return;
        }
        Sent& sent = sent_[*rc::gen::inRange<std::size_t>(0, sent_.size())];
        if (sent.came_back) {
            return;
        }
        RC_ASSERT(book_.carry_out(sent.line, sent.executed, ++statement_).has_value());
        sent.came_back = sent.executed;
        sent.executed = true;
    }

    /// What was sent and did not come back.
    [[nodiscard]] Money paid_on(std::string_view subject) const {
        Money paid = Money::zero();
        for (const Sent& sent : sent_) {
            const bool counts = sent.line.proposal.occurrence.subject == subject;
            paid += counts && !sent.came_back ? sent.line.proposal.amount : Money::zero();
        }
        return paid;
    }

private:
    struct Sent {
        payments::Run_line line;
        bool executed = false;
        bool came_back = false;
    };

    Book& book_;
    std::string today_;
    std::string subjects_;
    std::uint32_t statement_ = 11;
    std::vector<app::Run_sheet> waiting_;
    std::vector<Sent> sent_;
};

} // namespace saldo::test
