#pragma once

#include "dossier/names.hpp"
#include "statistics/registration.hpp"
#include "support/help_office.hpp"

/// A registration in the words of `count_days`.
namespace saldo::test {

class Told_registration {
public:
    explicit Told_registration(const statistics::Registration& registration) {
        for (const statistics::Combination& each : registration.combinations) {
            add_combination(each);
        }
        for (const auto& [group, figure] : registration.groups) {
            tell("group " + word(group), figure);
        }
        for (const statistics::Flow& flow : registration.flows) {
            const std::string form = flow.form ? std::string(dossier::name(*flow.form)) : "any";
            tell(form + " helped", flow.helped);
            tell(form + " at_start", flow.at_start);
            tell(form + " started", flow.started);
            tell(form + " ended", flow.ended);
            tell(form + " at_end", flow.at_end);
        }
        for (const auto& [kind, figure] : registration.left_out) {
            tell("left_out " + std::string(dossier::name(kind)), figure);
        }
    }

    [[nodiscard]] const Told_figures& figures() const { return figures_; }

private:
    static std::string word(statistics::Settlement_group group) {
        return std::string(name_in(statistics::settlement_group_names, group));
    }

    void add_combination(const statistics::Combination& combination) {
        std::string words;
        for (const auto kind :
             {dossier::Mandate_kind::budget_guidance, dossier::Mandate_kind::budget_management,
              dossier::Mandate_kind::debt_mediation,
              dossier::Mandate_kind::collective_debt_settlement}) {
            if (combination.forms.contains(kind)) {
                words.append(words.empty() ? "" : "+").append(dossier::name(kind));
            }
        }
        tell("combination " + words, combination.all);
        for (const auto& [group, figure] : combination.groups) {
            tell("combination " + words + " group " + word(group), figure);
        }
    }

    void tell(const std::string& name, const statistics::Figure& figure) {
        if (figure.count != 0) {
            figures_[name] = {figure.count, {figure.dossiers.begin(), figure.dossiers.end()}};
        }
    }

    Told_figures figures_;
};

} // namespace saldo::test
