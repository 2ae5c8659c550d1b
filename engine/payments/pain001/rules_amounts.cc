#include "payments/pain001/evidence.hpp"
#include "payments/pain001/sepa_text.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace saldo::payments::pain001 {

namespace {

/// The amount if it is one a SEPA transfer can have.
std::optional<Money> amount_of(const Stated_transfer& transfer) {
    const auto amount = money::parse(transfer.amount);
    if (!amount || !amount->is_positive() || *amount > amount_max) {
        return std::nullopt;
    }
    return *amount;
}

/// Adds up what can be paid; P04 speaks of the rest.
Money sum_of(const Stated_block& block) {
    Money sum = Money::zero();
    for (const Stated_transfer& transfer : block.transfers) {
        sum += amount_of(transfer).value_or(Money::zero());
    }
    return sum;
}

void check_nothing_to_pay(const Evidence& evidence, Report& report) {
    const Stated_file& file = evidence.file;
    if (file.blocks.empty()) {
        report.add(file.offset, file.id, "PmtInf");
    }
    for (const Stated_block& block : file.blocks) {
        if (block.transfers.empty()) {
            report.add(block.offset, block.id, "CdtTrfTxInf");
        }
    }
}

void check_counts(const Evidence& evidence, Report& report) {
    const auto compare = [&](std::size_t offset, std::string_view id, const Stated_totals& totals,
                             std::size_t count) {
        if (totals.count != std::to_string(count)) {
            report.add(offset, id, "NbOfTxs",
                       {{"stated", std::string(totals.count.value_or(""))},
                        {"computed", std::to_string(count)}});
        }
    };
    std::size_t all = 0;
    for (const Stated_block& block : evidence.file.blocks) {
        compare(block.offset, block.id, block.totals, block.transfers.size());
        all += block.transfers.size();
    }
    compare(evidence.file.offset, evidence.file.id, evidence.file.totals, all);
}

void check_sums(const Evidence& evidence, Report& report) {
    const auto compare = [&](std::size_t offset, std::string_view id, const Stated_totals& totals,
                             Money sum) {
        if (totals.sum != money::format(sum)) {
            report.add(offset, id, "CtrlSum",
                       {{"stated", std::string(totals.sum.value_or(""))},
                        {"computed", money::format(sum)}});
        }
    };
    Money all = Money::zero();
    for (const Stated_block& block : evidence.file.blocks) {
        const Money sum = sum_of(block);
        compare(block.offset, block.id, block.totals, sum);
        all += sum;
    }
    compare(evidence.file.offset, evidence.file.id, evidence.file.totals, all);
}

void check_amounts(const Evidence& evidence, Report& report) {
    for_each_transfer(evidence.file, [&](const Stated_block&, const Stated_transfer& transfer) {
        const auto amount = amount_of(transfer);
        if (!amount || money::format(*amount) != transfer.amount) {
            report.add(transfer.offset, transfer.end_to_end_id, "InstdAmt",
                       {{"stated", std::string(transfer.amount)}});
        }
    });
}

void check_currencies(const Evidence& evidence, Report& report) {
    for (const Stated_block& block : evidence.file.blocks) {
        if (!block.debtor_currency.empty() && block.debtor_currency != "EUR") {
            report.add(block.offset, block.id, "DbtrAcct",
                       {{"stated", std::string(block.debtor_currency)}});
        }
    }
    for_each_transfer(evidence.file, [&](const Stated_block&, const Stated_transfer& transfer) {
        if (transfer.currency != "EUR") {
            report.add(transfer.offset, transfer.end_to_end_id, "InstdAmt",
                       {{"stated", std::string(transfer.currency)}, {"computed", "EUR"}});
        }
    });
}

/// What two payments have in common if one is the other once more.
std::string likeness(std::string_view debtor,
                     std::string_view payee,
                     std::string_view amount,
                     std::string_view text) {
    std::string key;
    for (const std::string_view part : {debtor, payee, amount, text}) {
        key.append(part).push_back('\n');
    }
    return key;
}

std::string text_of(const party::Remittance& remittance) {
    if (const auto* free = std::get_if<std::string>(&remittance)) {
        return to_sepa(*free).text;
    }
    if (const auto* ogm = std::get_if<Ogm>(&remittance)) {
        return ogm->digits();
    }
    const auto* reference = std::get_if<Creditor_reference>(&remittance);
    return reference != nullptr ? std::string(reference->text()) : std::string();
}

std::string text_of(const Stated_transfer& transfer) {
    std::string text;
    for (const std::string_view free : transfer.free_texts) {
        text += free;
    }
    for (const Stated_reference& reference : transfer.references) {
        text += reference.reference;
    }
    return text;
}

/// The days on which the file pays, from the first through the last.
struct Days {
    std::optional<Date> first;
    std::optional<Date> last;

