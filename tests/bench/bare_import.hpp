#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace saldo::bench {

/// What the bare minimum of an import costs: a program that knows nothing and writes the very rows
/// an import of saldo wrote, through the C interface of SQLite, with the same settings, into a
/// copy of the book from before, with its indexes, constraints and triggers, in one transaction.
class Bare_import {
public:
    /// Takes into memory what the book at `after` holds more or otherwise than its copy from
    /// before the import. Nothing of this is measured.
    Bare_import(const std::string& after, const std::string& before);

    /// Writes it into the copy: opens, writes, commits, closes. Gives the number of rows written.
    std::uint64_t run(const std::string& before) const;

private:
    struct Bytes {
        std::string value;
    };

    using Cell = std::variant<std::monostate, std::int64_t, std::string, Bytes>;

    /// Rows that one statement writes, one after the other.
    struct Step {
        std::string sql;
        std::size_t columns = 0;
        std::vector<Cell> cells;
    };

    std::vector<Step> steps_;
};

} // namespace saldo::bench
