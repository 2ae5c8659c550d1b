#include "payments/pain001/rules.hpp"

#include "base/named.hpp"
#include "payments/pain001/convert.hpp"
#include "payments/pain001/evidence.hpp"
#include "payments/pain001/read.hpp"
#include "payments/pain001/scan.hpp"

#include <algorithm>
#include <future>
#include <iterator>

namespace saldo::payments::pain001 {

namespace {

std::vector<Rule> all_rules() {
    std::vector<Rule> all;
    for (const auto theme : {identity_rules(), amount_rules(), account_rules(), text_rules(),
                             service_rules(), date_rules(), file_rules()}) {
        all.insert(all.end(), theme.begin(), theme.end());
    }
    // The codes start with the rule's number; within one number a theme's own order stays.
    std::ranges::stable_sort(all, {}, [](const Rule& rule) {
        return rule.code.text.substr(0, sizeof("payments.p00") - 1);
    });
    return all;
}

/// What every second rule finds, from the one at `first` on.
void check_every_second(std::span<const Rule> rules,
                        std::size_t first,
                        const Evidence& evidence,
                        std::vector<Findings>& findings) {
    Lines lines(evidence.bytes);
    for (std::size_t i = first; i < rules.size(); i += 2) {
        Report report(rules[i].code, rules[i].severity, lines, findings[i]);
        rules[i].check(evidence, report);
    }
}

/// The rules look at the same things and change nothing, so two threads share them. The findings
/// are in the order of the rules.
Findings findings_of(std::span<const Rule> rules, const Evidence& evidence) {
    std::vector<Findings> by_rule(rules.size());
    auto others = std::async(std::launch::async, check_every_second, rules, std::size_t{1},
                             std::cref(evidence), std::ref(by_rule));
    check_every_second(rules, 0, evidence, by_rule);
    others.get();
    Findings findings;
    for (Findings& found : by_rule) {
        std::ranges::move(found, std::back_inserter(findings));
    }
    return findings;
}

} // namespace

std::string_view name(Standing standing) {
    using enum Standing;
    constexpr std::array names{Named{active, "active"}, Named{closed, "closed"},
                               Named{blocked, "blocked"}, Named{deceased, "deceased"}};
    return name_in(names, standing);
}

Account_numbers::Account_numbers(const Stated_file& file, const Context& context) {
    static const Payee_account fresh{Payee_account::History::fresh, false, Standing::active};
    const auto add = [&](std::string_view account) {
        if (read_.contains(account)) {
            return;
        }
        Result<Iban> iban = party::parse_iban(account);
        const auto known = iban ? context.payees.find(*iban) : context.payees.end();
        const Payee_account* payee = known == context.payees.end() ? &fresh : &known->second;
        read_.emplace(account, Number{std::move(iban), payee});
    };
    for (const Stated_block& block : file.blocks) {
        add(block.debtor_account);
    }
    for_each_transfer(file, [&](const Stated_block&, const Stated_transfer& transfer) {
        add(transfer.payee_account);
    });
}

const Result<Iban>& Account_numbers::of(std::string_view account) const {
    return read_.at(account).iban;
}

const Payee_account& Account_numbers::payee(std::string_view account) const {
    return *read_.at(account).payee;
}

std::uint64_t Lines::at(std::size_t offset) {
    if (ends_.empty()) {
        for (std::size_t end = bytes_.find('\n'); end != std::string_view::npos;
             end = bytes_.find('\n', end + 1)) {
            ends_.push_back(end);
        }
        ends_.push_back(bytes_.size());
    }
    const auto end = std::ranges::lower_bound(ends_, offset);
    return static_cast<std::uint64_t>(end - ends_.begin()) + 1;
}

void Report::add(std::size_t offset, std::string_view id, std::string_view place, Params params) {
    Params all;
    all.reserve(params.size() + 1); // a first run warns of every payee
    all.push_back({"id", std::string(id)});
    std::ranges::move(params, std::back_inserter(all));
    findings_.push_back(
        {code_, severity_, {"", lines_.at(offset), std::string(place)}, std::move(all)});
}

std::string masked(std::string_view account) {
    constexpr std::size_t shown = 4;
    if (account.size() <= 2 * shown) {
        return "...";
    }
    return std::string(account.substr(0, shown)) + "..." +
           std::string(account.substr(account.size() - shown));
}

std::vector<Rule_name> rules() {
    std::vector<Rule_name> names;
    for (const Rule& rule : all_rules()) {
        names.push_back({rule.code, rule.severity});
    }
    return names;
}

Findings check(std::string_view bytes, const Message& intended, const Context& context) {
    invariant(static_cast<bool>(context.is_id_used), "the context knows which ids were used");
    const Result<Stated_file> file = scan(bytes);
    const Result<Message> reread = file ? read(*file, bytes) : refuse(file.error());
    const Result<Conversion> converted = convert(intended);
    const Stated_file nothing;
    const Account_numbers accounts(file ? *file : nothing, context);
    const Evidence evidence{bytes,   file ? *file : nothing,
                            reread,  converted ? converted->message : intended,
                            context, accounts};
    std::vector<Rule> rules = all_rules();
    std::erase_if(rules, [&](const Rule& rule) { return !file && rule.needs != Needs::bytes; });
    return findings_of(rules, evidence);
}

} // namespace saldo::payments::pain001
