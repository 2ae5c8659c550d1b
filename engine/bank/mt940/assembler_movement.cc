#include "bank/codes.hpp"
#include "bank/mt940/assembler.hpp"
#include "bank/mt940/details.hpp"
#include "bank/mt940/values.hpp"
#include "base/text.hpp"

namespace saldo::bank::mt940 {

namespace {

constexpr std::string_view entry_tag = ":61:";
constexpr std::size_t reference_length_max = 16;
constexpr char reversal = '4';

/// Rabobank before IBAN: the number of the counterparty in 16 characters, then its name.
struct Numbered_name {
    std::string_view number;
    std::string_view name;
};

std::optional<Numbered_name> numbered_name(std::string_view reference) {
    if (reference.size() <= reference_length_max) {
        return std::nullopt;
    }
    constexpr std::size_t digits_min = 9;
    const std::string_view padded = reference.substr(0, reference_length_max);
    const std::string_view number = text::trim_end(padded);
    const std::string_view digits = number.substr(number.starts_with('P') ? 1 : 0);
    const bool has_form =
        padded.ends_with("  ") && digits.size() >= digits_min && text::all_digits(digits);
    return has_form ? std::optional(
                          Numbered_name{number, text::trim(reference.substr(reference_length_max))})
                    : std::nullopt;
}

} // namespace

/// The date of a day, with a word where it was not written so.
std::optional<Date> Assembler::use_day(const Day& day,
                                       std::string_view written,
                                       std::string_view tag,
                                       const Line& line) {
    if (!day.date) {
        report(mt940_date_wrong, Severity::warning, line, tag, {{"stated", std::string(written)}});
    } else if (day.is_clamped) {
        report(mt940_date_clamped, Severity::warning, line, tag,
               {{"stated", std::string(written)}, {"computed", calendar::format(*day.date)}});
    }
    return day.date;
}

void Assembler::take_entry(std::string_view value, const Line& line) {
    gathered_ = {};
    const auto entry = to_entry(value);
    if (!entry || entry->is_expected) {
        open_ = Open::skipped;
        gathered_.is_skipped = true;
        return entry ? report(mt940_entry_expected, Severity::warning, line, entry_tag)
                     : unreadable(entry_tag, value, line);
    }
    open_ = Open::entry;
    gathered_.is_open = true;
    Statement& statement = this->statement();
    Movement& movement = statement.movements.emplace_back();
    movement.sequence = static_cast<std::uint32_t>(statement.movements.size());
    movement.line = line.number;
    movement.origin = line.range;
    movement.amount = entry->amount;
    constexpr std::size_t day_length = 6;
    movement.value_date = use_day(entry->value_date, value.substr(0, day_length), entry_tag, line);
    movement.booking_date = movement.value_date;
    if (!entry->booked.empty() && movement.value_date) {
        movement.booking_date =
            use_day(day_near(entry->booked, *movement.value_date), entry->booked, entry_tag, line);
    }
    movement.r_type = entry->is_reversal ? reversal : ' ';
    movement.transaction_code = entry->type;
    movement.bank_reference = entry->bank_reference;
    report_entry(*entry, line);
    use_references(movement, entry->customer_reference, line);
}

void Assembler::report_entry(const Entry& entry, const Line& line) {
    const std::string_view currency = statement().currency;
    const bool is_of_currency = currency.empty() || currency.back() == entry.funds_code;
    if (entry.funds_code != ' ' && !is_of_currency) {
        report(mt940_funds_code_wrong, Severity::warning, line, entry_tag,
               {{"stated", std::string(1, entry.funds_code)}, {"expected", std::string(currency)}});
    }
    if (entry.type.empty()) {
        report(mt940_type_missing, Severity::warning, line, entry_tag);
    }
    if (text::length_utf8(entry.bank_reference) > reference_length_max) {
        report(mt940_reference_long, Severity::warning, line, entry_tag,
               {{"stated", std::string(entry.bank_reference)}});
    }
}

/// Some banks write the counterparty where its customer's reference should stand.
void Assembler::use_references(Movement& movement, std::string_view reference, const Line& line) {
    gathered_.reference = reference;
    if (const auto party = numbered_name(reference)) {
        movement.counterparty.account = party->number;
        movement.counterparty.name = party->name;
        gathered_.is_party = true;
    } else if (looks_like_account(reference)) {
        movement.counterparty.account = reference;
        gathered_.is_party = true;
    } else if (text::length_utf8(reference) > reference_length_max) {
        report(mt940_reference_long, Severity::warning, line, entry_tag,
               {{"stated", std::string(reference)}});
    }
}

void Assembler::take_information(const Tag_row& tag, std::string_view value, const Line& line) {
    if (tag.tag == Tag::information && gathered_.is_open) {
        open_ = Open::details;
        gathered_.details_line = line.number;
        gathered_.details.push_back(value);
        return extend_movement(line);
    }
    if (gathered_.is_skipped) {
        open_ = Open::skipped;
        return;
    }
    open_ = gathered_.is_open ? Open::specific : Open::message;
    gathered_.line = line.number;
    gathered_.lines.push_back(value);
    if (gathered_.is_open) {
        extend_movement(line);
    }
}

void Assembler::extend_movement(const Line& line) {
    Byte_range& origin = movement().origin;
    origin.size = line.range.begin + line.range.size - origin.begin;
}

/// Puts the lines of a supplement, of :NS: or of a message where they belong.
void Assembler::close_lines() {
    if (gathered_.lines.empty()) {
        return;
    }
    const std::string_view text = file_.keep(free_text(gathered_.lines));
    gathered_.lines.clear();
    if (text.empty()) {
        return;
    }
    Statement& statement = this->statement();
    if (!gathered_.is_open) {
        statement.messages.push_back({{}, text, gathered_.line});
        return;
    }
    Movement& movement = this->movement();
    if (movement.counterparty.account.empty() && looks_like_account(text)) {
        movement.counterparty.account = text;
        return;
    }
    if (movement.information.count == 0) {
        movement.information.first = static_cast<std::uint32_t>(statement.information.size());
    }
    ++movement.information.count;
    statement.information.push_back({{}, text, gathered_.line});
}

void Assembler::close_movement() {
    gathered_.is_skipped = false;
    if (!gathered_.is_open) {
        return;
    }
    gathered_.is_open = false;
    Movement& movement = this->movement();
    const Beside beside{gathered_.reference, gathered_.supplement};
    if (!read_details(gathered_.details, beside, movement, file_)) {
        report_.add(reference_check_wrong, Severity::warning,
                    {"", gathered_.details_line, place_of(":86:")},
                    {{"type", ""}, {"stated", std::string(movement.communication.text)}});
    }
    const bool is_party =
        gathered_.is_party || movement.counterparty.account == gathered_.reference;
    if (movement.end_to_end_id.empty() && !is_party) {
        set_end_to_end_id(gathered_.reference, movement);
    }
}

} // namespace saldo::bank::mt940
