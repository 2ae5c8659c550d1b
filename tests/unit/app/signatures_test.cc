// Goal: an approval that is signed holds for what was approved, by whom, and for nothing else.
// Method: the sample household and keys made of known bytes; the book is changed behind the
// program's back.
#include "audit/chain.hpp"
#include "payments/seal.hpp"
#include "unit/app/with_policy.hpp"

using namespace saldo;
using payments::Policy;
using test::ceiling_of;
using test::key_with;
using test::With_policy;

TEST_CASE("keys are registered by another person, and end") {
    With_policy with(ceiling_of(100'000));
    const Secret_key key = key_with(7);
    CHECK(test::code_of(with.add_key("jo", "jo", key)) == "app.key_of_oneself");
    REQUIRE(test::code_of(with.add_key("els", "jo", key)) == "");
    CHECK(test::code_of(with.add_key("els", "lies", key)) == "app.key_exists");
    CHECK(test::code_of(with.end_key("jo", key_with(8))) == "app.key_unknown");
    REQUIRE(with.prepare().has_value());
    CHECK(test::code_of(with.sign("lies", key)) == "app.key_of_another");
    REQUIRE(test::code_of(with.end_key("jo", key)) == "");
    CHECK(test::code_of(with.end_key("jo", key)) == "app.key_ended");
    CHECK(test::code_of(with.sign("jo", key)) == "app.key_ended");
    with.book.check_sound();
}

TEST_CASE("where the policy wants signatures, none leaves without") {
    Policy policy = ceiling_of(100'000);
    With_policy with(policy);
    const Secret_key key = key_with(7);
    REQUIRE(with.add_key("els", "jo", key).has_value());
    REQUIRE(with.prepare().has_value());
    policy.signed_approvals = true;
    SUBCASE("approved before it did") {
        REQUIRE(with.approve().has_value());
        with.enforce(policy);
        CHECK(test::code_of(with.leave()) == "app.signature_missing");
    }
    SUBCASE("approved with one") {
        with.enforce(policy);
        CHECK(test::code_of(with.approve()) == "app.signature_missing");
        REQUIRE(test::code_of(with.sign("jo", key)) == "");
        SUBCASE("and its key was stolen") {
            REQUIRE(with.end_key("els", key).has_value());
            CHECK(test::code_of(with.leave()) == "app.key_ended");
        }
        SUBCASE("and it leaves") {
            REQUIRE(test::code_of(with.leave()) == "");
        }
        with.book.check_sound();
    }
}

TEST_CASE("one cent more in the book breaks the signature, also where the seal was made again") {
    With_policy with(ceiling_of(100'000));
    const Secret_key key = key_with(7);
    REQUIRE(with.add_key("els", "jo", key).has_value());
    REQUIRE(with.prepare().has_value());
    REQUIRE(with.sign("jo", key).has_value());
    with.book.check_sound();
    test::Database database(with.book.path());
    REQUIRE(database.run("DROP TRIGGER run_line_fixed; DROP TRIGGER run_fixed; "
                         "UPDATE run_line SET cents = cents + 1 WHERE position = 1") == "");
    CHECK(with.faults() == std::set<std::string>{"app.run_content_changed", "app.signature_wrong"});
    CHECK(test::code_of(with.leave()) == "app.run_content_changed");
    const app::Run_sheet sheet = with.book.run("R2026-0001");
    Canonical_bytes bytes;
    payments::canonical_bytes(bytes, sheet.run, sheet.lines);
    REQUIRE(database.run("UPDATE run SET content = '" +
                         to_hex(audit::link(Digest{}, bytes.bytes())) + "'") == "");
    CHECK(with.faults() == std::set<std::string>{"app.signature_wrong"});
    CHECK(test::code_of(with.leave()) == "app.signature_wrong");
}

TEST_CASE("a signature that is taken away or put in another's name is missed") {
    const char* changes[] = {
        "DROP TRIGGER run_signature_kept; DELETE FROM run_signature",
        "DROP TRIGGER user_key_unchanged; UPDATE user_key SET owner = 'bram'",
        "DROP TRIGGER run_fixed; UPDATE run SET approved_by = 'bram'",
    };
    for (const char* change : changes) {
        CAPTURE(change);
        With_policy with(ceiling_of(100'000));
        REQUIRE(with.add_key("els", "jo", key_with(7)).has_value());
        REQUIRE(with.prepare().has_value());
        REQUIRE(with.sign("jo", key_with(7)).has_value());
        REQUIRE(test::Database(with.book.path()).run(change) == "");
        CHECK(with.faults().contains("app.signature_wrong"));
    }
}
