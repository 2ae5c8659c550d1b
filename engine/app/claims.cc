#include "app/claims.hpp"

#include "app/codes.hpp"
#include "app/import_dossiers.hpp"
#include "app/position.hpp"
#include "app/read_ahead.hpp"
#include "base/text.hpp"
#include "claims/duplicates.hpp"
#include "claims/status.hpp"
#include "dossier/ledger_accounts.hpp"
#include "dossier/names.hpp"
#include "reconcile/record.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace saldo::app {

namespace {

using dossier::Claim;
using dossier::Creditor;
using dossier::Dossier;

std::string place_of(const Claim_row& row) {
    return row.dossier + " " + row.id();
}

void add_findings(Findings& to, const Findings& of_claim, const std::string& place) {
    for (Finding finding : of_claim) {
        finding.where.place = place;
        to.push_back(std::move(finding));
    }
}

/// Takes the claims of dossiers into a list, one dossier after the other.
class Lister {
public:
    Lister(Unit_of_work& work, const law::Figures& figures, Date on)
        : work_(work), figures_(figures), on_(on) {}

    void add(const Dossier_row& row, const Dossier& dossier) {
        const auto has_claims = [](const Creditor& creditor) { return !creditor.claims.empty(); };
        if (std::ranges::none_of(dossier.creditors, has_claims)) {
            return;
        }
        const Payments_on_claims payments(work_, row.id);
        for (const Creditor& creditor : dossier.creditors) {
            for (const Claim& claim : creditor.claims) {
                add(row, creditor, claim, payments.of(dossier::code_of(creditor, claim)));
            }
        }
        std::ranges::move(claims::possible_duplicates(dossier, on_),
                          std::back_inserter(list_.findings));
    }

    [[nodiscard]] Claim_list take() {
        std::ranges::sort(list_.rows, {}, [](const Claim_row& row) {
            return std::tie(row.dossier, row.creditor, row.claim.id);
        });
        return std::move(list_);
    }

private:
    void add(const Dossier_row& dossier,
             const Creditor& creditor,
             const Claim& claim,
             const std::vector<claims::Paid>& payments) {
        Claim_row row{
            dossier.number, creditor.id, creditor.payee, claim, claims::status_on(claim, on_), {}};
        auto account = account_on(figures_, claim, payments, on_);
        if (account) {
            add_findings(list_.findings, account->findings, place_of(row));
            row.account = *std::move(account);
        } else {
            Findings why = account.error().findings();
            for (Finding& finding : why) {
                finding.severity = Severity::warning; // of the list, which has the others
            }
            add_findings(list_.findings, why, place_of(row));
        }
        list_.rows.push_back(std::move(row));
    }

    Unit_of_work& work_;
    const law::Figures& figures_;
    Date on_;
    Claim_list list_;
};

/// A dossier with the claim that is meant.
struct Found_claim {
    Dossier_row row;
    Dossier dossier;
    std::size_t creditor = 0;
    std::size_t claim = 0;

    [[nodiscard]] Creditor& its_creditor() { return dossier.creditors[creditor]; }

    [[nodiscard]] Claim& its_claim() { return its_creditor().claims[claim]; }
};

Result<Found_claim> find_claim(Unit_of_work& work, std::string_view number, std::string_view id) {
    auto row = find_dossier(work, number);
    if (!row) {
        return refuse(std::move(row).error());
    }
    Found_claim found{*row, load_dossier(work, row->id)};
    for (Creditor& creditor : found.dossier.creditors) {
        found.claim = 0;
        for (const Claim& claim : creditor.claims) {
            if (claim_id(creditor, claim) == id) {
                return found;
            }
            ++found.claim;
        }
        ++found.creditor;
    }
    return refuse(claim_unknown, {{"dossier", std::string(number)}, {"claim", std::string(id)}});
}

Result<claims::Claim_account>
account_of(Unit_of_work& work, const law::Figures& figures, Found_claim& found, Date on) {
    const std::string code = dossier::code_of(found.its_creditor(), found.its_claim());
    return account_on(figures, found.its_claim(), Payments_on_claims(work, found.row.id).of(code),
                      on);
}

Claim_row row_of(Found_claim& found, Date on, std::optional<claims::Claim_account> account) {
    const Creditor& creditor = found.its_creditor();
    return {found.row.number,
            creditor.id,
            creditor.payee,
            found.its_claim(),
            claims::status_on(found.its_claim(), on),
            std::move(account)};
}

/// Why the claim cannot go there, if it cannot.
Result<Done> check_move(const Status_request& request,
                        const Claim& claim,
                        Date on,
                        const Result<claims::Claim_account>& account) {
    const auto from = claims::status_on(claim, on);
    const auto move = claims::move_between(from, request.status);
    if (move == claims::Move::none) {
        return refuse(claim_move_wrong, {{"claim", request.claim},
                                         {"from", std::string(dossier::name(from))},
                                         {"to", std::string(dossier::name(request.status))}});
    }
    if (!claim.history.empty() && claim.history.back().date > on) {
        return refuse(claim_move_too_early,
                      {{"claim", request.claim},
                       {"stated", calendar::format(on)},
                       {"earliest", calendar::format(claim.history.back().date)}});
    }
    if (!request.reason.empty()) {
        return Done();
    }
    if (move == claims::Move::with_reason) {
        return refuse(reason_missing);
    }
    if (request.status != dossier::Claim_status::paid) {
        return Done();
    }
    if (!account) {
        return refuse(account.error());
    }
    const Money balance = account->balance.total();
    return balance.is_zero()
               ? Result<Done>(Done())
               : refuse(claim_still_owed, {{"claim", request.claim}, {"balance", format(balance)}});
}

} // namespace

