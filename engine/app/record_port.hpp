#pragma once

#include "base/id.hpp"
#include "ledger/entry.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the use cases ask of the records of the office; app/ports.hpp has the rest.
namespace saldo::app {

/// One version of a document that the office keeps besides those of its dossiers.
struct Record_row {
    std::string kind; ///< `ladder`, `request`
    std::string key;  ///< tells it from the others of its kind
    std::uint32_t version = 1;
    std::optional<Dossier_id> dossier{}; ///< that it is about; none if it is about none
    std::string dossier_number{};        ///< empty if it is about none
    std::string text;                    ///< canonical JSON
    ledger::Actor actor;
};

class Office_records {
public:
    Office_records() = default;
    Office_records(const Office_records&) = delete;
    Office_records& operator=(const Office_records&) = delete;
    virtual ~Office_records() = default;

    virtual void add(const Record_row& row) = 0;
    /// All versions of a record, the oldest first.
    [[nodiscard]] virtual std::vector<Record_row> versions(std::string_view kind,
                                                           std::string_view key) = 0;
    /// All versions of all records of a kind, in the order in which they came.
    [[nodiscard]] virtual std::vector<Record_row> of_kind(std::string_view kind) = 0;
    /// All, in the order in which they came.
    [[nodiscard]] virtual std::vector<Record_row> all() = 0;
};

} // namespace saldo::app
