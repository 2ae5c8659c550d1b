#include "dossier/check_form.hpp"

#include "dossier/tree.hpp"

namespace saldo::dossier {

Result<Done> check_form(std::string_view json, const Form& form) {
    const auto tree = read_tree(json);
    if (!tree) {
        return refuse(tree.error());
    }
    if (Findings twice = keys_twice(*tree); !twice.empty()) {
        return refuse(Refusal(std::move(twice)));
    }
    Findings findings = form.check(json, Form::Strangers::told);
    return findings.empty() ? Result<Done>(Done()) : refuse(Refusal(std::move(findings)));
}

} // namespace saldo::dossier
