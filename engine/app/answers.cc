#include "app/answers.hpp"

#include "app/batches.hpp"
#include "app/codes.hpp"
#include "app/kept_files.hpp"
#include "app/orders.hpp"
#include "payments/pain001/ids.hpp"
#include "payments/pain002/read.hpp"

#include <algorithm>
#include <tuple>

namespace saldo::app {

namespace {

namespace pain002 = payments::pain002;
using pain002::Meaning;
using pain002::Status;
using payments::Line_state;

/// The run of whose files the answer is about one.
std::optional<payments::Run> find_answered(Unit_of_work& work, const pain002::Report& report) {
    const std::string& name = report.original_name;
    if (!name.empty() && !name.starts_with("pain.001")) {
        return std::nullopt;
    }
    auto run = work.runs().find(payments::pain001::run_of_message(report.original_id));
    const bool has_left = run && std::ranges::any_of(run->files, [&](const auto& file) {
                              return file.message_id == report.original_id;
                          });
    return has_left ? std::move(run) : std::nullopt;
}

bool is_known_file(const std::optional<File_row>& file) {
    return file && file->format.starts_with("pain.002.");
}

/// Of two words the later one is greater: a rejection, then any other, then that of a duplicate.
std::tuple<int, std::string, std::size_t>
order_of(const Status& status, const std::string& created, std::size_t arrival) {
    const bool is_duplicate = pain002::meaning_of(status.code) == Meaning::rejected &&
                              pain002::says_duplicate(status.reasons);
    constexpr std::size_t to_the_second = 19; // zones and fractions are not compared
    return {is_duplicate                    ? 0
            : pain002::is_rejection(status) ? 2
                                            : 1,
            created.substr(0, to_the_second), arrival};
}

/// An answer to a run of which the bytes are new.
class Taking {
public:
    Taking(Desk& desk, const Input_file& file, Digest sha256, const pain002::Report& report)
        : desk_(desk), file_(file), report_(report) {
        taken_.name = file.name;
        taken_.sha256 = sha256;
    }

    Taken_answer take(const payments::Run& run);

private:
    void warn(Code code, Params params) {
        taken_.findings.push_back(
            {code, Severity::warning, {file_.name, 0, {}}, std::move(params)});
    }

    void look_for_id(Run_id run);
    void keep(const payments::Run& run);
    void take(Answered_line& answered);
    void record(const payments::Run& run);

