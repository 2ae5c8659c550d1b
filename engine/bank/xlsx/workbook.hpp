#pragma once

#include "bank/xlsx/package.hpp"
#include "bank/xlsx/sheet.hpp"

#include <memory>
#include <string>
#include <vector>

namespace saldo::bank::xlsx {

/// A spreadsheet file, of which the sheets are read one by one.
class Workbook {
public:
    /// The bytes must outlive it. Refuses bank.xlsx_unreadable and bank.xlsx_too_large.
    [[nodiscard]] static Result<Workbook> open(std::string_view bytes);

    /// Number of sheets, at most 16.
    [[nodiscard]] std::size_t size() const { return sheets_.size(); }

    /// A sheet, which must not outlive this. Refuses what `open` does.
    [[nodiscard]] Result<Sheet> sheet(std::size_t index) const;

    /// Days are counted from 1904.
    [[nodiscard]] bool is_1904() const { return is_1904_; }

private:
    explicit Workbook(Package package)
        : package_(std::move(package)), shared_(std::make_unique<std::vector<std::string>>()) {}

    [[nodiscard]] Result<Done> read_sheets();
    [[nodiscard]] Result<Done> read_shared();

    Package package_;
    std::vector<std::string> sheets_; ///< names of the parts with the sheets
    std::unique_ptr<std::vector<std::string>> shared_;
    bool is_1904_ = false;
};

} // namespace saldo::bank::xlsx
