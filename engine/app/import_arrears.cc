#include "app/arrears_records.hpp"
#include "app/codes.hpp"
#include "app/position.hpp"
#include "app/settings.hpp"
#include "arrears/directory.hpp"
#include "base/digest.hpp"
#include "base/invariant.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace saldo::app {

namespace {

using arrears::Followed;
using arrears::Kept_list;

std::string month_of(Date date) {
    return calendar::format(date).substr(0, std::string_view("yyyy-mm").size());
}

/// What this unit of work has in force of a setting, which was checked when it came.
template <class Read> auto setting_in_force(Desk& desk, std::string_view kind, Read read) {
    auto value = read(setting_on(desk.work(), kind, desk.actor().as_of));
    invariant(value.has_value(), "a setting in the book can be read");
    return *std::move(value);
}

/// Whether the list may be the next of its landlord.
Result<Done> check_order(const std::vector<Kept_list>& known, const arrears::List& list, Date on) {
    Params days{{"landlord", list.landlord}, {"stated", calendar::format(list.as_of)}};
    if (list.as_of > on) {
        days.push_back({"computed", calendar::format(on)});
        return refuse(list_ahead, std::move(days));
    }
    for (const Kept_list& each : known) {
        const bool same_month = month_of(each.list.as_of) == month_of(list.as_of);
        if (same_month || each.list.as_of > list.as_of) {
            days.push_back({"computed", calendar::format(each.list.as_of)});
            return refuse(same_month ? list_differs : list_older, std::move(days));
        }
    }
    return Done{};
}

/// Tells of a month between this list and the one before that has none.
void check_gap(const std::vector<Kept_list>& known, const arrears::List& list, Findings& findings) {
    if (known.empty()) {
        return;
    }
    const Date last = known.back().list.as_of;
    const int months = (list.as_of.year() - last.year()) * 12 + list.as_of.month() - last.month();
    if (months > 1) {
        findings.push_back({list_gap,
                            Severity::warning,
                            {},
                            {{"landlord", list.landlord},
                             {"stated", calendar::format(list.as_of)},
                             {"computed", calendar::format(last)}}});
    }
}

arrears::Directory directory_on(Unit_of_work& work, Date on) {
    arrears::Directory directory;
    work.dossiers().each_document([&](const Dossier_row&, const Document& document) {
        const dossier::Dossier dossier = read_kept(document.text);
        if (!dossier.closed || *dossier.closed >= on) {
            directory.add(dossier);
        }
    });
    return directory;
}

/// Numbers for new cases, of which the book is asked once.
class Case_numbers {
public:
    explicit Case_numbers(Desk& desk) : desk_(desk) {}

    std::string next() {
        if (start_.empty()) {
            const std::string first = next_record_key(desk_, arrears_case_kind, "A");
            const std::size_t dash = first.rfind('-');
            start_ = first.substr(0, dash + 1);
            number_ = *text::to_integer<std::uint32_t>(first.substr(dash + 1));
        }
        return fmt::format("{}{:04}", start_, number_++);
    }

private:
    Desk& desk_;
    std::string start_;
    std::uint32_t number_ = 0;
};

std::vector<Followed> follow_and_link(Desk& desk, const arrears::List& list) {
    const auto procedure = setting_in_force(desk, "arrears_procedure", arrears::read_procedure);
    Case_numbers numbers(desk);
    std::vector<Followed> cases =
        arrears::follow(kept_cases(desk.work(), list.landlord, end_of_time()), list, procedure,
                        [&] { return numbers.next(); });
    const arrears::Directory directory = directory_on(desk.work(), list.as_of);
    for (Followed& each : cases) {
        arrears::apply(directory.find(each.tenant_case.tenant), desk.actor().as_of,
                       desk.actor().user, each.tenant_case);
        keep_case(desk, each.tenant_case);
    }
    return cases;
}

} // namespace

Result<Imported_list> import_arrears(Desk& desk, const List_request& request) {
    const auto landlord = arrears::landlord_of(
        setting_in_force(desk, "arrears_columns", arrears::read_columns), request.landlord);
    if (!landlord) {
        return refuse(landlord.error());
    }
    const std::string digest = to_hex(sha256(request.file.bytes));
    const std::vector<Kept_list> known = kept_lists(desk.work(), landlord->key);
    const auto before = std::ranges::find(known, digest, &Kept_list::sha256);
    if (before != known.end()) {
        return Imported_list{landlord->key,
                             before->list.landlord_name,
                             before->list.as_of,
                             true,
                             before->list.rows,
                             {},
                             {}};
    }
    auto read = arrears::read_list(request.file.bytes, *landlord, request.as_of);
    if (!read) {
        return refuse(read.error().in_file(request.file.name));
    }
    const arrears::List& list = read->list;
    if (const auto in_order = check_order(known, list, desk.actor().as_of); !in_order) {
        return refuse(in_order.error().in_file(request.file.name));
    }
    check_gap(known, list, read->findings);
    for (Finding& finding : read->findings) {
        finding.where.file = request.file.name;
    }
    keep_record(desk, arrears_list_kind, list.landlord + "/" + month_of(list.as_of),
                arrears::write_list({list, request.file.name, digest}));
    std::vector<Followed> cases = follow_and_link(desk, list);
    return Imported_list{list.landlord,    list.landlord_name,       list.as_of, false, list.rows,
                         std::move(cases), std::move(read->findings)};
}

} // namespace saldo::app
