#include "app/records.hpp"

#include "app/codes.hpp"
#include "base/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace saldo::app {

namespace {

std::vector<std::string> key_of(const Record_row& row) {
    return {row.kind, row.key, std::to_string(row.version), row.dossier_number};
}

void tell(Findings& findings,
          const std::vector<std::string>& key,
          std::string stated,
          std::string computed) {
    findings.push_back({record_changed,
                        Severity::error,
                        {},
                        {{"kind", key[0]},
                         {"key", key[1]},
                         {"version", key[2]},
                         {"stated", std::move(stated)},
                         {"computed", std::move(computed)}}});
}

} // namespace

std::uint32_t keep_record(Desk& desk,
                          std::string_view kind,
                          std::string_view key,
                          std::string text,
                          const std::optional<Dossier_row>& dossier) {
    const auto versions = desk.work().office_records().versions(kind, key);
    if (!versions.empty() && versions.back().text == text) {
        return versions.back().version;
    }
    Record_row row{.kind = std::string(kind),
                   .key = std::string(key),
                   .version = static_cast<std::uint32_t>(versions.size() + 1),
                   .text = std::move(text),
                   .actor = desk.actor()};
    if (dossier) {
        row.dossier = dossier->id;
        row.dossier_number = dossier->number;
    }
    desk.work().office_records().add(row);
    desk.record(record_kept_event, row.dossier_number,
                {{"kind", row.kind},
                 {"key", row.key},
                 {"version", std::to_string(row.version)},
                 {"sha256", to_hex(sha256(row.text))}});
    return row.version;
}

std::optional<Record_row>
record_on(Unit_of_work& work, std::string_view kind, std::string_view key, Date on) {
    std::optional<Record_row> found;
    for (Record_row& row : work.office_records().versions(kind, key)) {
        if (row.actor.as_of <= on) {
            found = std::move(row);
        }
    }
    return found;
}

std::vector<Record_row> records_on(Unit_of_work& work, std::string_view kind, Date on) {
    std::vector<Record_row> newest;
    std::map<std::string, std::size_t, std::less<>> places;
    for (Record_row& row : work.office_records().of_kind(kind)) {
        if (row.actor.as_of > on) {
            continue;
        }
        const auto [place, fresh] = places.try_emplace(row.key, newest.size());
        if (fresh) {
            newest.push_back(std::move(row));
        } else {
            newest[place->second] = std::move(row);
        }
    }
    return newest;
}

std::string next_record_key(Desk& desk, std::string_view kind, std::string_view prefix) {
    const std::string start = fmt::format("{}{}-", prefix, desk.actor().as_of.year());
    std::set<std::string> keys;
    for (const Record_row& row : desk.work().office_records().of_kind(kind)) {
        if (row.key.starts_with(start)) {
            keys.insert(row.key);
        }
    }
    return fmt::format("{}{:04}", start, keys.size() + 1);
}

void Logged_records::take(const audit::Event& event) {
    if (event.kind == record_kept_event) {
        digests[{audit::fact(event, "kind"), audit::fact(event, "key"),
                 audit::fact(event, "version"), event.dossier}] =
            fmt::format("{} {} {}", audit::fact(event, "sha256"), event.user,
                        calendar::format(event.as_of));
    }
}

void verify_records(Unit_of_work& work, Logged_records logged, Findings& findings) {
    for (const Record_row& row : work.office_records().all()) {
        const auto found = logged.digests.extract(key_of(row));
        std::string stated = found.empty() ? std::string() : found.mapped();
        std::string computed = fmt::format("{} {} {}", to_hex(sha256(row.text)), row.actor.user,
                                           calendar::format(row.actor.as_of));
        if (stated != computed) {
            tell(findings, key_of(row), std::move(stated), std::move(computed));
        }
    }
    for (const auto& [key, stated] : logged.digests) {
        tell(findings, key, stated, {});
    }
}

} // namespace saldo::app