    explicit Days(const Stated_file& file) {
        for (const Stated_block& block : file.blocks) {
            if (const auto execution = calendar::parse(block.execution)) {
                first = std::min(first.value_or(*execution), *execution);
                last = std::max(last.value_or(*execution), *execution);
            }
        }
    }

    /// True for a day at most so many days before the first or after the last.
    [[nodiscard]] bool are_near(Date day, int days) const {
        return first && calendar::days_between(day, *first) <= days &&
               calendar::days_between(*last, day) <= days;
    }
};

void check_paid_recently(const Evidence& evidence, Report& report) {
    const Days days(evidence.file);
    std::unordered_multimap<std::string, Date> paid;
    for (const Recent_payment& recent : evidence.context.recent) {
        if (!days.are_near(recent.execution, evidence.context.repeat_days)) {
            continue;
        }
        paid.emplace(likeness(recent.debtor_account.text(), recent.payee_account.text(),
                              money::format(recent.amount), text_of(recent.remittance)),
                     recent.execution);
    }
    for_each_transfer(evidence.file,
                      [&](const Stated_block& block, const Stated_transfer& transfer) {
                          const auto execution = calendar::parse(block.execution);
                          if (!execution) {
                              return; // P17 speaks of it
                          }
                          std::string key = likeness(block.debtor_account, transfer.payee_account,
                                                     transfer.amount, text_of(transfer));
                          const auto [first, last] = paid.equal_range(key);
                          for (auto before = first; before != last; ++before) {
                              if (std::abs(calendar::days_between(before->second, *execution)) <=
                                  evidence.context.repeat_days) {
                                  report.add(transfer.offset, transfer.end_to_end_id, "CdtTrfTxInf",
                                             {{"date", calendar::format(before->second)}});
                                  break;
                              }
                          }
                          paid.emplace(std::move(key), *execution);
                      });
}

/// What one account pays on one day.
struct Spending {
    const Stated_block* first = nullptr;
    Money sum = Money::zero();
};

/// The sums of earlier days count on later ones: the money is gone by then.
void check_account(const std::map<Date, Spending>& days,
                   const Debtor_account& account,
                   Report& report) {
    Money spent = Money::zero();
    for (const auto& [date, spending] : days) {
        spent += spending.sum;
        const auto available = account.available.find(date);
        if (available != account.available.end() && spent > available->second) {
            report.add(spending.first->offset, spending.first->id, "DbtrAcct",
                       {{"date", calendar::format(date)},
                        {"stated", money::format(spent)},
                        {"computed", money::format(available->second)}});
        }
    }
}

void check_balances(const Evidence& evidence, Report& report) {
    std::map<Iban, std::map<Date, Spending>> accounts;
    for (const Stated_block& block : evidence.file.blocks) {
        const Result<Iban>& iban = evidence.accounts.of(block.debtor_account);
        const auto execution = calendar::parse(block.execution);
        if (iban && execution) {
            Spending& spending = accounts[*iban][*execution];
            spending.first = spending.first == nullptr ? &block : spending.first;
            spending.sum += sum_of(block);
        }
    }
    for (const auto& [iban, days] : accounts) {
        const auto known = evidence.context.debtors.find(iban);
        if (known != evidence.context.debtors.end()) {
            check_account(days, known->second, report);
        }
    }
}

constexpr std::array amounts_table{
    Rule{p01_nothing_to_pay, Severity::error, Needs::form, check_nothing_to_pay},
    Rule{p02_count_differs, Severity::error, Needs::form, check_counts},
    Rule{p02_sum_differs, Severity::error, Needs::form, check_sums},
    Rule{p04_amount, Severity::error, Needs::form, check_amounts},
    Rule{p04_currency, Severity::error, Needs::form, check_currencies},
    Rule{p21_paid_recently, Severity::warning, Needs::form, check_paid_recently},
    Rule{p22_balance_short, Severity::warning, Needs::form, check_balances},
};

} // namespace

std::span<const Rule> amount_rules() {
    return amounts_table;
}

} // namespace saldo::payments::pain001
