#include "bank/chain.hpp"

#include "bank/codes.hpp"

namespace saldo::bank {

namespace {

std::string text_of(std::optional<Date> date) {
    return date ? calendar::format(*date) : "";
}

/// The day that decides in which year a statement is numbered.
std::optional<Date> day_of(const Statement& statement) {
    return statement.closing_date ? statement.closing_date : statement.creation_date;
}

/// True if a series that restarts each year may go from one number to the other.
bool follows(std::uint32_t previous, std::uint32_t next, bool new_year) {
    return next == previous + 1 || (new_year && next == 1);
}

/// The bank counts three digits.
constexpr std::uint32_t number_max = 999;

bool has_new_year(const Statement& previous, const Statement& next) {
    const auto before = day_of(previous);
    const auto after = day_of(next);
    const bool by_day = before && after && before->year() < after->year();
    const bool by_creation = previous.creation_date && next.creation_date &&
                             previous.creation_date->year() < next.creation_date->year();
    return by_day || by_creation || previous.number == number_max;
}

void check_number(Code code,
                  std::uint32_t previous,
                  std::uint32_t next,
                  bool new_year,
                  const Finding& model,
                  Findings& findings) {
    if (previous == 0 || next == 0 || follows(previous, next, new_year)) {
        return;
    }
    Finding finding = model;
    finding.code = code;
    finding.params = {{"previous", std::to_string(previous)}, {"stated", std::to_string(next)}};
    findings.push_back(std::move(finding));
}

/// What a statement says to the next one.
Statement end_of(const Statement& statement) {
    Statement end;
    end.number = statement.number;
    end.paper_number = statement.paper_number;
    end.page = statement.page;
    end.creation_date = statement.creation_date;
    end.closing_date = statement.closing_date;
    end.closing = statement.closing;
    end.is_duplicate = statement.is_duplicate;
    end.is_partial = statement.is_partial;
    return end;
}

bool is_next_page(const Statement& previous, const Statement& next) {
    return next.page > 1 && next.number == previous.number && next.page == previous.page + 1;
}

} // namespace

Findings check_chain(const Statement& previous, const Statement& next, Severity severity) {
    Findings findings;
    if (previous.is_partial || next.is_partial) {
        return findings;
    }
    const Finding model{chain_balance_mismatch, severity, {"", next.line, ""}, {}};
    if (previous.closing && next.opening && *previous.closing != *next.opening) {
        findings.push_back(model);
        findings.back().params = {{"previous", format(*previous.closing)},
                                  {"stated", format(*next.opening)}};
    }
    if (previous.closing_date && next.opening_date && previous.closing_date != next.opening_date) {
        findings.push_back(model);
        findings.back().code = chain_date_mismatch;
        const bool only_later = findings.size() == 1 && *previous.closing_date < *next.opening_date;
        findings.back().severity = only_later ? Severity::info : severity;
        findings.back().params = {{"previous", text_of(previous.closing_date)},
                                  {"stated", text_of(next.opening_date)}};
    }
    if (is_next_page(previous, next)) {
        return findings;
    }
    if (next.page > 1) {
        findings.push_back(model);
        findings.back().code = chain_page_gap;
        findings.back().params = {{"previous", std::to_string(previous.page)},
                                  {"stated", std::to_string(next.page)}};
        return findings;
    }
    if (!previous.is_duplicate && !next.is_duplicate) {
        const bool new_year = has_new_year(previous, next);
        check_number(chain_number_gap, previous.number, next.number, new_year, model, findings);
        check_number(chain_paper_gap, previous.paper_number, next.paper_number, new_year, model,
                     findings);
    }
    return findings;
}

void Chain_check::add(const Statement& statement, Report& report) {
    if (statement.coverage != Coverage::statement) {
        return;
    }
    Statement end = end_of(statement);
    const auto [last, is_first] =
        last_.try_emplace({std::string(statement.account), std::string(statement.currency)}, end);
    if (is_first) {
        return;
    }
    for (Finding& finding : check_chain(last->second, statement, Severity::warning)) {
        report.add(finding.code, finding.severity, std::move(finding.where),
                   std::move(finding.params));
    }
    last->second = std::move(end);
}

void check_chains(std::span<const Statement> statements, Report& report) {
    Chain_check chains;
    for (const Statement& statement : statements) {
        chains.add(statement, report);
    }
}

} // namespace saldo::bank
