#pragma once

#include "payments/pain001/rules.hpp"
#include "payments/pain001/write.hpp"
#include "support/sample_payments.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace saldo::test {

/// The small file with all that belongs to its check, good until a test changes something.
struct Case {
    payments::pain001::Message intended = sample_message();
    payments::pain001::Context context = sample_context();
    std::string bytes = payments::pain001::write(intended, payments::pain001::Version::v09);

    void replace(std::string_view from, std::string_view to) {
        const std::size_t at = bytes.find(from);
        REQUIRE(at != std::string::npos);
        bytes.replace(at, from.size(), to);
    }

    /// Changes what was meant as well, and writes it: the bytes agree with it.
    void write_again() {
        bytes = payments::pain001::write(intended, payments::pain001::Version::v09);
    }

    payments::pain001::Debtor_account& mieke() { return context.debtors.at(iban(mieke_account)); }

    payments::pain001::Payee_account& landlord() {
        return context.payees.at(iban(landlord_account));
    }

    payments::pain001::Transfer& rent() { return intended.blocks.front().transfers.front(); }
};

} // namespace saldo::test
