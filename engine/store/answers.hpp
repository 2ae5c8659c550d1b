#pragma once

#include "app/bank_file_port.hpp"
#include "store/session.hpp"

namespace saldo::store {

/// What the bank answered to payment files.
class Stored_answers final : public app::Answers {
public:
    explicit Stored_answers(Session& session) : session_(session) {}

    void add(const app::Answer_row& answer) override;
    void add(const app::Status_row& status) override;
    std::vector<app::Answer_row> all() override;
    std::vector<app::Status_row> statuses(Run_id run) override;
    std::vector<app::Refusal_row> refusals(std::optional<Dossier_id> dossier) override;

private:
    using Number = long long;

    bool has_returned(Dossier_id dossier);

    Session& session_;
};

} // namespace saldo::store
