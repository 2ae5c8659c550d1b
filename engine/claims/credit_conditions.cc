#include "claims/credit_conditions.hpp"

#include "base/text.hpp"
#include "law/consumer_credit.hpp"
#include "law/maximum_apr.hpp"

namespace saldo::claims {

namespace {

using dossier::Credit;
using dossier::Letter;

/// The first registered notice of until the credit was ended, or one that may be registered.
const Letter* notice_of(const Checking& checking, Date ended, bool is_proved) {
    const Letter* first = nullptr;
    for (const Letter& letter : checking.claim().letters) {
        const bool counts =
            letter.kind == dossier::Letter_kind::notice && letter.sent <= ended &&
            (letter.way == dossier::Sent_as::registered || (!is_proved && !letter.way));
        if (counts && (first == nullptr || letter.sent < first->sent)) {
            first = &letter;
        }
    }
    return first;
}

Ground ground_of(law::Default_reason reason) {
    switch (reason) {
    case law::Default_reason::missed_instalments:
    case law::Default_reason::arrears_share:
        return Ground::ended_rightly;
    case law::Default_reason::too_little:
        return Ground::ended_for_too_little;
    case law::Default_reason::no_notice:
        return Ground::ended_without_notice;
    case law::Default_reason::notice_runs:
        return Ground::ended_too_soon;
    }
    return Ground::ended_rightly;
}

/// Whether the credit could be ended, on the day it was.
class End_check {
public:
    End_check(Checking& checking, const Credit& credit) : checking_(checking), credit_(credit) {}

    Result<Done> check() {
        Condition condition{.bounds = checking_.asked().total()};
        Basis& basis = condition.basis;
        basis.article = "WER art. VII.105";
        use_default_facts(basis);
        if (!credit_.total_payable) {
            basis.missing.push_back(Fact::total_payable);
        } else if (const auto done = decide_end(condition); !done) {
            return done;
        }
        checking_.add(std::move(condition));
        return Done{};
    }

private:
    [[nodiscard]] law::Credit_default_request default_request(Date ended, bool is_proved) const {
        const Letter* notice = notice_of(checking_, ended, is_proved);
        return {credit_.total_payable.value_or(Money::zero()),
                credit_.arrears.value_or(Money::zero()),
                text::to_integer<std::int32_t>(credit_.missed).value_or(0),
                notice != nullptr ? std::optional(notice->sent) : std::nullopt,
                ended,
                checking_.contract().date};
    }

    void use_default_facts(Basis& basis) const {
        use(basis, Fact::credit_ended, *credit_.ended);
        if (credit_.total_payable) {
            use(basis, Fact::total_payable, *credit_.total_payable);
        }
        if (credit_.arrears) {
            use(basis, Fact::arrears, *credit_.arrears);
        }
        if (!credit_.missed.empty()) {
            use(basis, Fact::missed_instalments, credit_.missed);
        }
    }

    Result<Done> decide_end(Condition& condition) {
        Basis& basis = condition.basis;
        const auto proved = checking_.ask(
            law::credit_default(checking_.figures(), default_request(*credit_.ended, true)), basis);
        if (!proved) {
            return refuse(proved.error());
        }
        if (!*proved) {
            return Done{};
        }
        condition.ground = ground_of((*proved)->reason);
        if (const Letter* notice = notice_of(checking_, *credit_.ended, true)) {
            use(basis, Fact::registered_notice, notice->sent);
        }
        for (const char* key :
             {"vii105.missed_instalments", "vii105.arrears_pct_total", "vii105.notice_months"}) {
            stand_on(basis, key, basis.article);
        }
        if ((*proved)->triggered) {
            condition.holds = true;
            return Done{};
        }
        miss_what_may_help((*proved)->reason, basis);
        // Who ends a credit must prove the notice: without one it does not hold.
        if (basis.missing.empty() || basis.missing == std::vector{Fact::registered_notice}) {
            condition.holds = false;
        }
        return Done{};
    }

    /// Facts with which the credit may yet have been ended rightly.
    void miss_what_may_help(law::Default_reason reason, Basis& basis) const {
        if (reason == law::Default_reason::too_little) {
            if (!credit_.arrears) {
                basis.missing.push_back(Fact::arrears);
            }
            if (credit_.missed.empty()) {
                basis.missing.push_back(Fact::missed_instalments);
            }
            return;
        }
        const auto perhaps =
            law::credit_default(checking_.figures(), default_request(*credit_.ended, false));
        if (perhaps && perhaps->triggered) {
            basis.missing.push_back(Fact::notice_way);
        } else if (reason == law::Default_reason::no_notice) {
            basis.missing.push_back(Fact::registered_notice);
        }
    }

    Checking& checking_;
    const Credit& credit_;
};

Result<Done>
hold_apr(Checking& checking, const Credit& credit, Condition& condition, Date contract) {
    Basis& basis = condition.basis;
    use(basis, Fact::contract_date, contract);
    use(basis, Fact::credit_kind, std::string(name_in(law::credit_kind_names, credit.kind)));
    use(basis, Fact::credit_amount, *credit.amount);
    use(basis, Fact::apr, credit.apr->value);
    const auto maximum = checking.ask(
        law::maximum_apr(checking.figures(), credit.kind, *credit.amount, contract), basis);
    if (!maximum) {
        return refuse(maximum.error());
    }
    if (*maximum) {
        stand_on(basis, (*maximum)->figure, (*maximum)->article);
        condition.holds = !law::is_above(credit.apr->value, **maximum);
        condition.ground = *condition.holds ? Ground::apr_maximum : Ground::apr_above_maximum;
    }
    return Done{};
}

} // namespace

Result<Done> check_end(Checking& checking, const Credit& credit) {
    return credit.ended ? End_check(checking, credit).check() : Done{};
}

Result<Done> check_apr(Checking& checking, const Credit& credit) {
    const Parts& asked = checking.asked();
    Condition condition{.ground = Ground::apr_maximum,
                        .bounds = asked.interest + asked.costs + asked.penalty};
    Basis& basis = condition.basis;
    basis.article = "KB 14 september 2016 art. 12";
    const std::optional<Date> contract = checking.contract().date;
    if (!contract) {
        basis.missing.push_back(Fact::contract_date);
    }
    if (!credit.amount) {
        basis.missing.push_back(Fact::credit_amount);
    }
    if (!credit.apr) {
        basis.missing.push_back(Fact::apr);
    }
    if (basis.missing.empty()) {
        if (const auto done = hold_apr(checking, credit, condition, *contract); !done) {
            return done;
        }
    }
    checking.add(std::move(condition));
    return Done{};
}

} // namespace saldo::claims
