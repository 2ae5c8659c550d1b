#include "app/runs.hpp"

#include "app/codes.hpp"
#include "app/controls.hpp"
#include "app/policies.hpp"
#include "app/position.hpp"
#include "app/read_ahead.hpp"
#include "app/user_keys.hpp"
#include "audit/chain.hpp"
#include "payments/pain001/ids.hpp"
#include "payments/seal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace saldo::app {

namespace {

using payments::Line_state;
using payments::Run;
using payments::Run_line;
using payments::Run_state;

std::string next_number(Unit_of_work& work, Date as_of) {
    const std::string prefix = fmt::format("R{}-", as_of.year());
    const auto runs = work.runs().all();
    const auto count =
        std::ranges::count_if(runs, [&](const Run& run) { return run.number.starts_with(prefix); });
    return fmt::format("{}{:04}", prefix, count + 1);
}

bool is_payment(const Run_line& line) {
    return line.proposal.decision == payments::Decision::in &&
           !budget::is_set_aside(line.proposal.occurrence);
}

Result<Run_sheet> sheet_in_state(Unit_of_work& work,
                                 std::string_view number,
                                 std::initializer_list<Run_state> states) {
    auto sheet = find_run(work, number);
    if (sheet && std::ranges::find(states, sheet->run.state) == states.end()) {
        return refuse(run_state_wrong, {{"run", sheet->run.number},
                                        {"stated", std::string(name(sheet->run.state))}});
    }
    return sheet;
}

void set_states(Run_sheet& sheet, Line_state state) {
    for (Run_line& line : sheet.lines) {
        if (line.state != Line_state::not_paid) {
            line.state = state;
        }
    }
}

Params facts_of(const Run_sheet& sheet) {
    return {{"run", sheet.run.number},
            {"payments", std::to_string(count(sheet))},
            {"total", format(total(sheet))}};
}

Run_sheet new_sheet(Desk& desk, Date through) {
    return {{.id = {},
             .number = next_number(desk.work(), desk.actor().as_of),
             .as_of = desk.actor().as_of,
             .through = through,
             .prepared_by = desk.actor().user,
             .approved_by = {},
             .exported_by = {},
             .approved_on = {},
             .exported_on = {},
             .profiles = {},
             .files = {},
             .content = {}},
            {}};
}

payments::Terms terms_of(const Desk& desk, Date through) {
    return {.as_of = desk.actor().as_of, .through = through, .at = desk.at()};
}

/// The subjects of incomes by dossier.
using Subjects = std::map<std::string, std::vector<std::string>>;

Result<Subjects> subjects_of(Unit_of_work& work, const std::vector<Missing_income>& incomes) {
    Subjects subjects;
    for (const Missing_income& income : incomes) {
        const auto row = find_dossier(work, income.dossier);
        if (!row) {
            return refuse(row.error());
        }
        auto subject = income_subject(load_dossier(work, row->id), income.line);
        if (!subject) {
            return refuse(std::move(subject).error());
        }
        subjects[row->number].push_back(*std::move(subject));
    }
    return subjects;
}

Run_line line_of(const Dossier_row& row, payments::Proposal_line proposal) {
    return {.id = {},
            .run = {},
            .position = 0,
            .dossier = row.id,
            .dossier_number = row.number,
            .proposal = std::move(proposal),
            .end_to_end_id = {}};
}

/// Puts a run and its lines into the book, numbered.
class Preparation {
public:
    Preparation(Desk& desk, Date through) : desk_(desk), sheet_(new_sheet(desk, through)) {
        sheet_.run.id = desk.work().runs().add(sheet_.run);
    }

    void add(const Dossier_row& row, payments::Proposal_line proposal) {
        Run_line line = line_of(row, std::move(proposal));
        line.run = sheet_.run.id;
        line.position = static_cast<std::uint32_t>(sheet_.lines.size() + 1);
        if (line.proposal.decision == payments::Decision::in) {
            line.state = Line_state::prepared;
        }
        if (is_payment(line)) {
            auto id = payments::pain001::end_to_end_id(sheet_.run.number, ++payments_);
            if (!id) {
                refusal_ = std::move(id).error();
                return;
            }
            line.end_to_end_id = *std::move(id);
        }
        desk_.work().runs().add_line(line);
        sheet_.lines.push_back(std::move(line));
    }

    /// A run that pays nothing is not kept.
    Result<Run_sheet> finish() {
        if (payments_ == 0) {
            refusal_ = Refusal(Finding{nothing_to_pay,
                                       Severity::error,
                                       {},
                                       {{"through", calendar::format(sheet_.run.through)}}});
        }
        if (refusal_) {
            desk_.work().abandon();
            return refuse(*std::move(refusal_));
        }
        desk_.record("run.prepared", "", facts_of(sheet_));
        return std::move(sheet_);
    }

private:
    Desk& desk_;
    Run_sheet sheet_;
    std::size_t payments_ = 0;
    std::optional<Refusal> refusal_;
};

/// What payments of a dossier are proposed from.
struct Grounds {
    Dossier_row row;
    dossier::Dossier dossier;
    payments::Position position;
};

/// The run, if the person at the desk may approve it as it is.
Result<Run_sheet> sheet_to_approve(Desk& desk, std::string_view number) {
    if (const auto allowed = check_right(desk, payments::Act::approve); !allowed) {
        return refuse(allowed.error());
    }
    auto sheet = sheet_in_state(desk.work(), number, {Run_state::prepared});
    if (!sheet) {
        return sheet;
    }
    const Run& run = sheet->run;
    if (run.prepared_by == desk.actor().user) {
        return refuse(maker_is_checker, {{"run", run.number}, {"user", run.prepared_by}});
    }
    const auto checked = check_approver(desk, run).and_then(
        [&](Done) { return check_controls(desk.work(), *sheet); });
    return checked ? sheet : refuse(checked.error());
}

} // namespace

