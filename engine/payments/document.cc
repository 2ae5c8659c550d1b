#include "payments/document.hpp"

#include "dossier/tree.hpp"
#include "payments/codes.hpp"

#include <set>

namespace saldo::payments {

namespace {

/// Keys that stand twice in one object, of which a reader of JSON keeps one without a word.
Findings keys_twice(const dossier::Tree& tree) {
    Findings findings;
    for (std::size_t at = 0; at < tree.nodes.size(); ++at) {
        if (tree.nodes[at].kind != dossier::Node::Kind::object) {
            continue;
        }
        std::set<std::string_view> keys;
        for (std::size_t child = at + 1; child < tree.nodes[at].end;
             child = tree.nodes[child].end) {
            const std::string_view key = tree.nodes[child].key;
            if (!keys.insert(key).second) {
                findings.push_back(
                    {document_key_twice, Severity::error, {}, {{"key", std::string(key)}}});
            }
        }
    }
    return findings;
}

} // namespace

Result<Done> check_document(std::string_view json, const dossier::Form& form) {
    const auto tree = dossier::read_tree(json);
    if (!tree) {
        return refuse(tree.error());
    }
    if (Findings twice = keys_twice(*tree); !twice.empty()) {
        return refuse(Refusal(std::move(twice)));
    }
    Findings findings = form.check(json, document_schema, dossier::Form::Strangers::told);
    return findings.empty() ? Result<Done>(Done()) : refuse(Refusal(std::move(findings)));
}

} // namespace saldo::payments
