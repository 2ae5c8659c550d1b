#pragma once

#include "app/match_rules.hpp"
#include "cli/book.hpp"
#include "cli/render/report.hpp"

namespace saldo::cli {

/// Rules of people, one a row.
[[nodiscard]] render::Report report_of(const std::vector<app::Match_rule_row>& rules);

/// Answers with the rule that `act`, a function of `app::Desk&`, wrote or ended.
template <class Act> [[nodiscard]] Exit change_rule(const Context& context, Act act) {
    return answer_or_refuse(context, change_book(context, act).map([](app::Match_rule_row row) {
        return report_of(std::vector{std::move(row)});
    }));
}

} // namespace saldo::cli
