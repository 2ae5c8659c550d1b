// Goal: a list says the same in every form, and over random months nobody in arrears is lost and
// nobody without is followed. Method: rapidcheck; the cases are held against sets of tenants that
// the test keeps itself.
#include "arrears/documents.hpp"
#include "lists.hpp"
#include "support/xlsx_file.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

using namespace saldo;
using namespace saldo::arrears;
using test::day;
using test::list_of;

namespace {

/// Words with letters beyond ASCII, marks that a CSV quotes, and no blanks at their ends.
std::string any_words() {
    const auto part = rc::gen::element<std::string>("Claes", "Zoë", "d'Hondt", "Van", "\"Bis\"",
                                                    "a;b", "3", "é, à");
    const auto parts =
        *rc::gen::resize(4, rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(part)));
    std::string text;
    for (const std::string& each : parts) {
        text.append(text.empty() ? "" : " ").append(each);
    }
    return text;
}

List any_list() {
    const auto count = *rc::gen::inRange(0, 12);
    List list = list_of("2026-09-30", {});
    for (int i = 0; i < count; ++i) {
        List_row row{{.reference = "H-" + std::to_string(i), .name = any_words()},
                     Money::cents(*rc::gen::inRange<std::int64_t>(0, 2'000'00)),
                     Money::cents(*rc::gen::inRange<std::int64_t>(-500'00, 99'999'99))};
        if (*rc::gen::arbitrary<bool>()) {
            row.tenant.birth_date = Date::from_days(*rc::gen::inRange(-20'000, 12'000));
        }
        row.tenant.street = *rc::gen::arbitrary<bool>() ? any_words() : "";
        row.tenant.postal_code = *rc::gen::element<std::string>("", "9999", "0123");
        list.rows.push_back(std::move(row));
    }
    return list;
}

std::string quoted(const std::string& text) {
    std::string made = "\"";
    for (const char c : text) {
        made.append(c == '"' ? "\"\"" : std::string(1, c));
    }
    return made + "\"";
}

/// `1.234,50`, with or without the dots.
std::string with_groups(Money amount, bool with_dots) {
    const std::string plain = format(abs(amount));
    std::string whole = plain.substr(0, plain.size() - 3);
    for (std::size_t at = whole.size(); with_dots && at > 3;) {
        at -= 3;
        whole.insert(at, ".");
    }
    return (amount.is_negative() ? "-" : "") + whole + "," + plain.substr(plain.size() - 2);
}

std::string date_text(const std::optional<Date>& date) {
    return date ? fmt::format("{:02}/{:02}/{}", date->day(), date->month(), date->year()) : "";
}

std::string as_csv(const List& list) {
    std::string text = "Huurdersnummer;Naam;Geboortedatum;Adres;Postcode;Huurprijs;Achterstal\r\n";
    const bool with_dots = *rc::gen::arbitrary<bool>();
    for (const List_row& row : list.rows) {
        text += fmt::format("{};{};{};{};{};{};{}\r\n", row.tenant.reference,
                            quoted(row.tenant.name), date_text(row.tenant.birth_date),
                            quoted(row.tenant.street), row.tenant.postal_code,
                            with_groups(row.rent, with_dots), with_groups(row.arrears, with_dots));
    }
    return text + fmt::format("Totaal;;;;;;{}\r\n", with_groups(total_arrears(list), with_dots));
}

std::string in_xml(std::string text) {
    for (std::size_t at = 0; (at = text.find('"', at)) != std::string::npos; at += 6) {
        text.replace(at, 1, "&quot;");
    }
    return text.empty() ? "<c/>" : "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

std::string number(const std::string& text) {
    return "<c><v>" + text + "</v></c>";
}

std::string as_xlsx(const List& list) {
    std::string rows = "<row>";
    for (const char* heading : {"Huurdersnummer", "Naam", "Geboortedatum", "Adres", "Postcode",
                                "Huurprijs", "Achterstal"}) {
        rows += in_xml(heading);
    }
    rows += "</row>";
    for (const List_row& row : list.rows) {
        const auto& born = row.tenant.birth_date;
        rows += "<row>" + in_xml(row.tenant.reference) + in_xml(row.tenant.name) +
                (born ? number(std::to_string(born->days() + 25'569)) : in_xml("")) +
                in_xml(row.tenant.street) + in_xml(row.tenant.postal_code) +
                number(format(row.rent)) + number(format(row.arrears)) + "</row>";
    }
    return test::zip_of(test::workbook_parts(rows, {}));
}

/// What the test itself knows of a month: who owes what.
using Owing = std::map<std::string, std::int64_t>;

Owing any_month() {
    Owing owing;
    for (int tenant = 0; tenant < 8; ++tenant) {
        if (*rc::gen::arbitrary<bool>()) {
            owing[std::to_string(tenant)] = *rc::gen::inRange<std::int64_t>(-200'00, 900'00);
        }
    }
    return owing;
}

} // namespace

TEST_CASE("property: a list reads the same as CSV and as a spreadsheet") {
    CHECK(rc::check([] {
        const List list = any_list();
        const auto text = read_list(as_csv(list), test::landlord(), list.as_of);
        const auto sheet = read_list(as_xlsx(list), test::landlord(), list.as_of);
        RC_ASSERT(text.has_value());
        RC_ASSERT(sheet.has_value());
        RC_ASSERT(text->list == list);
        RC_ASSERT(sheet->list == list);
    }));
}

TEST_CASE("property: lists and cases that were written are read again") {
    CHECK(rc::check([] {
        const Kept_list kept{any_list(), any_words(), std::string(64, 'a')};
        RC_ASSERT(read_kept_list(write_list(kept)) == kept);
        const auto followed =
            follow({}, kept.list, *read_procedure(standard_procedure()), [] { return "A1"; });
        for (const Followed& each : followed) {
            Case one = each.tenant_case;
            one.steps[0].done = Step_done{kept.list.as_of, any_words(), "an"};
            one.candidates = {{"2026-001", Link_by::address}};
            one.not_linked = {{"2026-002", kept.list.as_of, "an", any_words()}};
            if (*rc::gen::arbitrary<bool>()) {
                one.link = Link{"2026-003", Link_by::person, kept.list.as_of, "an", any_words()};
                one.closed = kept.list.as_of;
            }
            RC_ASSERT(read_kept_case(write_case(one)) == one);
        }
    }));
}

TEST_CASE("property: whoever owes on the newest list has one open case, and nobody else") {
    CHECK(rc::check([] {
        const Procedure procedure = *read_procedure(standard_procedure());
        std::map<std::string, Case> book; // by number
        std::map<std::string, std::size_t> in_a_row;
        const int months = *rc::gen::inRange(2, 7);
        for (int month = 1; month <= months; ++month) {
            const Owing owing = any_month();
            List list = list_of(fmt::format("2026-{:02}-28", month), {});
            for (const auto& [tenant, cents] : owing) {
                list.rows.push_back(test::tenant(tenant, cents));
            }
            std::vector<Case> known;
            for (const auto& [number, each] : book) {
                known.push_back(each);
            }
            std::size_t next = book.size();
            for (const Followed& each :
                 follow(known, list, procedure, [&] { return fmt::format("A{:04}", ++next); })) {
                book.insert_or_assign(each.tenant_case.number, each.tenant_case);
            }
            std::map<std::string, std::size_t> now; // lists in a row
            for (const auto& [tenant, cents] : owing) {
                if (cents > 0) {
                    now[tenant] = in_a_row[tenant] + 1;
                }
            }
            in_a_row = now;
            std::map<std::string, std::size_t> open;
            for (const auto& [number, each] : book) {
                if (!each.closed) {
                    RC_ASSERT(open.emplace(each.tenant.reference, each.standings.size()).second);
                    const Standing& last = each.standings.back();
                    RC_ASSERT(last.as_of == list.as_of);
                    RC_ASSERT(last.arrears.cents() == owing.at(each.tenant.reference));
                    RC_ASSERT(next_step(each) != nullptr);
                } else {
                    RC_ASSERT(each.standings.back().as_of < *each.closed);
                }
            }
            RC_ASSERT(open == now);
        }
    }));
}
