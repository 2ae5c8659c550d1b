#include "dossier/check_claim.hpp"

#include "base/digest.hpp"
#include "base/invariant.hpp"
#include "dossier/codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace saldo::dossier {

namespace {

Money stated_of(const Claim& claim, law::Debt_part part) {
    switch (part) {
    case law::Debt_part::principal:
        return claim.principal;
    case law::Debt_part::interest:
        return claim.interest;
    case law::Debt_part::costs:
        return claim.costs;
    case law::Debt_part::penalty:
        return claim.penalty;
    }
    broken_contract("a debt has four parts", __FILE__, __LINE__);
}

class Claim_checker {
public:
    Claim_checker(const Claim& claim, std::string_view place) : claim_(claim), place_(place) {}

    Findings run() {
        not_negative(claim_.principal, "principal");
        not_negative(claim_.interest, "interest");
        not_negative(claim_.costs, "costs");
        not_negative(claim_.penalty, "penalty");
        if (claim_.contract && claim_.contract->credit) {
            check_credit(*claim_.contract->credit);
        }
        if (claim_.interest_rule) {
            check_interest(*claim_.interest_rule);
        }
        check_lists();
        check_explained();
        in_order(claim_.history, "history");
        in_order(claim_.decisions, "decisions");
        return std::move(findings_);
    }

private:
    void check_credit(const Credit& credit) {
        if (credit.amount) {
            positive(*credit.amount, "contract/credit/amount");
        }
        if (credit.total_payable) {
            positive(*credit.total_payable, "contract/credit/total_payable");
        }
        if (credit.arrears) {
            not_negative(*credit.arrears, "contract/credit/arrears");
        }
        if (credit.ended && claim_.contract->date) {
            not_before(*credit.ended, *claim_.contract->date, "contract/credit/ended");
        }
    }

    void check_interest(const Interest_rule& rule) {
        not_before(rule.from, claim_.stated, "interest_rule/from");
        const bool is_agreed = rule.source == Interest_source::agreed;
        if (is_agreed && !rule.rate) {
            add(rate_missing, "interest_rule");
        } else if (!is_agreed && rule.rate) {
            add(rate_not_wanted, "interest_rule/rate");
        }
    }

    void check_lists() {
        for (std::size_t i = 0; i < claim_.items.size(); ++i) {
            positive(claim_.items[i].amount, fmt::format("items/{}/amount", i));
            check_document(claim_.items[i].document, "items", i);
        }
        for (std::size_t i = 0; i < claim_.letters.size(); ++i) {
            check_document(claim_.letters[i].document, "letters", i);
        }
        for (std::size_t i = 0; i < claim_.payments.size(); ++i) {
            positive(claim_.payments[i].amount, fmt::format("payments/{}/amount", i));
            check_document(claim_.payments[i].document, "payments", i);
        }
        for (std::size_t i = 0; i < claim_.waivers.size(); ++i) {
            positive(claim_.waivers[i].amount, fmt::format("waivers/{}/amount", i));
        }
        for (std::size_t i = 0; i < claim_.decisions.size(); ++i) {
            if (claim_.decisions[i].reduce_to) {
                not_negative(*claim_.decisions[i].reduce_to,
                             fmt::format("decisions/{}/reduce_to", i));
            }
        }
    }

    /// What is dated until the statement explains it, so no component can hold more than that,
    /// unless it was waived or paid before the statement was made.
    void check_explained() {
        std::map<law::Debt_part, Money> explained;
        for (const Item& item : claim_.items) {
            if (item.date <= claim_.stated) {
                explained.try_emplace(part_of(item.kind), Money::zero()).first->second +=
                    item.amount;
            }
        }
        Money paid = Money::zero();
        for (const Outside_payment& payment : claim_.payments) {
            paid += payment.date <= claim_.stated ? payment.amount : Money::zero();
        }
        Money too_much = Money::zero();
        for (auto& [part, items] : explained) {
            for (const Waiver& waiver : claim_.waivers) {
                const bool counts = waiver.part == part && waiver.date <= claim_.stated;
                items -= counts ? waiver.amount : Money::zero();
            }
            too_much += std::max(Money::zero(), items - stated_of(claim_, part));
        }
        if (too_much <= paid) {
            return;
        }
        for (const auto& [part, items] : explained) {
            if (items > stated_of(claim_, part)) {
                add(items_exceed_stated, std::string(name_in(law::debt_part_names, part)),
                    {{"stated", format(stated_of(claim_, part))}, {"items", format(items)}});
            }
        }
    }

    /// Oldest first, so that the last is the one that holds.
    template <class T> void in_order(const std::vector<T>& all, std::string_view list) {
        for (std::size_t i = 1; i < all.size(); ++i) {
            not_before(all[i].date, all[i - 1].date, fmt::format("{}/{}/date", list, i));
        }
    }

    void check_document(const std::string& document, std::string_view list, std::size_t index) {
        if (!document.empty() && !digest_from_hex(document)) {
            add(document_not_a_digest, fmt::format("{}/{}/document", list, index),
                {{"stated", document}});
        }
    }

    void not_before(Date date, Date earliest, std::string_view field) {
        if (date < earliest) {
            add(date_too_early, field, {{"stated", format(date)}, {"earliest", format(earliest)}});
        }
    }

    void positive(Money amount, std::string_view field) {
        if (!amount.is_positive()) {
            add(amount_not_positive, field, {{"stated", format(amount)}});
        }
    }

    void not_negative(Money amount, std::string_view field) {
        if (amount.is_negative()) {
            add(negative_amount, field, {{"stated", format(amount)}});
        }
    }

    void add(Code code, std::string_view field, Params params = {}) {
        findings_.push_back({code,
                             Severity::error,
                             {{}, 0, fmt::format("{}/{}", place_, field)},
                             std::move(params)});
    }

    const Claim& claim_;
    std::string_view place_;
    Findings findings_;
};

} // namespace

Findings check_claim(const Claim& claim, std::string_view place) {
    return Claim_checker(claim, place).run();
}

} // namespace saldo::dossier
