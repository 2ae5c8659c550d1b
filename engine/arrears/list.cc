#include "arrears/list.hpp"

#include "arrears/codes.hpp"
#include "arrears/table.hpp"
#include "bank/account.hpp"
#include "bank/amount.hpp"
#include "bank/csv/text.hpp"
#include "bank/csv/values.hpp"
#include "bank/report.hpp"
#include "dossier/limits.hpp"

#include <algorithm>
#include <set>

namespace saldo::arrears {

namespace {

namespace csv = bank::csv;

/// Where each column stands in a row.
using Places = std::map<Column, std::size_t>;

Places places_of(const Table_row& row, const Landlord& landlord) {
    Places places;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto found = landlord.headings.find(csv::normal(row.cells[i].text));
        if (found != landlord.headings.end()) {
            places.emplace(found->second, i);
        }
    }
    return places;
}

bool names_columns(const Table_row& row, const Landlord& landlord) {
    const Places places = places_of(row, landlord);
    return std::ranges::all_of(column_names, [&](const Named<Column>& each) {
        return !is_needed(each.value) || places.contains(each.value);
    });
}

std::string needed_columns() {
    std::string names;
    for (const Named<Column>& each : column_names) {
        if (is_needed(each.value)) {
            names.append(names.empty() ? "" : ", ").append(each.name);
        }
    }
    return names;
}

/// Without the euro sign before or after it.
std::string_view bare_amount(std::string_view text) {
    for (const std::string_view sign : {"\u20AC", "EUR"}) {
        if (text.starts_with(sign)) {
            text.remove_prefix(sign.size());
        } else if (text.ends_with(sign)) {
            text.remove_suffix(sign.size());
        }
    }
    return csv::trim(text);
}

/// The amount of a text in its landlord's decimal mark, as `csv::to_amount` takes it: a comma
/// before the decimals, dots between thousands.
std::string with_comma(std::string_view text, char decimal_mark) {
    std::string written(text);
    if (decimal_mark == '.') {
        for (char& c : written) {
            c = c == '.' ? ',' : c == ',' ? '.' : c;
        }
    }
    const bool only_groups = written.find('.') != std::string::npos && //
                             written.find(',') == std::string::npos;
    return only_groups ? written + ",00" : written;
}

class List_reader {
public:
    List_reader(const Landlord& landlord, const Table& table, std::optional<Date> as_of)
        : landlord_(landlord), table_(table), as_of_(as_of), report_(findings_) {}

    Result<Read_list> read() {
        const auto header =
            header_of(table_, [&](const Table_row& row) { return names_columns(row, landlord_); });
        if (!header) {
            return refuse(header_missing,
                          {{"landlord", landlord_.key}, {"columns", needed_columns()}});
        }
        read_header(table_.rows[*header]);
        if (table_.rows.size() - *header - 1 > rows_max) {
            return refuse(too_many_rows, {{"limit", std::to_string(rows_max)}});
        }
        for (std::size_t i = *header + 1; i < table_.rows.size(); ++i) {
            take(table_.rows[i]);
        }
        if (!as_of_) {
            tell(date_missing, 0, {});
        }
        report_.finish();
        if (has_errors(findings_)) {
            std::erase_if(findings_, [](const Finding& finding) {
                return finding.severity != Severity::error;
            });
            return refuse(Refusal(std::move(findings_)));
        }
        list_.as_of = *as_of_;
        return Read_list{std::move(list_), std::move(findings_)};
    }

private:
    void tell(Code code, std::uint64_t line, Params params, Severity severity = Severity::error) {
        report_.add(code, severity, {{}, line, {}}, std::move(params));
    }

    void read_header(const Table_row& row) {
        std::set<Column> known;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const std::string& heading = row.cells[i].text;
            const auto found = landlord_.headings.find(csv::normal(heading));
            if (found == landlord_.headings.end()) {
                if (!heading.empty()) {
                    tell(column_unknown, row.line, {{"stated", heading}}, Severity::warning);
                }
            } else if (!known.insert(found->second).second) {
                tell(column_twice, row.line, {{"column", std::string(name(found->second))}});
            }
        }
        places_ = places_of(row, landlord_);
        width_ = row.cells.size();
    }

    /// Null where the row ends before it.
    const Table_cell* find(const Table_row& row, Column column) const {
        const auto place = places_.find(column);
        return place != places_.end() && place->second < row.cells.size()
                   ? &row.cells[place->second]
                   : nullptr;
    }

    std::string text(const Table_row& row, Column column) const {
        const Table_cell* cell = find(row, column);
        return cell == nullptr ? std::string() : cell->text;
    }

    std::string needed_text(const Table_row& row, Column column) {
        std::string found = text(row, column);
        if (found.empty()) {
            tell(cell_missing, row.line, {{"column", std::string(name(column))}});
        }
        return found;
    }

    void wrong(const Table_row& row, Column column, std::string stated, Code reason) {
        tell(cell_wrong, row.line,
             {{"column", std::string(name(column))},
              {"stated", std::move(stated)},
              {"reason", std::string(reason.text)}});
    }

