#include "help/forms.hpp"

#include "dossier/names.hpp"
#include "help/codes.hpp"

#include <algorithm>

namespace saldo::help {

namespace {

using dossier::Dossier;
using dossier::Mandate;
using dossier::Mandate_kind;

std::string word(Mandate_kind kind) {
    return std::string(dossier::name(kind));
}

Params params_of(const Dossier& dossier, Mandate_kind kind) {
    return {{"dossier", dossier.number}, {"form", word(kind)}};
}

/// The first form of a kind with a day in the period, or null.
const Mandate*
meeting(const Dossier& dossier, Mandate_kind kind, const calendar::Date_range& period) {
    const auto found = std::ranges::find_if(dossier.mandates, [&](const Mandate& each) {
        return each.kind == kind && meet(each.period, period);
    });
    return found == dossier.mandates.end() ? nullptr : &*found;
}

/// The form of a kind in whose period the day is, or null.
Mandate* running(Dossier& dossier, Mandate_kind kind, Date day) {
    const auto found = std::ranges::find_if(dossier.mandates, [&](const Mandate& each) {
        return each.kind == kind && each.period.contains(day);
    });
    return found == dossier.mandates.end() ? nullptr : &*found;
}

/// The one that began last, or null.
Mandate* last_of(Dossier& dossier, Mandate_kind kind) {
    Mandate* last = nullptr;
    for (Mandate& each : dossier.mandates) {
        if (each.kind == kind && (last == nullptr || last->period.from() < each.period.from())) {
            last = &each;
        }
    }
    return last;
}

tl::unexpected<Refusal> not_running(const Dossier& dossier, Mandate_kind kind) {
    return refuse(form_not_running, params_of(dossier, kind));
}

/// Looks at the forms of one dossier on a day.
class Form_looker {
public:
    Form_looker(const Dossier& dossier, Date on) : dossier_(dossier), on_(on) {}

    Findings run() {
        for (const Mandate& mandate : dossier_.mandates) {
            look_at_papers(mandate);
        }
        if (!dossier_.closed || *dossier_.closed > on_) {
            look_at_way();
        }
        return std::move(findings_);
    }

private:
    void look_at_papers(const Mandate& mandate) {
        if (state_on(mandate, on_) == Form_state::running) {
            look_at_running(mandate);
        }
        const auto last = mandate.period.last();
        const bool goes_on = has_proxy(mandate, on_) && last && *last < on_;
        if (goes_on && !another_runs(mandate)) {
            tell(proxy_runs_on, mandate, {{"last", format(*last)}});
        }
    }

    void look_at_running(const Mandate& mandate) {
        const bool manages = mandate.kind == Mandate_kind::budget_management;
        const bool mediates = mandate.kind == Mandate_kind::debt_mediation &&
                              mandate.mediator == dossier::Mediator::office;
        if (manages && !mandate.agreement) {
            tell(agreement_missing, mandate);
        }
        if (manages && !mandate.proxy) {
            tell(proxy_missing, mandate);
        }
        if (manages && mandate.proxy_ended && *mandate.proxy_ended < on_) {
            tell(proxy_ended_before, mandate, {{"last", format(*mandate.proxy_ended)}});
        }
        if (mediates && !mandate.agreement && has_consumer_credit()) {
            tell(credit_needs_agreement, mandate);
        }
    }

    /// A renewal has its own papers, or goes on with these.
    [[nodiscard]] bool another_runs(const Mandate& mandate) const {
        return std::ranges::any_of(dossier_.mandates, [&](const Mandate& each) {
            return &each != &mandate && each.kind == mandate.kind && each.period.contains(on_);
        });
    }

    [[nodiscard]] bool has_consumer_credit() const {
        for (const dossier::Creditor& creditor : dossier_.creditors) {
            for (const dossier::Claim& claim : creditor.claims) {
                const bool by_contract = claim.contract && claim.contract->credit;
                if (by_contract || claim.origin == "consumer_credit") {
                    return true;
                }
            }
        }
        return false;
    }

    void look_at_way() {
        const auto is_ahead = [&](const Mandate& each) {
            const Form_state state = state_on(each, on_);
            return state == Form_state::running || state == Form_state::planned;
        };
        if (std::ranges::none_of(dossier_.mandates, is_ahead) && !dossier_.closing) {
            findings_.push_back({no_form, Severity::info, {}, {{"dossier", dossier_.number}}});
        }
        if (dossier_.closing) {
            return;
        }
        for (const Mandate& mandate : dossier_.mandates) {
            const auto last = mandate.period.last();
            if (!last || *last >= on_) {
                continue;
            }
            const bool settled = mandate.kind == Mandate_kind::collective_debt_settlement;
            const bool managed = mandate.kind == Mandate_kind::budget_management;
            const bool is_reached =
                !mandate.ended || mandate.ended->reason == dossier::Help_stop::goals_met;
            if (settled && !follows(mandate, {Mandate_kind::budget_management,
                                              Mandate_kind::budget_guidance})) {
                remark(way_to_management, mandate);
            } else if (managed && is_reached &&
                       !follows(mandate,
                                {Mandate_kind::budget_management, Mandate_kind::budget_guidance})) {
                remark(way_to_guidance, mandate);
            }
        }
    }

