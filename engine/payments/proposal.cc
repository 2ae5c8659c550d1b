#include "payments/proposal.hpp"

#include "base/named.hpp"
#include "payments/due_lines.hpp"
#include "payments/purse.hpp"

#include <algorithm>
#include <array>

namespace saldo::payments {

namespace {

using budget::Occurrence;

constexpr std::array decisions{Named{Decision::in, "in"}, Named{Decision::out, "out"},
                               Named{Decision::postponed, "postponed"}};

constexpr std::array reasons{Named{Reason::due, "due"},
                             Named{Reason::no_money, "no_money"},
                             Named{Reason::no_iban, "no_iban"},
                             Named{Reason::account_refused, "account_refused"},
                             Named{Reason::payer_is_client, "payer_is_client"},
                             Named{Reason::payee_collects, "payee_collects"},
                             Named{Reason::already_paid, "already_paid"},
                             Named{Reason::closed, "closed"},
                             Named{Reason::week_over, "week_over"}};

/// Due after the run, and to be paid before its account gets new money.
bool is_ahead(const Proposal_line& line, const Terms& terms) {
    return line.occurrence.due > terms.through;
}

/// Leaves of what comes after the run that which has to be paid of the money there is.
void keep_until_income(std::vector<Proposal_line>& lines,
                       const Next_incomes& incomes,
                       const Terms& terms) {
    const Date month = month_ahead(terms.as_of);
    std::erase_if(lines, [&](const Proposal_line& line) {
        const auto income = incomes.find(line.occurrence.account);
        const Date end = income == incomes.end() ? month : std::min(income->second.due, month);
        return is_ahead(line, terms) && line.occurrence.due >= end;
    });
}

/// Gives each line its money in turn, or says what lacks and why.
void hand_out(std::vector<Proposal_line>& lines,
              Purse purse,
              const Next_incomes& incomes,
              const Terms& terms) {
    for (Proposal_line& line : lines) {
        if (line.decision != Decision::in && line.reason != Reason::payee_collects) {
            continue;
        }
        const Purse::Taken taken = purse.take(line.occurrence, line.amount, is_ahead(line, terms));
        if (!taken.lacks.is_positive()) {
            continue;
        }
        line.short_by = taken.lacks;
        if (const Occurrence* first = taken.goes_first) {
            line.goes_first = Precedence{first->subject, first->name, first->due};
        }
        if (const auto income = incomes.find(line.occurrence.account); income != incomes.end()) {
            line.next_income = income->second.day;
        }
        if (line.decision == Decision::in) {
            line.decision = Decision::postponed;
            line.reason = Reason::no_money;
        }
    }
}

} // namespace

std::string_view name(Decision decision) {
    return name_in(decisions, decision);
}

std::string_view name(Reason reason) {
    return name_in(reasons, reason);
}

std::optional<Decision> decision_from(std::string_view name) {
    return value_in(decisions, name);
}

std::optional<Reason> reason_from(std::string_view name) {
    return value_in(reasons, name);
}

std::vector<Proposal_line>
propose(const dossier::Dossier& dossier, const Position& position, const Terms& terms) {
    Due_lines due =
        due_lines(dossier, position, terms, std::max(terms.through, month_ahead(terms.as_of)));
    const Next_incomes incomes = next_incomes(due.incomes);
    keep_until_income(due.lines, incomes, terms);
    hand_out(due.lines, Purse(dossier, position), incomes, terms);
    std::erase_if(due.lines, [&](const Proposal_line& line) { return is_ahead(line, terms); });
    return std::move(due.lines);
}

} // namespace saldo::payments
