// Goal: a schema of the office is read alone. Method: small schemas, among them one that asks for
// another; the official ones are held against our files in the tests of the writer.
#include "payments/pain001/codes.hpp"
#include "payments/pain001/schema.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace saldo;
using namespace saldo::payments::pain001;

namespace {

std::string schema(const std::string& inside) {
    return R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">)" + inside +
           R"(<xs:element name="A" type="xs:integer"/></xs:schema>)";
}

} // namespace

TEST_CASE("what does not follow a schema is told with its line, and no value") {
    const auto read = Schema::read(schema(""));
    REQUIRE(read.has_value());
    CHECK(read->check("<A>1</A>").empty());
    const Findings findings = read->check("<?xml version=\"1.0\"?>\n<A>Jansen</A>");
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().code == schema_broken);
    CHECK(findings.front().where.line == 2);
    CHECK(findings.front().where.place == "A");
    for (const Param& param : findings.front().params) {
        CHECK(param.value.find("Jansen") == std::string::npos);
    }
}

TEST_CASE("a schema that is none, or asks for another, is not read") {
    for (const std::string& text :
         {std::string(), std::string("<A/>"), schema(R"(<xs:element name="B" type="none"/>)"),
          schema(R"(<xs:include schemaLocation="http://127.0.0.1:9/other.xsd"/>)"),
          schema(R"(<xs:include schemaLocation="/etc/hostname"/>)")}) {
        CAPTURE(text);
        const auto read = Schema::read(text);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code() == schema_unreadable);
    }
}
