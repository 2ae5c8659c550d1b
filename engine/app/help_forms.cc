#include "app/help_forms.hpp"

#include "app/import_dossiers.hpp"
#include "app/position.hpp"
#include "app/read_ahead.hpp"
#include "dossier/names.hpp"

namespace saldo::app {

namespace {

void add_forms(Form_list& list, const dossier::Dossier& dossier, Date on) {
    for (const dossier::Mandate& mandate : dossier.mandates) {
        list.rows.push_back({dossier.number, mandate, help::state_on(mandate, on)});
    }
    const Findings found = help::look_at_forms(dossier, on);
    list.findings.insert(list.findings.end(), found.begin(), found.end());
}

/// What an act on the forms of a dossier leaves for the log.
struct Form_act {
    std::string_view event;
    Params facts;
    Findings findings{};
};

/// Changes the document of a dossier by `change`, which gives a Result<Form_act>.
template <class Change>
Result<Form_list> change_forms(Desk& desk, std::string_view number, Change change) {
    const auto row = find_dossier(desk.work(), number);
    if (!row) {
        return refuse(row.error());
    }
    dossier::Dossier dossier = load_dossier(desk.work(), row->id);
    Result<Form_act> act = change(dossier);
    if (!act) {
        return refuse(act.error());
    }
    if (const auto kept = keep_document(desk, dossier); !kept) {
        return refuse(kept.error());
    }
    desk.record(act->event, row->number, std::move(act->facts));
    Form_list list{{}, std::move(act->findings)};
    add_forms(list, dossier, desk.actor().as_of);
    return list;
}

std::string form_word(dossier::Mandate_kind kind) {
    return std::string(dossier::name(kind));
}

std::string digest_of(const std::optional<dossier::Signed>& paper) {
    return paper ? paper->document : std::string();
}

} // namespace

Result<Form_list> forms_on(Unit_of_work& work, std::optional<std::string_view> dossier, Date on) {
    Form_list list;
    if (dossier) {
        const auto row = find_dossier(work, *dossier);
        if (!row) {
            return refuse(row.error());
        }
        add_forms(list, load_dossier(work, row->id), on);
    } else {
        each_dossier(work, [&](const Dossier_row&, const dossier::Dossier& each) {
            add_forms(list, each, on);
        });
    }
    return list;
}

Result<Form_list> start_help(Desk& desk, std::string_view dossier, dossier::Mandate mandate) {
    return change_forms(desk, dossier, [&](dossier::Dossier& document) -> Result<Form_act> {
        Form_act act{"help.started",
                     {{"form", form_word(mandate.kind)},
                      {"decision", mandate.decision},
                      {"from", format(mandate.period.from())},
                      {"agreement", digest_of(mandate.agreement)},
                      {"proxy", digest_of(mandate.proxy)}}};
        return help::start(document, std::move(mandate)).map([&](Findings findings) {
            act.findings = std::move(findings);
            return std::move(act);
        });
    });
}

Result<Form_list> stop_help(Desk& desk,
                            std::string_view dossier,
                            dossier::Mandate_kind kind,
                            dossier::Mandate_end end) {
    end.user = desk.actor().user;
    return change_forms(desk, dossier, [&](dossier::Dossier& document) {
        return help::stop(document, kind, end, desk.actor().as_of)
            .map([&](const dossier::Mandate&) {
                return Form_act{"help.stopped",
                                {{"form", form_word(kind)},
                                 {"last", format(end.date)},
                                 {"reason", std::string(dossier::name(end.reason))}}};
            });
    });
}

Result<Form_list> add_papers(Desk& desk,
                             std::string_view dossier,
                             dossier::Mandate_kind kind,
                             const help::Papers& papers) {
    return change_forms(desk, dossier, [&](dossier::Dossier& document) {
        return help::add_papers(document, kind, papers).map([&](const dossier::Mandate&) {
            return Form_act{"help.papers",
                            {{"form", form_word(kind)},
                             {"agreement", digest_of(papers.agreement)},
                             {"proxy", digest_of(papers.proxy)}}};
        });
    });
}

Result<Form_list>
end_proxy(Desk& desk, std::string_view dossier, dossier::Mandate_kind kind, Date last) {
    return change_forms(desk, dossier, [&](dossier::Dossier& document) {
        return help::end_proxy(document, kind, last).map([&](const dossier::Mandate&) {
            return Form_act{"help.proxy_ended",
                            {{"form", form_word(kind)}, {"last", format(last)}}};
        });
    });
}

} // namespace saldo::app
