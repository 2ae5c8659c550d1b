#include "bank/account.hpp"
#include "bank/codes.hpp"
#include "bank/csv/assembler.hpp"
#include "bank/csv/communication.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace saldo::bank::csv {

namespace {

constexpr std::size_t shown_max = 40; ///< bytes of a cell that a finding repeats

bool contains(const std::vector<std::string>& list, std::string_view text) {
    return std::ranges::find(list, text) != list.end();
}

bool is_currency(std::string_view text) {
    constexpr std::size_t letters = 3;
    return text.size() == letters && std::ranges::all_of(text, text::is_upper);
}

} // namespace

void Assembler::report_unreadable(const Row& row, Role role, std::string_view stated) {
    const Column& column = *layout_.columns[positions_[static_cast<std::size_t>(role)]];
    std::string shown(stated.substr(0, shown_max));
    while (!text::is_utf8(shown)) {
        shown.pop_back();
    }
    add(csv_cell_unreadable, Severity::error, row,
        {{"field", column.heading(layout_.language)->written}, {"stated", shown}});
}

/// A row has a cell for each heading. Blank cells too many, or too few without a heading, say
/// nothing.
bool Assembler::has_right_width(const Row& row) {
    const std::size_t expected = layout_.columns.size();
    bool is_right = row.width <= cells_max;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const bool has_heading = i < expected && layout_.columns[i] != nullptr;
        const bool is_unknown = i < expected && !has_heading && !layout_.unknown.empty();
        is_right = is_right && (has_heading || is_unknown || trim(row.cells[i].text).empty());
    }
    for (std::size_t i = row.cells.size(); i < expected; ++i) {
        is_right = is_right && layout_.columns[i] == nullptr;
    }
    if (!is_right) {
        add(csv_row_width, Severity::error, row,
            {{"stated", std::to_string(row.width)}, {"expected", std::to_string(expected)}});
    }
    return is_right;
}

/// False, with a finding, if the bank did not carry the movement out, or may not have.
bool Assembler::happened(const Row& row) {
    const Cell* cell = find(row, Role::status);
    if (cell == nullptr) {
        return true;
    }
    const Column& column = *layout_.columns[positions_[static_cast<std::size_t>(Role::status)]];
    const std::string status = texts_.normal(cell->text);
    if (contains(column.happened, status)) {
        return true;
    }
    if (contains(column.did_not_happen, status)) {
        add(csv_row_not_executed, Severity::info, row,
            {{"stated", std::string(texts_.make(cell->text))}});
    } else {
        report_unreadable(row, Role::status, texts_.make(cell->text));
    }
    return false;
}

bool Assembler::only_informs(const Row& row) {
    const Cell* cell = find(row, Role::amount);
    const bool informs =
        cell != nullptr && trim(cell->text).empty() &&
        layout_.columns[positions_[static_cast<std::size_t>(Role::amount)]]->may_be_blank;
    if (informs) {
        add(csv_row_without_amount, Severity::info, row);
    }
    return informs;
}

bool Assembler::read_date(const Row& row, Role role, std::optional<Date>& date) {
    const Cell* cell = find(row, role);
    if (cell == nullptr || trim(cell->text).empty()) {
        return true;
    }
    date = values_.date(*cell);
    if (!date) {
        report_unreadable(row, role, texts_.make(cell->text));
    }
    return date.has_value();
}

bool Assembler::read_amount(const Row& row, Role role, std::optional<Amount>& amount) {
    const Cell* cell = find(row, role);
    if (cell == nullptr || trim(cell->text).empty()) {
        return true;
    }
    amount = to_amount(cell->text);
    if (!amount) {
        report_unreadable(row, role, texts_.make(cell->text));
    }
    return amount.has_value();
}

bool Assembler::must_be_filled(const Row& row, Role role, bool is_filled) {
    if (!is_filled) {
        report_unreadable(row, role, "");
    }
    return is_filled;
}

bool Assembler::read_values(const Row& row, Entry& entry) {
    std::optional<Amount> amount;
    std::optional<Amount> foreign;
    const bool is_readable = read_date(row, Role::booking_date, entry.movement.booking_date) &&
                             read_date(row, Role::value_date, entry.movement.value_date) &&
                             read_amount(row, Role::amount, amount) &&
                             read_amount(row, Role::foreign_amount, foreign) &&
                             read_amount(row, Role::balance, entry.balance);
    if (!is_readable ||
        !must_be_filled(row, Role::booking_date, entry.movement.booking_date.has_value()) ||
        !must_be_filled(row, Role::amount, amount.has_value())) {
        return false;
    }
    if (find(row, Role::currency) != nullptr && !is_currency(text(row, Role::currency))) {
        report_unreadable(row, Role::currency, text(row, Role::currency));
        return false;
    }
    entry.movement.amount = *amount;
    entry.statement_number = text(row, Role::statement_number);
    entry.movement_number = text(row, Role::movement_number);
    check_repeated(row, *amount, foreign);
    return true;
}

