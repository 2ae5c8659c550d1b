#include "app/bills.hpp"

#include "app/codes.hpp"
#include "app/import_dossiers.hpp"
#include "app/next_id.hpp"
#include "app/position.hpp"
#include "app/read_ahead.hpp"
#include "base/named.hpp"
#include "dossier/ledger_accounts.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace saldo::app {

namespace {

constexpr std::array states{Named{Bill_state::open, "open"},
                            Named{Bill_state::overdue, "overdue"},
                            Named{Bill_state::in_run, "in_run"},
                            Named{Bill_state::ordered, "ordered"},
                            Named{Bill_state::partly_paid, "partly_paid"},
                            Named{Bill_state::paid, "paid"},
                            Named{Bill_state::cancelled, "cancelled"}};

using Run_numbers = std::map<Run_id, std::string>;

Run_numbers run_numbers(Unit_of_work& work) {
    Run_numbers numbers;
    for (payments::Run& run : work.runs().all()) {
        numbers.emplace(run.id, std::move(run.number));
    }
    return numbers;
}

/// Tells of the bills of one dossier where they stand. The numbers must outlive it.
class Bill_reader {
public:
    Bill_reader(Unit_of_work& work,
                const Dossier_row& row,
                const dossier::Dossier& dossier,
                const Run_numbers& numbers,
                Date on)
        : number_(row.number), on_(on), numbers_(numbers) {
        if (dossier.bills.empty()) {
            return;
        }
        position_ = position_of(work, row, dossier);
        const Date first = std::ranges::min(dossier.bills, {}, &dossier::Bill::due).due;
        add(work.runs().ordered_lines(row.id, first.plus_days(-looks_back)));
        add(work.runs().pending_lines(row.id));
    }

    [[nodiscard]] Bill_row row_of(const dossier::Bill& bill) const;

private:
    using Due = std::pair<std::string, Date>;

    /// A payment may leave some days before its due date.
    static constexpr int looks_back = 31;

    void add(const std::vector<payments::Run_line>& lines) {
        for (const payments::Run_line& line : lines) {
            const budget::Occurrence& occurrence = line.proposal.occurrence;
            lines_.insert_or_assign(Due(occurrence.subject, occurrence.due), line);
        }
    }

    std::string number_;
    Date on_;
    payments::Position position_;
    std::map<Due, payments::Run_line> lines_; ///< the last one of each due date
    const Run_numbers& numbers_;
};

Bill_row Bill_reader::row_of(const dossier::Bill& bill) const {
    const Due due(dossier::code_of(bill), bill.due);
    Bill_row row{number_, bill, bill.due < on_ ? Bill_state::overdue : Bill_state::open,
                 Money::zero(), ""};
    const auto settled = position_.settled.find(due);
    const bool is_pending =
        settled != position_.settled.end() && settled->second.pending.is_positive();
    if (settled != position_.settled.end()) {
        row.paid = settled->second.paid;
    }
    bool waits_for_bank = false;
    if (const auto line = lines_.find(due); line != lines_.end()) {
        row.run = numbers_.at(line->second.run);
        waits_for_bank = line->second.state == payments::Line_state::exported;
    }
    if (bill.cancelled) {
        row.state = Bill_state::cancelled;
    } else if (is_pending) {
        row.state = Bill_state::in_run;
    } else if (waits_for_bank) {
        row.state = Bill_state::ordered;
    } else if (row.paid >= bill.amount) {
        row.state = Bill_state::paid;
    } else if (row.paid.is_positive()) {
        row.state = Bill_state::partly_paid;
    }
    return row;
}

/// A dossier with the bill that is meant.
struct Found {
    Dossier_row row;
    dossier::Dossier dossier;
    std::size_t position = 0; ///< of the bill

    [[nodiscard]] dossier::Bill& bill() { return dossier.bills[position]; }
};

Result<Found> find_bill(Unit_of_work& work, std::string_view number, std::string_view id) {
    auto row = find_dossier(work, number);
    if (!row) {
        return refuse(std::move(row).error());
    }
    Found found{*row, load_dossier(work, row->id), 0};
    const auto bill = std::ranges::find(found.dossier.bills, id, &dossier::Bill::id);
    if (bill == found.dossier.bills.end()) {
        return refuse(bill_unknown, {{"dossier", std::string(number)}, {"bill", std::string(id)}});
    }
    found.position = static_cast<std::size_t>(bill - found.dossier.bills.begin());
    return found;
}

Bill_row row_of(Desk& desk, Found& found) {
    const Run_numbers numbers = run_numbers(desk.work());
    return Bill_reader(desk.work(), found.row, found.dossier, numbers, desk.actor().as_of)
        .row_of(found.bill());
}

/// Nothing was paid on it and it is in no run.
bool is_untouched(const Bill_row& row) {
    return row.state == Bill_state::open || row.state == Bill_state::overdue;
}

tl::unexpected<Refusal> wrong_state(const Bill_row& row) {
    return refuse(bill_state_wrong, {{"dossier", row.dossier},
                                     {"bill", row.bill.id},
                                     {"stated", std::string(name(row.state))},
                                     {"run", row.run}});
}

bool is_same(const dossier::Bill& a, const dossier::Bill& b) {
    const bool is_same_payment = a.payee.iban && a.payee.iban == b.payee.iban &&
                                 a.amount == b.amount && a.communication == b.communication;
    return a.document == b.document || (is_same_payment && a.due == b.due) ||
           (is_same_payment && (std::holds_alternative<Ogm>(a.communication) ||
                                std::holds_alternative<Creditor_reference>(a.communication)));
}

} // namespace

