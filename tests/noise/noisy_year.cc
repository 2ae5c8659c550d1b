#include "noise/noisy_year.hpp"

#include "app/decisions.hpp"
#include "app/import_statements.hpp"
#include "app/init_book.hpp"
#include "app/match_movements.hpp"
#include "app/match_rules.hpp"
#include "app/runs.hpp"
#include "app/verify_book.hpp"
#include "base/named.hpp"
#include "bench/at_desk.hpp"
#include "dossier/document.hpp"
#include "support/noisy_bank.hpp"
#include "support/noisy_office.hpp"

#include <fmt/format.h>

namespace saldo::noise {

namespace {

using bench::accepted;
using bench::at_desk;
using reconcile::Explanation;
using reconcile::Match_rule;
using reconcile::Rule;
using test::Told;

constexpr const char* preparer = "an";
constexpr const char* approver = "bea";

constexpr std::array outcome_names{
    Named{Outcome::right, "right"}, Named{Outcome::period_open, "period_open"},
    Named{Outcome::suspense, "suspense"}, Named{Outcome::wrong, "wrong"}};

Match_rule rule_to(std::string subject, Match_rule::Sign sign) {
    return {.id = {},
            .iban = {},
            .name = {},
            .words = {},
            .sign = sign,
            .least = {},
            .most = {},
            .account = {},
            .subject = std::move(subject),
            .pot = {}};
}

/// What the office knows of payees that all dossiers share.
std::vector<app::New_rule> office_rules() {
    std::vector<app::New_rule> rules;
    const auto add = [&](const char* category, const char* name, const char* words) {
        Match_rule rule = rule_to(category, Match_rule::Sign::debit);
        rule.is_of_office = true;
        rule.name = name;
        rule.words = words;
        rules.push_back({"", std::move(rule), "shared by all dossiers"});
    };
    add("category:bank_costs", "", test::bank_costs_words);
    add("category:groceries", test::shop_name, "");
    add("category:health", test::pharmacy_name, "");
    return rules;
}

/// A wage that is known by the name of the payer and the amount.
std::vector<app::New_rule> dossier_rules(const std::vector<dossier::Dossier>& office) {
    std::vector<app::New_rule> rules;
    for (const dossier::Dossier& dossier : office) {
        for (const dossier::Budget_line& line : dossier.budget_lines) {
            if (line.direction == dossier::Direction::income && !line.counterparty.iban) {
                Match_rule rule = rule_to("income:" + line.id, Match_rule::Sign::credit);
                rule.name = line.counterparty.name;
                rule.least = line.schedule.amount - line.margin;
                rule.most = line.schedule.amount + line.margin;
                rules.push_back({dossier.number, std::move(rule), "its account is not known"});
            }
        }
    }
    return rules;
}

Outcome outcome_of(const Explanation& found, const std::string& order, const test::Truth& truth) {
    if (found.rule == Rule::suspense || found.rule == Rule::by_hand) {
        return Outcome::suspense;
    }
    if (!truth.end_to_end_id.empty() || found.order) {
        return found.order && order == truth.end_to_end_id ? Outcome::right : Outcome::wrong;
    }
    if (truth.settles.size() != 1 || found.subject != truth.settles.front().subject) {
        return Outcome::wrong;
    }
    const std::optional<Date> due = truth.settles.front().due;
    return found.due == due ? Outcome::right : found.due ? Outcome::wrong : Outcome::period_open;
}

std::string place(std::string_view subject, std::optional<Date> due) {
    return std::string(subject) + (due ? "@" + calendar::format(*due) : "");
}

std::string line_of(std::string_view dossier, const Told& told, const Explanation& found) {
    std::string truth = told.truth.end_to_end_id;
    for (const test::Settles& each : told.truth.settles) {
        truth += (truth.empty() ? "" : " and ") + place(each.subject, each.due);
    }
    return fmt::format("{} {} {} {}: {} {}, truth {}", dossier, calendar::format(told.posted.date),
                       format(told.posted.amount), name(told.truth.noise), name(found.rule),
                       found.order ? "order" : place(found.subject, found.due),
                       truth.empty() ? "unknown" : truth);
}

/// A person finds the truth of what waits, where it can be known: the order, the due date, or both
/// due dates of one movement.
void put_right(app::Desk& desk, const app::Suspense_row& row, const Told& told) {
    const test::Truth& truth = told.truth;
    if (row.movement.amount != told.posted.amount) {
        throw std::runtime_error("the book does not hold what the bank told");
    }
    if (!truth.end_to_end_id.empty()) {
        accepted(app::assign_movement(
            desk, {row.movement.id, truth.end_to_end_id, {}, "found among the orders"}));
    } else if (truth.settles.size() == 1 && truth.settles.front().due) {
        const test::Settles& only = truth.settles.front();
        accepted(app::assign_movement(desk, {row.movement.id, only.subject, only.due, "asked"}));
    } else if (truth.settles.size() > 1) {
        app::Split split{row.movement.id, {}, "pays two"};
        for (const test::Settles& each : truth.settles) {
            split.parts.push_back({each.subject, each.due, each.amount});
        }
        accepted(app::split_movement(desk, split));
    }
}

class Noisy_bookkeeper {
public:
    explicit Noisy_bookkeeper(const Plan& plan)
        : plan_(plan), book_(plan.folder / "noisy.db"), office_(test::make_noisy_office(plan.size)),
          bank_(office_, plan.size.seed, plan.gives_ids) {}

