#include "support/noisy_account.hpp"

#include <algorithm>
#include <array>

namespace saldo::test {

namespace {

using budget::Occurrence;

constexpr std::string_view bank_costs = "00137013"; ///< transaction code
constexpr std::uint64_t one_missing_in = 66;
constexpr int next_due_days = 40; ///< within which the next due date is looked for

constexpr std::array income_chances{
    Chance{Noise::days_off, 250},   Chance{Noise::amount_in_margin, 200},
    Chance{Noise::name_cut, 50},    Chance{Noise::days_far_off, 10},
    Chance{Noise::amount_off, 8},   Chance{Noise::no_account, 5},
    Chance{Noise::in_two_parts, 5}, Chance{Noise::foreign_reference, 5},
    Chance{Noise::two_in_one, 4},   Chance{Noise::paid_twice, 4}};

constexpr std::array collection_chances{
    Chance{Noise::amount_off, 300}, Chance{Noise::name_cut, 50}, Chance{Noise::amount_far_off, 8},
    Chance{Noise::paid_twice, 5},   Chance{Noise::refunded, 5},  Chance{Noise::new_mandate, 4}};

constexpr std::array bill_chances{
    Chance{Noise::days_off, 100},          Chance{Noise::reference_in_text, 80},
    Chance{Noise::reference_mistyped, 60}, Chance{Noise::no_reference, 60},
    Chance{Noise::in_two_parts, 40},       Chance{Noise::amount_off, 40},
    Chance{Noise::days_far_off, 25},       Chance{Noise::reference_of_other_bill, 25},
    Chance{Noise::two_in_one, 25},         Chance{Noise::reference_of_other_line, 15},
    Chance{Noise::new_account, 10},        Chance{Noise::paid_twice, 8},
    Chance{Noise::foreign_reference, 5}};

constexpr std::array order_chances{Chance{Noise::days_off, 20}, Chance{Noise::returned, 3},
                                   Chance{Noise::id_lost, 2}, Chance{Noise::return_without_id, 1}};

Date index_day() {
    return *Date::of(2026, 9, 1);
}

/// Digits that no reference of the office has.
Ogm unknown_reference(Dice& dice) {
    return party::ogm_of_payload(9'000'000'000 + dice.below(999'999'999));
}

const dossier::Budget_line* referenced_line(const dossier::Dossier& dossier, Dice& dice) {
    std::vector<const dossier::Budget_line*> lines;
    for (const dossier::Budget_line& line : dossier.budget_lines) {
        if (std::holds_alternative<Ogm>(line.communication)) {
            lines.push_back(&line);
        }
    }
    return lines.empty() ? nullptr : dice.one_of(lines);
}

/// An account that none of the office's people has.
Iban unknown_account(Dice& dice) {
    const std::uint64_t base = 9'730'000'000 + dice.below(9'999'999);
    const std::string check = std::to_string(base % 97 == 0 ? 97 : base % 97);
    return *party::iban_of_belgian_number(std::to_string(base) + (check.size() == 1 ? "0" : "") +
                                          check);
}

Truth truth_of(const Occurrence& occurrence, Noise noise) {
    return {noise, {}, {{occurrence.subject, occurrence.due}}};
}

} // namespace

void Noisy_account::order(const payments::Run_line& line) {
    const Noise noise = pick(order_chances, dice_);
    Told told{carried_out(line), {Noise::none, line.end_to_end_id, {}}};
    if (noise == Noise::days_off) {
        told.posted.date = told.posted.date.plus_days(dice_.between(1, 4));
    }
    if (noise == Noise::id_lost) {
        told.posted.end_to_end_id = dice_.one_in(2) ? "" : "NOTPROVIDED";
    }
    told.truth.noise = noise == Noise::days_off || noise == Noise::id_lost ? noise : Noise::none;
    coming_.push_back(told);
    if (noise == Noise::returned || noise == Noise::return_without_id) {
        Posted& back = told.posted;
        back.date = back.date.plus_days(dice_.between(1, 5));
        back.amount = -back.amount;
        back.transaction_code = transfer_in;
        if (noise == Noise::return_without_id) {
            back.end_to_end_id.clear();
            back.remittance = std::string("RETOUR REKENING AFGESLOTEN");
        }
        told.truth.noise = noise;
        coming_.push_back(std::move(told));
    }
}

void Noisy_account::vary(Money& amount, int least_percent, int most_percent) {
    const std::int64_t percent = dice_.between(least_percent, most_percent);
    const std::int64_t odd_cents = dice_.between(0, 9); // no amount is round
    amount = Money::cents(amount.cents() + amount.cents() * percent / 100 +
                          (amount.is_negative() ? -odd_cents : odd_cents));
}

void Noisy_account::add_in_two_parts(Told told) {
    Posted& posted = told.posted;
    const Money whole = posted.amount;
    posted.amount = Money::cents(whole.cents() * dice_.between(30, 70) / 100);
    Told rest = told;
    rest.posted.amount = whole - posted.amount;
    rest.posted.date = posted.date.plus_days(dice_.between(3, 20));
    coming_.push_back(std::move(told));
    coming_.push_back(std::move(rest));
}

/// Two bills of one company, or else the next due date with this one.
bool Noisy_account::add_two_in_one(Told told, const Occurrence& one) {
    for (const Occurrence& other :
         budget::occurrences(bank_.dossier(), one.due, one.due.plus_days(next_due_days))) {
        const bool is_next = other.subject == one.subject && other.due > one.due;
        const bool is_beside = other.subject > one.subject && other.due == one.due &&
                               other.payer == dossier::Payer::client;
        const bool goes_along = (is_next || is_beside) && other.direction == one.direction &&
                                other.counterparty == one.counterparty;
        if (goes_along && paid_along_.emplace(other.subject, other.due).second) {
            const bool comes_in = told.posted.amount.is_positive();
            told.truth.settles.front().amount = abs(told.posted.amount);
            told.posted.amount += comes_in ? other.amount : -other.amount;
            told.truth.settles.push_back({other.subject, other.due, other.amount});
            coming_.push_back(std::move(told));
            return true;
        }
    }
    return false;
}

void Noisy_account::add_twice(const Told& told) {
    Told again = told;
    coming_.push_back(told);
    coming_.back().truth.noise = Noise::none;
    again.posted.date = told.posted.date.plus_days(dice_.between(1, 5));
    again.truth.settles.front().due.reset();
    coming_.push_back(std::move(again));
}

void Noisy_account::receive(const Occurrence& income, const dossier::Dossier& stranger) {
    if (dice_.one_in(one_missing_in)) {
        return;
    }
    Noise noise = pick(income_chances, dice_);
    Told told{{income.due, income.amount, transfer_in, income.counterparty, "Storting"},
              truth_of(income, noise)};
    Posted& posted = told.posted;
    if (income.subject == "income:child_benefit" && posted.date >= index_day()) {
        posted.amount = Money::cents(posted.amount.cents() * 102 / 100);
        noise = noise == Noise::none || noise == Noise::amount_in_margin ? Noise::indexed : noise;
    }
    if (noise == Noise::days_off) {
        posted.date = posted.date.plus_days(dice_.between(-4, 6));
    } else if (noise == Noise::amount_in_margin) {
        const int margin = static_cast<int>(income.margin.cents());
        posted.amount += Money::cents(margin == 0 ? 0 : dice_.between(-margin, margin));
        noise = posted.amount == income.amount ? Noise::none : noise;
    } else if (noise == Noise::name_cut) {
        posted.other.name = cut(posted.other.name, dice_);
    } else if (noise == Noise::days_far_off) {
        posted.date = posted.date.plus_days(dice_.between(12, 24));
    } else if (noise == Noise::amount_off) {
        vary(posted.amount, -40, -10);
    } else if (noise == Noise::no_account) {
        posted.other.iban.reset();
    } else if (noise == Noise::foreign_reference) {
        if (const auto* line = referenced_line(stranger, dice_)) {
            posted.remittance = line->communication;
        }
    }
    told.truth.noise = noise;
    if (noise == Noise::in_two_parts) {
        add_in_two_parts(std::move(told));
    } else if (noise == Noise::paid_twice) {
        add_twice(told);
    } else if (noise != Noise::two_in_one || !add_two_in_one(told, income)) {
        told.truth.noise = noise == Noise::two_in_one ? Noise::none : noise;
        coming_.push_back(std::move(told));
    }
}

void Noisy_account::collect(const Occurrence& bill) {
    const Noise noise = pick(collection_chances, dice_);
    Told told{{bill.due.plus_days(dice_.between(0, 2)), -bill.amount, direct_debit,
               bill.counterparty, bill.communication, "", bill.mandate},
              truth_of(bill, noise)};
    Posted& posted = told.posted;
    if (noise == Noise::amount_off) {
        vary(posted.amount, -15, 15);
    } else if (noise == Noise::amount_far_off) {
        vary(posted.amount, 100, 300);
    } else if (noise == Noise::name_cut) {
        posted.other.name = cut(posted.other.name, dice_);
    } else if (noise == Noise::new_mandate) {
        posted.mandate_id += "-2";
        posted.remittance = unknown_reference(dice_);
    }
    if (noise == Noise::paid_twice) {
        add_twice(told);
        return;
    }
    coming_.push_back(told);
    if (noise == Noise::refunded) {
        coming_.back().truth.noise = Noise::none;
        posted.date = posted.date.plus_days(dice_.between(3, 10));
        posted.amount = -posted.amount;
        told.truth.settles.front().due.reset();
        coming_.push_back(std::move(told));
    }
}

void Noisy_account::pay(const Occurrence& bill, const dossier::Dossier& stranger) {
    Noise noise = pick(bill_chances, dice_);
    Told told{{bill.due, -bill.amount, transfer_out, bill.counterparty, bill.communication},
              truth_of(bill, noise)};
    Posted& posted = told.posted;
    const Ogm& own = std::get<Ogm>(bill.communication);
    if (noise == Noise::days_off) {
        posted.date = posted.date.plus_days(dice_.between(-4, 6));
    } else if (noise == Noise::days_far_off) {
        posted.date = posted.date.plus_days(dice_.between(12, 24));
    } else if (noise == Noise::reference_in_text) {
        posted.remittance = in_words(own, dice_);
    } else if (noise == Noise::reference_mistyped) {
        posted.remittance = mistyped(own.digits(), dice_);
    } else if (noise == Noise::no_reference) {
        posted.remittance = std::string("betaling factuur");
    } else if (noise == Noise::amount_off) {
        vary(posted.amount, -15, 15);
    } else if (noise == Noise::new_account) {
        posted.other.iban = unknown_account(dice_);
    } else if (noise == Noise::reference_of_other_bill) {
        posted.remittance = unknown_reference(dice_);
    } else if (noise == Noise::reference_of_other_line) {
        posted.remittance = *other_reference(bill);
    } else if (noise == Noise::foreign_reference) {
        if (const auto* line = referenced_line(stranger, dice_)) {
            posted.remittance = line->communication;
        }
    }
    if (noise == Noise::in_two_parts) {
        add_in_two_parts(std::move(told));
    } else if (noise == Noise::paid_twice) {
        add_twice(told);
    } else if (noise != Noise::two_in_one || !add_two_in_one(told, bill)) {
        told.truth.noise = noise == Noise::two_in_one ? Noise::none : noise;
        coming_.push_back(std::move(told));
    }
}

/// Not of a bill of the same company for the same amount: that one nobody could tell from this.
std::optional<Ogm> Noisy_account::other_reference(const Occurrence& bill) {
    while (const auto* line = referenced_line(bank_.dossier(), dice_)) {
        const bool is_alike =
            line->counterparty == bill.counterparty && line->schedule.amount == bill.amount;
        if (!is_alike) {
            return std::get<Ogm>(line->communication);
        }
    }
    return std::nullopt;
}

void Noisy_account::charge(const Occurrence& costs) {
    const Posted posted{costs.due, -costs.amount, bank_costs, party::Payee{},
                        "BEHEERSKOSTEN KWARTAAL"};
    coming_.push_back({posted, truth_of(costs, Noise::none)});
}

void Noisy_account::live(Date first, Date last, const dossier::Dossier& stranger) {
    for (const Occurrence& due : budget::occurrences(bank_.dossier(), first, last)) {
        if (paid_along_.contains({due.subject, due.due})) {
            continue;
        }
        if (due.direction == dossier::Direction::income) {
            receive(due, stranger);
        } else if (!due.mandate.empty()) {
            collect(due);
        } else if (due.subject == "expense:bank_costs") {
            charge(due);
        } else if (due.payer == dossier::Payer::client && due.counterparty.iban) {
            pay(due, stranger);
        }
    }
    for (Date day = first; day <= last; day = day.plus_days(1)) {
        add_one_offs(day, stranger);
        add_holiday_pay(day);
    }
}

std::vector<Told> Noisy_account::take(Date first, Date last) {
    std::vector<Told> taken;
    const auto comes = [&](const Told& told) { return told.posted.date <= last; };
    std::ranges::copy_if(coming_, std::back_inserter(taken), comes);
    std::erase_if(coming_, comes);
    for (Told& told : taken) {
        told.posted.date = std::max(told.posted.date, first);
    }
    std::ranges::stable_sort(taken, {}, [](const Told& told) { return told.posted.date; });
    return taken;
}

} // namespace saldo::test
