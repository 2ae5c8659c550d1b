#pragma once

#include "arrears/list.hpp"
#include "support/dossiers.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

/// Lists of invented tenants for tests.
namespace saldo::test {

inline arrears::Landlord landlord() {
    const auto all = arrears::read_columns(arrears::standard_columns());
    REQUIRE(all.has_value());
    return all->front();
}

inline arrears::List_row tenant(std::string reference, std::int64_t arrears_cents) {
    return {{.reference = std::move(reference), .name = "Proefpersoon Een"},
            Money::cents(520'00),
            Money::cents(arrears_cents)};
}

inline arrears::List list_of(std::string_view as_of, std::vector<arrears::List_row> rows) {
    return {"woonmaatschappij", "Woonmaatschappij", day(as_of), std::move(rows)};
}

} // namespace saldo::test
