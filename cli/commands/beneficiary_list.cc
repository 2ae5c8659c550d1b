#include "app/beneficiaries.hpp"
#include "app/position.hpp"
#include "cli/beneficiary_report.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Wanted_beneficiaries {
    std::string dossier; ///< empty: all of them
    bool only_waiting = false;
    bool with_known = false;
};

Result<render::Report> list_beneficiaries(app::Unit_of_work& work,
                                          const Wanted_beneficiaries& wanted) {
    if (!wanted.dossier.empty()) {
        if (const auto dossier = app::find_dossier(work, wanted.dossier); !dossier) {
            return saldo::refuse(dossier.error());
        }
    }
    const auto is_other = [&](const auto& row) {
        return !wanted.dossier.empty() && row.dossier_number != wanted.dossier;
    };
    auto rows = work.beneficiaries().all();
    std::erase_if(rows, [&](const app::Beneficiary_row& row) {
        return is_other(row) || (wanted.only_waiting && row.approved);
    });
    auto refused = app::refused_accounts(work, std::nullopt);
    std::erase_if(refused, is_other);
    auto known = wanted.with_known ? work.beneficiaries().known()
                                   : std::vector<app::Known_beneficiary_row>();
    std::erase_if(known, is_other);
    return report_of(rows, refused, known);
}

} // namespace

void register_beneficiary_list(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "beneficiary", context), "list", context);
    const auto wanted = std::make_shared<Wanted_beneficiaries>();
    made.add_option("--dossier", wanted->dossier, texts("help.bill.dossier"))
        ->type_name(texts("type.dossier"));
    made.add_flag("--waiting", wanted->only_waiting, texts("help.beneficiary.list.waiting"));
    made.add_flag("--known", wanted->with_known, texts("help.beneficiary.list.known"));
    on_call(made, context, [wanted, &context] {
        return answer_or_refuse(context, ask_book(context, [&](app::Unit_of_work& work) {
                                    return list_beneficiaries(work, *wanted);
                                }));
    });
}

} // namespace saldo::cli
