#pragma once

#include "base/named.hpp"

#include <array>

/// The words of a verdict on a claim. They stand in answers and in the log: do not change them.
namespace saldo::claims {

/// The rule that says what may be asked of an amount, or why a claim is doubted.
enum class Ground {
    as_stated,          ///< no rule caps it: the principal
    regime_unknown,     ///< which law bounds it was not told
    unexplained,        ///< stated costs that no item explains
    consumer_penalty,   ///< at most the penalty of WER art. XIX.4
    consumer_interest,  ///< at most the interest of WER art. XIX.4
    consumer_letter,    ///< at most the fee of a further reminder (WER art. XIX.2)
    free_letter,        ///< the first reminder is free (WER art. XIX.2)
    no_first_reminder,  ///< no first reminder is known (WER art. XIX.2)
    reminder_runs,      ///< asked before the days of the first reminder were over
    nothing_else,       ///< neither penalty, interest nor reminder (WER art. XIX.4)
    before_book_xix,    ///< asked before book XIX held for the contract
    penalty_not_agreed, ///< the contract has no penalty clause
    credit_penalty,     ///< at most the penalty of WER art. VII.106 §1
    credit_interest,    ///< at most the late interest of WER art. VII.106
    credit_cost,        ///< cost of the credit, due and unpaid (WER art. VII.106)
    credit_letter,      ///< at most the fee of a letter (WER art. VII.106 §2)
    letter_of_month,    ///< more than one letter in a month (WER art. VII.106 §2)
    credit_not_ended,   ///< no penalty while the credit was not ended (WER art. VII.106 §2)
    not_on_list,        ///< not on the list of WER art. VII.106
    ended_rightly,      ///< the credit could be ended (WER art. VII.105)
    ended_for_too_little,
    ended_without_notice,
    ended_too_soon,
    apr_maximum, ///< the JKP is not above the maximum
    apr_above_maximum,
    fee_abolished,    ///< acquittance and collection fees since 1 October 2024
    bailiff_no_title, ///< a bailiff asks what only a title can carry
    bailiff_tariff,   ///< a fee that is not held against the tariff
    recovery_fee,     ///< whose bands and bearer are in doubt
    civil_interest,   ///< at most the legal rate between citizens
    agreed_interest,  ///< at most what was agreed
    agreed_penalty,   ///< agreed between citizens; no figure caps it
    civil_costs,      ///< costs between citizens
    public_interest,  ///< at most the late interest of tax or social law
    public_law,       ///< tax, fine or contribution: not reckoned
    possibly_time_barred
};

inline constexpr std::array ground_names{
    Named{Ground::as_stated, "as_stated"},
    Named{Ground::regime_unknown, "regime_unknown"},
    Named{Ground::unexplained, "unexplained"},
    Named{Ground::consumer_penalty, "consumer_penalty"},
    Named{Ground::consumer_interest, "consumer_interest"},
    Named{Ground::consumer_letter, "consumer_letter"},
    Named{Ground::free_letter, "free_letter"},
    Named{Ground::no_first_reminder, "no_first_reminder"},
    Named{Ground::reminder_runs, "reminder_runs"},
    Named{Ground::nothing_else, "nothing_else"},
    Named{Ground::before_book_xix, "before_book_xix"},
    Named{Ground::penalty_not_agreed, "penalty_not_agreed"},
    Named{Ground::credit_penalty, "credit_penalty"},
    Named{Ground::credit_interest, "credit_interest"},
    Named{Ground::credit_cost, "credit_cost"},
    Named{Ground::credit_letter, "credit_letter"},
    Named{Ground::letter_of_month, "letter_of_month"},
    Named{Ground::credit_not_ended, "credit_not_ended"},
    Named{Ground::not_on_list, "not_on_list"},
    Named{Ground::ended_rightly, "ended_rightly"},
    Named{Ground::ended_for_too_little, "ended_for_too_little"},
    Named{Ground::ended_without_notice, "ended_without_notice"},
    Named{Ground::ended_too_soon, "ended_too_soon"},
    Named{Ground::apr_maximum, "apr_maximum"},
    Named{Ground::apr_above_maximum, "apr_above_maximum"},
    Named{Ground::fee_abolished, "fee_abolished"},
    Named{Ground::bailiff_no_title, "bailiff_no_title"},
    Named{Ground::bailiff_tariff, "bailiff_tariff"},
    Named{Ground::recovery_fee, "recovery_fee"},
    Named{Ground::civil_interest, "civil_interest"},
    Named{Ground::agreed_interest, "agreed_interest"},
    Named{Ground::agreed_penalty, "agreed_penalty"},
    Named{Ground::civil_costs, "civil_costs"},
    Named{Ground::public_interest, "public_interest"},
    Named{Ground::public_law, "public_law"},
    Named{Ground::possibly_time_barred, "possibly_time_barred"}};

/// What a rule looks at: used when it was told, missing when it was not.
enum class Fact {
    regime,
    contract_date,
    due,            ///< since when it is unpaid
    first_reminder, ///< a letter that shows it
    reminder_way,   ///< how it was sent
    asked_from,     ///< first day on which penalty and interest may be asked
    asked_on,       ///< day of the statement, or of the last item
    penalty_clause,
    late_rate,       ///< agreed for late payment
    balance,         ///< what the amount is reckoned on
    earlier_balance, ///< what was owed before payments were made
    from,            ///< the day interest starts after
    days,
    small_firm,    ///< whose interest may run from the day after the reminder (WER art. XIX.2)
    breakdown,     ///< which items make up what was stated
    postage,       ///< of the letter
    reminded_dues, ///< how many due dates of a supply were reminded of that year
    credit_terms,
    credit_kind,
    credit_amount,
    credit_ended, ///< when, and by which letter
    total_payable,
    arrears,
    missed_instalments,
    registered_notice,
    notice_way,
    credit_rate,
    apr,
    title,
    judgment_terms, ///< what the judge granted
    bailiff_tariff, ///< of the day and the payment
    recovery_rule,
    cost_clause, ///< by which costs were agreed
    public_debt, ///< which tax or contribution it is
    public_law_rule,
    older_rules, ///< those of before book XIX
    figure,      ///< of the law, in force on the day
    term_begins
};

inline constexpr std::array fact_names{Named{Fact::regime, "regime"},
                                       Named{Fact::contract_date, "contract_date"},
                                       Named{Fact::due, "due"},
                                       Named{Fact::first_reminder, "first_reminder"},
                                       Named{Fact::reminder_way, "reminder_way"},
                                       Named{Fact::asked_from, "asked_from"},
                                       Named{Fact::asked_on, "asked_on"},
                                       Named{Fact::penalty_clause, "penalty_clause"},
                                       Named{Fact::late_rate, "late_rate"},
                                       Named{Fact::balance, "balance"},
                                       Named{Fact::earlier_balance, "earlier_balance"},
                                       Named{Fact::from, "from"},
                                       Named{Fact::days, "days"},
                                       Named{Fact::small_firm, "small_firm"},
                                       Named{Fact::breakdown, "breakdown"},
                                       Named{Fact::postage, "postage"},
                                       Named{Fact::reminded_dues, "reminded_dues"},
                                       Named{Fact::credit_terms, "credit_terms"},
                                       Named{Fact::credit_kind, "credit_kind"},
                                       Named{Fact::credit_amount, "credit_amount"},
                                       Named{Fact::credit_ended, "credit_ended"},
                                       Named{Fact::total_payable, "total_payable"},
                                       Named{Fact::arrears, "arrears"},
                                       Named{Fact::missed_instalments, "missed_instalments"},
                                       Named{Fact::registered_notice, "registered_notice"},
                                       Named{Fact::notice_way, "notice_way"},
                                       Named{Fact::credit_rate, "credit_rate"},
                                       Named{Fact::apr, "apr"},
                                       Named{Fact::title, "title"},
                                       Named{Fact::judgment_terms, "judgment_terms"},
                                       Named{Fact::bailiff_tariff, "bailiff_tariff"},
                                       Named{Fact::recovery_rule, "recovery_rule"},
                                       Named{Fact::cost_clause, "cost_clause"},
                                       Named{Fact::public_debt, "public_debt"},
                                       Named{Fact::public_law_rule, "public_law_rule"},
                                       Named{Fact::older_rules, "older_rules"},
                                       Named{Fact::figure, "figure"},
                                       Named{Fact::term_begins, "term_begins"}};

} // namespace saldo::claims
