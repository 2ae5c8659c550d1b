#pragma once

#include "app/ports.hpp"
#include "store/session.hpp"

namespace saldo::store {

/// The rules of people for matching.
class Stored_match_rules final : public app::Match_rules {
public:
    explicit Stored_match_rules(Session& session) : session_(session) {}

    Match_rule_id add(const app::Match_rule_row& row) override;
    void end(Match_rule_id rule, const app::Match_rule_row::End& end) override;
    std::vector<app::Match_rule_row> all() override;
    std::vector<reconcile::Match_rule> in_force(std::optional<Dossier_id> dossier) override;

private:
    template <class... Arguments>
    std::vector<app::Match_rule_row> rows(const std::string& condition,
                                          const Arguments&... arguments);

    Session& session_;
};

} // namespace saldo::store
