#include "app/payment_files.hpp"

#include "app/codes.hpp"
#include "base/invariant.hpp"
#include "payments/pain001/write.hpp"

#include <iterator>

namespace saldo::app {

namespace {

namespace pain001 = payments::pain001;

/// A line as the file has it, paid from this account.
pain001::Run_line
ordered(const payments::Run_line& line, const dossier::Account& account, std::size_t profile) {
    const budget::Occurrence& occurrence = line.proposal.occurrence;
    invariant(occurrence.counterparty.iban.has_value(), "a payment has an account to go to");
    return {profile,
            line.dossier_number,
            {account.holder, account.iban, account.bic, std::nullopt},
            line.proposal.execution_date,
            {.end_to_end_id = line.end_to_end_id,
             .amount = line.proposal.amount,
             .payee_name = occurrence.counterparty.name,
             .payee_account = *occurrence.counterparty.iban,
             .payee_bank = occurrence.counterparty.bic,
             .payee_address = std::nullopt,
             .remittance = occurrence.communication,
             .purpose = {}}};
}

Payment_file file_of(pain001::Message intended, const pain001::Profile& profile) {
    Payment_file file{std::move(intended), profile.version, {}, {}};
    file.bytes = pain001::write(file.intended, profile.version);
    file.kept = {.message_id = file.intended.id,
                 .profile = profile.name,
                 .version = std::string(name(profile.version)),
                 .payments = count(file.intended),
                 .total = total(file.intended),
                 .sha256 = sha256(file.bytes)};
    return file;
}

} // namespace

Result<Payment_files> make_payment_files(Unit_of_work& work,
                                         const Run_sheet& sheet,
                                         const Payers& payers,
                                         const payments::Bank_profiles& profiles,
                                         Date creation) {
    const std::optional<Office> office = work.office();
    if (!office) {
        return refuse(office_missing);
    }
    std::vector<pain001::Run_line> lines;
    for (const payments::Run_line& line : sheet.lines) {
        if (!line.end_to_end_id.empty()) {
            const dossier::Account& account = paying_account(payers, line);
            lines.push_back(ordered(line, account, profile_of(profiles, account.iban)));
        }
    }
    const std::vector<pain001::Profile> wanted = file_profiles(profiles);
    auto laid_out = pain001::make_files(sheet.run.number, std::move(lines), wanted);
    if (!laid_out) {
        return refuse(laid_out.error());
    }
    Payment_files made;
    for (pain001::File& file : *laid_out) {
        auto converted = pain001::convert({.id = file.id,
                                           .creation = creation,
                                           .initiator_name = office->name,
                                           .initiator_number = office->enterprise_number,
                                           .blocks = std::move(file.blocks)});
        if (!converted) {
            return refuse(converted.error());
        }
        made.files.push_back(file_of(std::move(converted->message), wanted[file.profile]));
        std::ranges::move(converted->changes, std::back_inserter(made.changes));
    }
    return made;
}

} // namespace saldo::app