Payments_on_claims::Payments_on_claims(Unit_of_work& work, Dossier_id dossier) {
    work.journal().each_entry(dossier, [&](const Entry& entry) { add(entry); });
}

const std::vector<claims::Paid>& Payments_on_claims::of(std::string_view code) const {
    static const std::vector<claims::Paid> none;
    const auto found = by_account_.find(code);
    return found == by_account_.end() ? none : found->second;
}

void Payments_on_claims::add(const Entry& entry) {
    std::map<std::string_view, Money> amounts;
    for (const ledger::Posting& posting : entry.draft.postings) {
        if (posting.account->kind == ledger::Kind::debt) {
            amounts.try_emplace(posting.account->code, Money::zero()).first->second +=
                posting.amount;
        }
    }
    if (amounts.empty() || entry.draft.kind == ledger::Entry_kind::opening) {
        return;
    }
    if (entry.draft.movement) {
        entry_of_.insert_or_assign(*entry.draft.movement, entry.number);
    }
    for (const auto& [code, amount] : amounts) {
        if (!amount.is_zero()) {
            by_account_[std::string(code)].push_back(
                {entry.draft.date, amount, std::to_string(paying(entry))});
        }
    }
}

/// The entry that a reversal, or a movement that was sent back, is about; else the entry itself.
std::uint64_t Payments_on_claims::paying(const Entry& entry) const {
    if (entry.draft.reverses != 0) {
        return entry.draft.reverses;
    }
    const auto original = reconcile::grounds_from(entry.draft.note).original;
    const auto found = original ? entry_of_.find(*original) : entry_of_.end();
    return found == entry_of_.end() ? entry.number : found->second;
}

Result<Claim_list> claims_on(Unit_of_work& work,
                             const law::Figures& figures,
                             std::optional<std::string_view> number,
                             Date on) {
    Lister lister(work, figures, on);
    if (number) {
        const auto row = find_dossier(work, *number);
        if (!row) {
            return refuse(row.error());
        }
        lister.add(*row, load_dossier(work, row->id));
    } else {
        each_dossier(work, [&](const Dossier_row& row, const Dossier& dossier) {
            lister.add(row, dossier);
        });
    }
    return lister.take();
}

Result<Claim_row> claim_on(Unit_of_work& work,
                           const law::Figures& figures,
                           std::string_view dossier,
                           std::string_view claim,
                           Date on) {
    return find_claim(work, dossier, claim).and_then([&](Found_claim found) {
        return account_of(work, figures, found, on).map([&](claims::Claim_account account) {
            return row_of(found, on, std::move(account));
        });
    });
}

Result<Claim_row>
set_claim_status(Desk& desk, const law::Figures& figures, const Status_request& request) {
    auto found = find_claim(desk.work(), request.dossier, request.claim);
    if (!found) {
        return refuse(std::move(found).error());
    }
    const Actor& actor = desk.actor();
    auto account = account_of(desk.work(), figures, *found, actor.as_of);
    Status_request wanted = request;
    wanted.reason = text::trim(request.reason);
    Claim& claim = found->its_claim();
    if (auto checked = check_move(wanted, claim, actor.as_of, account); !checked) {
        return refuse(std::move(checked).error());
    }
    const auto from = claims::status_on(claim, actor.as_of);
    claim.history.push_back({actor.as_of, wanted.status, wanted.reason, actor.user});
    if (auto kept = keep_document(desk, found->dossier); !kept) {
        return refuse(std::move(kept).error());
    }
    desk.record("claim.status_changed", found->row.number,
                {{"claim", wanted.claim},
                 {"from", std::string(dossier::name(from))},
                 {"to", std::string(dossier::name(wanted.status))},
                 {"reason", wanted.reason}});
    return row_of(*found, actor.as_of, account ? std::optional(*std::move(account)) : std::nullopt);
}

} // namespace saldo::app
