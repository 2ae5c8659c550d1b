#pragma once

#include "app/ports.hpp"
#include "store/query.hpp"
#include "store/session.hpp"

#include <functional>
#include <map>
#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace saldo::store {

/// The ledgers of all dossiers: accounts, entries, postings, and the balances kept by posting.
class Stored_journal final : public app::Journal {
public:
    explicit Stored_journal(Session& session);

    ledger::Chart& chart(Dossier_id dossier) override;
    void add_account(Dossier_id dossier,
                     ledger::Kind kind,
                     std::string_view code,
                     std::string_view bank_account) override;
    app::Head head(Dossier_id dossier) override;
    void append(Dossier_id dossier, const app::Entry& entry) override;
    std::vector<app::Balance_row> balances(Dossier_id dossier) override;
    std::vector<app::Balance_row> all_balances() override;
    std::vector<app::Balance_row> recomputed_balances() override;
    std::vector<app::Settled_row> settled(Dossier_id dossier, Date from) override;
    std::optional<app::Entry> order_entry(Dossier_id dossier, Run_line_id line) override;
    void each_entry(Dossier_id dossier,
                    const std::function<void(const app::Entry&)>& visit) override;
    void each_entry(Dossier_id dossier,
                    Date since,
                    const std::function<void(const app::Entry&)>& visit) override;
    void each_entry(const Visit_entry& visit) override;

    /// Writes the balances that postings changed.
    void flush();

private:
    using Text = std::string;
    using Number = long long;

    void read_all_charts();
    template <class... Arguments>
    void collect_entries(const std::string& condition,
                         bool joined,
                         const Visit_entry& visit,
                         const Arguments&... arguments);

    Session& session_;
    Number last_entry_ = 0;
    Number last_account_ = 0;
    std::unordered_map<Dossier_id, std::unique_ptr<ledger::Chart>> charts_;
    std::unordered_map<Dossier_id, app::Head> heads_;
    std::map<Number, Number> changes_; ///< cents by ledger account, not yet in `balance`
    Write entries_;
    Write postings_;
    Write balances_;
};

} // namespace saldo::store
