#include "app/dossiers_ahead.hpp"

#include "app/position.hpp"

namespace saldo::app {

Dossiers_ahead::Dossiers_ahead(Unit_of_work& work, const std::vector<Dossier_id>& dossiers) {
    documents_.reserve(dossiers.size());
    for (const Dossier_id dossier : dossiers) {
        documents_.emplace_back(dossier, work.dossiers().document(dossier).text);
    }
    thread_ = std::jthread([this](const std::stop_token& stop) { parse(stop); });
}

void Dossiers_ahead::parse(const std::stop_token& stop) {
    for (auto& [id, document] : documents_) {
        if (stop.stop_requested()) {
            return;
        }
        std::optional<dossier::Dossier> dossier;
        std::exception_ptr failure;
        try {
            dossier = read_kept(std::exchange(document, {}));
        } catch (...) {
            failure = std::current_exception();
        }
        const std::lock_guard lock(mutex_);
        failure_ = failure;
        if (dossier) {
            dossiers_.emplace(id, *std::move(dossier));
        }
        parsed_.notify_one();
        if (failure) {
            return;
        }
    }
}

dossier::Dossier Dossiers_ahead::take(Dossier_id dossier) {
    std::unique_lock lock(mutex_);
    parsed_.wait(lock, [&] { return dossiers_.contains(dossier) || failure_; });
    auto taken = dossiers_.extract(dossier);
    if (taken.empty()) {
        std::rethrow_exception(failure_);
    }
    return std::move(taken.mapped());
}

} // namespace saldo::app
