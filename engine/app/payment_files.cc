#include "app/payment_files.hpp"

#include "app/codes.hpp"
#include "base/invariant.hpp"
#include "payments/pain001/write.hpp"

#include <functional>
#include <future>
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

/// The files of a run from how they are laid out.
class Maker {
public:
    Maker(const Office& office, Date creation, std::vector<pain001::Profile> profiles)
        : office_(office), creation_(creation), profiles_(std::move(profiles)) {}

    /// Two at a time.
    Result<Payment_files> make(std::vector<pain001::File> files) const {
        Payment_files made;
        for (std::size_t at = 0; at < files.size(); at += 2) {
            std::future<Result<Made>> other;
            if (at + 1 < files.size()) {
                other =
                    std::async(std::launch::async, &Maker::make_one, this, std::ref(files[at + 1]));
            }
            if (auto taken = take(make_one(files[at]), made); !taken) {
                return refuse(std::move(taken).error());
            }
            if (other.valid()) {
                if (auto taken = take(other.get(), made); !taken) {
                    return refuse(std::move(taken).error());
                }
            }
        }
        return made;
    }

private:
    struct Made {
        Payment_file file;
        std::vector<pain001::Text_change> changes;
    };

    Result<Made> make_one(pain001::File& file) const {
        return pain001::convert({.id = std::move(file.id),
                                 .creation = creation_,
                                 .initiator_name = office_.name,
                                 .initiator_number = office_.enterprise_number,
                                 .blocks = std::move(file.blocks)})
            .map([&](pain001::Conversion converted) {
                return Made{file_of(std::move(converted.message), profiles_[file.profile]),
                            std::move(converted.changes)};
            });
    }

    static Result<Done> take(Result<Made> one, Payment_files& made) {
        if (!one) {
            return refuse(std::move(one).error());
        }
        made.files.push_back(std::move(one->file));
        std::ranges::move(one->changes, std::back_inserter(made.changes));
        return Done();
    }

    const Office& office_;
    Date creation_;
    std::vector<pain001::Profile> profiles_;
};

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
    return Maker(*office, creation, wanted).make(*std::move(laid_out));
}

} // namespace saldo::app
