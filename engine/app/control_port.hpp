#pragma once

#include "base/digest.hpp"
#include "base/id.hpp"
#include "base/signature.hpp"
#include "ledger/entry.hpp"
#include "payments/controls.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the use cases ask of the controls in a book: policies, proved accounts of payees,
/// overrides, keys and signatures. app/ports.hpp has the rest.
namespace saldo::app {

/// One version of the office's policy. The highest approved version is in force.
struct Policy_row {
    std::uint32_t version = 0;
    std::string text; ///< canonical JSON
    ledger::Actor actor;
    std::optional<ledger::Actor> approved;
};

class Policies {
public:
    Policies() = default;
    Policies(const Policies&) = delete;
    Policies& operator=(const Policies&) = delete;
    virtual ~Policies() = default;

    virtual void add(const Policy_row& row) = 0;
    virtual void approve(std::uint32_t version, const ledger::Actor& actor) = 0;
    /// In order of version.
    [[nodiscard]] virtual std::vector<Policy_row> all() = 0;
};

/// An account of a payee that was there before a policy asked for proof.
struct Known_beneficiary_row {
    Dossier_id dossier;
    std::string dossier_number;
    payments::Beneficiary beneficiary;
    std::uint32_t policy = 0; ///< version that asked for proof
};

/// An account of a payee that a person confirmed by a document.
struct Beneficiary_row {
    std::int64_t id = 0;
    Dossier_id dossier;
    std::string dossier_number;
    Iban iban;
    std::string document; ///< SHA-256 of the proof, 64 hexadecimal digits
    ledger::Actor actor;
    std::optional<ledger::Actor> approved;
};

class Beneficiaries {
public:
    Beneficiaries() = default;
    Beneficiaries(const Beneficiaries&) = delete;
    Beneficiaries& operator=(const Beneficiaries&) = delete;
    virtual ~Beneficiaries() = default;

    /// One that is known already stays as it is.
    virtual void add_known(const Known_beneficiary_row& row) = 0;
    /// In order of dossier number and beneficiary.
    [[nodiscard]] virtual std::vector<Known_beneficiary_row> known() = 0;

    virtual void confirm(Beneficiary_row& row) = 0; ///< sets its id
    virtual void approve(std::int64_t beneficiary, const ledger::Actor& actor) = 0;
    /// In order of id.
    [[nodiscard]] virtual std::vector<Beneficiary_row> all() = 0;
};

/// A person let a payment through against a control.
struct Override_row {
    Run_id run;
    std::string run_number;
    Run_line_id line;
    std::string dossier_number;
    payments::Control_finding finding; ///< as it was
    std::string reason;
    ledger::Actor actor;
};

class Overrides {
public:
    Overrides() = default;
    Overrides(const Overrides&) = delete;
    Overrides& operator=(const Overrides&) = delete;
    virtual ~Overrides() = default;

    virtual void add(const Override_row& row) = 0;
    /// Those of a run, or of all, as they came.
    [[nodiscard]] virtual std::vector<Override_row> all(std::optional<Run_id> run) = 0;
};

/// The public key of a person.
struct User_key_row {
    struct End {
        ledger::Actor actor;
        std::string reason;
    };

    Public_key key;
    std::string owner;
    ledger::Actor actor;    ///< who registered it; another person
    std::optional<End> end; ///< it approves nothing more
};

/// The signature under an approved run.
struct Signature_row {
    Run_id run;
    Public_key key;
    Signature signature;
};

class User_keys {
public:
    User_keys() = default;
    User_keys(const User_keys&) = delete;
    User_keys& operator=(const User_keys&) = delete;
    virtual ~User_keys() = default;

    virtual void add(const User_key_row& row) = 0;
    virtual void end(const Public_key& key, const User_key_row::End& end) = 0;
    /// In order of owner and key.
    [[nodiscard]] virtual std::vector<User_key_row> all() = 0;

    virtual void sign(const Signature_row& row) = 0;
    [[nodiscard]] virtual std::optional<Signature_row> signature(Run_id run) = 0;
};

} // namespace saldo::app
