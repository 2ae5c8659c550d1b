#include "store/book.hpp"

#include "store/answers.hpp"
#include "store/bank_files.hpp"
#include "store/columns.hpp"
#include "store/controls.hpp"
#include "store/dossiers.hpp"
#include "store/events.hpp"
#include "store/figures.hpp"
#include "store/journal.hpp"
#include "store/match_rules.hpp"
#include "store/migrations.hpp"
#include "store/plan_terms.hpp"
#include "store/records.hpp"
#include "store/references.hpp"
#include "store/rows.hpp"
#include "store/runs.hpp"
#include "store/session.hpp"
#include "store/statements.hpp"

#include <filesystem>

namespace saldo::store {

namespace {

class Stored_unit final : public app::Unit_of_work {
public:
    Stored_unit(const std::string& path, Session::Access access)
        : path_(path), session_(path, false), access_(access) {
        migrate(session_);
        session_.begin(access);
        if (access == Session::Access::write) {
            references_.emplace(session_);
        }
        aggregates_ = std::make_unique<Aggregates>(session_);
    }

    ~Stored_unit() override {
        aggregates_.reset(); // its prepared statements must not outlive the transaction
        session_.roll_back();
    }

    std::optional<app::Office> office() override;
    void set_office(const app::Office& office) override;

    app::Dossiers& dossiers() override { return aggregates_->dossiers; }

    app::Journal& journal() override { return aggregates_->journal; }

    app::Statements& statements() override { return aggregates_->statements; }

    app::Bank_files& bank_files() override { return aggregates_->bank_files; }

    app::Answers& answers() override { return aggregates_->answers; }

    app::Runs& runs() override { return aggregates_->runs; }

    app::Policies& policies() override { return aggregates_->policies; }

    app::Beneficiaries& beneficiaries() override { return aggregates_->beneficiaries; }

    app::Overrides& overrides() override { return aggregates_->overrides; }

    app::User_keys& user_keys() override { return aggregates_->user_keys; }

    app::Figures_files& figures_files() override { return aggregates_->figures; }

    app::Plan_terms& plan_terms() override { return aggregates_->plan_terms; }

    app::Office_records& office_records() override { return aggregates_->records; }

    app::Match_rules& match_rules() override { return aggregates_->match_rules; }

    app::Events& events() override { return aggregates_->events; }

    void commit() override {
        invariant(access_ == Session::Access::write, "only a unit that writes commits");
        invariant(!is_abandoned_, "an abandoned unit is not kept");
        aggregates_->journal.flush();
        aggregates_.reset();
        references_->prove();
        session_.commit();
    }

    void abandon() override { is_abandoned_ = true; }

    /// With a rollback journal nobody commits while one reads, and this one has begun to read.
    std::unique_ptr<app::Unit_of_work> beside() override {
        std::string journal;
        each_row<std::string>(session_, "PRAGMA journal_mode",
                              [&](std::string& mode) { journal = std::move(mode); });
        return access_ == Session::Access::read && journal == "delete"
                   ? std::make_unique<Stored_unit>(path_, Session::Access::read)
                   : nullptr;
    }

private:
    struct Aggregates {
        explicit Aggregates(Session& session)
            : dossiers(session), statements(session), bank_files(session), answers(session),
              runs(session), policies(session), beneficiaries(session), overrides(session),
              user_keys(session), figures(session), plan_terms(session), records(session),
              journal(session), match_rules(session), events(session) {}

        Stored_dossiers dossiers;
        Stored_statements statements;
        Stored_bank_files bank_files;
        Stored_answers answers;
        Stored_runs runs;
        Stored_policies policies;
        Stored_beneficiaries beneficiaries;
        Stored_overrides overrides;
        Stored_user_keys user_keys;
        Stored_figures figures;
        Stored_plan_terms plan_terms;
        Stored_records records;
        Stored_journal journal;
        Stored_match_rules match_rules;
        Stored_events events;
    };

    std::string path_;
    Session session_;
    Session::Access access_;
    bool is_abandoned_ = false;
    std::optional<References> references_; ///< of a unit that writes
    std::unique_ptr<Aggregates> aggregates_;
};

std::optional<app::Office> Stored_unit::office() {
    std::optional<app::Office> office;
    each_row<std::string, std::string>(
        session_, "SELECT name, enterprise_number FROM office",
        [&](std::string& name, const std::string& number) {
            office = app::Office{std::move(name),
                                 undamaged(party::parse_enterprise_number(number), "office")};
        });
    return office;
}

void Stored_unit::set_office(const app::Office& office) {
    const std::string number(office.enterprise_number.digits());
    session_.sql() << "INSERT INTO office (id, name, enterprise_number) VALUES (1, :name, :number)",
        soci::use(office.name), soci::use(number);
}

} // namespace

void create_book(const std::string& path) {
    if (std::filesystem::exists(path)) {
        throw soci::soci_error("a file stands in the way at " + path);
    }
    Session session(path, true);
    migrate(session);
}

std::unique_ptr<app::Unit_of_work> open_to_read(const std::string& path) {
    return std::make_unique<Stored_unit>(path, Session::Access::read);
}

std::unique_ptr<app::Unit_of_work> open_to_write(const std::string& path) {
    return std::make_unique<Stored_unit>(path, Session::Access::write);
}

} // namespace saldo::store
