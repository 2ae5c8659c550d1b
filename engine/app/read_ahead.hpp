#pragma once

#include "app/ports.hpp"
#include "dossier/dossier.hpp"

#include <functional>
#include <future>
#include <string>
#include <utility>
#include <vector>

namespace saldo::app {

/// Reads documents of the book as values, a batch ahead on a thread of its own, while what came
/// before is looked at on the caller's: in the order in which they were added.
class Read_ahead {
public:
    using Visit = std::function<void(const Dossier_row&, dossier::Dossier)>;

    explicit Read_ahead(Visit visit) : visit_(std::move(visit)) {}

    /// Those added before may be visited within the call.
    void add(const Dossier_row& row, std::string document);

    /// Visits the rest.
    void finish();

private:
    using Documents = std::vector<std::pair<Dossier_row, std::string>>;
    using Dossiers = std::vector<std::pair<Dossier_row, dossier::Dossier>>;

    static Dossiers read(const Documents& documents);
    void visit(Dossiers dossiers) const;
    void visit_read();

    Visit visit_;
    Documents added_;
    std::future<Dossiers> read_;
};

/// Every dossier of the book as its document in force says, in order of number.
void each_dossier(Unit_of_work& work, Read_ahead::Visit visit);

} // namespace saldo::app
