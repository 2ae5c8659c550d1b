#pragma once

#include "base/digest.hpp"
#include "dossier/codes.hpp"
#include "dossier/dossier.hpp"

#include <string>

namespace saldo::dossier {

/// What a document says that cannot be, as it is found.
class Faults {
public:
    void add(Code code, std::string place, Params params = {}) {
        findings_.push_back({code, Severity::error, {{}, 0, std::move(place)}, std::move(params)});
    }

    /// dossier.document_not_a_digest, unless it is empty.
    void digest(const std::string& document, std::string place) {
        if (!document.empty() && !digest_from_hex(document)) {
            add(document_not_a_digest, std::move(place), {{"stated", document}});
        }
    }

    /// dossier.date_too_early, if both days are there.
    void not_before(std::optional<Date> date, std::optional<Date> earliest, std::string place) {
        if (date && earliest && *date < *earliest) {
            add(date_too_early, std::move(place),
                {{"stated", format(*date)}, {"earliest", format(*earliest)}});
        }
    }

    [[nodiscard]] Findings take() { return std::move(findings_); }

private:
    Findings findings_;
};

} // namespace saldo::dossier