    std::optional<Date> date(const Table_row& row, Column column) {
        const Table_cell* cell = find(row, column);
        if (cell == nullptr || cell->text.empty()) {
            return std::nullopt;
        }
        csv::Dialect dialect;
        dialect.dates = landlord_.dates;
        const csv::Values values{dialect, table_.is_1904};
        const auto read = values.date({cell->text, cell->kind});
        if (!read) {
            wrong(row, column, cell->text, value_wrong);
        }
        return read;
    }

    Money amount(const Table_row& row, Column column) {
        const Table_cell* cell = find(row, column);
        if (cell == nullptr || cell->text.empty()) {
            tell(cell_missing, row.line, {{"column", std::string(name(column))}});
            return Money::zero();
        }
        const auto read =
            csv::to_amount(cell->kind == csv::Cell::Kind::number
                               ? cell->text
                               : with_comma(bare_amount(cell->text), landlord_.decimal_mark));
        const auto money = read ? bank::to_money(*read) : refuse(value_wrong);
        if (!money || abs(*money) > dossier::amount_max) {
            wrong(row, column, cell->text, money ? value_wrong : money.error().code());
            return Money::zero();
        }
        return *money;
    }

    void read_numbers(const Table_row& row, Tenant& tenant) {
        if (const Table_cell* cell = find(row, Column::national_number);
            cell != nullptr && !cell->text.empty()) {
            constexpr std::size_t digits = 11;
            std::string written = cell->text;
            if (cell->kind == csv::Cell::Kind::number && written.size() < digits) {
                written.insert(0, digits - written.size(), '0'); // a number has no zeros before it
            }
            const auto number = party::parse_national_number(written);
            if (number) {
                tenant.national_number = *number;
            } else {
                wrong(row, Column::national_number, {}, number.error().code());
            }
        }
        if (const std::string account = text(row, Column::iban); !account.empty()) {
            tenant.iban = bank::iban_of(account);
            if (!tenant.iban) {
                wrong(row, Column::iban, {}, value_wrong);
            }
        }
    }

    bool is_total(const Table_row& row) const {
        const auto first = std::ranges::find_if(
            row.cells, [](const Table_cell& cell) { return !cell.text.empty(); });
        return first != row.cells.end() &&
               std::ranges::count(landlord_.totals, csv::normal(first->text)) > 0;
    }

    void check_total(const Table_row& row, Column column, Money List_row::*part) {
        const Table_cell* cell = find(row, column);
        if (cell == nullptr || cell->text.empty()) {
            return;
        }
        Money computed = Money::zero();
        for (const List_row& each : list_.rows) {
            computed += each.*part;
        }
        const Money stated = amount(row, column);
        if (stated != computed) {
            tell(total_differs, row.line,
                 {{"column", std::string(name(column))},
                  {"stated", format(stated)},
                  {"computed", format(computed)}});
        }
    }

    void take_date(const Table_row& row) {
        const auto day = date(row, Column::as_of);
        if (day && as_of_ && *day != *as_of_) {
            tell(date_differs, row.line,
                 {{"stated", calendar::format(*day)}, {"computed", calendar::format(*as_of_)}});
        } else if (day) {
            as_of_ = day;
        }
    }

    void take(const Table_row& row) {
        const bool is_too_wide =
            row.cells.size() > width_ &&
            std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(width_), row.cells.end(),
                        [](const Table_cell& cell) { return !cell.text.empty(); });
        if (row.is_malformed || is_too_wide) {
            tell(row_malformed, row.line, {});
            return;
        }
        if (is_total(row)) {
            check_total(row, Column::rent, &List_row::rent);
            check_total(row, Column::arrears, &List_row::arrears);
            return;
        }
        List_row made{{.reference = needed_text(row, Column::tenant),
                       .name = needed_text(row, Column::name),
                       .birth_date = date(row, Column::birth_date),
                       .street = text(row, Column::street),
                       .postal_code = text(row, Column::postal_code),
                       .town = text(row, Column::town),
                       .telephone = text(row, Column::telephone)},
                      amount(row, Column::rent),
                      amount(row, Column::arrears)};
        if (made.rent.is_negative()) {
            wrong(row, Column::rent, format(made.rent), value_wrong);
        }
        read_numbers(row, made.tenant);
        take_date(row);
        const std::string& reference = made.tenant.reference;
        if (!reference.empty() && !references_.insert(reference).second) {
            tell(tenant_twice, row.line, {{"tenant", reference}});
        }
        list_.rows.push_back(std::move(made));
    }

    const Landlord& landlord_;
    const Table& table_;
    std::optional<Date> as_of_;
    Findings findings_;
    bank::Report report_;
    Places places_;
    std::size_t width_ = 0;
    std::set<std::string> references_;
    List list_{landlord_.key, landlord_.name, Date::from_days(0), {}};
};

} // namespace

Money total_arrears(const List& list) {
    Money total = Money::zero();
    for (const List_row& row : list.rows) {
        total += row.arrears;
    }
    return total;
}

Result<Read_list>
read_list(std::string bytes, const Landlord& landlord, std::optional<Date> as_of) {
    const auto table = read_table(
        std::move(bytes), [&](const Table_row& row) { return names_columns(row, landlord); });
    return table ? List_reader(landlord, *table, as_of).read() : refuse(table.error());
}

} // namespace saldo::arrears
