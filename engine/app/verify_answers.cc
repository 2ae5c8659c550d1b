#include "app/verify_answers.hpp"

#include "app/answers.hpp"
#include "app/codes.hpp"
#include "app/kept_files.hpp"
#include "payments/pain002/read.hpp"

#include <algorithm>
#include <map>

namespace saldo::app {

namespace {

namespace pain002 = payments::pain002;
using payments::Line_state;

/// The rows that the bytes of an answer lead to; none if they cannot be read.
std::vector<Status_row> rows_of(Unit_of_work& work,
                                const payments::Run& run,
                                const Answer_row& answer,
                                const std::string& bytes) {
    std::vector<Status_row> rows;
    const auto report = pain002::read(bytes);
    if (!report || report->message_id != answer.message_id || report->created != answer.created) {
        return rows;
    }
    const Orders_of_file orders = orders_of(work, run, report->original_id);
    const pain002::Folded folded = pain002::fold(*report, orders.orders);
    for (std::size_t at = 0; at < orders.lines.size(); ++at) {
        if (folded.statuses[at]) {
            rows.push_back({answer.file, orders.lines[at].id, *folded.statuses[at]});
        }
    }
    return rows;
}

class Check {
public:
    Check(Unit_of_work& work, Findings& findings) : work_(work), findings_(findings) {
        for (File_row& file : work.statements().files()) {
            files_.emplace(file.id, std::move(file));
        }
        for (Answer_row& row : work.answers().all()) {
            by_run_[row.run].push_back(std::move(row));
        }
    }

    void run(const payments::Run& run, Logged_answers& logged);
    void missing(const Logged_answers& logged);

private:
    void add(Code code, Params params) {
        findings_.push_back({code, Severity::error, {}, std::move(params)});
    }

    void
    answer(const Answer_row& row, const std::vector<Status_row>& stored, const payments::Run& run);
    void states(const std::vector<payments::Run_line>& lines,
                const std::vector<Status_row>& stored);

    Unit_of_work& work_;
    Findings& findings_;
    std::map<File_id, File_row> files_;
    std::map<Run_id, std::vector<Answer_row>> by_run_;
};

void Check::answer(const Answer_row& row,
                   const std::vector<Status_row>& stored,
                   const payments::Run& run) {
    std::vector<Status_row> of_answer;
    std::ranges::copy_if(stored, std::back_inserter(of_answer),
                         [&](const Status_row& each) { return each.answer == row.file; });
    std::vector<Status_row> computed = rows_of(work_, run, row, kept_bytes(work_, row.file));
    std::ranges::sort(computed, {}, &Status_row::line);
    if (computed != of_answer) {
        add(answer_changed, {{"run", run.number}, {"file", files_.at(row.file).name}});
    }
}

void Check::states(const std::vector<payments::Run_line>& lines,
                   const std::vector<Status_row>& stored) {
    std::set<Run_line_id> rejected;
    for (const Status_row& row : stored) {
        if (pain002::is_rejection(row.status)) {
            rejected.insert(row.line);
        }
    }
    for (const payments::Run_line& line : lines) {
        const bool is_rejected = rejected.contains(line.id);
        if ((line.state == Line_state::rejected && !is_rejected) ||
            (line.state == Line_state::exported && is_rejected)) {
            add(rejection_changed, {{"id", line.end_to_end_id}});
        }
    }
}

void Check::run(const payments::Run& run, Logged_answers& logged) {
    const std::vector<Status_row> stored = work_.answers().statuses(run.id);
    for (const Answer_row& row : by_run_[run.id]) {
        const auto file = files_.find(row.file);
        if (logged.erase({run.number, to_hex(file->second.sha256)}) == 0) {
            add(answer_changed, {{"run", run.number}, {"file", file->second.name}});
        }
        answer(row, stored, run);
    }
    states(work_.runs().lines(run.id), stored);
}

void Check::missing(const Logged_answers& logged) {
    for (const auto& [run, digest] : logged) {
        add(answer_changed, {{"run", run}, {"file", digest}});
    }
}

} // namespace

void verify_answers(Unit_of_work& work, Logged_answers logged, Findings& findings) {
    Check check(work, findings);
    for (const payments::Run& run : work.runs().all()) {
        check.run(run, logged);
    }
    check.missing(logged);
}

} // namespace saldo::app
