#include "app/figures.hpp"

#include "app/codes.hpp"
#include "app/control_acts.hpp"
#include "base/invariant.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

law::Figures with_files(const std::vector<Figures_row>& files, Date on) {
    law::Figures figures = law::Figures::shipped();
    for (const Figures_row& file : files) {
        if (file.actor.as_of <= on) {
            auto more = figures.with(file.text);
            invariant(more.has_value(), "figures in the book fit those before them");
            figures = *std::move(more);
        }
    }
    return figures;
}

} // namespace

law::Figures figures_on(Unit_of_work& work, Date on) {
    return with_files(work.figures_files().all(), on);
}

Result<Loaded_figures> load_figures(Desk& desk, std::string_view csv) {
    const std::vector<Figures_row> files = desk.work().figures_files().all();
    if (const auto same = std::ranges::find(files, csv, &Figures_row::text); same != files.end()) {
        return Loaded_figures{*same, false};
    }
    const Date as_of = desk.actor().as_of;
    if (!files.empty() && as_of < files.back().actor.as_of) {
        return refuse(figures_out_of_order,
                      {{"stated", calendar::format(as_of)},
                       {"known", calendar::format(files.back().actor.as_of)}});
    }
    if (const auto all = with_files(files, as_of).with(csv); !all) {
        return refuse(all.error());
    }
    const Figures_row row{static_cast<std::uint32_t>(files.size() + 1), std::string(csv),
                          desk.actor()};
    desk.work().figures_files().add(row);
    record(desk, figures_loaded(row));
    return Loaded_figures{row, true};
}

} // namespace saldo::app
