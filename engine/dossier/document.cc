#include "dossier/document.hpp"

#include "dossier/check.hpp"
#include "dossier/codes.hpp"
#include "dossier/read_fields.hpp"
#include "dossier/schema.hpp"
#include "dossier/tree.hpp"

#include <algorithm>
#include <string>

namespace saldo::dossier {

namespace {

Result<Dossier> checked(Dossier dossier, Findings findings) {
    if (findings.empty()) {
        findings = check(dossier);
    }
    return findings.empty() ? Result<Dossier>(std::move(dossier))
                            : refuse(Refusal(std::move(findings)));
}

/// What the reader found besides what the schema already tells.
void add_new(Findings& findings, const Findings& of_reader) {
    const Findings of_schema = findings;
    for (const Finding& finding : of_reader) {
        const bool told =
            finding.code == wrong_form ||
            std::ranges::find(of_schema, finding.where, &Finding::where) != of_schema.end();
        if (!told) {
            findings.push_back(finding);
        }
    }
}

/// The same JSON with nothing at the starts of its lines, which half of a document is made of: no
/// text in it can hold a newline. The parser takes as long for a blank as for a letter.
std::string without_indent(std::string_view json) {
    std::string text;
    text.reserve(json.size());
    while (!json.empty()) {
        const std::size_t end = json.find('\n');
        text += json.substr(0, end);
        const std::size_t next = end == json.npos ? end : json.find_first_not_of(' ', end + 1);
        json.remove_prefix(std::min(next, json.size()));
    }
    return text;
}

} // namespace

Result<Dossier> read_document(std::string_view json) {
    auto tree = read_tree(json);
    if (!tree) {
        return refuse(std::move(tree).error());
    }
    Findings findings = check_schema(json);
    Findings of_reader;
    Dossier dossier = read_fields(*tree, of_reader);
    if (findings.empty()) {
        findings = std::move(of_reader);
    } else {
        add_new(findings, of_reader);
    }
    return checked(std::move(dossier), std::move(findings));
}

Result<Dossier> read_canonical(std::string_view json) {
    auto tree = read_tree(without_indent(json));
    if (!tree) {
        return refuse(std::move(tree).error());
    }
    Findings findings;
    Dossier dossier = read_fields(*tree, findings);
    return checked(std::move(dossier), std::move(findings));
}

} // namespace saldo::dossier
