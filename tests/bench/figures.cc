#include "bench/figures.hpp"

#include "app/import_statements.hpp"
#include "app/match_movements.hpp"
#include "app/reconcile_accounts.hpp"
#include "app/verify_book.hpp"
#include "bank/read.hpp"
#include "bench/at_desk.hpp"

#include <algorithm>

namespace saldo::bench {

namespace {

constexpr int many_times = 21;
constexpr int some_times = 5;

/// The dossiers as they were before anything was expected of them.
std::vector<dossier::Dossier> without_plans(std::vector<dossier::Dossier> office) {
    for (dossier::Dossier& dossier : office) {
        dossier.budget_lines.clear();
        dossier.living_money.clear();
        dossier.creditors.clear();
    }
    return office;
}

} // namespace

Reading measure_read(const std::vector<std::string>& files) {
    Reading reading;
    for (int i = 0; i < some_times; ++i) {
        reading.bytes = reading.times.measure([&] {
            std::uint64_t bytes = 0;
            for (const std::string& file : files) {
                if (has_errors(accepted(bank::read(file)).findings)) {
                    throw std::runtime_error("a file of the bank has faults");
                }
                bytes += file.size();
            }
            return bytes;
        });
    }
    return reading;
}

Matching measure_match(const Plan& plan, std::span<const std::string> files) {
    const std::filesystem::path book = plan.folder / "match.db";
    const std::vector<dossier::Dossier> office = test::make_office(plan.size);
    const Date as_of = *Date::of(2026, 2, 1);
    found_office(book);
    at_desk(book, "an", test::office_opening(), [&](app::Desk& desk) {
        return accepted(app::import_dossiers(desk, documents(without_plans(office))));
    });
    for (const std::string& file : files) {
        at_desk(book, "an", as_of, [&](app::Desk& desk) {
            return accepted(app::import_statements(desk, {"bank.cod", file}));
        });
    }
    at_desk(book, "an", as_of, [&](app::Desk& desk) {
        return accepted(app::import_dossiers(desk, documents(office)));
    });
    Matching matching;
    const app::Matched matched =
        matching.times.measure([&] { return at_desk(book, "an", as_of, app::match_suspense); });
    for (const auto& [rule, count] : matched.rules) {
        matching.tried += count;
    }
    matching.explained = matching.tried - matched.left;
    return matching;
}

Proving measure_proof(const std::filesystem::path& book) {
    Proving proving;
    for (int i = 0; i < many_times; ++i) {
        const auto work = store::open_to_read(book);
        const auto rows = proving.balances.measure([&] { return work->journal().all_balances(); });
        proving.accounts = rows.size();
    }
    for (int i = 0; i < some_times; ++i) {
        const auto work = store::open_to_read(book);
        const auto verification = proving.verify.measure([&] { return app::verify_book(*work); });
        proving.entries = verification.entries;
        proving.findings = verification.findings.size();
    }
    const auto proofs = app::reconcile_accounts(*store::open_to_read(book));
    proving.differences = static_cast<std::uint64_t>(std::ranges::count_if(
        proofs, [](const auto& proof) { return proof.cause != app::Difference_cause::none; }));
    return proving;
}

} // namespace saldo::bench
