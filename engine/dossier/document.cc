#include "dossier/document.hpp"

#include "dossier/check.hpp"
#include "dossier/codes.hpp"
#include "dossier/read_fields.hpp"
#include "dossier/schema.hpp"
#include "dossier/tree.hpp"

#include <algorithm>

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
    auto tree = read_tree(json);
    if (!tree) {
        return refuse(std::move(tree).error());
    }
    Findings findings;
    Dossier dossier = read_fields(*tree, findings);
    return checked(std::move(dossier), std::move(findings));
}

} // namespace saldo::dossier
