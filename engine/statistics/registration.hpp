#pragma once

#include "base/named.hpp"
#include "base/result.hpp"
#include "dossier/help_periods.hpp"
#include "statistics/figure.hpp"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// The yearly basic registration (basisregistratie) of a recognised institution for debt mediation:
/// decree of 24 July 1996, art. 9 §1, 5°. It counts households by the combination of the forms of
/// help they got in the year (modules: budgetbegeleiding, budgetbeheer, schuldbemiddeling,
/// collectieve schuldenregeling).
///
/// A household counts once, in its combination, if it was in help on a day of the year: started,
/// running or ended. Administrative acts and advice are no form of help. A household is a dossier;
/// dossiers with the same clients, all by national number, are one household.
namespace saldo::statistics {

/// The forms of help that a household got.
using Forms = std::set<dossier::Mandate_kind>;

/// By the mediator of a collective debt settlement in the year. Of a household for which the
/// mediator changed, the office counts. The names are public (JSON): do not change them.
enum class Settlement_group {
    none,   ///< 1: no settlement in the year
    office, ///< 2: the institution is the mediator
    other   ///< 3: another is the mediator, while the institution helps
};

inline constexpr std::array settlement_group_names{Named{Settlement_group::none, "none"},
                                                   Named{Settlement_group::office, "office"},
                                                   Named{Settlement_group::other, "other"}};

struct Combination {
    Forms forms;
    Figure all;
    std::map<Settlement_group, Figure> groups; ///< each of the three
};

/// Households at both ends of the year and what came between: at_start + started - ended = at_end.
struct Flow {
    std::optional<dossier::Mandate_kind> form; ///< none: any form of help
    Figure helped{};                           ///< on a day of the year
    Figure at_start{};                         ///< on the day before the year and on its first
    Figure started{};                          ///< helped, and not at its start
    Figure ended{};                            ///< helped, and not at its end
    Figure at_end{};                           ///< on the last day and on the one after it
};

struct Registration {
    Date from;    ///< 1 January
    Date through; ///< 31 December, or the day up to which the year is known
    std::vector<Combination> combinations; ///< of one form first, then of two…
    std::map<Settlement_group, Figure> groups;
    std::vector<Flow> flows; ///< of all forms together, then of each
    /// Households that got nothing but that, by kind; one that got both stands in both.
    std::map<dossier::Mandate_kind, Figure> left_out;
};

/// Counts the dossiers that it is given.
class Registration_counter {
public:
    /// Refuses statistics.period_ahead if the year begins after the day `known`. A year that is not
    /// over is counted through that day.
    [[nodiscard]] static Result<Registration_counter> of(int year, Date known);

    void add(const dossier::Dossier& dossier);

    [[nodiscard]] Registration result() const;

private:
    /// When a household got what. The dossiers of one household are put together.
    struct Household {
        std::vector<std::string> dossiers; ///< those with a mandate in the year
        std::map<dossier::Mandate_kind, dossier::Help_periods> periods;
        dossier::Help_periods mediated; ///< settlements with the office as mediator
    };

    Registration_counter(Date from, Date through) : from_(from), through_(through) {}

    void count(const Household& household, Registration& registration) const;
    void count_flow(const Household& household, Flow& flow) const;
    [[nodiscard]] Forms kinds_in_year(const Household& household) const;
    [[nodiscard]] Settlement_group group_of(const Household& household, const Forms& forms) const;

    Date from_;
    Date through_;
    std::vector<Household> households_;
    std::map<std::string, std::size_t> by_clients_; ///< positions of households
};

} // namespace saldo::statistics
