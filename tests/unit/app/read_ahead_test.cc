// Goal: documents that are read a batch ahead come as they were given, in their order. Method: as
// many as make no batch, some, and a few more.
#include "app/read_ahead.hpp"
#include "dossier/document.hpp"
#include "support/book.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace saldo;

TEST_CASE("every document is visited once, in order, whatever the number of batches") {
    for (const int count : {0, 1, 63, 64, 65, 128, 200}) {
        CAPTURE(count);
        std::vector<std::string> visited;
        app::Read_ahead ahead([&](const app::Dossier_row& row, const dossier::Dossier& dossier) {
            CHECK(row.number == dossier.number);
            CHECK(dossier.accounts == test::household().accounts);
            visited.push_back(row.number);
        });
        std::vector<std::string> given;
        for (int i = 0; i < count; ++i) {
            dossier::Dossier dossier = test::household();
            dossier.number = "2026-" + std::to_string(1'000 + i);
            given.push_back(dossier.number);
            ahead.add({{i + 1}, dossier.number}, dossier::write_document(dossier));
        }
        ahead.finish();
        CHECK(visited == given);
    }
}