    Noisy_year keep();

private:
    void found();
    void widen_margins(Date as_of);
    void pay(Date first, Date last);
    void import(Date first, Date last);
    void decide(Date first, Date as_of, const test::Noisy_bank::Delivery& delivery);
    void judge(app::Unit_of_work& work, const app::Dossier_row& dossier);
    void judge(const app::Dossier_row& dossier, const Told& told, const app::Place& place);

    const Plan& plan_;
    std::filesystem::path book_;
    std::vector<dossier::Dossier> office_;
    test::Noisy_bank bank_;
    std::map<std::string, std::vector<Told>> told_;
    std::map<Run_line_id, std::string> ids_; ///< EndToEndIds of orders
    Noisy_year year_;
};

void Noisy_bookkeeper::found() {
    store::create_book(book_);
    at_desk(book_, preparer, test::office_opening(), [&](app::Desk& desk) {
        accepted(app::init_book(
            desk, {"OCMW Voorbeeldegem", *party::parse_enterprise_number("0207436280")}));
        std::vector<app::Input_file> files;
        for (const dossier::Dossier& dossier : office_) {
            files.push_back({dossier.number + ".json", dossier::write_document(dossier)});
        }
        accepted(app::import_dossiers(desk, files));
        for (const auto& rules : {office_rules(), dossier_rules(office_)}) {
            for (const app::New_rule& rule : rules) {
                accepted(app::add_rule(desk, rule));
            }
        }
        return true;
    });
}

/// In September all child benefits came with 2 % more. Where that was beyond the margin, a person
/// gives the line one, so that it is not asked again each month.
void Noisy_bookkeeper::widen_margins(Date as_of) {
    std::vector<app::Input_file> files;
    for (dossier::Dossier dossier : office_) {
        for (dossier::Budget_line& line : dossier.budget_lines) {
            if (line.id == "child_benefit" && line.margin.is_zero()) {
                line.margin = Money::cents(10'00);
                files.push_back({dossier.number + ".json", dossier::write_document(dossier)});
            }
        }
    }
    at_desk(book_, preparer, as_of,
            [&](app::Desk& desk) { return accepted(app::import_dossiers(desk, files)); });
}

void Noisy_bookkeeper::pay(Date first, Date last) {
    const auto prepared = at_desk(book_, preparer, first, [&](app::Desk& desk) {
        return accepted(app::prepare_run(desk, last));
    });
    const std::string& number = prepared.run.number;
    at_desk(book_, approver, first,
            [&](app::Desk& desk) { return accepted(app::approve_run(desk, number)); });
    const auto exported = at_desk(book_, preparer, first, [&](app::Desk& desk) {
        return accepted(app::export_run(desk, number));
    });
    for (const payments::Run_line& line : exported.sheet.lines) {
        ids_.emplace(line.id, line.end_to_end_id);
    }
    bank_.order(exported.sheet.lines);
}

void Noisy_bookkeeper::import(Date first, Date last) {
    test::Noisy_bank::Delivery delivery = bank_.statements(first, last);
    at_desk(book_, preparer, last.plus_days(1), [&](app::Desk& desk) {
        return accepted(app::import_statements(desk, {"bank.cod", std::move(delivery.bytes)}));
    });
    decide(first, last.plus_days(1), delivery);
    for (auto& [dossier, told] : delivery.told) {
        std::vector<Told>& all = told_[dossier];
        all.insert(all.end(), std::make_move_iterator(told.begin()),
                   std::make_move_iterator(told.end()));
    }
}

/// Decides on what the file left in suspense, each in a request of its own as a person does.
void Noisy_bookkeeper::decide(Date first, Date as_of, const test::Noisy_bank::Delivery& delivery) {
    const auto rows = at_desk(book_, preparer, as_of, [](app::Desk& desk) {
        return app::list_suspense(desk.work(), app::Suspense_order::age);
    });
    at_desk(book_, preparer, as_of, [&](app::Desk& desk) {
        for (const app::Suspense_row& row : rows) {
            if (row.movement.booking_date >= first) {
                const std::vector<Told>& told = delivery.told.at(row.dossier.number);
                put_right(desk, row, told.at(row.movement.sequence - 1));
            }
        }
        return true;
    });
}

void Noisy_bookkeeper::judge(const app::Dossier_row& dossier,
                             const Told& told,
                             const app::Place& place) {
    const Explanation& found = place.part.explanation;
    const std::string order = found.order ? ids_.at(*found.order) : std::string();
    const Outcome outcome = outcome_of(found, order, told.truth);
    const auto at = static_cast<std::size_t>(outcome);
    ++year_.all.of[at];
    ++year_.by_noise[told.truth.noise].of[at];
    ++year_.by_rule[found.rule].of[at];
    if (outcome == Outcome::wrong || outcome == Outcome::period_open) {
        year_.wrong.push_back(std::string(name(outcome)) + " " +
                              line_of(dossier.number, told, found));
    }
}

void Noisy_bookkeeper::judge(app::Unit_of_work& work, const app::Dossier_row& dossier) {
    const app::Decisions decisions(work, dossier.id);
    const std::vector<Told>& all = told_.at(dossier.number);
    auto told = all.begin();
    work.statements().each_of(dossier.id, [&](const app::Suspense_row& row) {
        const std::vector<app::Place> places = decisions.places(row.movement);
        if (told == all.end() || row.movement.amount != told->posted.amount || places.empty()) {
            throw std::runtime_error("the book does not hold what the bank told");
        }
        judge(dossier, *told++, places.front());
    });
    if (told != all.end()) {
        throw std::runtime_error("the book does not hold all that the bank told");
    }
}

Noisy_year Noisy_bookkeeper::keep() {
    found();
    for (int month = 1; month <= plan_.months; ++month) {
        const Date first = *Date::of(2026, month, 1);
        const Date last = first.plus_days(calendar::days_in_month(2026, month) - 1);
        constexpr int october = 10;
        if (month == october) {
            widen_margins(first);
        }
        pay(first, last);
        const int days = plan_.days_per_file == 0 ? 31 : plan_.days_per_file;
        for (Date day = first; day <= last; day = day.plus_days(days)) {
            import(day, std::min(day.plus_days(days - 1), last));
        }
    }
    const auto work = store::open_to_read(book_);
    for (const app::Dossier_row& dossier : work->dossiers().all()) {
        judge(*work, dossier);
    }
    year_.findings = app::verify_book(*work).findings.size();
    return std::move(year_);
}

} // namespace

std::string_view name(Outcome outcome) {
    return name_in(outcome_names, outcome);
}

Noisy_year keep_noisy_year(const Plan& plan) {
    return Noisy_bookkeeper(plan).keep();
}

} // namespace saldo::noise
