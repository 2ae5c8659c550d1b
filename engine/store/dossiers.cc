#include "store/dossiers.hpp"

#include "store/columns.hpp"
#include "store/rows.hpp"

namespace saldo::store {

std::vector<app::Dossier_row> Stored_dossiers::all() {
    std::vector<app::Dossier_row> rows;
    each_row<long long, std::string>(session_, "SELECT id, number FROM dossier ORDER BY number",
                                     [&](long long id, const std::string& number) {
                                         rows.push_back({{id}, number});
                                     });
    return rows;
}

std::optional<app::Dossier_row> Stored_dossiers::find(std::string_view number) {
    std::optional<app::Dossier_row> row;
    each_row<long long, std::string>(
        session_, "SELECT id, number FROM dossier WHERE number = :number",
        [&](long long id, const std::string& text) {
            row = app::Dossier_row{{id}, text};
        },
        std::string(number));
    return row;
}

app::Document Stored_dossiers::document(Dossier_id dossier) {
    app::Document document;
    each_row<long long, std::string>(
        session_,
        "SELECT version, document FROM dossier_document WHERE dossier_id = :dossier "
        "ORDER BY version DESC LIMIT 1",
        [&](long long version, std::string& text) {
            document = {unsigned_of<std::uint32_t>(version), std::move(text)};
        },
        static_cast<long long>(dossier.value));
    return document;
}

void Stored_dossiers::each_document(
    const std::function<void(const app::Dossier_row&, const app::Document&)>& visit) {
    each_stored("WHERE v.version = (SELECT max(w.version) FROM dossier_document w "
                "WHERE w.dossier_id = d.id) ORDER BY d.number",
                visit);
}

void Stored_dossiers::each_version(
    const std::function<void(const app::Dossier_row&, const app::Document&)>& visit) {
    each_stored("ORDER BY d.number, v.version", visit);
}

void Stored_dossiers::each_stored(
    const std::string& rest,
    const std::function<void(const app::Dossier_row&, const app::Document&)>& visit) {
    each_row<long long, std::string, long long, std::string>(
        session_,
        "SELECT d.id, d.number, v.version, v.document FROM dossier d "
        "JOIN dossier_document v ON v.dossier_id = d.id " +
            rest,
        [&](long long id, const std::string& number, long long version, std::string& text) {
            visit({{id}, number}, {unsigned_of<std::uint32_t>(version), std::move(text)});
        });
}

app::Dossier_row Stored_dossiers::add(std::string_view number) {
    long long id = 0;
    const std::string text(number);
    session_.sql() << "SELECT coalesce(max(id), 0) + 1 FROM dossier", soci::into(id);
    session_.sql() << "INSERT INTO dossier (id, number) VALUES (:id, :number)", soci::use(id),
        soci::use(text);
    return {{id}, text};
}

void Stored_dossiers::add_document(Dossier_id dossier,
                                   const app::Document& document,
                                   const ledger::Actor& actor) {
    const long long id = dossier.value;
    const long long version = document.version;
    const std::string as_of = column(actor.as_of);
    session_.sql() << "INSERT INTO dossier_document (dossier_id, version, as_of, user, document) "
                      "VALUES (:dossier, :version, :as_of, :user, :document)",
        soci::use(id), soci::use(version), soci::use(as_of), soci::use(actor.user),
        soci::use(document.text);
}

std::vector<app::Account_row> Stored_dossiers::accounts() {
    std::vector<app::Account_row> rows;
    each_row<long long, long long, std::string, std::string, std::string, long long>(
        session_,
        "SELECT a.id, a.dossier_id, a.account_key, a.iban, a.opening_date, a.opening "
        "FROM bank_account a JOIN dossier d ON d.id = a.dossier_id "
        "ORDER BY d.number, a.account_key",
        [&](long long id, long long dossier, const std::string& key, const std::string& iban,
            const std::string& opening_date, long long opening) {
            rows.push_back({{id},
                            {dossier},
                            key,
                            iban_of(iban),
                            date_of(opening_date),
                            Money::cents(opening)});
        });
    return rows;
}

app::Account_row Stored_dossiers::add_account(const app::Account_row& account) {
    long long id = 0;
    const long long dossier = account.dossier.value;
    const std::string iban(account.iban.text());
    const std::string opening_date = column(account.opening_date);
    const long long opening = account.opening.cents();
    session_.sql() << "SELECT coalesce(max(id), 0) + 1 FROM bank_account", soci::into(id);
    session_.sql() << "INSERT INTO bank_account "
                      "(id, dossier_id, account_key, iban, opening_date, opening) "
                      "VALUES (:id, :dossier, :account_key, :iban, :opening_date, :opening)",
        soci::use(id), soci::use(dossier), soci::use(account.key), soci::use(iban),
        soci::use(opening_date), soci::use(opening);
    app::Account_row added = account;
    added.id = {id};
    return added;
}

} // namespace saldo::store
