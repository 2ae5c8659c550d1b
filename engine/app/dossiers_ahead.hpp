#pragma once

#include "app/ports.hpp"
#include "dossier/dossier.hpp"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace saldo::app {

/// The dossiers of many clients, one after the other. Their documents are read at once and parsed
/// by a thread of its own, while who takes them works on the one before.
class Dossiers_ahead {
public:
    Dossiers_ahead(Unit_of_work& work, const std::vector<Dossier_id>& dossiers);

    /// One of them, each once; soonest in the order in which they were asked for.
    [[nodiscard]] dossier::Dossier take(Dossier_id dossier);

private:
    void parse(const std::stop_token& stop);

    std::vector<std::pair<Dossier_id, std::string>> documents_;
    std::mutex mutex_; ///< of all below
    std::condition_variable parsed_;
    std::unordered_map<Dossier_id, dossier::Dossier> dossiers_;
    std::exception_ptr failure_;
    std::jthread thread_; ///< last: it is joined before the rest goes
};

} // namespace saldo::app