std::uint64_t count(const Run_sheet& sheet) {
    return static_cast<std::uint64_t>(std::ranges::count_if(sheet.lines, is_payment));
}

Money total(const Run_sheet& sheet) {
    Money sum = Money::zero();
    for (const Run_line& line : sheet.lines) {
        sum += is_payment(line) ? line.proposal.amount : Money::zero();
    }
    return sum;
}

Result<Run_sheet>
prepare_run(Desk& desk, Date through, const std::vector<Missing_income>& without) {
    if (const auto allowed = check_right(desk, payments::Act::prepare); !allowed) {
        return refuse(allowed.error());
    }
    Unit_of_work& work = desk.work();
    auto missing = subjects_of(work, without);
    if (!missing) {
        return refuse(std::move(missing).error());
    }
    // All is read before the first line is written, so that lines are written while others are
    // proposed.
    std::vector<Grounds> office;
    each_dossier(work, [&](const Dossier_row& row, dossier::Dossier dossier) {
        payments::Position position = position_of(work, row, dossier);
        office.push_back({row, std::move(dossier), std::move(position)});
    });
    Preparation preparation(desk, through);
    for (const auto& [row, dossier, position] : office) {
        payments::Terms terms = terms_of(desk, through);
        if (const auto found = missing->find(row.number); found != missing->end()) {
            terms.without_incomes = found->second;
        }
        for (payments::Proposal_line& proposal : payments::propose(dossier, position, terms)) {
            preparation.add(row, std::move(proposal));
        }
    }
    return preparation.finish();
}

Result<Run_sheet> prepare_payment(Desk& desk, const Due_payment& wanted) {
    if (const auto allowed = check_right(desk, payments::Act::prepare); !allowed) {
        return refuse(allowed.error());
    }
    Unit_of_work& work = desk.work();
    const auto row = find_dossier(work, wanted.dossier);
    if (!row) {
        return refuse(row.error());
    }
    const Date through = std::max(desk.actor().as_of, wanted.due);
    const dossier::Dossier dossier = load_dossier(work, row->id);
    std::vector<payments::Proposal_line> proposals =
        payments::propose(dossier, position_of(work, *row, dossier), terms_of(desk, through));
    std::erase_if(proposals, [&](const payments::Proposal_line& proposal) {
        return proposal.occurrence.subject != wanted.subject ||
               proposal.occurrence.due != wanted.due;
    });
    for (const payments::Proposal_line& proposal : proposals) {
        if (proposal.decision != payments::Decision::in) {
            return refuse(payment_not_in, {{"dossier", wanted.dossier},
                                           {"subject", wanted.subject},
                                           {"reason", std::string(name(proposal.reason))},
                                           {"short_by", format(proposal.short_by)}});
        }
    }
    Preparation preparation(desk, through);
    for (payments::Proposal_line& proposal : proposals) {
        preparation.add(*row, std::move(proposal));
    }
    return preparation.finish();
}

Result<Run_sheet> find_run(Unit_of_work& work, std::string_view number) {
    auto run = work.runs().find(number);
    if (!run) {
        return refuse(run_unknown, {{"run", std::string(number)}});
    }
    auto lines = work.runs().lines(run->id);
    return Run_sheet{*std::move(run), std::move(lines)};
}

Result<Run_sheet> approve_run(Desk& desk, std::string_view number, const Secret_key* key) {
    auto sheet = sheet_to_approve(desk, number);
    if (!sheet) {
        return sheet;
    }
    const auto signature = sign_run(desk, *sheet, key);
    if (!signature) {
        return refuse(signature.error());
    }
    Run& run = sheet->run;
    Canonical_bytes bytes;
    payments::canonical_bytes(bytes, run, sheet->lines);
    run.state = Run_state::approved;
    run.approved_by = desk.actor().user;
    run.approved_on = desk.actor().as_of;
    run.content = audit::link(Digest{}, bytes.bytes());
    desk.work().runs().update(run);
    set_states(*sheet, Line_state::approved);
    Params facts = facts_of(*sheet);
    facts.push_back({"content", to_hex(*run.content)});
    if (*signature) {
        facts.push_back({"key", to_hex((*signature)->key)});
        facts.push_back({"signature", to_hex((*signature)->signature)});
    }
    desk.record("run.approved", "", std::move(facts));
    return sheet;
}

Result<Run_sheet> cancel_run(Desk& desk, std::string_view number) {
    auto sheet = sheet_in_state(desk.work(), number, {Run_state::prepared, Run_state::approved});
    if (!sheet) {
        return sheet;
    }
    sheet->run.state = Run_state::cancelled;
    desk.work().runs().update(sheet->run);
    set_states(*sheet, Line_state::cancelled);
    desk.work().runs().set_line_states(sheet->run.id, Line_state::cancelled, Line_state::cancelled);
    desk.record("run.cancelled", "", facts_of(*sheet));
    return sheet;
}

} // namespace saldo::app
