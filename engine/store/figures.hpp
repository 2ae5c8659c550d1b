#pragma once

#include "app/figure_port.hpp"
#include "store/session.hpp"

namespace saldo::store {

/// Files of figures of the law.
class Stored_figures final : public app::Figures_files {
public:
    explicit Stored_figures(Session& session) : session_(session) {}

    void add(const app::Figures_row& row) override;
    std::vector<app::Figures_row> all() override;

private:
    Session& session_;
};

} // namespace saldo::store
