#include "payments/pain002/fold.hpp"

#include "bank/camt/values.hpp"
#include "base/text.hpp"
#include "payments/pain002/codes.hpp"

#include <map>

namespace saldo::payments::pain002 {

namespace {

/// A sum as a bank writes it, with any number of zeros behind the cents.
std::optional<Money> money_of(std::string_view text) {
    const auto amount = bank::camt::to_amount(text);
    const auto money = amount ? to_money(*amount) : Result<Money>(Money::zero());
    return amount && money ? std::optional(*money) : std::nullopt;
}

class Folding {
public:
    Folding(const Report& report, std::span<const Order> orders)
        : report_(report), orders_(orders) {
        folded_.statuses.resize(orders.size());
        for (std::size_t at = 0; at < orders.size(); ++at) {
            all_.push_back(at);
            by_id_.emplace(orders[at].end_to_end_id, at);
            by_block_[orders[at].block].push_back(at);
        }
    }

    Folded run() && {
        check_totals(report_.totals, report_.original_id, report_.line, all_);
        take(report_.said, Level::group, report_.original_id, report_.line, all_);
        for (const Stated_block& block : report_.blocks) {
            take(block);
        }
        for (const Stated_block& block : report_.blocks) {
            check(block.tallies, block.id, of_block(block.id));
        }
        check(report_.tallies, report_.original_id, all_);
        return std::move(folded_);
    }

private:
    /// Positions of orders.
    using Group = std::vector<std::size_t>;

    struct Sum {
        std::size_t count = 0;
        Money sum = Money::zero();
    };

    [[nodiscard]] const Group& of_block(std::string_view id) const {
        static const Group none;
        const auto found = by_block_.find(id);
        return found == by_block_.end() ? none : found->second;
    }

    template <class Holds> [[nodiscard]] Sum sum_of(const Group& group, Holds holds) const {
        Sum sum;
        for (const std::size_t at : group) {
            if (holds(at)) {
                ++sum.count;
                sum.sum += orders_[at].amount;
            }
        }
        return sum;
    }

    void warn(Code code, std::uint64_t line, Params params) {
        folded_.findings.push_back({code, Severity::warning, {"", line, {}}, std::move(params)});
    }

    void check_totals(const Stated_totals& stated,
                      const std::string& id,
                      std::uint64_t line,
                      const Group& group) {
        const Sum sum = sum_of(group, [](std::size_t) { return true; });
        if (!stated.count.empty() && text::to_integer<std::size_t>(stated.count) != sum.count) {
            warn(answer_count_differs, line,
                 {{"id", id}, {"stated", stated.count}, {"computed", std::to_string(sum.count)}});
        }
        if (!stated.sum.empty() && money_of(stated.sum) != sum.sum) {
            warn(answer_sum_differs, line,
                 {{"id", id}, {"stated", stated.sum}, {"computed", format(sum.sum)}});
        }
    }

    /// What is said on one level of all that is below it.
    void take(const Said& said,
              Level level,
              const std::string& id,
              std::uint64_t line,
              const Group& group) {
        if (said.status.empty()) {
            return;
        }
        const std::optional<Meaning> meaning = meaning_of(said.status);
        if (!meaning) {
            warn(answer_status_unknown, line, {{"id", id}, {"status", said.status}});
        }
        for (const std::size_t at : group) {
            if (meaning == Meaning::mixed && level != Level::transaction) {
                folded_.statuses[at].reset();
            } else {
                folded_.statuses[at] = Status{level, said.status, said.reasons};
            }
        }
    }

    void take(const Stated_block& block) {
        const Group& group = of_block(block.id);
        if (group.empty()) {
            warn(answer_block_unknown, block.line, {{"id", block.id}});
        } else {
            check_totals(block.totals, block.id, block.line, group);
            take(block.said, Level::payment, block.id, block.line, group);
        }
        for (const Stated_payment& payment : block.payments) {
            take(payment, block.id);
        }
    }

    [[nodiscard]] std::optional<std::size_t> find(const Stated_payment& payment) const {
        for (const std::string* id : {&payment.end_to_end_id, &payment.instruction_id}) {
            const auto found = by_id_.find(*id);
            if (!id->empty() && found != by_id_.end()) {
                return found->second;
            }
        }
        return std::nullopt;
    }

    void take(const Stated_payment& payment, const std::string& block) {
        const std::string& id =
            payment.end_to_end_id.empty() ? payment.instruction_id : payment.end_to_end_id;
        const std::optional<std::size_t> at = find(payment);
        if (!at) {
            warn(answer_payment_unknown, payment.line, {{"id", id}});
            return;
        }
        const Order& order = orders_[*at];
        if (!payment.amount.empty() && money_of(payment.amount) != order.amount) {
            warn(answer_amount_differs, payment.line,
                 {{"id", id}, {"stated", payment.amount}, {"computed", format(order.amount)}});
            return;
        }
        if (order.block != block) {
            warn(answer_payment_misplaced, payment.line,
                 {{"id", id}, {"stated", block}, {"computed", order.block}});
        }
        take(payment.said, Level::transaction, id, payment.line, {*at});
        if (payment.said.status.empty() && !payment.said.reasons.empty() && folded_.statuses[*at]) {
            folded_.statuses[*at]->reasons = payment.said.reasons;
        }
    }

    /// A tally may count payments of which nothing is said; more it cannot.
    void check(const std::vector<Tally>& tallies, const std::string& id, const Group& group) {
        std::size_t silent =
            sum_of(group, [&](std::size_t at) { return !folded_.statuses[at]; }).count;
        for (const Tally& tally : tallies) {
            const Sum sum = sum_of(group, [&](std::size_t at) {
                return folded_.statuses[at] && folded_.statuses[at]->code == tally.status;
            });
            const auto count = text::to_integer<std::size_t>(tally.count);
            if (!count || *count < sum.count || *count - sum.count > silent) {
                warn(answer_tally_count_differs, tally.line,
                     {{"id", id},
                      {"status", tally.status},
                      {"stated", tally.count},
                      {"computed", std::to_string(sum.count)}});
                continue;
            }
            silent -= *count - sum.count;
            if (*count == sum.count && !tally.sum.empty() && money_of(tally.sum) != sum.sum) {
                warn(answer_tally_sum_differs, tally.line,
                     {{"id", id},
                      {"status", tally.status},
                      {"stated", tally.sum},
                      {"computed", format(sum.sum)}});
            }
        }
    }

    const Report& report_;
    std::span<const Order> orders_;
    Group all_;
    std::map<std::string_view, std::size_t> by_id_;
    std::map<std::string_view, Group> by_block_;
    Folded folded_;
};

} // namespace

Folded fold(const Report& report, std::span<const Order> orders) {
    return Folding(report, orders).run();
}

} // namespace saldo::payments::pain002
