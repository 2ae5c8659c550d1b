#include "autonomy/evidence.hpp"

#include "calendar/rhythm.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace saldo::autonomy {

namespace {

/// Full months from a day to a later one.
int months_between(Date from, Date to) {
    int months = (to.year() - from.year()) * 12 + to.month() - from.month();
    return calendar::plus_months(to, -months) < from ? months - 1 : months;
}

/// With two decimals, half up: `6.67`.
std::string shown_score(money::Rate score) {
    const std::int64_t hundredths =
        (score.numerator() * 200 + score.denominator()) / (2 * score.denominator());
    return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

class Judge {
public:
    Judge(const Rung& rung, const dossier::Dossier& dossier, const Evidence& evidence)
        : rung_(rung), dossier_(dossier), evidence_(evidence) {}

    Judgement operator()(const Criterion& criterion) {
        made_ = {criterion, Answer::unknown, {}, {}, {}};
        start_ = calendar::plus_months(evidence_.on, -criterion.months);
        judge(criterion);
        return std::move(made_);
    }

private:
    void judge(const Criterion& criterion) {
        switch (criterion.kind) {
        case Criterion_kind::months_on_rung:
            return months_on_rung(criterion.months);
        case Criterion_kind::form_decided:
            return form_decided();
        case Criterion_kind::proxy:
            return proxy();
        case Criterion_kind::lines_paid_on_time:
            return lines_paid_on_time();
        case Criterion_kind::living_money_lasts:
            return living_money_lasts();
        case Criterion_kind::never_negative:
            return never_negative();
        case Criterion_kind::no_new_debts:
            return no_new_debts();
        case Criterion_kind::arrears_not_growing:
            return arrears_not_growing();
        case Criterion_kind::evaluation:
            return evaluation(criterion.at_least);
        case Criterion_kind::debts_settled:
            return debts_settled();
        case Criterion_kind::lines_handed_over:
            return lines_handed_over();
        }
    }

    void set(bool is_met, std::string stated, std::string asked) {
        made_.answer = is_met ? Answer::met : Answer::not_met;
        made_.stated = std::move(stated);
        made_.asked = std::move(asked);
    }

    /// How often something was seen that must not be; none is no proof of days nobody looked at.
    template <class Fact, class Prove>
    void set_none(const std::vector<Fact>& facts, Date Fact::*date, Prove prove) {
        std::size_t seen = 0;
        for (const Fact& each : facts) {
            if (each.*date > start_) {
                ++seen;
                prove(each);
            }
        }
        set(seen == 0, std::to_string(seen), "0");
        if (seen == 0 && evidence_.first > start_) {
            made_.answer = Answer::unknown;
        }
    }

    void prove(std::string what,
               std::string id,
               std::optional<Date> date = {},
               std::optional<Money> amount = {}) {
        made_.proofs.push_back({std::move(what), std::move(id), date, amount});
    }

    void prove_entry(std::uint64_t entry, Date date, Money amount) {
        prove("entry", fmt::format("{}:{}", dossier_.number, entry), date, amount);
    }

    void months_on_rung(int months) {
        const dossier::Rung_move* move =
            dossier_.course ? rung_on(*dossier_.course, evidence_.on, evidence_.on) : nullptr;
        const int asked =
            dossier_.course && dossier_.course->pace ? dossier_.course->pace->value : months;
        const int stated = move == nullptr ? 0 : months_between(move->from, evidence_.on);
        set(move != nullptr && stated >= asked, std::to_string(stated), std::to_string(asked));
        if (move != nullptr) {
            prove("move", std::to_string(move->rung.value), move->from);
        }
    }

    [[nodiscard]] const dossier::Mandate* mandate(dossier::Mandate_kind kind) const {
        const auto found = std::ranges::find_if(dossier_.mandates, [&](const auto& each) {
            return each.kind == kind && each.decided <= evidence_.on &&
                   (!each.period.last() || *each.period.last() >= evidence_.on);
        });
        return found == dossier_.mandates.end() ? nullptr : &*found;
    }

    void form_decided() {
        const auto kind = mandate_of(rung_.form);
        const dossier::Mandate* found = kind ? mandate(*kind) : nullptr;
        set(!kind || found != nullptr, found != nullptr ? "1" : "0", kind ? "1" : "0");
        if (found != nullptr) {
            prove("mandate", found->decision, found->decided);
        }
    }

    void proxy() {
        const auto found = std::ranges::find_if(
            dossier_.mandates, [&](const auto& each) { return has_proxy(each, evidence_.on); });
        const bool is_there = found != dossier_.mandates.end();
        set(is_there, is_there ? "1" : "0", "1");
        if (is_there) {
            prove("mandate", found->decision, found->proxy->date);
        }
    }

    void lines_paid_on_time() {
        std::size_t seen = 0;
        std::size_t on_time = 0;
        std::size_t missed = 0;
        std::optional<Date> first;
        for (const Own_payment& each : evidence_.own_payments) {
            if (each.due <= start_ || each.state == Own_payment_state::not_yet) {
                continue;
            }
            first = first ? *first : each.due;
            ++seen;
            on_time += each.state == Own_payment_state::on_time ? 1U : 0U;
            if (each.state == Own_payment_state::late || each.state == Own_payment_state::unpaid) {
                ++missed;
            }
            if (each.state != Own_payment_state::on_time || each.entry == 0) {
                prove("line", each.line, each.due, each.amount);
            } else {
                prove_entry(each.entry, each.due, each.amount);
            }
        }
        set(seen > 0 && on_time == seen && *first <= start_.plus_days(month_days),
            std::to_string(on_time), std::to_string(seen));
        if (made_.answer == Answer::not_met && missed == 0) {
            made_.answer = Answer::unknown;
        }
    }

    void living_money_lasts() {
        set_none(evidence_.extra_money, &Extra_money::date,
                 [&](const Extra_money& each) { prove_entry(each.entry, each.date, each.amount); });
    }

    void never_negative() {
        set_none(evidence_.low_balances, &Low_balance::date, [&](const Low_balance& each) {
            prove("account", each.account, each.date, each.balance);
        });
    }

    void no_new_debts() {
        set_none(evidence_.new_debts, &Debt::stated,
                 [&](const Debt& each) { prove("claim", each.claim, each.stated, each.amount); });
    }

    /// From the last day told of that is not after the start, to the last of all.
    void arrears_not_growing() {
        const Owed* before = nullptr;
        for (const Owed& each : evidence_.owed) {
            if (each.date <= start_) {
                before = &each;
            }
        }
        const Owed* now = evidence_.owed.empty() ? nullptr : &evidence_.owed.back();
        if (before == nullptr || !before->amount || !now->amount) {
            return;
        }
        set(*now->amount <= *before->amount, format(*now->amount), format(*before->amount));
        prove("owed", {}, before->date, before->amount);
        prove("owed", {}, now->date, now->amount);
    }

    void evaluation(int at_least) {
        made_.asked = std::to_string(at_least);
        made_.answer = Answer::not_met;
        const std::optional<Scored>& last = evidence_.evaluation;
        if (!last || last->date <= start_) {
            return;
        }
        set(last->score.numerator() >= at_least * last->score.denominator(),
            shown_score(last->score), std::to_string(at_least));
        prove("evaluation", calendar::format(last->date), last->date);
    }

    void debts_settled() {
        const std::optional<Money> owed =
            evidence_.owed.empty() ? std::nullopt : evidence_.owed.back().amount;
        set((owed && !owed->is_positive()) || evidence_.debts_in_plan,
            owed ? format(*owed) : std::string(), "0.00");
        if (owed) {
            prove("owed", {}, evidence_.on, owed);
        }
    }

    void lines_handed_over() {
        set(evidence_.still_office.empty(), std::to_string(evidence_.still_office.size()), "0");
        for (const std::string& line : evidence_.still_office) {
            prove("line", line);
        }
    }

    static constexpr int month_days = 31;

    const Rung& rung_;
    const dossier::Dossier& dossier_;
    const Evidence& evidence_;
    Judgement made_;
    Date start_ = Date::from_days(0);
};

} // namespace

std::vector<Judgement>
judge(const Rung& rung, const dossier::Dossier& dossier, const Evidence& evidence) {
    Judge judge_one(rung, dossier, evidence);
    std::vector<Judgement> judgements;
    for (const Criterion& criterion : rung.entry) {
        judgements.push_back(judge_one(criterion));
    }
    return judgements;
}

} // namespace saldo::autonomy
