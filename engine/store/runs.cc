#include "store/runs.hpp"

#include "base/invariant.hpp"
#include "payments/bank_profile.hpp"
#include "store/columns.hpp"
#include "store/compressed.hpp"
#include "store/rows.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace saldo::store {

namespace {

std::string text_of(const std::optional<Digest>& digest) {
    return digest ? to_hex(*digest) : std::string();
}

std::optional<Digest> maybe_digest_of(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(digest_of(text));
}

/// No payment file is as large; what says so is damaged.
constexpr std::size_t file_bytes_max = std::size_t{1} << 30U;

} // namespace

Stored_runs::Stored_runs(Session& session)
    : session_(session),
      lines_(session,
             "INSERT INTO run_line (id, run_id, position, dossier_id, subject, account_key, pot, "
             "priority, due, cents, short_by, execution_date, payee_name, payee_iban, payee_bic, "
             "remittance_kind, remittance, decision, reason, end_to_end_id, state) VALUES (:id, "
             ":run, :position, :dossier, :subject, :account, :pot, :priority, :due, :cents, "
             ":short_by, :execution_date, :payee_name, :payee_iban, :payee_bic, "
             ":remittance_kind, :remittance, :decision, :reason, :end_to_end_id, :state)"),
      states_(session, "UPDATE run_line SET state = :state, rejected = :rejected WHERE id = :id"),
      waits_(session,
             "INSERT INTO run_line_wait (run_line_id, first_subject, first_name, "
             "first_due, next_income) VALUES (:id, :subject, :name, :due, :income)") {
    session_.sql() << "SELECT coalesce(max(id), 0) FROM run_line", soci::into(last_line_);
}

Run_id Stored_runs::add(const payments::Run& run) {
    Number id = 0;
    const Text state(payments::name(run.state));
    const Text as_of = column(run.as_of);
    const Text through = column(run.through);
    session_.sql() << "SELECT coalesce(max(id), 0) + 1 FROM run", soci::into(id);
    session_.sql() << "INSERT INTO run (id, number, state, as_of, through, prepared_by, "
                      "approved_by, exported_by, profiles, content) VALUES "
                      "(:id, :number, :state, :as_of, :through, :prepared_by, '', '', '', '')",
        soci::use(id), soci::use(run.number), soci::use(state), soci::use(as_of),
        soci::use(through), soci::use(run.prepared_by);
    return {id};
}

void Stored_runs::update(const payments::Run& run) {
    const Number id = run.id.value;
    const Text state(payments::name(run.state));
    const Text approved_on = column(run.approved_on);
    const Text exported_on = column(run.exported_on);
    const Text content = text_of(run.content);
    session_.sql() << "UPDATE run SET state = :state, approved_by = :approved_by, "
                      "exported_by = :exported_by, approved_on = NULLIF(:approved_on, ''), "
                      "exported_on = NULLIF(:exported_on, ''), profiles = :profiles, "
                      "content = :content WHERE id = :id",
        soci::use(state), soci::use(run.approved_by), soci::use(run.exported_by),
        soci::use(approved_on), soci::use(exported_on), soci::use(run.profiles), soci::use(content),
        soci::use(id);
}

void Stored_runs::add_file(Run_id run, const payments::Run_file& file, std::string_view bytes) {
    const Text packed = compressed(bytes);
    Write(session_,
          "INSERT INTO run_file (run_id, number, message_id, profile, version, payments, cents, "
          "sha256, size, compressed) SELECT :run, 1 + count(*), :message, :profile, :version, "
          ":payments, :cents, :sha256, :size, :compressed FROM run_file WHERE run_id = :same")(
        Number{run.value}, file.message_id, file.profile, file.version,
        static_cast<Number>(file.payments), file.total.cents(), to_hex(file.sha256),
        static_cast<Number>(bytes.size()), Blob{packed}, Number{run.value});
}

