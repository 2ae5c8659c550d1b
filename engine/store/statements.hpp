#pragma once

#include "app/ports.hpp"
#include "store/query.hpp"
#include "store/session.hpp"

namespace saldo::store {

/// Bank files, statements, movements and what of them is in suspense.
class Stored_statements final : public app::Statements {
public:
    explicit Stored_statements(Session& session);

    std::optional<app::File_row> file(const Digest& sha256) override;
    std::vector<app::File_row> files() override;
    File_id add_file(const app::File_row& file) override;
    std::vector<app::Statement_row> last_statements() override;
    std::vector<app::Statement_row> statements(std::optional<Account_id> account) override;
    Statement_id add_statement(const app::Statement_row& statement) override;
    Movement_id add_movement(const bank::Movement& movement,
                             Statement_id statement,
                             Account_id account,
                             Money amount,
                             Date booking_date,
                             std::optional<Movement_id> total) override;
    std::vector<app::Movement_row> movements(Statement_id statement) override;
    std::vector<app::Known_movement>
    movements_between(Account_id account, Date first, Date last) override;
    std::optional<app::Origin> origin(Movement_id movement) override;
    void each_movement_sum(
        const std::function<void(Statement_id, std::uint64_t, Money)>& visit) override;
    void add_suspense(Movement_id movement, std::string_view reason) override;
    void remove_suspense(Movement_id movement) override;
    std::vector<app::Suspense_row> suspense() override;
    std::optional<app::Suspense_row> find(Movement_id movement) override;
    void each_of(Dossier_id dossier,
                 const std::function<void(const app::Suspense_row&)>& visit) override;
    void each_of(Dossier_id dossier,
                 Date since,
                 const std::function<void(const app::Suspense_row&)>& visit) override;
    void each_of(Dossier_id dossier,
                 Date booked_since,
                 Money amount,
                 const std::function<void(const app::Suspense_row&)>& visit) override;

private:
    using Text = std::string;
    using View = std::string_view;
    using Number = long long;

    Session& session_;
    Number last_statement_ = 0;
    Number last_movement_ = 0;
    Write statements_;
    Write movements_;
    Write suspense_;
    Write explained_;
};

} // namespace saldo::store
