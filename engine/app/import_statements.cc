#include "app/import_statements.hpp"

#include "app/codes.hpp"
#include "app/kept_files.hpp"
#include "app/statement_decisions.hpp"
#include "base/named.hpp"

#include <algorithm>
#include <array>

namespace saldo::app {

namespace {

constexpr std::array reasons{Named{Left_out::Why::known, "known"},
                             Named{Left_out::Why::partly_known, "partly_known"},
                             Named{Left_out::Why::waits, "waits"}};

/// A file that the book has not.
class New_file {
public:
    New_file(Desk& desk, Readable_file file, Digest sha256, std::uint64_t size)
        : desk_(desk), file_(std::move(file)), size_(size) {
        result_.name = file_.name;
        result_.sha256 = sha256;
    }

    [[nodiscard]] Result<Imported_file> import(std::size_t at_once);

private:
    void leave_out(File_id id, const std::vector<Decision>& decisions);

    Desk& desk_;
    Readable_file file_;
    std::uint64_t size_;
    Imported_file result_;
};

/// What waits is written down, to be booked later.
void New_file::leave_out(File_id id, const std::vector<Decision>& decisions) {
    using Why = Left_out::Why;
    for (const Decision& decision : decisions) {
        const auto add = [&](std::size_t movements, Why why) {
            result_.left_out.push_back({decision.account, decision.number, decision.line,
                                        static_cast<std::uint32_t>(movements), why});
        };
        if (decision.waits) {
            desk_.work().bank_files().add_waiting({id, decision.account, decision.line});
            add(decision.movements, Why::waits);
        } else if (!decision.booking) {
            add(decision.movements, Why::known);
        } else if (!decision.booking->left_out.empty()) {
            add(decision.booking->left_out.size(), Why::partly_known);
        }
    }
}

Result<Imported_file> New_file::import(std::size_t at_once) {
    auto decided = decide_statements(desk_, file_);
    if (!decided) {
        return refuse(std::move(decided).error());
    }
    result_.findings = std::move(decided->findings);
    const File_id id = desk_.work().statements().add_file(
        {{}, file_.name, result_.sha256, decided->format, size_, desk_.actor()});
    leave_out(id, decided->decisions);
    File_keeper keeper(desk_.work().bank_files(), id, file_.source);
    Readable_file kept = file_;
    kept.source = keeper.source();
    Statement_booking booking(desk_, id, decided->decisions, at_once);
    const bool is_same = book_statements(booking, kept, decided->decisions, result_.statements);
    if (!is_same || keeper.finish() != result_.sha256) {
        return refuse(file_changes, {}, {file_.name, 0, {}});
    }
    booking.finish(result_);
    return std::move(result_);
}

/// The statements of one kept file that waited for accounts which are there now.
class Take_in {
public:
    Take_in(Desk& desk, const File_row& file, std::vector<Waiting_row> rows)
        : desk_(desk), file_(file), rows_(std::move(rows)) {}

    void run(Taken_in& taken);

private:
    [[nodiscard]] bool waited(const bank::Statement& statement) const {
        return std::ranges::find(rows_, Waiting_row{file_.id, std::string(statement.account),
                                                    statement.line}) != rows_.end();
    }

    Desk& desk_;
    const File_row& file_;
    std::vector<Waiting_row> rows_;
};

void Take_in::run(Taken_in& taken) {
    const Readable_file file{
        file_.name, kept_source(desk_.work(), file_.id),
        value_in(bank::format_names, bank::family_of(file_.format)),
        [this](const bank::Statement& statement) { return waited(statement); }};
    const auto decided = decide_statements(desk_, file);
    if (!decided) {
        for (Finding finding : decided.error().findings()) {
            finding.severity = Severity::warning;
            taken.findings.push_back(std::move(finding));
        }
        return;
    }
    for (const Waiting_row& row : rows_) {
        desk_.work().bank_files().remove_waiting(row);
    }
    Imported_file booked;
    booked.name = file_.name;
    booked.sha256 = file_.sha256;
    Statement_booking booking(desk_, file_.id, decided->decisions, dossiers_at_once);
    const bool is_same = book_statements(booking, file, decided->decisions, booked.statements);
    invariant(is_same, "a kept file reads alike twice");
    booking.finish(booked);
    taken.statements.insert(taken.statements.end(), booked.statements.begin(),
                            booked.statements.end());
    const Findings& findings = decided->intake->findings();
    taken.findings.insert(taken.findings.end(), findings.begin(), findings.end());
}

} // namespace

std::string_view name(Left_out::Why why) {
    return name_in(reasons, why);
}

Taken_in take_in_waiting(Desk& desk) {
    std::set<std::string, std::less<>> accounts;
    for (const Account_row& account : desk.work().dossiers().accounts()) {
        accounts.emplace(account.iban.text());
    }
    std::map<File_id, std::vector<Waiting_row>> by_file;
    for (Waiting_row& row : desk.work().bank_files().waiting()) {
        if (accounts.contains(row.account)) {
            by_file[row.file].push_back(std::move(row));
        }
    }
    Taken_in taken;
    for (const File_row& file : desk.work().statements().files()) {
        if (const auto found = by_file.find(file.id); found != by_file.end()) {
            Take_in(desk, file, std::move(found->second)).run(taken);
        }
    }
    return taken;
}

Result<Imported_file> import_statements(Desk& desk,
                                        const Bank_file& file,
                                        std::optional<bank::Format> format,
                                        std::size_t at_once) {
    const Content content = content_of(file.source);
    if (auto earlier = desk.work().statements().file(content.sha256)) {
        Imported_file known;
        known.name = file.name;
        known.sha256 = content.sha256;
        known.earlier = std::move(earlier);
        return known;
    }
    return New_file(desk, {file.name, file.source, format}, content.sha256, content.size)
        .import(at_once);
}

Result<Imported_file>
import_statements(Desk& desk, const Input_file& file, std::optional<bank::Format> format) {
    return import_statements(desk, Bank_file{file.name, bank::source_of(file.bytes)}, format);
}

} // namespace saldo::app
