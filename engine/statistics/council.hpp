#pragma once

#include "base/named.hpp"
#include "money/money.hpp"
#include "money/rate.hpp"
#include "statistics/figure.hpp"
#include "statistics/presence.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// The figures of a quarter for the council. Each has the dossiers behind it, and names nobody.
namespace saldo::statistics {

/// The names are public (JSON): do not change them.
enum class Council_figure {
    helped,              ///< dossiers with a form of help on a day of the quarter, by form
    started,             ///< of these, new since the quarter began
    ended,               ///< and no more at its end
    end_reason,          ///< forms of help that ended, by reason
    evaluations,         ///< made in the quarter
    evaluations_overdue, ///< at its end, and reviews of steps
    management_median,   ///< days in budget management, of those in it at the end: the median
    management_longest,  ///< the longest of them
    runs,                ///< of payments, that left
    payments,            ///< that left, and did not come back
    claims,              ///< that are owed at the end
    claims_unknown,      ///< of which nobody can tell what is owed at the end
    plans_adopted,
    plans_ended,
    plans_broken ///< at the end of the quarter
};

inline constexpr std::array council_figure_names{
    Named{Council_figure::helped, "helped"},
    Named{Council_figure::started, "started"},
    Named{Council_figure::ended, "ended"},
    Named{Council_figure::end_reason, "end_reason"},
    Named{Council_figure::evaluations, "evaluations"},
    Named{Council_figure::evaluations_overdue, "evaluations_overdue"},
    Named{Council_figure::management_median, "management_median"},
    Named{Council_figure::management_longest, "management_longest"},
    Named{Council_figure::runs, "runs"},
    Named{Council_figure::payments, "payments"},
    Named{Council_figure::claims, "claims"},
    Named{Council_figure::claims_unknown, "claims_unknown"},
    Named{Council_figure::plans_adopted, "plans_adopted"},
    Named{Council_figure::plans_ended, "plans_ended"},
    Named{Council_figure::plans_broken, "plans_broken"}};

/// Stands for a reason that nobody wrote down.
inline constexpr std::string_view not_stated = "not_stated";

struct Council_row {
    Council_figure figure = Council_figure::helped;
    std::string of{}; ///< word of a form of help or of a reason, or empty
    Figure counted{};
    std::optional<Money> amount{};     ///< of figures of money
    std::optional<money::Rate> days{}; ///< of figures of time
};

/// Counts the dossiers that it is given, and what the book tells besides.
class Council_counter {
public:
    explicit Council_counter(const Window& quarter) : quarter_(quarter) {}

    /// What its document tells: help, evaluations, plans.
    void add(const dossier::Dossier& dossier);

    /// Counts one more thing of a dossier; with an amount it is a figure of money.
    void add(Council_figure figure,
             std::string_view of,
             std::string_view dossier,
             std::optional<Money> amount = {});

    /// Counts things that are behind none of the dossiers, or behind several.
    void add_things(Council_figure figure, std::int64_t count, std::vector<std::string> dossiers);

    [[nodiscard]] const Window& quarter() const { return quarter_; }

    /// In order of figure; those of money and of a single count also if they are zero.
    [[nodiscard]] std::vector<Council_row> result() const;

private:
    void add_help(const dossier::Dossier& dossier);
    void add_ends(const dossier::Dossier& dossier, dossier::Mandate_kind kind, Date last);
    void add_plans(const dossier::Dossier& dossier);

    [[nodiscard]] bool is_in_quarter(Date day) const {
        return day >= quarter_.from && day <= quarter_.through;
    }

    [[nodiscard]] Council_row& row_of(Council_figure figure, std::string_view of);
    void put_times(std::vector<Council_row>& rows) const;

    Window quarter_;
    std::map<std::pair<Council_figure, std::string>, Council_row> rows_;
    std::vector<std::pair<std::int64_t, std::string>> management_days_; ///< with the dossier
};

} // namespace saldo::statistics
