#include "cli/help_report.hpp"

#include "cli/calculation.hpp"
#include "dossier/names.hpp"

namespace saldo::cli {

namespace {

using namespace render;

Cell signed_on(const std::optional<dossier::Signed>& paper) {
    return paper ? Cell(paper->date) : Cell(Absent{});
}

Cell paper_of(const std::optional<dossier::Signed>& paper) {
    return paper ? Cell(Text{paper->document}) : Cell(Absent{});
}

Row row_of(const app::Form_row& row) {
    const dossier::Mandate& mandate = row.mandate;
    const auto& ended = mandate.ended;
    return {{Text{row.dossier}, Term{"help_form", std::string(dossier::name(mandate.kind))},
             Term{"help_state", std::string(name_in(help::form_state_names, row.state))},
             mandate.period.from(), filled(mandate.period.last()), Text{mandate.decision},
             mandate.decided,
             help::has_mediator(mandate.kind)
                 ? Cell(Term{"mediator", std::string(dossier::name(mandate.mediator))})
                 : Cell(Absent{}),
             signed_on(mandate.agreement), signed_on(mandate.proxy), filled(mandate.proxy_ended),
             ended ? Cell(Term{"help_stop", std::string(dossier::name(ended->reason))})
                   : Cell(Absent{}),
             ended ? filled<Text>(ended->note) : Cell(Absent{}), paper_of(mandate.agreement),
             paper_of(mandate.proxy)}};
}

} // namespace

Report report_of(const app::Form_list& list) {
    Table table{"help_forms",
                {{"dossier"},
                 {"help_form"},
                 {"help_state"},
                 {"first_day"},
                 {"last_day"},
                 {"decision"},
                 {"decided_on", for_machines},
                 {"mediator"},
                 {"agreement"},
                 {"proxy"},
                 {"proxy_ended"},
                 {"stopped_for"},
                 {"stop_note", for_machines},
                 {"agreement_sha256", for_machines},
                 {"proxy_sha256", for_machines}},
                {}};
    for (const app::Form_row& row : list.rows) {
        table.rows.push_back(row_of(row));
    }
    return {.facts = {}, .tables = {std::move(table)}, .parts = {}};
}

Exit answer_forms(const Context& context, const Result<app::Form_list>& list) {
    return list ? answer_with_findings(context, report_of(*list), list->findings, Finding_place::id)
                : context.refuse(list.error());
}

} // namespace saldo::cli
