#include "bank/camt/entry.hpp"

#include "bank/camt/remittance.hpp"
#include "bank/camt/values.hpp"
#include "bank/check.hpp"
#include "bank/codes.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace saldo::bank::camt {

namespace {

std::uint32_t narrow(std::size_t number) {
    return static_cast<std::uint32_t>(number);
}

Amount size_of(Amount amount) {
    return amount < Amount() ? -amount : amount;
}

/// The payment information that all say they belong to; empty if they do not agree.
std::string_view common_id(std::span<const std::string_view> ids) {
    const bool agree = !ids.empty() && std::ranges::all_of(ids, [&](std::string_view id) {
        return id == ids.front();
    });
    return agree ? ids.front() : std::string_view();
}

/// The payment information id of a total: of its batches, or else of all its transactions.
std::string_view payment_id(std::span<const pugi::xml_node> groups,
                            std::span<const pugi::xml_node> transactions,
                            const Context& context) {
    std::vector<std::string_view> ids;
    for (const pugi::xml_node group : groups) {
        ids.push_back(context.text(group, "Btch/PmtInfId"));
    }
    const std::string_view of_batches = common_id(ids);
    if (!of_batches.empty() || transactions.size() < 2) {
        return of_batches;
    }
    ids.clear();
    for (const pugi::xml_node transaction : transactions) {
        ids.push_back(context.text(transaction, "Refs/PmtInfId"));
    }
    return common_id(ids);
}

} // namespace

void Totals::add(Amount amount) {
    const bool is_debit = amount < Amount();
    ++(is_debit ? debits : credits);
    (is_debit ? debit : credit).add(size_of(amount));
}

void Entry_reader::take(pugi::xml_node entry) {
    const auto amount = context_.signed_amount(entry);
    if (amount) {
        tally_.all.add(*amount);
    }
    if (!is_booked(entry) || !amount) {
        return;
    }
    tally_.booked.add(*amount);
    check_currency(child(entry, "Amt"));
    check_repeated(bank_references_, "AcctSvcrRef", entry);
    check_repeated(entry_references_, "NtryRef", entry);
    Movement movement;
    movement.sequence = narrow(statement_.movements.size() + 1);
    movement.amount = *amount;
    movement.line = context_.line_of(entry);
    movement.origin = context_.range_of(entry);
    movement.bank_reference = context_.text(entry, "AcctSvcrRef");
    const pugi::xml_node code = child(entry, "BkTxCd");
    movement.transaction_code = transaction_code(code, context_);
    read_dates(entry, movement);
    note_amounts(entry, statement_, movement, context_);
    if (child(code, "Domn")) {
        note(statement_, movement, "BkTxCd",
             context_.join({context_.text(code, "Prtry/Issr"), context_.text(code, "Prtry/Cd")},
                           " "),
             context_.line_of(code));
    }
    const Entry_facts facts{is_true(context_.text(entry, "RvslInd")), movement.transaction_code};
    read_details(entry, facts, movement);
    statement_.movements.push_back(movement);
}

bool Entry_reader::is_booked(pugi::xml_node entry) const {
    const pugi::xml_node status = child(entry, "Sts");
    const std::string_view choice = context_.code(status);
    const std::string_view stated = choice.empty() ? context_.text(status) : choice;
    if (stated == "BOOK") {
        return true;
    }
    if (stated.empty()) {
        context_.missing(entry, "Sts");
        return false;
    }
    constexpr std::array<std::string_view, 3> others{"PDNG", "INFO", "FUTR"};
    const bool is_known = std::ranges::find(others, stated) != others.end();
    context_.add(entry_not_booked, is_known ? Severity::info : Severity::warning, entry,
                 {{"status", Context::shown(stated)},
                  {"stated", Context::shown(context_.text(entry, "Amt"))}});
    return false;
}

/// Where balances prove the sum another currency is a warning, else an error: nothing is converted.
void Entry_reader::check_currency(pugi::xml_node amount) const {
    const std::string_view stated = amount.attribute("Ccy").value();
    if (stated != statement_.currency) {
        const bool is_proved = statement_.opening && statement_.closing;
        context_.add(currency_mismatch, is_proved ? Severity::warning : Severity::error, amount,
                     {{"stated", Context::shown(stated)},
                      {"expected", Context::shown(statement_.currency)}});
    }
}

void Entry_reader::read_dates(pugi::xml_node entry, Movement& movement) const {
    const Day booking = context_.day(child(entry, "BookgDt"), Severity::warning);
    movement.booking_date = booking.date;
    movement.value_date = context_.day(child(entry, "ValDt"), Severity::warning).date;
    if (!booking.date && !booking.is_wrong) {
        context_.add(booking_date_missing, Severity::warning, entry);
    }
}

void Entry_reader::check_repeated(First_lines& lines,
                                  std::string_view name,
                                  pugi::xml_node entry) const {
    const pugi::xml_node node = child(entry, name);
    const std::string_view reference = context_.text(node);
    if (reference.empty()) {
        return;
    }
    const auto [first, is_new] = lines.emplace(reference, context_.line_of(node));
    if (!is_new) {
        context_.add(
            reference_repeated, Severity::warning, node,
            {{"stated", Context::shown(reference)}, {"first", std::to_string(first->second)}});
    }
}