std::optional<std::string> Stored_runs::file_bytes(Run_id run, std::size_t number) {
    std::optional<std::string> bytes;
    each_row<Number, View>(
        session_,
        "SELECT size, compressed FROM run_file "
        "WHERE run_id = :run AND number = :number AND size IS NOT NULL",
        [&](Number size, View packed) {
            const auto length = unsigned_of<std::size_t>(size);
            if (length > file_bytes_max) {
                throw Damaged("a payment file is too large");
            }
            bytes = decompressed(packed, length);
        },
        Number{run.value}, static_cast<Number>(number));
    return bytes;
}

/// The runs are in order of their ids.
void Stored_runs::read_files(std::vector<payments::Run>& runs) {
    auto run = runs.begin();
    each_row<Number, Text, Text, Text, Number, Number, View>(
        session_,
        "SELECT run_id, message_id, profile, version, payments, cents, sha256 FROM run_file "
        "ORDER BY run_id, number",
        [&](Number id, Text& message, Text& profile, Text& version, Number payments, Number cents,
            View digest) {
            run = std::ranges::lower_bound(run, runs.end(), Run_id{id}, {}, &payments::Run::id);
            if (run == runs.end() || run->id != Run_id{id}) {
                return;
            }
            run->files.push_back({std::move(message), std::move(profile), std::move(version),
                                  unsigned_of<std::uint64_t>(payments), Money::cents(cents),
                                  digest_of(digest)});
        });
}

/// As they are written down; what cannot be read is damaged.
std::string Stored_runs::readable_profiles(Text text) {
    if (!text.empty() && text != profiles_read_) {
        static_cast<void>(undamaged(payments::read_bank_profiles(text), "profiles of a run"));
        profiles_read_ = text;
    }
    return text;
}

std::vector<payments::Run> Stored_runs::runs_where(const std::string& rest, const Text* number) {
    std::vector<payments::Run> runs;
    const auto collect = [&](Number id, Text& text, const Text& state, const Text& as_of,
                             const Text& through, Text& prepared_by, Text& approved_by,
                             Text& exported_by, const Text& approved_on, const Text& exported_on,
                             Text& profiles, const Text& content) {
        runs.push_back({{id},
                        std::move(text),
                        undamaged(payments::run_state_from(state), "state of a run"),
                        date_of(as_of),
                        date_of(through),
                        std::move(prepared_by),
                        std::move(approved_by),
                        std::move(exported_by),
                        maybe_date_of(approved_on),
                        maybe_date_of(exported_on),
                        readable_profiles(std::move(profiles)),
                        {},
                        maybe_digest_of(content)});
    };
    const Text sql =
        "SELECT id, number, state, as_of, through, prepared_by, approved_by, exported_by, "
        "coalesce(approved_on, ''), coalesce(exported_on, ''), profiles, content "
        "FROM run " +
        rest;
    if (number != nullptr) {
        each_row<Number, Text, Text, Text, Text, Text, Text, Text, Text, Text, Text, Text>(
            session_, sql, collect, *number);
    } else {
        each_row<Number, Text, Text, Text, Text, Text, Text, Text, Text, Text, Text, Text>(
            session_, sql, collect);
    }
    read_files(runs);
    return runs;
}

std::vector<payments::Run> Stored_runs::all() {
    return runs_where("ORDER BY id", nullptr);
}

std::map<Run_id, app::Run_tally> Stored_runs::tallies() {
    std::map<Run_id, app::Run_tally> tallies;
    each_row<Number, Number, Number, Number>(
        session_,
        "SELECT r.id, count(l.id), coalesce(sum(l.cents), 0), coalesce(sum(l.state = 'exported'), "
        "0) FROM run r LEFT JOIN run_line l ON l.run_id = r.id AND l.end_to_end_id <> '' "
        "GROUP BY r.id",
        [&](Number run, Number payments, Number cents, Number unconfirmed) {
            tallies.emplace(Run_id{run}, app::Run_tally{unsigned_of<std::uint64_t>(payments),
                                                        Money::cents(cents),
                                                        unsigned_of<std::uint64_t>(unconfirmed)});
        });
    return tallies;
}

std::optional<payments::Run> Stored_runs::find(std::string_view number) {
    const Text text(number);
    const std::vector<payments::Run> found = runs_where("WHERE number = :number", &text);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

} // namespace saldo::store
