#include "bank/camt/summary.hpp"

#include "bank/camt/values.hpp"
#include "bank/check.hpp"
#include "bank/codes.hpp"
#include "base/text.hpp"

namespace saldo::bank::camt {

namespace {

void check_count(pugi::xml_node node,
                 std::uint64_t booked,
                 std::uint64_t all,
                 const Context& context) {
    if (!node) {
        return;
    }
    const std::string_view text = context.text(node);
    const auto stated = text::to_integer<std::uint64_t>(text);
    if (stated != booked && stated != all) {
        context.add(entry_count_mismatch, Severity::error, node,
                    {{"stated", Context::shown(text)}, {"computed", std::to_string(booked)}});
    }
}

void check_sum(Code code,
               pugi::xml_node node,
               std::optional<Amount> stated,
               const Amount_sum& booked,
               const Amount_sum& all,
               const Context& context) {
    if (stated && !(all == *stated)) {
        check_total(code, stated, booked, context.where(node), context.report());
    }
}

std::optional<Amount> stated_amount(pugi::xml_node node, const Context& context) {
    return node ? context.amount(node) : std::nullopt;
}

Amount_sum turnover(const Totals& totals) {
    Amount_sum sum = totals.credit;
    sum.add(totals.debit);
    return sum;
}

Amount_sum net(const Totals& totals) {
    Amount_sum sum = totals.credit;
    sum.subtract(totals.debit);
    return sum;
}

/// `TtlNetNtry` with amount and sign, or `TtlNetNtryAmt` with the sign beside it.
void check_net(pugi::xml_node total, const Tally& tally, const Context& context) {
    const pugi::xml_node whole = child(total, "TtlNetNtry");
    const pugi::xml_node alone = child(total, "TtlNetNtryAmt");
    std::optional<Amount> stated;
    if (whole) {
        stated = context.signed_amount(whole);
    } else if (const auto size = stated_amount(alone, context)) {
        const std::string_view indicator = context.text(total, "CdtDbtInd");
        stated = with_sign(*size, indicator.empty() ? "CRDT" : indicator);
    }
    check_sum(entry_total_mismatch, whole ? whole : alone, stated, net(tally.booked),
              net(tally.all), context);
}

} // namespace

void read_summary(pugi::xml_node summary,
                  const Tally& tally,
                  Statement& statement,
                  const Context& context) {
    const Totals& booked = tally.booked;
    const Totals& all = tally.all;
    const pugi::xml_node total = child(summary, "TtlNtries");
    check_count(child(total, "NbOfNtries"), booked.debits + booked.credits,
                all.debits + all.credits, context);
    const pugi::xml_node sum = child(total, "Sum");
    check_sum(entry_total_mismatch, sum, stated_amount(sum, context), turnover(booked),
              turnover(all), context);
    check_net(total, tally, context);

    const pugi::xml_node credits = child(summary, "TtlCdtNtries");
    check_count(child(credits, "NbOfNtries"), booked.credits, all.credits, context);
    const pugi::xml_node credit = child(credits, "Sum");
    statement.credit_total = stated_amount(credit, context);
    check_sum(credit_total_mismatch, credit, statement.credit_total, booked.credit, all.credit,
              context);

    const pugi::xml_node debits = child(summary, "TtlDbtNtries");
    check_count(child(debits, "NbOfNtries"), booked.debits, all.debits, context);
    const pugi::xml_node debit = child(debits, "Sum");
    statement.debit_total = stated_amount(debit, context);
    check_sum(debit_total_mismatch, debit, statement.debit_total, booked.debit, all.debit, context);
}

} // namespace saldo::bank::camt
