#include "dossier/check_help.hpp"

#include "dossier/codes.hpp"
#include "dossier/faults.hpp"

#include <fmt/format.h>

namespace saldo::dossier {

namespace {

class Help_checker {
public:
    Findings run(const Dossier& dossier) {
        for (std::size_t i = 0; i < dossier.mandates.size(); ++i) {
            check_mandate(dossier.mandates[i], fmt::format("/mandates/{}", i));
        }
        if (dossier.closing) {
            check_closing(*dossier.closing);
        }
        return faults_.take();
    }

private:
    void check_mandate(const Mandate& mandate, const std::string& place) {
        paper(mandate.agreement, place + "/agreement");
        paper(mandate.proxy, place + "/proxy");
        if (mandate.proxy_ended && !mandate.proxy) {
            faults_.add(proxy_missing, place + "/proxy_ended");
        } else if (mandate.proxy) {
            faults_.not_before(mandate.proxy_ended, mandate.proxy->date, place + "/proxy_ended");
        }
        if (mandate.ended && mandate.period.last() != mandate.ended->date) {
            faults_.add(mandate_end_differs, place + "/ended/date",
                        {{"stated", format(mandate.ended->date)}});
        }
    }

    void check_closing(const Closing& closing) {
        for (std::size_t i = 0; i < closing.steps.size(); ++i) {
            const std::string place = fmt::format("/closing/steps/{}", i);
            faults_.not_before(closing.steps[i].date, closing.decided, place + "/date");
            faults_.digest(closing.steps[i].document, place + "/document");
        }
        faults_.not_before(closing.aftercare, closing.decided, "/closing/aftercare");
        for (std::size_t i = 0; i < closing.checks.size(); ++i) {
            faults_.not_before(closing.checks[i].date, closing.decided,
                               fmt::format("/closing/checks/{}/date", i));
        }
        if (closing.transfer) {
            faults_.digest(closing.transfer->content, "/closing/transfer/content");
            paper(closing.transfer->handed_over, "/closing/transfer/handed_over");
            paper(closing.transfer->taken_over, "/closing/transfer/taken_over");
        }
    }

    void paper(const std::optional<Signed>& paper, const std::string& place) {
        if (paper) {
            faults_.digest(paper->document, place + "/document");
        }
    }

    Faults faults_;
};

} // namespace

Findings check_help(const Dossier& dossier) {
    return Help_checker().run(dossier);
}

} // namespace saldo::dossier
