#pragma once

#include "app/ports.hpp"
#include "store/session.hpp"

namespace saldo::store {

/// Dossiers, their documents and bank accounts.
class Stored_dossiers final : public app::Dossiers {
public:
    explicit Stored_dossiers(Session& session) : session_(session) {}

    std::vector<app::Dossier_row> all() override;
    std::optional<app::Dossier_row> find(std::string_view number) override;
    app::Document document(Dossier_id dossier) override;
    void each_document(
        const std::function<void(const app::Dossier_row&, const app::Document&)>& visit) override;
    void each_version(
        const std::function<void(const app::Dossier_row&, const app::Document&)>& visit) override;
    app::Dossier_row add(std::string_view number) override;
    void add_document(Dossier_id dossier,
                      const app::Document& document,
                      const ledger::Actor& actor) override;
    std::vector<app::Account_row> accounts() override;
    app::Account_row add_account(const app::Account_row& account) override;

private:
    void
    each_stored(const std::string& rest,
                const std::function<void(const app::Dossier_row&, const app::Document&)>& visit);

    Session& session_;
};

} // namespace saldo::store
