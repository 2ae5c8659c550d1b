#pragma once

#include "app/desk.hpp"
#include "base/result.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Documents of the office in versions. Each version is an act in the log, with its digest, so that
/// `audit verify` holds the two against each other.
namespace saldo::app {

/// The event that keeps that a version came. Its facts are `kind`, `key`, `version` and `sha256`.
inline constexpr std::string_view record_kept_event = "record.kept";

/// The text becomes the next version of the record; one that equals the newest changes nothing.
/// Gives the version. `dossier` is what the record is about, if anything.
std::uint32_t keep_record(Desk& desk,
                          std::string_view kind,
                          std::string_view key,
                          std::string text,
                          const std::optional<Dossier_row>& dossier = {});

/// The newest version as of that day; nothing if there was none.
[[nodiscard]] std::optional<Record_row>
record_on(Unit_of_work& work, std::string_view kind, std::string_view key, Date on);

/// The newest version as of that day of each record of a kind, in the order in which they first
/// came.
[[nodiscard]] std::vector<Record_row>
records_on(Unit_of_work& work, std::string_view kind, Date on);

/// A number for the next record of a kind: `<prefix><year of the desk>-<0001…>`.
[[nodiscard]] std::string
next_record_key(Desk& desk, std::string_view kind, std::string_view prefix);

/// What the log of acts says of records: their digest by kind, key and version.
struct Logged_records {
    std::map<std::vector<std::string>, std::string> digests;

    /// Takes the event if it is one of these.
    void take(const audit::Event& event);
};

/// Every version of a record is what the log says of it (app.record_changed).
void verify_records(Unit_of_work& work, Logged_records logged, Findings& findings);

} // namespace saldo::app