std::string_view name(Bill_state state) {
    return name_in(states, state);
}

Result<Bill_row> add_bill(Desk& desk, std::string_view number, dossier::Bill bill) {
    auto row = find_dossier(desk.work(), number);
    if (!row) {
        return refuse(std::move(row).error());
    }
    Found found{*row, load_dossier(desk.work(), row->id), 0};
    std::vector<dossier::Bill>& bills = found.dossier.bills;
    const auto same = std::ranges::find_if(bills, [&](const dossier::Bill& other) {
        return !other.cancelled && is_same(other, bill);
    });
    if (same != bills.end()) {
        return refuse(bill_exists, {{"dossier", row->number}, {"bill", same->id}});
    }
    if (bill.id.empty()) {
        bill.id = next_id(bills);
    }
    if (bill.account.empty()) {
        bill.account = dossier::only_account(found.dossier);
    }
    found.position = bills.size();
    bills.push_back(std::move(bill));
    if (auto kept = keep_document(desk, found.dossier); !kept) {
        return refuse(std::move(kept).error());
    }
    const dossier::Bill& added = found.bill();
    desk.record("bill.added", row->number,
                {{"bill", added.id},
                 {"amount", format(added.amount)},
                 {"due", calendar::format(added.due)},
                 {"document", added.document}});
    return row_of(desk, found);
}

Result<Bill_row>
cancel_bill(Desk& desk, std::string_view number, std::string_view id, std::string reason) {
    auto found = find_bill(desk.work(), number, id);
    if (!found) {
        return refuse(std::move(found).error());
    }
    const Bill_row before = row_of(desk, *found);
    if (!is_untouched(before)) {
        return wrong_state(before);
    }
    found->bill().cancelled = dossier::Cancellation{desk.actor().as_of, reason};
    if (auto kept = keep_document(desk, found->dossier); !kept) {
        return refuse(std::move(kept).error());
    }
    desk.record("bill.cancelled", before.dossier,
                {{"bill", before.bill.id}, {"reason", std::move(reason)}});
    return row_of(desk, *found);
}

Result<Run_sheet> pay_bill(Desk& desk, std::string_view number, std::string_view id) {
    auto found = find_bill(desk.work(), number, id);
    if (!found) {
        return refuse(std::move(found).error());
    }
    const Bill_row row = row_of(desk, *found);
    if (!is_untouched(row) && row.state != Bill_state::partly_paid) {
        return wrong_state(row);
    }
    return prepare_payment(desk, {row.dossier, dossier::code_of(row.bill), row.bill.due})
        .or_else([&](const Refusal& refusal) -> Result<Run_sheet> {
            if (refusal.code() == not_allowed) {
                return refuse(refusal);
            }
            Params params{{"dossier", row.dossier}, {"bill", row.bill.id}};
            params.insert(params.end(), refusal.first().params.begin(),
                          refusal.first().params.end());
            return refuse(bill_not_payable, std::move(params));
        });
}

Result<std::vector<Bill_row>>
bills(Unit_of_work& work, std::optional<std::string_view> number, Date on) {
    std::vector<Bill_row> rows;
    const Run_numbers numbers = run_numbers(work);
    const auto add = [&](const Dossier_row& row, const dossier::Dossier& dossier) {
        const Bill_reader reader(work, row, dossier, numbers, on);
        for (const dossier::Bill& bill : dossier.bills) {
            rows.push_back(reader.row_of(bill));
        }
    };
    if (number) {
        const auto row = find_dossier(work, *number);
        if (!row) {
            return refuse(row.error());
        }
        add(*row, load_dossier(work, row->id));
    } else {
        each_dossier(work, add);
    }
    std::ranges::sort(rows, [](const Bill_row& a, const Bill_row& b) {
        return std::tie(a.dossier, a.bill.due, a.bill.id) <
               std::tie(b.dossier, b.bill.due, b.bill.id);
    });
    return rows;
}

} // namespace saldo::app
