#pragma once

#include "app/beneficiaries.hpp"
#include "app/codes.hpp"
#include "app/controls.hpp"
#include "app/policies.hpp"
#include "app/user_keys.hpp"
#include "payments/policy_document.hpp"
#include "support/book.hpp"

/// The sample household in an office with a policy, and what people do under it.
namespace saldo::test {

using payments::Control;
using payments::Policy;

inline const std::string proof(64, 'a');

inline Policy ceiling_of(std::int64_t cents) {
    Policy policy;
    policy.name = "proef";
    policy.controls.ceiling = Money::cents(cents);
    return policy;
}

inline Secret_key key_with(std::uint8_t byte) {
    Secret_key::Seed seed{};
    seed.fill(byte);
    return Secret_key(seed);
}

/// The household, and an office with a policy.
struct With_policy {
    explicit With_policy(const Policy& policy) {
        REQUIRE(book.import({household()}).has_value());
        enforce(policy);
    }

    void enforce(const Policy& policy) {
        const auto loaded = load("head", policy);
        REQUIRE(code_of(loaded) == "");
        REQUIRE(code_of(approve_policy("lies", loaded->row.version)) == "");
    }

    Result<app::Policy_sheet> load(const std::string& user, const Policy& policy) {
        return book.act(user, "2026-02-01", [&](app::Desk& desk) {
            return app::load_policy(desk, payments::write_policy(policy));
        });
    }

    Result<app::Policy_sheet> approve_policy(const std::string& user, std::uint32_t version) {
        return book.act(user, "2026-02-01",
                        [&](app::Desk& desk) { return app::approve_policy(desk, version); });
    }

    auto override_line(const std::string& user,
                       std::uint32_t line,
                       Control control,
                       const std::string& reason = "gezien") {
        return book.act(user, "2026-02-02", [&](app::Desk& desk) {
            return app::override_control(desk, {"R2026-0001", line, control, reason});
        });
    }

    auto sign(const std::string& user, const Secret_key& key) {
        return book.act(user, "2026-02-02", [&](app::Desk& desk) {
            return app::approve_run(desk, "R2026-0001", &key);
        });
    }

    auto add_key(const std::string& user, const std::string& owner, const Secret_key& key) {
        return book.act(user, "2026-02-01", [&](app::Desk& desk) {
            return app::add_user_key(desk, owner, key.public_key());
        });
    }

    auto end_key(const std::string& user, const Secret_key& key) {
        return book.act(user, "2026-02-02", [&](app::Desk& desk) {
            return app::end_user_key(desk, key.public_key(), "verloren");
        });
    }

    auto confirm(const std::string& user, const char* iban) {
        return book.act(user, "2026-02-02", [&](app::Desk& desk) {
            return app::confirm_beneficiary(desk,
                                            {household().number, *party::parse_iban(iban), proof});
        });
    }

    auto approve_account(const std::string& user, const char* iban) {
        return book.act(user, "2026-02-02", [&](app::Desk& desk) {
            return app::approve_beneficiary(desk, household().number, *party::parse_iban(iban));
        });
    }

    auto prepare() { return book.prepare("2026-02-02", "2026-02-10"); }

    auto approve(const std::string& user = "jo") {
        return book.approve("2026-02-02", "R2026-0001", user);
    }

    auto leave() { return book.export_run("2026-02-02", "R2026-0001"); }

    [[nodiscard]] std::set<std::string> faults() const {
        std::set<std::string> codes;
        for (const Finding& finding : book.verify().findings) {
            codes.emplace(finding.code.text);
        }
        return codes;
    }

    Book book;
};

} // namespace saldo::test
