#pragma once

#include "app/desk.hpp"
#include "base/result.hpp"
#include "law/figures.hpp"

namespace saldo::app {

/// The figures of the law as the office had them on a day: those of the program, and those of the
/// files that were loaded on that day or earlier. What was computed on a day is computed the same
/// ever after.
[[nodiscard]] law::Figures figures_on(Unit_of_work& work, Date on);

struct Loaded_figures {
    Figures_row file;
    bool is_new = true; ///< false: it was loaded before, by whom and when its row says
};

/// Takes a file of figures into the book: rows in the form of schemas/law/figures.csv that begin
/// where others end, or in the place of one that nobody could verify. The same file again does
/// nothing. Refuses what law::Figures::with refuses, and app.figures_out_of_order on a day before
/// that of the file loaded last.
[[nodiscard]] Result<Loaded_figures> load_figures(Desk& desk, std::string_view csv);

} // namespace saldo::app
