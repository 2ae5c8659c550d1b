#pragma once

#include "app/control_port.hpp"
#include "store/session.hpp"

namespace saldo::store {

/// Versions of the office's policy.
class Stored_policies final : public app::Policies {
public:
    explicit Stored_policies(Session& session) : session_(session) {}

    void add(const app::Policy_row& row) override;
    void approve(std::uint32_t version, const ledger::Actor& actor) override;
    std::vector<app::Policy_row> all() override;

private:
    Session& session_;
};

/// Accounts of payees, known and proved.
class Stored_beneficiaries final : public app::Beneficiaries {
public:
    explicit Stored_beneficiaries(Session& session) : session_(session) {}

    void add_known(const app::Known_beneficiary_row& row) override;
    std::vector<app::Known_beneficiary_row> known() override;
    void confirm(app::Beneficiary_row& row) override;
    void approve(std::int64_t beneficiary, const ledger::Actor& actor) override;
    std::vector<app::Beneficiary_row> all() override;

private:
    Session& session_;
};

/// Controls that people overrode.
class Stored_overrides final : public app::Overrides {
public:
    explicit Stored_overrides(Session& session) : session_(session) {}

    void add(const app::Override_row& row) override;
    std::vector<app::Override_row> all(std::optional<Run_id> run) override;

private:
    Session& session_;
};

/// Keys of people, and what they signed.
class Stored_user_keys final : public app::User_keys {
public:
    explicit Stored_user_keys(Session& session) : session_(session) {}

    void add(const app::User_key_row& row) override;
    void end(const Public_key& key, const app::User_key_row::End& end) override;
    std::vector<app::User_key_row> all() override;
    void sign(const app::Signature_row& row) override;
    std::optional<app::Signature_row> signature(Run_id run) override;

private:
    Session& session_;
};

} // namespace saldo::store
