#pragma once

#include "app/ports.hpp"
#include "store/query.hpp"
#include "store/session.hpp"

namespace saldo::store {

/// The bytes of the bank's files, each part compressed, and what of them waits.
class Stored_bank_files final : public app::Bank_files {
public:
    explicit Stored_bank_files(Session& session) : session_(session) {}

    void add_part(File_id file, std::uint64_t part, std::string_view bytes) override;
    std::string part(File_id file, std::uint64_t part) override;
    void add_waiting(const app::Waiting_row& row) override;
    void remove_waiting(const app::Waiting_row& row) override;
    std::vector<app::Waiting_row> waiting() override;

private:
    using Number = long long;

    Session& session_;
};

} // namespace saldo::store
