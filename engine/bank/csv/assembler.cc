#include "bank/csv/assembler.hpp"

#include "bank/account.hpp"
#include "bank/codes.hpp"

#include <algorithm>
#include <unordered_map>

namespace saldo::bank::csv {

namespace {

std::uint32_t narrow(std::size_t number) {
    return static_cast<std::uint32_t>(number);
}

} // namespace

Assembler::Assembler(
    Statement_file& file, Report& report, Text_maker& texts, const Layout& layout, bool is_1904)
    : file_(file), report_(report), texts_(texts),
      layout_(layout), values_{*layout.dialect, is_1904} {
    for (std::size_t role = 0; role < role_count; ++role) {
        positions_[role] = layout.find(static_cast<Role>(role)).value_or(none);
    }
}

void Assembler::add(Code code, Severity severity, const Row& row, Params params) {
    report_.add(code, severity, {"", row.line, ""}, std::move(params));
}

const Cell* Assembler::find(const Row& row, Role role) const {
    const std::size_t at = positions_[static_cast<std::size_t>(role)];
    return at < row.cells.size() ? &row.cells[at] : nullptr;
}

std::string_view Assembler::text(const Row& row, Role role) {
    const Cell* cell = find(row, role);
    return cell != nullptr ? texts_.make(cell->text) : std::string_view();
}

void Assembler::take_preamble(const Row& row) {
    if (is_blank(row)) {
        return;
    }
    const std::string name = texts_.normal(row.cells.front().text);
    const auto found =
        std::ranges::find_if(layout_.dialect->preamble, [&](const Preamble_line& line) {
            return std::ranges::any_of(line.headings, [&](const Heading& heading) {
                return heading.language == layout_.language && heading.normal == name;
            });
        });
    const std::string_view value =
        row.cells.size() > 1 ? texts_.make(row.cells[1].text) : std::string_view();
    if (found == layout_.dialect->preamble.end()) {
        add(csv_preamble_unknown, Severity::info, row);
    } else if (found->kind == Preamble_line::Kind::filter && !value.empty()) {
        add(csv_filtered, Severity::warning, row,
            {{"field", std::string(texts_.make(row.cells.front().text))}});
    } else if (found->kind == Preamble_line::Kind::message && !value.empty()) {
        const std::string line =
            std::string(texts_.make(row.cells.front().text)).append(": ").append(value);
        messages_.push_back({"", file_.keep(line), row.line});
    }
}

void Assembler::take(const Row& row) {
    if (is_blank(row)) {
        return;
    }
    if (row.is_malformed) {
        return add(csv_quote_open, Severity::error, row);
    }
    if (!has_right_width(row) || !happened(row) || only_informs(row)) {
        return;
    }
    Entry entry;
    entry.movement.line = row.line;
    entry.movement.origin = row.origin;
    if (!read_values(row, entry)) {
        return;
    }
    read_counterparty(row, entry);
    read_communications(row, entry);
    read_texts(row, entry);
    if (!place(row, entry)) {
        add(csv_account_missing, Severity::error, row);
    }
}

/// The account as the model holds it: its IBAN, or as the file writes it.
std::string_view Assembler::account_of(std::string_view written) {
    const auto iban = iban_of(written);
    return iban ? file_.keep(iban->text()) : written;
}

std::size_t
Assembler::group_of(const Row& row, std::string_view account, std::string_view currency) {
    const auto [at, is_new] =
        group_by_account_.emplace(std::pair(account, currency), groups_.size());
    if (is_new) {
        groups_.push_back({account, currency, {}, {}});
        if (find(row, Role::account) != nullptr && !iban_of(account)) {
            add(account_check_wrong, Severity::warning, row, {{"stated", std::string(account)}});
        }
    }
    return at->second;
}

/// False if the row names no account and may not.
bool Assembler::place(const Row& row, Entry& entry) {
    const Role role = find(row, Role::account) != nullptr ? Role::account : Role::card;
    const std::string_view currency = find(row, Role::currency) != nullptr
                                          ? text(row, Role::currency)
                                          : std::string_view(layout_.dialect->currency);
    const Cell* cell = find(row, role);
    if (cell == nullptr || trim(cell->text).empty()) {
        const bool may_be_blank =
            cell != nullptr &&
            layout_.columns[positions_[static_cast<std::size_t>(role)]]->may_be_blank;
        if (may_be_blank) {
            homeless_.emplace_back(entry, currency);
        }
        return may_be_blank;
    }
    if (cell->text != last_account_ || last_account_.empty()) {
        last_account_ = file_.keep(cell->text);
        last_account_read_ = account_of(texts_.make(cell->text));
    }
    Group& group = groups_[group_of(row, last_account_read_, file_.keep(currency))];
    if (group.holder.empty()) {
        group.holder = text(row, Role::holder);
    }
    group.entries.push_back(entry);
    return true;
}

/// Rows that name no account belong to the only one of the file.
void Assembler::place_homeless() {
    const bool has_one_account =
        !groups_.empty() && std::ranges::all_of(groups_, [&](const Group& group) {
            return group.account == groups_.front().account;
        });
    for (auto& [entry, currency] : homeless_) {
        Row row;
        row.line = entry.movement.line;
        if (!has_one_account) {
            add(csv_account_missing, Severity::error, row);
            continue;
        }
        add(csv_account_assumed, Severity::info, row);
        groups_[group_of(row, groups_.front().account, currency)].entries.push_back(entry);
    }
    if (!homeless_.empty()) {
        for (Group& group : groups_) {
            std::ranges::sort(group.entries, {},
                              [](const Entry& entry) { return entry.movement.line; });
        }
    }
}

std::string Assembler::part_of_key(const Entry& entry, Key_part part) const {
    const Movement& movement = entry.movement;
    switch (part) {
    case Key_part::bank_reference:
        return std::string(movement.bank_reference);
    case Key_part::statement_number:
        return std::string(entry.statement_number);
    case Key_part::movement_number:
        return std::string(entry.movement_number);
    case Key_part::booking_year:
        return std::to_string(movement.booking_date->year());
    case Key_part::booking_date:
        return calendar::format(*movement.booking_date);
    case Key_part::amount:
        return bank::format(movement.amount);
    case Key_part::balance:
        return entry.balance ? bank::format(*entry.balance) : "";
    case Key_part::counterparty_account:
        return std::string(movement.counterparty.account);
    case Key_part::communication:
        return std::string(movement.communication.written);
    }
    return {};
}

/// The first key whose parts are all there; what a movement may lack is no part of it then.
std::string_view Assembler::key_of(const Entry& entry) {
    for (const std::vector<Key_part>& parts : layout_.dialect->keys) {
        std::string key;
        bool is_whole = true;
        for (const Key_part part : parts) {
            const bool may_lack =
                part == Key_part::counterparty_account || part == Key_part::communication;
            const std::string text = part_of_key(entry, part);
            is_whole = is_whole && (may_lack || !text.empty());
            key.append(key.empty() ? "" : "/").append(text);
        }
        if (is_whole) {
            return file_.keep(key);
        }
    }
    return {};
}

void Assembler::check_keys(const Entries& entries) {
    std::unordered_map<std::string_view, std::uint64_t> lines;
    for (const Entry& entry : entries) {
        const auto [first, is_new] = entry.movement.key.empty()
                                         ? std::pair(lines.end(), true)
                                         : lines.emplace(entry.movement.key, entry.movement.line);
        if (!is_new) {
            report_.add(csv_key_repeated, Severity::warning, {"", entry.movement.line, ""},
                        {{"first", std::to_string(first->second)}});
        }
    }
}

void Assembler::make_statement(Group& group) {
    put_in_order(group.entries);
    check_balances(group.entries, report_);
    Statement& statement = file_.statements.emplace_back();
    statement.account = group.account;
    statement.currency = group.currency;
    statement.holder = group.holder;
    statement.coverage = Coverage::list;
    statement.line = group.entries.front().movement.line;
    for (Entry& entry : group.entries) {
        Movement& movement = entry.movement;
        movement.sequence = narrow(statement.movements.size() + 1);
        movement.key = key_of(entry);
        movement.information = {narrow(statement.information.size()), entry.information.count};
        for (std::uint32_t i = 0; i < entry.information.count; ++i) {
            statement.information.push_back(information_[entry.information.first + i]);
        }
        statement.line = std::min(statement.line, movement.line);
        statement.movements.push_back(movement);
    }
    check_keys(group.entries);
    const Entry& first = group.entries.front();
    const Entry& last = group.entries.back();
    if (first.balance) {
        statement.opening = *first.balance - first.movement.amount;
        statement.opening_date = first.movement.booking_date;
    }
    if (last.balance) {
        statement.closing = last.balance;
        statement.closing_date = last.movement.booking_date;
    }
}

void Assembler::finish() {
    place_homeless();
    for (Group& group : groups_) {
        make_statement(group);
    }
    if (!file_.statements.empty()) {
        file_.statements.front().messages = std::move(messages_);
    } else if (file_.findings.empty()) {
        report_.add(csv_no_movement, Severity::warning, {});
    }
}

} // namespace saldo::bank::csv