    Desk& desk_;
    const Input_file& file_;
    const pain002::Report& report_;
    Taken_answer taken_;
    File_id id_;
    std::uint64_t rejected_ = 0;
};

void Taking::look_for_id(Run_id run) {
    const auto answers = desk_.work().answers().all();
    const bool is_known = std::ranges::any_of(answers, [&](const Answer_row& row) {
        return row.run == run && row.message_id == report_.message_id;
    });
    if (is_known) {
        warn(answer_id_repeated, {{"id", report_.message_id}});
    }
}

void Taking::keep(const payments::Run& run) {
    Unit_of_work& work = desk_.work();
    id_ = work.statements().add_file(
        {{}, file_.name, taken_.sha256, report_.version, file_.bytes.size(), desk_.actor()});
    const bank::Source source = bank::source_of(file_.bytes);
    static_cast<void>(File_keeper(work.bank_files(), id_, source).finish());
    work.answers().add({id_, run.id, report_.message_id, report_.created});
}

/// A statement is the proof of a payment, an answer is not.
void Taking::take(Answered_line& answered) {
    const Status& status = *answered.status;
    payments::Run_line& line = answered.line;
    desk_.work().answers().add(Status_row{id_, line.id, status});
    const std::optional<Meaning> meaning = pain002::meaning_of(status.code);
    const Params facts{{"id", line.end_to_end_id}, {"status", status.code}};
    if (pain002::is_rejection(status)) {
        if (line.state == Line_state::exported) {
            reject_order(desk_, {line.dossier, line.dossier_number},
                         {line.id, line.end_to_end_id, line.proposal.execution_date, status});
            line.state = Line_state::rejected;
            ++rejected_;
        } else if (line.state == Line_state::executed) {
            warn(rejected_though_executed, facts);
        }
    } else if (meaning == Meaning::rejected) {
        warn(rejected_as_duplicate, facts);
    } else if (line.state == Line_state::rejected &&
               (meaning == Meaning::accepted || meaning == Meaning::settled)) {
        warn(accepted_though_rejected, facts);
    }
}

void Taking::record(const payments::Run& run) {
    const auto answered = std::ranges::count_if(
        taken_.lines, [](const Answered_line& line) { return line.status.has_value(); });
    desk_.record("run.answered", "",
                 {{"run", run.number},
                  {"message", report_.message_id},
                  {"sha256", to_hex(taken_.sha256)},
                  {"payments", std::to_string(answered)},
                  {"rejected", std::to_string(rejected_)}});
}

Taken_answer Taking::take(const payments::Run& run) {
    taken_.run = run.number;
    Orders_of_file orders = orders_of(desk_.work(), run, report_.original_id);
    pain002::Folded folded = pain002::fold(report_, orders.orders);
    taken_.findings = std::move(folded.findings);
    for (Finding& finding : taken_.findings) {
        finding.where.file = file_.name;
    }
    look_for_id(run.id);
    keep(run);
    for (std::size_t at = 0; at < orders.lines.size(); ++at) {
        taken_.lines.push_back({std::move(orders.lines[at]), std::move(folded.statuses[at])});
        if (taken_.lines.back().status) {
            take(taken_.lines.back());
        }
    }
    record(run);
    close_finished_runs(desk_, {run.id});
    return std::move(taken_);
}

} // namespace

Orders_of_file
orders_of(Unit_of_work& work, const payments::Run& run, std::string_view message_id) {
    Batches batches(work);
    std::map<Run_line_id, std::string> block_of;
    for (const auto& [block, lines] : batches.of_run(run.number)) {
        if (payments::pain001::message_of_block(block) != message_id) {
            continue;
        }
        for (const Run_line_id line : lines) {
            block_of.emplace(line, block);
        }
    }
    Orders_of_file found;
    for (payments::Run_line& line : work.runs().lines(run.id)) {
        if (const auto block = block_of.find(line.id); block != block_of.end()) {
            found.orders.push_back({line.end_to_end_id, block->second, line.proposal.amount});
            found.lines.push_back(std::move(line));
        }
    }
    return found;
}

Result<Taken_answer> take_answer(Desk& desk, const Input_file& file) {
    const Digest digest = sha256(file.bytes);
    if (auto earlier = desk.work().statements().file(digest); is_known_file(earlier)) {
        return Taken_answer{file.name, digest, std::move(earlier), {}, {}, {}};
    }
    const auto report = pain002::read(file.bytes);
    if (!report) {
        return refuse(report.error().in_file(file.name));
    }
    const auto run = find_answered(desk.work(), *report);
    if (!run) {
        return refuse(answer_to_nothing, {{"id", report->original_id}},
                      {file.name, report->line, {}});
    }
    return Taking(desk, file, digest, *report).take(*run);
}

std::map<Run_line_id, Status> last_words(Unit_of_work& work, Run_id run) {
    std::map<File_id, std::string> created;
    for (Answer_row& row : work.answers().all()) {
        created.emplace(row.file, std::move(row.created));
    }
    using Key = std::tuple<int, std::string, std::size_t>;
    std::map<Run_line_id, std::pair<Key, Status>> last;
    std::size_t arrival = 0;
    for (Status_row& row : work.answers().statuses(run)) {
        const Key key = order_of(row.status, created.at(row.answer), ++arrival);
        const auto [known, is_new] = last.try_emplace(row.line, key, row.status);
        if (!is_new && known->second.first < key) {
            known->second = {key, std::move(row.status)};
        }
    }
    std::map<Run_line_id, Status> words;
    for (auto& [line, word] : last) {
        words.emplace(line, std::move(word.second));
    }
    return words;
}

} // namespace saldo::app
