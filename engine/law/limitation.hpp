#pragma once

#include "law/figures.hpp"

namespace saldo::law {

/// What kind of debt may be time-barred: each has a term in the figures, `lim.<word>`.
enum class Limitation_type {
    general,
    judgment,
    rent,
    maintenance,
    periodic_interest,
    utilities_telecom,
    care,
    trader_goods,
    hotel_restaurant,
    insurance_premium,
    credit_capital,
    credit_interest,
    tax,
    rsz,
    selfemployed_contrib,
    traffic_fine,
    rent_indexation,
    bailiff, ///< the fee of a bailiff
    lawyer,  ///< fee or liability of a lawyer; from the end of the mandate
};

inline constexpr std::array limitation_type_names{
    Named{Limitation_type::general, "general"},
    Named{Limitation_type::judgment, "judgment"},
    Named{Limitation_type::rent, "rent"},
    Named{Limitation_type::maintenance, "maintenance"},
    Named{Limitation_type::periodic_interest, "periodic_interest"},
    Named{Limitation_type::utilities_telecom, "utilities_telecom"},
    Named{Limitation_type::care, "care"},
    Named{Limitation_type::trader_goods, "trader_goods"},
    Named{Limitation_type::hotel_restaurant, "hotel_restaurant"},
    Named{Limitation_type::insurance_premium, "insurance_premium"},
    Named{Limitation_type::credit_capital, "credit_capital"},
    Named{Limitation_type::credit_interest, "credit_interest"},
    Named{Limitation_type::tax, "tax"},
    Named{Limitation_type::rsz, "rsz"},
    Named{Limitation_type::selfemployed_contrib, "selfemployed_contrib"},
    Named{Limitation_type::traffic_fine, "traffic_fine"},
    Named{Limitation_type::rent_indexation, "rent_indexation"},
    Named{Limitation_type::bailiff, "bailiff"},
    Named{Limitation_type::lawyer, "lawyer"}};

/// What interrupts a term: each begins it anew, but a registered letter of a lawyer or bailiff
/// gives one year, once (old BW art. 2244).
enum class Interruption { payment, acknowledgement, summons, command, seizure, letter };

inline constexpr std::array interruption_names{
    Named{Interruption::payment, "payment"},
    Named{Interruption::acknowledgement, "acknowledgement"},
    Named{Interruption::summons, "summons"},
    Named{Interruption::command, "command"},
    Named{Interruption::seizure, "seizure"},
    Named{Interruption::letter, "letter"}};

struct Limitation_event {
    Date on;
    Interruption kind = Interruption::payment;
};

struct Limitation_request {
    Limitation_type type = Limitation_type::general;
    Date from; ///< day the claim was due
    std::vector<Limitation_event> events;
    Date on; ///< day that is asked about
};

/// A term, as it stands after an event.
struct Term_step {
    std::optional<Interruption> by; ///< absent for the first term
    Date starts;
    Date last; ///< last day of the term
};

struct Limitation {
    std::int32_t months = 0;
    std::string article;
    std::vector<Term_step> terms;
    Date possibly_since; ///< first day after the last term
    bool possibly_barred = false;
    Findings findings; ///< of its own, and of events that change nothing
};

/// Since when a debt is possibly time-barred, unless there were other interruptions or a
/// suspension: that is for a jurist to say, and no debt is dropped for it. The term begins on the
/// day the claim was due; that of care at the end of the month of care (old BW art. 2277bis), of
/// goods of a trader at the end of the calendar year (art. 2272). Its first day is not counted, its
/// last day is (art. 2260-2261). An event after the term ended changes nothing. Refuses
/// law.not_in_force when no term is known for the day it begins.
[[nodiscard]] Result<Limitation> limitation(const Figures& figures,
                                            const Limitation_request& request);

} // namespace saldo::law
