#pragma once

#include "app/record_port.hpp"
#include "store/session.hpp"

namespace saldo::store {

/// Documents of the office, in versions.
class Stored_records final : public app::Office_records {
public:
    explicit Stored_records(Session& session) : session_(session) {}

    void add(const app::Record_row& row) override;
    std::vector<app::Record_row> versions(std::string_view kind, std::string_view key) override;
    std::vector<app::Record_row> of_kind(std::string_view kind) override;
    std::vector<app::Record_row> all() override;

private:
    Session& session_;
};

} // namespace saldo::store
