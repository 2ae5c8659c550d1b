#pragma once

#include "app/plan_port.hpp"
#include "store/session.hpp"

namespace saldo::store {

/// The texts of adopted plans.
class Stored_plan_terms final : public app::Plan_terms {
public:
    explicit Stored_plan_terms(Session& session) : session_(session) {}

    void add(const app::Plan_terms_row& row) override;
    std::optional<app::Plan_terms_row> find(Dossier_id dossier, std::string_view plan) override;
    std::vector<app::Plan_terms_row> all() override;

private:
    Session& session_;
};

} // namespace saldo::store
