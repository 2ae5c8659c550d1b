#pragma once

#include "ledger/entry.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace saldo::app {

/// A file of figures of the law that somebody loaded.
struct Figures_row {
    std::uint32_t number = 0; ///< from 1, in the order in which they came
    std::string text;         ///< as it came: rows in the form of schemas/law/figures.csv
    ledger::Actor actor;
};

class Figures_files {
public:
    Figures_files() = default;
    Figures_files(const Figures_files&) = delete;
    Figures_files& operator=(const Figures_files&) = delete;
    virtual ~Figures_files() = default;

    virtual void add(const Figures_row& row) = 0;
    /// In order of number.
    [[nodiscard]] virtual std::vector<Figures_row> all() = 0;
};

} // namespace saldo::app
