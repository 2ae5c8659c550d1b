#include "app/read_ahead.hpp"

#include "app/position.hpp"

namespace saldo::app {

namespace {

/// Documents that are worth a thread.
constexpr std::size_t batch_size = 64;

} // namespace

Read_ahead::Dossiers Read_ahead::read(const Documents& documents) {
    Dossiers dossiers;
    dossiers.reserve(documents.size());
    for (const auto& [row, document] : documents) {
        dossiers.emplace_back(row, read_kept(document));
    }
    return dossiers;
}

void Read_ahead::visit(Dossiers dossiers) const {
    for (auto& [row, dossier] : dossiers) {
        visit_(row, std::move(dossier));
    }
}

void Read_ahead::visit_read() {
    if (read_.valid()) {
        visit(read_.get());
    }
}

void Read_ahead::add(const Dossier_row& row, std::string document) {
    added_.emplace_back(row, std::move(document));
    if (added_.size() == batch_size) {
        auto next = std::async(std::launch::async, read, std::exchange(added_, {}));
        visit_read();
        read_ = std::move(next);
    }
}

void Read_ahead::finish() {
    visit_read();
    visit(read(std::exchange(added_, {})));
}

void each_dossier(Unit_of_work& work, Read_ahead::Visit visit) {
    Read_ahead ahead(std::move(visit));
    work.dossiers().each_document(
        [&](const Dossier_row& row, const Document& document) { ahead.add(row, document.text); });
    ahead.finish();
}

} // namespace saldo::app
