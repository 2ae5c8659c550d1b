#include "app/income_thresholds.hpp"

#include "app/position.hpp"
#include "app/read_ahead.hpp"
#include "app/settings.hpp"
#include "help/codes.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

/// Holds households against limits, one after the other.
class Threshold_reader {
public:
    Threshold_reader(Unit_of_work& work, const law::Figures& figures, const Threshold_view& view)
        : figures_(figures), view_(view) {
        auto limits = help::read_income_limits(setting_on(work, "income_limits", view.on));
        invariant(limits.has_value(), "limits in the book can be read");
        limits_ = *std::move(limits);
        if (limits_.empty()) {
            list_.findings.push_back({help::no_limits, Severity::info, {}, {}});
        }
    }

    void take(const std::string& number, const help::Earner& earner) {
        if (earner.income.empty()) {
            tell({help::no_income, Severity::info, {}, {}}, number);
            return;
        }
        help::Thresholds found =
            help::hold_against(earner, figures_, limits_, view_.within, view_.on);
        for (help::Threshold& each : found.rows) {
            list_.rows.push_back({number, earner.kind, std::move(each)});
        }
        for (const Finding& finding : found.findings) {
            tell(finding, finding.code == help::limit_unclear ? number : std::string());
        }
    }

    [[nodiscard]] Threshold_list list() && { return std::move(list_); }

private:
    void tell(Finding finding, const std::string& number) {
        if (!number.empty()) {
            finding.where.place = number;
        }
        if (std::ranges::find(list_.findings, finding) == list_.findings.end()) {
            list_.findings.push_back(std::move(finding));
        }
    }

    const law::Figures& figures_;
    Threshold_view view_;
    std::vector<help::Income_limit> limits_;
    Threshold_list list_;
};

} // namespace

Result<Threshold_list> income_thresholds(Unit_of_work& work,
                                         const law::Figures& figures,
                                         std::optional<std::string_view> dossier,
                                         const Threshold_view& view) {
    Threshold_reader reader(work, figures, view);
    if (dossier) {
        const auto row = find_dossier(work, *dossier);
        if (!row) {
            return refuse(row.error());
        }
        reader.take(row->number, help::earner_of(load_dossier(work, row->id), view.on));
    } else {
        each_dossier(work, [&](const Dossier_row& row, const dossier::Dossier& each) {
            if (!each.closed || *each.closed >= view.on) {
                reader.take(row.number, help::earner_of(each, view.on));
            }
        });
    }
    return std::move(reader).list();
}

Threshold_list income_thresholds(Unit_of_work& work,
                                 const law::Figures& figures,
                                 const help::Earner& earner,
                                 const Threshold_view& view) {
    Threshold_reader reader(work, figures, view);
    reader.take({}, earner);
    return std::move(reader).list();
}

} // namespace saldo::app
