#pragma once

#include "autonomy/evidence.hpp"
#include "autonomy/ladder.hpp"
#include "base/named.hpp"

#include <array>

/// The words documents and screens use for the enumerations of a ladder. They stand in stored
/// documents: do not change them.
namespace saldo::autonomy {

inline constexpr std::array form_names{
    Named{Form::intake, "intake"}, Named{Form::budget_management, "budget_management"},
    Named{Form::budget_guidance, "budget_guidance"}, Named{Form::aftercare, "aftercare"}};

inline constexpr std::array doer_names{Named{Doer::office, "office"}, Named{Doer::client, "client"},
                                       Named{Doer::together, "together"}};

inline constexpr std::array living_names{Named{Living::weekly, "weekly"},
                                         Named{Living::monthly, "monthly"},
                                         Named{Living::none, "none"}};

inline constexpr std::array event_names{Named{Event::entry, "entry"},
                                        Named{Event::up, "up"},
                                        Named{Event::skip, "skip"},
                                        Named{Event::down, "down"},
                                        Named{Event::handover, "handover"},
                                        Named{Event::handover_ahead, "handover_ahead"},
                                        Named{Event::takeback, "takeback"},
                                        Named{Event::crisis, "crisis"},
                                        Named{Event::end, "end"}};

inline constexpr std::array verdict_names{Named{Verdict::allowed, "allowed"},
                                          Named{Verdict::person, "person"},
                                          Named{Verdict::refused, "refused"}};

inline constexpr std::array criterion_names{
    Named{Criterion_kind::months_on_rung, "months_on_rung"},
    Named{Criterion_kind::form_decided, "form_decided"},
    Named{Criterion_kind::proxy, "proxy"},
    Named{Criterion_kind::lines_paid_on_time, "lines_paid_on_time"},
    Named{Criterion_kind::living_money_lasts, "living_money_lasts"},
    Named{Criterion_kind::never_negative, "never_negative"},
    Named{Criterion_kind::no_new_debts, "no_new_debts"},
    Named{Criterion_kind::arrears_not_growing, "arrears_not_growing"},
    Named{Criterion_kind::evaluation, "evaluation"},
    Named{Criterion_kind::debts_settled, "debts_settled"},
    Named{Criterion_kind::lines_handed_over, "lines_handed_over"}};

inline constexpr std::array answer_names{Named{Answer::met, "met"},
                                         Named{Answer::not_met, "not_met"},
                                         Named{Answer::unknown, "unknown"}};

inline constexpr std::array occasion_names{Named{Occasion::rung, "rung"},
                                           Named{Occasion::handover, "handover"},
                                           Named{Occasion::takeback, "takeback"}};

inline constexpr std::array addressee_names{
    Named{Addressee::client, "client"}, Named{Addressee::payee, "payee"},
    Named{Addressee::bank, "bank"}, Named{Addressee::creditors, "creditors"},
    Named{Addressee::income_payers, "income_payers"}};

} // namespace saldo::autonomy
