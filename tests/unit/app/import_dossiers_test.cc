#include "support/book.hpp"

TEST_CASE("x") {
    CHECK(true);
}
