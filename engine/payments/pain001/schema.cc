#include "payments/pain001/schema.hpp"

#include "base/invariant.hpp"
#include "payments/pain001/codes.hpp"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <limits>

namespace saldo::payments::pain001 {

namespace detail {

template <auto Free> struct Freed_by {
    template <class T> void operator()(T* object) const { Free(object); }
};

} // namespace detail

using Xml_document = std::unique_ptr<xmlDoc, detail::Freed_by<xmlFreeDoc>>;
using Xml_schema = std::unique_ptr<xmlSchema, detail::Freed_by<xmlSchemaFree>>;
using Parser_context =
    std::unique_ptr<xmlSchemaParserCtxt, detail::Freed_by<xmlSchemaFreeParserCtxt>>;
using Valid_context = std::unique_ptr<xmlSchemaValidCtxt, detail::Freed_by<xmlSchemaFreeValidCtxt>>;

namespace {

/// Takes what the library says; its texts hold values, so only place and element are kept.
struct Complaints {
    Code code;
    Findings findings;
};

std::string element_of(const xmlError& error) {
    const auto* node = static_cast<const xmlNode*>(error.node);
    return node == nullptr || node->name == nullptr
               ? std::string()
               : std::string(reinterpret_cast<const char*>(node->name));
}

void complain(void* user, xmlErrorPtr error) {
    auto* complaints = static_cast<Complaints*>(user);
    const auto line = error->line > 0 ? static_cast<std::uint64_t>(error->line) : 0;
    complaints->findings.push_back({complaints->code,
                                    Severity::error,
                                    {"", line, element_of(*error)},
                                    {{"rule", std::to_string(error->code)}}});
}

/// Well-formed, without network and without entities from elsewhere.
Xml_document parse_xml(std::string_view bytes) {
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        return nullptr;
    }
    return Xml_document(xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), "", nullptr,
                                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                          XML_PARSE_HUGE | XML_PARSE_BIG_LINES));
}

xmlParserInputPtr load_nothing(const char*, const char*, xmlParserCtxtPtr) {
    return nullptr;
}

void say_nothing(void*, const char*, ...) {}

/// While it lives, no schema can fetch another one, from the network or a folder, and nothing is
/// written to the screen about it: the library has both once for the whole process.
class Alone {
public:
    Alone() : loader_(xmlGetExternalEntityLoader()) {
        xmlSetExternalEntityLoader(load_nothing);
        xmlSetGenericErrorFunc(nullptr, say_nothing);
    }

    ~Alone() {
        xmlSetExternalEntityLoader(loader_);
        xmlSetGenericErrorFunc(nullptr, nullptr);
    }

    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;

private:
    xmlExternalEntityLoader loader_;
};

} // namespace

struct Schema::Parsed {
    Xml_document text; ///< the schema points into it
    Xml_schema schema;
};

Schema::Schema(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}

Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;
Schema::~Schema() = default;

Result<Schema> Schema::read(std::string_view xsd) {
    auto parsed = std::make_unique<Parsed>();
    parsed->text = parse_xml(xsd);
    if (!parsed->text) {
        return refuse(schema_unreadable);
    }
    Complaints complaints{schema_unreadable, {}};
    const Alone alone;
    const Parser_context context(xmlSchemaNewDocParserCtxt(parsed->text.get()));
    xmlSchemaSetParserStructuredErrors(context.get(), complain, &complaints);
    parsed->schema.reset(xmlSchemaParse(context.get()));
    if (!parsed->schema) {
        return complaints.findings.empty() ? refuse(schema_unreadable)
                                           : refuse(Refusal(std::move(complaints.findings)));
    }
    return Schema(std::move(parsed));
}

Findings Schema::check(std::string_view bytes) const {
    Complaints complaints{schema_broken, {}};
    const Xml_document document = parse_xml(bytes);
    if (!document) {
        return {{schema_broken, Severity::error, {}, {}}};
    }
    const Valid_context context(xmlSchemaNewValidCtxt(parsed_->schema.get()));
    xmlSchemaSetValidStructuredErrors(context.get(), complain, &complaints);
    const int outcome = xmlSchemaValidateDoc(context.get(), document.get());
    invariant((outcome == 0) == complaints.findings.empty(), "a broken rule of a schema is told");
    return std::move(complaints.findings);
}

} // namespace saldo::payments::pain001
