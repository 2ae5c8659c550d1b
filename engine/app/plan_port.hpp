#pragma once

#include "base/id.hpp"
#include "ledger/entry.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the use cases ask of the texts of adopted plans; app/ports.hpp has the rest.
namespace saldo::app {

/// The text by which a plan was adopted.
struct Plan_terms_row {
    Dossier_id dossier;
    std::string dossier_number;
    std::string plan; ///< id in the dossier
    std::string text; ///< canonical JSON
    ledger::Actor actor;
};

class Plan_terms {
public:
    Plan_terms() = default;
    Plan_terms(const Plan_terms&) = delete;
    Plan_terms& operator=(const Plan_terms&) = delete;
    virtual ~Plan_terms() = default;

    virtual void add(const Plan_terms_row& row) = 0;
    [[nodiscard]] virtual std::optional<Plan_terms_row> find(Dossier_id dossier,
                                                             std::string_view plan) = 0;
    /// In order of dossier number and plan.
    [[nodiscard]] virtual std::vector<Plan_terms_row> all() = 0;
};

} // namespace saldo::app
