#pragma once

#include "app/ports.hpp"
#include "store/query.hpp"
#include "store/session.hpp"

namespace saldo::store {

/// Payment runs and their lines.
class Stored_runs final : public app::Runs {
public:
    explicit Stored_runs(Session& session);

    Run_id add(const payments::Run& run) override;
    void update(const payments::Run& run) override;
    void add_file(Run_id run, const payments::Run_file& file, std::string_view bytes) override;
    std::optional<std::string> file_bytes(Run_id run, std::size_t number) override;
    std::vector<payments::Run> all() override;
    std::map<Run_id, app::Run_tally> tallies() override;
    std::optional<payments::Run> find(std::string_view number) override;
    void add_line(payments::Run_line& line) override;
    void set_line_state(Run_line_id line, payments::Line_state state) override;
    void set_line_states(Run_id run,
                         payments::Line_state of_payments,
                         payments::Line_state of_set_asides) override;
    std::vector<payments::Run_line> lines(Run_id run) override;
    std::vector<payments::Run_line> pending_lines(Dossier_id dossier) override;
    std::vector<payments::Run_line> ordered_lines(Dossier_id dossier, Date since) override;
    std::vector<app::Order_row> orders(Dossier_id dossier, Date since) override;
    bool waits_for_bank(Run_id run) override;

private:
    using Text = std::string;
    using View = std::string_view;
    using Number = long long;

    std::vector<payments::Run> runs_where(const std::string& rest, const Text* number);
    void read_files(std::vector<payments::Run>& runs);
    Text readable_profiles(Text text);
    void add_wait(const payments::Run_line& line);
    void read_waits(Run_id run, std::vector<payments::Run_line>& lines);
    template <class... Arguments>
    std::vector<payments::Run_line>
    lines_where(std::size_t expected, const std::string& rest, const Arguments&... arguments);

    Session& session_;
    Number last_line_ = 0;
    Text profiles_read_; ///< the last that could be read: runs mostly say the same
    Write lines_;
    Write states_;
    Write waits_;
};

} // namespace saldo::store
