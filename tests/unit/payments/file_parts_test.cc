// Goal: a file is cut into its blocks only where that changes nothing of what is read or refused.
// Method: a table of files and their parts by hand; every byte of a file with two blocks, of which
// each offset of the frame is found again.
#include "payments/pain001/codes.hpp"
#include "payments/pain001/file_parts.hpp"
#include "payments/pain001/read.hpp"
#include "payments/pain001/write.hpp"
#include "support/sample_payments.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace saldo;
using namespace saldo::payments::pain001;

TEST_CASE("blocks are cut out where their tags are as banks write them") {
    struct Row {
        std::string_view xml;
        std::string_view frame;
        std::size_t blocks;
    };

    const Row rows[] = {
        {"", "", 0},
        {"<A>1</A>", "<A>1</A>", 0},
        {"<A><PmtInf>1</PmtInf></A>", "<A><PmtInf/></A>", 1},
        {"<A><PmtInf><PmtInfId>7</PmtInfId></PmtInf>\n<PmtInf/></A>",
         "<A><PmtInf><PmtInfId>7</PmtInfId></PmtInf>\n<PmtInf/></A>", 0},
        {"<A><PmtInf><PmtInfId>7</PmtInfId></PmtInf>\n<PmtInf>2</PmtInf></A>",
         "<A><PmtInf/>\n<PmtInf/></A>", 2},
        {"<A><PmtInf >1</PmtInf></A>", "<A><PmtInf >1</PmtInf></A>", 0},
        {"<A><PmtInf>1</PmtInf ><PmtInf>2</PmtInf></A>",
         "<A><PmtInf>1</PmtInf ><PmtInf>2</PmtInf></A>", 0},
        {"<A><PmtInf>1</A>", "<A><PmtInf>1</A>", 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.xml);
        const File_parts parts = parts_of(row.xml);
        CHECK(parts.frame == row.frame);
        CHECK(parts.blocks.size() == row.blocks);
    }
}

TEST_CASE("a byte of the frame is found in the file") {
    const std::string xml = "<A>x<PmtInf>one</PmtInf>yy<PmtInf>three</PmtInf>zzz</A>";
    const File_parts parts = parts_of(xml);
    REQUIRE(parts.blocks.size() == 2);
    for (const char letter : {'x', 'y', 'z'}) {
        CAPTURE(letter);
        CHECK(parts.offset_in_file(parts.frame.find(letter)) == xml.find(letter));
    }
    CHECK(parts.offset_in_file(parts.frame.find("<PmtInf/>")) == xml.find("<PmtInf>"));
    CHECK(parts.offset_in_file(parts.frame.size() - 1) == xml.size() - 1);
}

TEST_CASE("a block that hides among others is not lost, nor read where a reader would see none") {
    const std::string right = write(test::sample_message(), Version::v09);
    const std::size_t begin = right.find("<PmtInf>");
    const std::size_t end = right.find("</PmtInf>", begin) + sizeof("</PmtInf>") - 1;
    const std::string block = right.substr(begin, end - begin);

    struct Row {
        std::string what;
        std::string instead;
        bool is_read; ///< as the file with its blocks
    };

    const std::size_t closing = block.rfind('>');
    const Row rows[] = {
        {"a blank in the end tag", block.substr(0, closing) + " >", true},
        {"a comment", "<!-- " + block + " -->", false},
        {"CDATA", "<![CDATA[" + block + "]]>", false},
        {"an instruction", "<?x " + block + " ?>", false},
        {"within another", "<PmtInf>" + block + "</PmtInf>", false},
        {"a comment that ends the block", "<PmtInf><!-- </PmtInf> -->" + block.substr(8), false},
        {"an attribute", "<PmtInf a=\"" + block + "\"/>", false},
    };
    const auto whole = read(right);
    REQUIRE(whole.has_value());
    for (const Row& row : rows) {
        CAPTURE(row.what);
        std::string bytes = right;
        bytes.replace(begin, block.size(), row.instead);
        const auto message = read(bytes);
        CHECK(message.has_value() == row.is_read);
        CHECK((!message || *message == *whole));
    }
}

TEST_CASE("what is wrong after the blocks has its own line") {
    std::string bytes = write(test::sample_message(), Version::v09);
    bytes.insert(bytes.rfind("</CstmrCdtTrfInitn>"), "<");
    const auto message = read(bytes);
    REQUIRE_FALSE(message.has_value());
    CHECK(message.error().code() == not_well_formed);
    // The two last lines are the ends of the message and of the document.
    const auto lines = static_cast<std::uint64_t>(std::ranges::count(bytes, '\n'));
    CHECK(message.error().first().where.line == lines - 1);
}
