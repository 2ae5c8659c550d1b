#include "bench/year.hpp"

#include "app/import_statements.hpp"
#include "app/init_book.hpp"
#include "app/runs.hpp"
#include "bench/at_desk.hpp"
#include "bench/bare_import.hpp"
#include "dossier/document.hpp"
#include "support/office_bank.hpp"

namespace saldo::bench {

namespace {

namespace fs = std::filesystem;

constexpr const char* preparer = "an";
constexpr const char* approver = "bea";

class Bookkeeper {
public:
    explicit Bookkeeper(const Plan& plan)
        : plan_(plan), book_(plan.folder / "book.db"), before_(plan.folder / "before.db"),
          office_(test::make_office(plan.size)), bank_(office_, plan.size.seed) {}

    Year keep();

private:
    void pay(Date first, Date last);
    void import(std::string bytes, Date as_of);

    const Plan& plan_;
    fs::path book_;
    fs::path before_; ///< the book as it was before an import
    std::vector<dossier::Dossier> office_;
    test::Office_bank bank_;
    Year year_;
};

void Bookkeeper::pay(Date first, Date last) {
    const auto prepared = year_.prepare.measure([&] {
        return at_desk(book_, preparer, first,
                       [&](app::Desk& desk) { return accepted(app::prepare_run(desk, last)); });
    });
    const std::string& number = prepared.run.number;
    year_.approve.measure([&] {
        return at_desk(book_, approver, first,
                       [&](app::Desk& desk) { return accepted(app::approve_run(desk, number)); });
    });
    const auto exported = year_.export_run.measure([&] {
        return at_desk(book_, preparer, first, [&](app::Desk& desk) {
            return accepted(app::export_run(desk, number));
        });
    });
    year_.lines += exported.sheet.lines.size();
    year_.payments += app::count(exported.sheet);
    bank_.order(exported.sheet.lines);
}

void Bookkeeper::import(std::string bytes, Date as_of) {
    fs::copy_file(book_, before_, fs::copy_options::overwrite_existing);
    const app::Input_file file{"bank.cod", std::move(bytes)};
    const auto imported = year_.import.measure([&] {
        return at_desk(book_, preparer, as_of, [&](app::Desk& desk) {
            return accepted(app::import_statements(desk, file));
        });
    });
    const Bare_import bare(book_, before_);
    year_.bare_rows += year_.bare.measure([&] { return bare.run(before_); });
    year_.statements += imported.statements.size();
    for (const auto& [rule, count] : imported.rules) {
        year_.movements += count;
        year_.explained += rule == reconcile::Rule::suspense ? 0 : count;
    }
    year_.files.push_back(file.bytes);
}

Year Bookkeeper::keep() {
    found_office(book_);
    const std::vector<app::Input_file> files = documents(office_);
    year_.dossiers.measure([&] {
        return at_desk(book_, preparer, test::office_opening(), [&](app::Desk& desk) {
            return accepted(app::import_dossiers(desk, files));
        });
    });
    for (int month = 1; month <= plan_.months; ++month) {
        const Date first = *Date::of(2026, month, 1);
        const Date last = first.plus_days(calendar::days_in_month(2026, month) - 1);
        pay(first, last);
        for (Date day = plan_.daily ? first : last; day <= last; day = day.plus_days(1)) {
            std::string bytes = bank_.statements(plan_.daily ? day : first, day, plan_.daily);
            if (!bytes.empty()) {
                import(std::move(bytes), day.plus_days(1));
            }
        }
        year_.files_of_first_month = month == 1 ? year_.files.size() : year_.files_of_first_month;
    }
    return std::move(year_);
}

} // namespace

Year keep_book(const Plan& plan) {
    return Bookkeeper(plan).keep();
}

std::vector<app::Input_file> documents(const std::vector<dossier::Dossier>& office) {
    std::vector<app::Input_file> files;
    for (const dossier::Dossier& dossier : office) {
        files.push_back({dossier.number + ".json", dossier::write_document(dossier)});
    }
    return files;
}

void found_office(const fs::path& book) {
    store::create_book(book);
    at_desk(book, preparer, test::office_opening(), [](app::Desk& desk) {
        return accepted(app::init_book(
            desk, {"OCMW Voorbeeldegem", *party::parse_enterprise_number("0207436280")}));
    });
}

} // namespace saldo::bench
