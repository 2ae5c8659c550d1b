#include "base/text.hpp"
#include "party/bank_code.hpp"
#include "party/bic.hpp"
#include "party/codes.hpp"
#include "payments/pain001/evidence.hpp"

#include <algorithm>
#include <array>

namespace saldo::payments::pain001 {

namespace {

/// Calls `look(offset, id, element, account)` for every account of the file.
template <class Look> void for_each_account(const Stated_file& file, Look look) {
    for (const Stated_block& block : file.blocks) {
        look(block.offset, block.id, "DbtrAcct", block.debtor_account);
        for (const Stated_transfer& transfer : block.transfers) {
            look(transfer.offset, transfer.end_to_end_id, "CdtrAcct", transfer.payee_account);
        }
    }
}

void check_ibans(const Evidence& evidence, Report& report) {
    for_each_account(evidence.file, [&](std::size_t offset, std::string_view id,
                                        const char* element, std::string_view account) {
        const Result<Iban>& iban = evidence.accounts.of(account);
        if (!iban && iban.error().code() != party::bban_check_wrong) {
            report.add(
                offset, id, element,
                {{"stated", masked(account)}, {"reason", std::string(iban.error().code().text)}});
        } else if (iban && iban->text() != account) {
            report.add(offset, id, element, {{"stated", masked(account)}});
        }
    });
}

void check_sepa_countries(const Evidence& evidence, Report& report) {
    for_each_account(evidence.file, [&](std::size_t offset, std::string_view id,
                                        const char* element, std::string_view account) {
        const Result<Iban>& iban = evidence.accounts.of(account);
        if (iban && !party::is_sepa_country(iban->country())) {
            report.add(offset, id, element, {{"stated", std::string(iban->country())}});
        }
    });
}

void check_belgian_accounts(const Evidence& evidence, Report& report) {
    for_each_account(evidence.file, [&](std::size_t offset, std::string_view id,
                                        const char* element, std::string_view account) {
        const Result<Iban>& iban = evidence.accounts.of(account);
        if (!iban && iban.error().code() == party::bban_check_wrong) {
            report.add(offset, id, element, {{"stated", masked(account)}});
        }
    });
}

void check_bank_codes(const Evidence& evidence, Report& report) {
    const auto& banks = evidence.context.belgian_banks;
    if (!banks) {
        return;
    }
    for_each_account(evidence.file, [&](std::size_t offset, std::string_view id,
                                        const char* element, std::string_view account) {
        const Result<Iban>& iban = evidence.accounts.of(account);
        const std::string_view code = iban ? party::belgian_bank_code(*iban) : std::string_view();
        if (!code.empty() && !banks->test(*text::to_integer<std::size_t>(code))) {
            report.add(offset, id, element, {{"stated", std::string(code)}});
        }
    });
}

void check_payee_is_debtor(const Evidence& evidence, Report& report) {
    for_each_transfer(evidence.file,
                      [&](const Stated_block& block, const Stated_transfer& transfer) {
                          if (block.debtor_account == transfer.payee_account) {
                              report.add(transfer.offset, transfer.end_to_end_id, "CdtrAcct",
                                         {{"stated", masked(transfer.payee_account)}});
                          }
                      });
}

/// What the office knows of the account of a block, or nothing.
const Debtor_account* debtor_of(const Stated_block& block, const Evidence& evidence) {
    const Result<Iban>& iban = evidence.accounts.of(block.debtor_account);
    const auto& debtors = evidence.context.debtors;
    const auto found = iban ? debtors.find(*iban) : debtors.end();
    return found == debtors.end() ? nullptr : &found->second;
}

void check_account_managed(const Evidence& evidence, Report& report) {
    for (const Stated_block& block : evidence.file.blocks) {
        if (debtor_of(block, evidence) == nullptr) {
            report.add(block.offset, block.id, "DbtrAcct",
                       {{"stated", masked(block.debtor_account)}});
        }
    }
}

void check_account_open(const Evidence& evidence, Report& report) {
    for (const Stated_block& block : evidence.file.blocks) {
        const Debtor_account* account = debtor_of(block, evidence);
        if (account != nullptr && !account->open) {
            report.add(block.offset, block.id, "DbtrAcct",
                       {{"stated", masked(block.debtor_account)}});
        }
    }
}

/// Banks of territories that use the account numbers of the state they belong to.
bool is_territory_of(std::string_view territory, std::string_view country) {
    constexpr auto french =
        std::to_array<std::string_view>({"BL", "GF", "GP", "MF", "MQ", "PM", "RE", "YT"});
    constexpr auto british = std::to_array<std::string_view>({"GG", "IM", "JE"});
    return (country == "FR" && std::ranges::find(french, territory) != french.end()) ||
           (country == "GB" && std::ranges::find(british, territory) != british.end());
}

void check_payee_banks(const Evidence& evidence, Report& report) {
    for_each_transfer(evidence.file, [&](const Stated_block&, const Stated_transfer& transfer) {
        const Stated_agent& bank = transfer.payee_bank;
        if (!bank.present) {
            return;
        }
        const auto bic = party::parse_bic(bank.bic);
        const std::string_view country = transfer.payee_account.substr(0, 2);
        if (!bic || !bank.other.empty() ||
            (bic->country() != country && !is_territory_of(bic->country(), country))) {
            report.add(transfer.offset, transfer.end_to_end_id, "CdtrAgt",
                       {{"stated", std::string(bank.bic.empty() ? bank.other : bank.bic)},
                        {"country", std::string(country)}});
        }
    });
}

void check_debtor_banks(const Evidence& evidence, Report& report) {
    for (const Stated_block& block : evidence.file.blocks) {
        const Stated_agent& bank = block.debtor_bank;
        const bool is_bic = bank.other.empty() && party::parse_bic(bank.bic).has_value();
        const bool is_left_to_bank = bank.bic.empty() && bank.other == "NOTPROVIDED";
        if (!is_bic && !is_left_to_bank) {
            report.add(block.offset, block.id, "DbtrAgt",
                       {{"stated", std::string(bank.bic.empty() ? bank.other : bank.bic)}});
        }
    }
}

template <class Suspect>
void check_payees(const Evidence& evidence, Report& report, Suspect is_suspect) {
    for_each_transfer(evidence.file, [&](const Stated_block&, const Stated_transfer& transfer) {
        const Payee_account& payee = evidence.accounts.payee(transfer.payee_account);
        if (is_suspect(payee)) {
            report.add(transfer.offset, transfer.end_to_end_id, "CdtrAcct",
                       {{"stated", masked(transfer.payee_account)},
                        {"standing", std::string(name(payee.standing))}});
        }
    });
}

void check_payee_new(const Evidence& evidence, Report& report) {
    check_payees(evidence, report, [](const Payee_account& payee) {
        return payee.history == Payee_account::History::fresh;
    });
}

void check_payee_changed(const Evidence& evidence, Report& report) {
    check_payees(evidence, report, [](const Payee_account& payee) {
        return payee.history == Payee_account::History::changed;
    });
}

void check_payee_name_checked(const Evidence& evidence, Report& report) {
    check_payees(evidence, report, [](const Payee_account& payee) { return !payee.name_checked; });
}

void check_payee_stopped(const Evidence& evidence, Report& report) {
    check_payees(evidence, report,
                 [](const Payee_account& payee) { return payee.standing != Standing::active; });
}

void check_client_stopped(const Evidence& evidence, Report& report) {
    for (const Stated_block& block : evidence.file.blocks) {
        const Debtor_account* account = debtor_of(block, evidence);
        if (account != nullptr && account->client != Standing::active) {
            report.add(block.offset, block.id, "DbtrAcct",
                       {{"stated", masked(block.debtor_account)},
                        {"standing", std::string(name(account->client))}});
        }
    }
}

constexpr std::array accounts_table{
    Rule{p05_iban, Severity::error, Needs::form, check_ibans},
    Rule{p05_country_outside_sepa, Severity::error, Needs::form, check_sepa_countries},
    Rule{p06_belgian_check, Severity::error, Needs::form, check_belgian_accounts},
    Rule{p06_bank_code_unknown, Severity::warning, Needs::form, check_bank_codes},
    Rule{p07_payee_is_debtor, Severity::error, Needs::form, check_payee_is_debtor},
    Rule{p08_account_not_managed, Severity::error, Needs::form, check_account_managed},
    Rule{p08_account_closed, Severity::error, Needs::form, check_account_open},
    Rule{p18_payee_bank, Severity::error, Needs::form, check_payee_banks},
    Rule{p19_debtor_bank, Severity::error, Needs::form, check_debtor_banks},
    Rule{p27_payee_account_new, Severity::warning, Needs::form, check_payee_new},
    Rule{p27_payee_account_changed, Severity::warning, Needs::form, check_payee_changed},
    Rule{p27_name_not_checked, Severity::warning, Needs::form, check_payee_name_checked},
    Rule{p28_client_stopped, Severity::error, Needs::form, check_client_stopped},
    Rule{p28_payee_stopped, Severity::error, Needs::form, check_payee_stopped},
};

} // namespace

std::span<const Rule> account_rules() {
    return accounts_table;
}

} // namespace saldo::payments::pain001