    /// One of these kinds goes on after the end of a form, or was begun since.
    [[nodiscard]] bool follows(const Mandate& mandate, std::vector<Mandate_kind> kinds) const {
        return std::ranges::any_of(dossier_.mandates, [&](const Mandate& each) {
            const auto last = each.period.last();
            return &each != &mandate && std::ranges::count(kinds, each.kind) != 0 &&
                   (!last || *last > *mandate.period.last());
        });
    }

    void tell(Code code, const Mandate& mandate, Params more = {}) {
        add(code, Severity::warning, mandate, std::move(more));
    }

    void remark(Code code, const Mandate& mandate) {
        add(code, Severity::info, mandate, {{"last", format(*mandate.period.last())}});
    }

    void add(Code code, Severity severity, const Mandate& mandate, Params more) {
        Params params = params_of(dossier_, mandate.kind);
        params.insert(params.end(), more.begin(), more.end());
        findings_.push_back({code, severity, {}, std::move(params)});
    }

    const Dossier& dossier_;
    Date on_;
    Findings findings_;
};

} // namespace

Form_state state_on(const Mandate& mandate, Date on) {
    if (on < mandate.period.from()) {
        return Form_state::planned;
    }
    if (mandate.period.contains(on)) {
        return Form_state::running;
    }
    return mandate.ended ? Form_state::stopped : Form_state::over;
}

bool has_mediator(Mandate_kind kind) {
    return kind == Mandate_kind::debt_mediation || kind == Mandate_kind::collective_debt_settlement;
}

Result<Findings> start(Dossier& dossier, Mandate mandate) {
    const Mandate_kind kind = mandate.kind;
    if (dossier.closed && *dossier.closed <= mandate.period.from()) {
        return refuse(dossier_closed,
                      {{"dossier", dossier.number}, {"closed", format(*dossier.closed)}});
    }
    if (mandate.mediator != dossier::Mediator::office && !has_mediator(kind)) {
        return refuse(mediator_not_wanted, params_of(dossier, kind));
    }
    Params params = params_of(dossier, kind);
    const auto refuse_for = [&](Code code, const Mandate& other) {
        params.push_back({"from", format(other.period.from())});
        params.push_back({"decision", other.decision});
        return refuse(code, std::move(params));
    };
    if (const Mandate* same = meeting(dossier, kind, mandate.period)) {
        return refuse_for(form_runs_already, *same);
    }
    if (kind == Mandate_kind::collective_debt_settlement) {
        if (const auto* other = meeting(dossier, Mandate_kind::debt_mediation, mandate.period)) {
            return refuse_for(csr_stops_mediation, *other);
        }
    }
    if (kind == Mandate_kind::debt_mediation) {
        if (const auto* other =
                meeting(dossier, Mandate_kind::collective_debt_settlement, mandate.period)) {
            return refuse_for(mediation_during_csr, *other);
        }
    }
    Findings findings;
    if (mandate.decided > mandate.period.from()) {
        params.push_back({"from", format(mandate.period.from())});
        params.push_back({"decided", format(mandate.decided)});
        findings.push_back({decided_later, Severity::warning, {}, std::move(params)});
    }
    dossier.mandates.push_back(std::move(mandate));
    return findings;
}

Result<Mandate>
stop(Dossier& dossier, Mandate_kind kind, const dossier::Mandate_end& end, Date on) {
    if (end.date > on) {
        return refuse(stop_is_ahead, {{"stated", format(end.date)}, {"on", format(on)}});
    }
    Mandate* mandate = running(dossier, kind, end.date);
    if (mandate == nullptr || mandate->ended) {
        return not_running(dossier, kind);
    }
    mandate->period = *calendar::Date_range::through(mandate->period.from(), end.date);
    mandate->ended = end;
    return *mandate;
}

Result<Mandate> add_papers(Dossier& dossier, Mandate_kind kind, const Papers& papers) {
    Mandate* mandate = last_of(dossier, kind);
    if (mandate == nullptr) {
        return not_running(dossier, kind);
    }
    if ((papers.agreement && mandate->agreement) || (papers.proxy && mandate->proxy)) {
        return refuse(paper_is_there, params_of(dossier, kind));
    }
    mandate->agreement = papers.agreement ? papers.agreement : mandate->agreement;
    mandate->proxy = papers.proxy ? papers.proxy : mandate->proxy;
    return *mandate;
}

Result<Mandate> end_proxy(Dossier& dossier, Mandate_kind kind, Date last) {
    Mandate* mandate = last_of(dossier, kind);
    if (mandate == nullptr) {
        return not_running(dossier, kind);
    }
    if (!mandate->proxy || mandate->proxy_ended) {
        return refuse(proxy_missing, params_of(dossier, kind));
    }
    mandate->proxy_ended = last;
    return *mandate;
}

Findings look_at_forms(const Dossier& dossier, Date on) {
    return Form_looker(dossier, on).run();
}

} // namespace saldo::help
