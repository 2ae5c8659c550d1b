#pragma once

#include "store/session.hpp"

#include <map>
#include <stdexcept>
#include <string>

namespace saldo::store {

/// Proves, before a unit of work commits, that each row it added refers to rows that are there.
/// SQLite would look up every reference of every row when it is written: a fifth of all the work of
/// a large import, and of a large run. Here it is told by the numbers of rows, without looking one
/// up: numbers are given one after the other from 1 and rows are never removed (the triggers refuse
/// it), so a reference holds when it lies between 1 and the last number of the rows it refers to.
/// The few tables whose keys are not such numbers are looked up.
class References {
public:
    /// Remembers the last numbers. The unit of work has begun and written nothing.
    explicit References(Session& session);

    /// Throws `Dangling` if a row added since refers to none, or if numbers are left out.
    void prove();

private:
    Session& session_;
    std::map<std::string, long long, std::less<>> before_; ///< last number by table
};

/// A row that refers to none. It is not written.
class Dangling : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// All references that are proved, one a line: `movement.statement_id -> statement.id`.
[[nodiscard]] std::string proved_references();

} // namespace saldo::store
