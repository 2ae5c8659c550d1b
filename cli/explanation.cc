#include "cli/explanation.hpp"

#include "cli/render/shown_text.hpp"
#include "cli/render/width.hpp"

namespace saldo::cli {

namespace {

/// The sentence of `explain.<which>`, and with what lacks what it waits for.
class Explainer_of_line {
public:
    Explainer_of_line(const payments::Run& run,
                      const payments::Run_line& line,
                      const i18n::Texts& texts)
        : run_(run), line_(line.proposal), texts_(texts) {}

    [[nodiscard]] std::string sentence() const {
        using enum payments::Reason;
        switch (line_.reason) {
        case due:
            return in();
        case no_money:
            return said("explain.no_money") + what_lacks();
        case payee_collects:
            return said("explain.payee_collects") +
                   (line_.short_by.is_zero()
                        ? ""
                        : " " + said("explain.collection_short") + what_lacks());
        case account_refused:
            return said("explain.account_refused");
        case no_iban:
            return said("explain.no_iban");
        case payer_is_client:
            return said("explain.payer_is_client");
        case already_paid:
            return said("explain.already_paid");
        case closed:
            return said("explain.closed");
        case week_over:
            return said("explain.week_over");
        }
        return {};
    }

private:
    [[nodiscard]] std::string in() const {
        if (budget::is_set_aside(line_.occurrence)) {
            return said("explain.set_aside");
        }
        return said(line_.occurrence.due < run_.as_of ? "explain.overdue" : "explain.due");
    }

    /// What goes first and what comes next, each where it is known.
    [[nodiscard]] std::string what_lacks() const {
        std::string text = line_.goes_first                ? said("explain.goes_first")
                           : line_.short_by < line_.amount ? said("explain.left")
                                                           : said("explain.nothing_left");
        text += ".";
        return line_.next_income ? text + " " + said("explain.next_income") : text;
    }

    [[nodiscard]] std::string said(std::string_view key) const {
        const auto shown = [&](const render::Cell& cell) {
            return render::shown_text(cell, texts_);
        };
        Params params{{"due", shown(line_.occurrence.due)},
                      {"leaves", shown(line_.execution_date)},
                      {"amount", shown(line_.amount)},
                      {"short_by", shown(line_.short_by)},
                      {"left", shown(line_.amount - line_.short_by)}};
        if (const auto& first = line_.goes_first) {
            params.push_back({"first", render::printable(first->name)});
            params.push_back({"first_due", shown(first->due)});
        }
        if (line_.next_income) {
            params.push_back({"income", shown(*line_.next_income)});
        }
        return texts_(key, params);
    }

    const payments::Run& run_;
    const payments::Proposal_line& line_;
    const i18n::Texts& texts_;
};

} // namespace

std::string
explanation_of(const payments::Run& run, const payments::Run_line& line, const i18n::Texts& texts) {
    return Explainer_of_line(run, line, texts).sentence();
}

} // namespace saldo::cli
