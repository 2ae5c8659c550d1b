#pragma once

#include "support/book.hpp"

namespace saldo::test {

/// The book of the sample household, with a first statement of its main account.
struct Household_book {
    Household_book() { REQUIRE(book.import({household()}).has_value()); }

    void statement(const std::vector<Told_movement>& movements,
                   const std::string& closing_date = "2026-02-05") {
        REQUIRE(code_of(book.import(coda_file({{.number = 12,
                                                .opening = 152'040,
                                                .opening_date = "2026-01-31",
                                                .closing_date = closing_date,
                                                .movements = movements}}))) == "");
    }

    Book book;
};

} // namespace saldo::test
