#pragma once

#include "app/import_dossiers.hpp"
#include "bench/stopwatch.hpp"
#include "support/office.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace saldo::bench {

struct Plan {
    test::Office_size size;
    int months = 12;    ///< 1 to 12
    bool daily = false; ///< a bank file a day instead of a month
    std::filesystem::path folder;
};

/// What came of a year.
struct Year {
    Times dossiers; ///< import of all documents
    Times prepare;
    Times approve;
    Times export_run;
    Times import; ///< of a bank file: read, checked, booked, matched, chained, durable
    Times bare;   ///< the same rows by the bare program
    std::uint64_t bare_rows = 0;
    std::uint64_t statements = 0;
    std::uint64_t movements = 0;
    std::uint64_t explained = 0; ///< of these, not in suspense
    std::uint64_t lines = 0;     ///< of runs
    std::uint64_t payments = 0;  ///< of these, given to the bank
    std::vector<std::string> files;
    std::size_t files_of_first_month = 0;
};

/// Keeps the book of an office for a year, as `book.db` in the folder of the plan: a run each
/// month, and the bank's files of what came of it. Throws std::runtime_error where the engine
/// refuses.
[[nodiscard]] Year keep_book(const Plan& plan);

/// The documents of dossiers, as `import_dossiers` takes them.
[[nodiscard]] std::vector<app::Input_file> documents(const std::vector<dossier::Dossier>& office);

/// Makes the book of the invented office in a new file.
void found_office(const std::filesystem::path& book);

} // namespace saldo::bench