/// Columns for credits and debits only repeat the amount, in the account's currency or the foreign
/// one; a debit with or without its sign.
void Assembler::check_repeated(const Row& row, Amount amount, std::optional<Amount> foreign) {
    for (const Role role : {Role::credit, Role::debit}) {
        std::optional<Amount> repeated;
        if (!read_amount(row, role, repeated) || !repeated || *repeated == Amount()) {
            continue;
        }
        if (role == Role::debit && *repeated > Amount()) {
            repeated = -*repeated;
        }
        if (repeated != amount && repeated != foreign) {
            add(csv_amounts_differ, Severity::error, row,
                {{"stated", bank::format(amount)}, {"repeated", bank::format(*repeated)}});
        }
    }
}

void Assembler::read_counterparty(const Row& row, Entry& entry) {
    Counterparty& counterparty = entry.movement.counterparty;
    counterparty.name = text(row, Role::counterparty_name);
    counterparty.bic = text(row, Role::counterparty_bic);
    const std::string_view account = text(row, Role::counterparty_account);
    if (std::ranges::any_of(account, text::is_digit)) {
        counterparty.account = account_of(account);
    } else if (counterparty.name.empty()) {
        counterparty.name = account; // some banks write what was done in the place of who
    } else {
        put_information(account, entry);
    }
    std::string address;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Column* column = i < layout_.columns.size() ? layout_.columns[i] : nullptr;
        if (column != nullptr && column->role == Role::counterparty_address) {
            const std::string_view part = texts_.make(row.cells[i].text);
            address.append(address.empty() || part.empty() ? "" : ", ").append(part);
        }
    }
    counterparty.address = file_.keep(address);
}

void Assembler::put_information(std::string_view text, Entry& entry) {
    if (text.empty()) {
        return;
    }
    if (entry.information.count == 0) {
        entry.information.first = static_cast<std::uint32_t>(information_.size());
    }
    ++entry.information.count;
    information_.push_back({"", text, entry.movement.line});
}

/// The first communication that is filled; others are kept beside it.
void Assembler::read_communications(const Row& row, Entry& entry) {
    Communication& communication = entry.movement.communication;
    entry.movement.bank_reference = text(row, Role::bank_reference);
    entry.movement.mandate_id = text(row, Role::mandate_id);
    for (std::size_t i = 0; i < row.cells.size() && i < layout_.columns.size(); ++i) {
        const Column* column = layout_.columns[i];
        const bool is_reference = column != nullptr && column->role == Role::reference;
        if (column == nullptr || (column->role != Role::communication && !is_reference)) {
            continue;
        }
        const std::string_view text = texts_.make(row.cells[i].text);
        if (communication.kind != Communication::Kind::none) {
            put_information(text, entry);
            continue;
        }
        communication = read_communication(text, is_reference || column->has_bare_ogm, file_);
        if (is_reference && communication.kind == Communication::Kind::free) {
            add(reference_check_wrong, Severity::warning, row, {{"stated", std::string(text)}});
        }
    }
}

/// Fills what no column has filled.
void Assembler::apply(const Cut& cut, std::string_view found, Movement& movement) {
    const auto fill = [&](std::string_view& to) { to = to.empty() ? texts_.make(found) : to; };
    if (found.empty()) {
        return;
    }
    switch (cut.role) {
    case Role::bank_reference:
        return fill(movement.bank_reference);
    case Role::counterparty_name:
        return fill(movement.counterparty.name);
    case Role::counterparty_bic:
        return fill(movement.counterparty.bic);
    case Role::mandate_id:
        return fill(movement.mandate_id);
    case Role::counterparty_account:
        if (movement.counterparty.account.empty()) {
            movement.counterparty.account = account_of(texts_.make(found));
        }
        return;
    case Role::communication:
        if (movement.communication.kind == Communication::Kind::none) {
            movement.communication = read_communication(texts_.make(found), true, file_);
        }
        return;
    default:
        return;
    }
}

/// The long texts: cut up, kept, and together the communication where there is no other.
void Assembler::read_texts(const Row& row, Entry& entry) {
    Movement& movement = entry.movement;
    std::string all;
    for (std::size_t i = 0; i < row.cells.size() && i < layout_.columns.size(); ++i) {
        const Column* column = layout_.columns[i];
        if (column == nullptr ||
            (column->role != Role::text && column->role != Role::information)) {
            continue;
        }
        const std::string_view text = texts_.make(row.cells[i].text);
        put_information(text, entry);
        if (column->role == Role::text) {
            const std::string_view raw = texts_.make_with_blanks(row.cells[i].text);
            for (const Cut& cut : layout_.dialect->cuts) {
                apply(cut, cut_out(cut, raw), movement);
            }
            all.append(all.empty() || text.empty() ? "" : " ").append(text);
        }
    }
    if (movement.communication.kind == Communication::Kind::none) {
        movement.communication = read_communication(file_.keep(all), false, file_);
    }
}

} // namespace saldo::bank::csv
