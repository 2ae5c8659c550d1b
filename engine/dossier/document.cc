#include "dossier/document.hpp"

#include "dossier/check.hpp"
#include "dossier/read_fields.hpp"
#include "dossier/schema.hpp"
#include "dossier/tree.hpp"

namespace saldo::dossier {

namespace {

Result<Dossier> read_checked(std::vector<Node>& tree) {
    Findings findings;
    Dossier dossier = read_fields(tree, findings);
    if (findings.empty()) {
        findings = check(dossier);
    }
    return findings.empty() ? Result<Dossier>(std::move(dossier))
                            : refuse(Refusal(std::move(findings)));
}

} // namespace

Result<Dossier> read_document(std::string_view json) {
    auto tree = read_tree(json);
    if (!tree) {
        return refuse(std::move(tree).error());
    }
    Findings against_schema = check_schema(json);
    if (!against_schema.empty()) {
        return refuse(Refusal(std::move(against_schema)));
    }
    return read_checked(*tree);
}

Result<Dossier> read_canonical(std::string_view json) {
    auto tree = read_tree(json);
    if (!tree) {
        return refuse(std::move(tree).error());
    }
    return read_checked(*tree);
}

} // namespace saldo::dossier
