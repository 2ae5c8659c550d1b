#include "claims/cost_check.hpp"

#include "claims/book_xix.hpp"
#include "claims/codes.hpp"

#include <algorithm>
#include <map>

namespace saldo::claims {

namespace {

using dossier::Item;
using dossier::Item_kind;
using dossier::Regime;
using law::Debt_part;

bool is_letter(Item_kind kind) {
    return kind == Item_kind::reminder || kind == Item_kind::notice;
}

bool is_of_bailiff(Item_kind kind) {
    return kind == Item_kind::acquittance_fee || kind == Item_kind::collection_fee ||
           kind == Item_kind::recovery_fee || kind == Item_kind::bailiff_act;
}

/// A supply with due dates that come back: each year several reminders are free.
bool is_supply(const dossier::Claim& claim) {
    return claim.origin == "energy" || claim.origin == "telecom";
}

/// Goes through the costs in order of date.
class Costs {
public:
    explicit Costs(Checking& checking) : checking_(checking) {
        if (const dossier::Letter* reminder = first_reminder(checking)) {
            first_letter_ = reminder->sent;
        }
    }

    void check(const Item& item) {
        Check_row row{.part = Debt_part::costs,
                      .ground = Ground::regime_unknown,
                      .item = item.kind,
                      .date = item.date,
                      .claimed = item.amount};
        if (is_of_bailiff(item.kind)) {
            check_bailiff(row, item);
        } else {
            check_by_regime(row, item);
        }
        checking_.add(std::move(row));
    }

private:
    void check_bailiff(Check_row& row, const Item& item) {
        const std::optional<dossier::Title>& title = checking_.claim().title;
        const bool fee =
            item.kind == Item_kind::acquittance_fee || item.kind == Item_kind::collection_fee;
        constexpr std::string_view abolished = "bailiff.acquittance.abolished";
        row.basis.article = "KB 30 november 1976";
        if (!title) {
            row.ground = Ground::bailiff_no_title;
            row.maximum = Money::zero();
            row.disputes = true;
            row.basis.missing.push_back(Fact::title);
            return;
        }
        use(row.basis, Fact::title, title->date);
        if (fee && checking_.figures().find(abolished, item.date) != nullptr) {
            checking_.take(abolished, item.date, row.basis);
            row.ground = Ground::fee_abolished;
            row.maximum = Money::zero();
        } else if (item.kind == Item_kind::recovery_fee) {
            row.ground = Ground::recovery_fee;
            row.basis.missing.push_back(Fact::recovery_rule);
        } else {
            row.ground = Ground::bailiff_tariff;
            row.basis.missing.push_back(Fact::bailiff_tariff);
        }
    }

    void check_by_regime(Check_row& row, const Item& item) {
        const std::optional<Regime> regime = checking_.regime();
        if (!regime) {
            row.basis.missing.push_back(Fact::regime);
        } else if (*regime == Regime::consumer) {
            check_consumer(row, item);
        } else if (*regime == Regime::consumer_credit) {
            check_credit(row, item);
        } else {
            const bool is_public = *regime == Regime::public_law;
            row.ground = is_public ? Ground::public_law : Ground::civil_costs;
            row.basis.missing.push_back(is_public ? Fact::public_law_rule : Fact::cost_clause);
        }
    }

    void check_consumer(Check_row& row, const Item& item) {
        const Book_xix book = book_xix_on(checking_, item.date, row.basis);
        if (book != Book_xix::holds) {
            const bool is_old = book == Book_xix::not_yet;
            row.ground = is_old ? Ground::before_book_xix : Ground::nothing_else;
            row.basis.article = "wet 4 mei 2023 art. 15";
            row.basis.missing.push_back(is_old ? Fact::older_rules : Fact::contract_date);
        } else if (is_letter(item.kind)) {
            check_consumer_letter(row, item);
        } else {
            row.ground = Ground::nothing_else;
            row.basis.article = "WER art. XIX.4";
            row.maximum = Money::zero();
        }
    }

    void check_consumer_letter(Check_row& row, const Item& item) {
        const std::int32_t earlier = letters_of_year_[item.date.year()]++;
        const bool is_first = !first_letter_ || item.date <= *first_letter_;
        if (is_first && !first_is_taken_) {
            first_is_taken_ = true;
            first_letter_ = item.date;
            row.ground = Ground::free_letter;
            row.maximum = checking_.take_money("xix.first_reminder_fee", item.date, row.basis);
            return;
        }
        row.ground = Ground::consumer_letter;
        row.maximum = checking_.take_money("xix.extra_reminder_fee", item.date, row.basis);
        row.certain = row.maximum.value_or(Money::zero());
        if (row.maximum && item.amount > *row.maximum) {
            row.basis.missing.push_back(Fact::postage);
        }
        if (is_supply(checking_.claim())) {
            doubt_supply(row, item, earlier);
        }
    }

    /// Which of the letters of a year are free depends on how many due dates they are for.
    void doubt_supply(Check_row& row, const Item& item, std::int32_t earlier) {
        law::Taken taken(checking_.figures(), item.date);
        const std::int32_t free = taken.count("xix.free_reminders_periodic");
        if (!taken.missing() && earlier < free) {
            row.certain = Money::zero();
            row.basis.missing.push_back(Fact::reminded_dues);
            checking_.say(
                {{several_reminders_free, Severity::info, {}, {{"count", std::to_string(free)}}}});
        }
    }

    void check_credit(Check_row& row, const Item& item) {
        const std::optional<dossier::Credit>& credit = checking_.contract().credit;
        row.basis.article = "WER art. VII.106";
        if (item.kind == Item_kind::credit_cost) {
            row.ground = Ground::credit_cost;
            row.certain = item.amount;
        } else if (!is_letter(item.kind) ||
                   (credit && credit->ended && item.date > *credit->ended)) {
            row.ground = Ground::not_on_list;
            row.maximum = Money::zero();
        } else {
            check_credit_letter(row, item);
        }
    }

    void check_credit_letter(Check_row& row, const Item& item) {
        const std::pair month(item.date.year(), item.date.month());
        const std::int32_t earlier = letters_of_month_[month]++;
        row.ground = Ground::credit_letter;
        const law::Figure* most =
            checking_.take("vii106.reminders_per_month", item.date, row.basis);
        row.maximum = checking_.take_money("vii106.reminder_fee", item.date, row.basis);
        if (most == nullptr || !row.maximum) {
            row.maximum.reset();
            return;
        }
        if (earlier >= law::Taken(checking_.figures(), item.date).count(most->key)) {
            row.ground = Ground::letter_of_month;
            row.maximum = Money::zero();
        } else if (item.amount > *row.maximum) {
            row.basis.missing.push_back(Fact::postage);
        }
        row.certain = *row.maximum;
    }

    Checking& checking_;
    std::optional<Date> first_letter_;
    bool first_is_taken_ = false;
    std::map<int, std::int32_t> letters_of_year_;
    std::map<std::pair<int, int>, std::int32_t> letters_of_month_;
};

} // namespace

void check_costs(Checking& checking) {
    if (checking.asked().costs.is_zero()) {
        return;
    }
    Costs costs(checking);
    for (const Item& item : checking.items()) {
        if (part_of(item.kind) == Debt_part::costs) {
            costs.check(item);
        }
    }
    const Money unexplained = checking.unexplained(Debt_part::costs);
    if (unexplained.is_positive()) {
        Check_row row = checking.row(Debt_part::costs, Ground::unexplained);
        row.claimed = unexplained;
        row.basis.missing.push_back(Fact::breakdown);
        checking.add(std::move(row));
    }
}

} // namespace saldo::claims
