#pragma once

#include "app/ports.hpp"
#include "store/session.hpp"

#include <map>

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
    /// Those in force by dossier, those of the office under none.
    using In_force = std::map<std::optional<Dossier_id>, std::vector<reconcile::Match_rule>>;

    std::vector<app::Match_rule_row> rows(const std::string& condition);

    Session& session_;
    std::optional<In_force> in_force_; ///< all are read when one is first needed: they are few
};

} // namespace saldo::store