void Entry_reader::read_details(pugi::xml_node entry,
                                const Entry_facts& facts,
                                Movement& movement) {
    const std::vector<pugi::xml_node> groups = children(entry, "NtryDtls");
    std::vector<pugi::xml_node> transactions;
    for (const pugi::xml_node group : groups) {
        for (const pugi::xml_node transaction : children(group, "TxDtls")) {
            transactions.push_back(transaction);
        }
    }
    check_batches(groups, movement);
    std::vector<Amount> amounts;
    const bool can_split = add_up(transactions, movement, amounts);
    if (transactions.size() == 1) {
        read_transaction(transactions.front(), facts, statement_, movement, context_);
    } else if (!can_split) {
        for (const pugi::xml_node transaction : transactions) {
            summarise(transaction, facts, movement);
        }
    }
    if (movement.end_to_end_id.empty()) {
        movement.end_to_end_id = payment_id(groups, transactions, context_);
    }
    if (transactions.size() != 1 && facts.is_reversal) {
        movement.r_type = '4';
    }
    const pugi::xml_node additional = child(entry, "AddtlNtryInf");
    const std::string_view text = context_.text(additional);
    if (movement.communication.kind == Communication::Kind::none) {
        movement.communication = free_text(text, context_);
    } else {
        note(statement_, movement, "AddtlNtryInf", text, context_.line_of(additional));
    }
    if (can_split && transactions.size() > 1) {
        split(transactions, amounts, facts, movement);
    }
}

void Entry_reader::check_batches(std::span<const pugi::xml_node> groups,
                                 const Movement& movement) const {
    for (const pugi::xml_node group : groups) {
        const pugi::xml_node batch = child(group, "Btch");
        const pugi::xml_node stated = child(batch, "NbOfTxs");
        const std::size_t count = children(group, "TxDtls").size();
        if (stated && count > 0 &&
            text::to_integer<std::uint64_t>(context_.text(stated)) != count) {
            context_.add(batch_count_mismatch, Severity::warning, stated,
                         {{"stated", Context::shown(context_.text(stated))},
                          {"computed", std::to_string(count)}});
        }
        const pugi::xml_node total = child(batch, "TtlAmt");
        const bool is_own = statement_.currency == total.attribute("Ccy").value();
        const auto amount = total && is_own ? context_.amount(total) : std::nullopt;
        if (amount && groups.size() == 1 && *amount != size_of(movement.amount)) {
            context_.add(
                batch_total_mismatch, Severity::warning, total,
                {{"stated", format(*amount)}, {"computed", format(size_of(movement.amount))}});
        }
    }
}

/// In the currency of the account, with its sign; the instructed amount counts only where there are
/// several, for that of a single transaction may be before charges.
std::optional<Amount>
Entry_reader::own_amount(pugi::xml_node transaction, const Movement& movement, bool is_only) const {
    const pugi::xml_node details = child(transaction, "AmtDtls");
    for (const pugi::xml_node node :
         {child(transaction, "Amt"), find(details, "TxAmt/Amt"), find(details, "InstdAmt/Amt")}) {
        const bool is_instructed = local_name(node.parent()) == "InstdAmt";
        if (!node || statement_.currency != node.attribute("Ccy").value() ||
            (is_only && is_instructed)) {
            continue;
        }
        const auto size = context_.amount(node);
        const pugi::xml_node indicator = child(transaction, "CdtDbtInd");
        if (!size || !indicator) {
            return size && movement.amount < Amount() ? -*size : size;
        }
        const auto amount = with_sign(*size, context_.text(indicator));
        if (!amount) {
            context_.unreadable(indicator, Severity::error);
        }
        return amount;
    }
    return std::nullopt;
}

/// True if each transaction states its amount and they add up to the entry. If some are stated and
/// they do not, that is worth a warning.
bool Entry_reader::add_up(std::span<const pugi::xml_node> transactions,
                          const Movement& movement,
                          std::vector<Amount>& amounts) const {
    Amount_sum sum;
    for (const pugi::xml_node transaction : transactions) {
        if (const auto amount = own_amount(transaction, movement, transactions.size() == 1)) {
            amounts.push_back(*amount);
            sum.add(*amount);
        }
    }
    const bool adds_up = sum == movement.amount;
    if (!amounts.empty() && !adds_up) {
        context_.add(details_mismatch, Severity::warning, transactions.front().parent().parent(),
                     {{"stated", format(movement.amount)}, {"computed", text_of(sum)}});
    }
    return adds_up && amounts.size() == transactions.size();
}

void Entry_reader::split(std::span<const pugi::xml_node> transactions,
                         std::span<const Amount> amounts,
                         const Entry_facts& facts,
                         Movement& movement) {
    movement.details = {narrow(statement_.details.size()), narrow(transactions.size())};
    for (std::size_t i = 0; i < transactions.size(); ++i) {
        Movement detail;
        detail.sequence = movement.sequence;
        detail.detail = narrow(i + 1);
        detail.booking_date = movement.booking_date;
        detail.value_date = movement.value_date;
        detail.amount = amounts[i];
        detail.line = context_.line_of(transactions[i]);
        detail.origin = context_.range_of(transactions[i]);
        read_transaction(transactions[i], facts, statement_, detail, context_);
        statement_.details.push_back(detail);
    }
}

/// Keeps what a transaction says, where it cannot stand as a detail.
void Entry_reader::summarise(pugi::xml_node transaction,
                             const Entry_facts& facts,
                             Movement& movement) {
    Movement part;
    part.amount = movement.amount;
    part.transaction_code = movement.transaction_code;
    part.information = movement.information;
    const std::size_t kept = statement_.information.size();
    read_transaction(transaction, facts, statement_, part, context_);
    const std::string_view text =
        context_.join({part.end_to_end_id, part.counterparty.name, part.counterparty.account,
                       part.communication.written, part.return_reason},
                      "; ");
    movement.information = part.information;
    if (text.empty()) {
        return;
    }
    note(statement_, movement, "TxDtls", text, context_.line_of(transaction));
    std::rotate(statement_.information.begin() + static_cast<std::ptrdiff_t>(kept),
                statement_.information.end() - 1, statement_.information.end());
}

} // namespace saldo::bank::camt
