#include "app/hand_over.hpp"

#include "app/codes.hpp"
#include "app/payer_change.hpp"
#include "autonomy/permission.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

using autonomy::Event;

using autonomy::Rung;
using dossier::Budget_line;
using dossier::Dossier;
using dossier::Payer;
using dossier::Payer_change;

/// Money goes with living money of the same account, unless it is said with which.
Result<dossier::Given_money> given_for(const Dossier& dossier,
                                       const Budget_line& line,
                                       Date from,
                                       const Handover_request& request) {
    const auto living =
        std::ranges::find_if(dossier.living_money, [&](const dossier::Living_money& each) {
            return request.living_money.empty()
                       ? each.account == line.account && each.schedule.period.contains(from)
                       : each.id == request.living_money;
        });
    if (living == dossier.living_money.end()) {
        return refuse(living_money_unknown,
                      {{"dossier", dossier.number}, {"stated", request.living_money}});
    }
    return dossier::Given_money{request.gives.value_or(line.schedule.amount), living->id};
}

/// The lines asked for, and all that the rung leaves to the client and the office still pays.
std::vector<std::string> lines_to_hand_over(const Changing& changing,
                                            const Handover_request& request) {
    std::vector<std::string> lines = request.lines;
    for (const Budget_line& line : changing.dossier.budget_lines) {
        if (request.all_of_rung && line.direction == dossier::Direction::expense &&
            autonomy::pays(changing.ladder, changing.rung, line) == autonomy::Doer::client &&
            paid_by(line, changing.from).payer == Payer::office &&
            line.schedule.period.last().value_or(changing.from) >= changing.from) {
            lines.push_back(line.id);
        }
    }
    std::ranges::sort(lines);
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

/// Whether the line may become the client's, on this rung.
Result<Done>
check_handover(const Changing& changing, const Budget_line& line, const Handover_request& request) {
    if (paid_by(line, changing.from).payer == Payer::client) {
        return refuse(payer_same, {{"dossier", changing.dossier.number}, {"line", line.id}});
    }
    const bool is_of_rung =
        autonomy::pays(changing.ladder, changing.rung, line) == autonomy::Doer::client;
    return permit(changing.rung, is_of_rung ? Event::handover : Event::handover_ahead,
                  request.decision);
}

} // namespace

Result<Changed_payers> hand_over(Desk& desk, const Handover_request& request) {
    auto changing = load_changing(desk, request.dossier, request.from);
    if (!changing) {
        return refuse(std::move(changing).error());
    }
    const auto checked = check_words(changing->dossier, request.reason).and_then([&](Done) {
        return check_consent(changing->dossier, request.consent);
    });
    if (!checked) {
        return refuse(checked.error());
    }
    const std::vector<std::string> lines = lines_to_hand_over(*changing, request);
    if (lines.empty()) {
        return refuse(nothing_to_hand_over, {{"dossier", request.dossier}});
    }
    Findings findings;
    for (const std::string& id : lines) {
        const auto line = expense_of(changing->dossier, id);
        if (!line) {
            return refuse(line.error());
        }
        if (const auto allowed = check_handover(*changing, **line, request); !allowed) {
            return refuse(allowed.error());
        }
        Payer_change change{.decided = desk.actor().as_of,
                            .from = changing->from,
                            .payer = Payer::client,
                            .gives = {},
                            .reason = request.reason,
                            .consent = request.consent,
                            .document = request.document,
                            .review = request.review.value_or(calendar::plus_months(
                                changing->from, changing->rung.review_months)),
                            .user = desk.actor().user};
        if (request.gives_amount || request.gives) {
            auto given = given_for(changing->dossier, **line, changing->from, request);
            if (!given) {
                return refuse(std::move(given).error());
            }
            change.gives = *std::move(given);
        }
        except_paid(*changing, **line, change, findings);
        record_change(desk, changing->dossier, **line, change, request.decision);
        (*line)->payer_changes.push_back(std::move(change));
    }
    return keep_changes(desk, *changing, lines, std::move(findings));
}

} // namespace saldo::app
