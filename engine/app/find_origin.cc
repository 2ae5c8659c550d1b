#include "app/find_origin.hpp"

#include "app/codes.hpp"
#include "app/kept_files.hpp"
#include "base/invariant.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace saldo::app {

Result<Entry_origin> find_origin(Unit_of_work& work, std::string_view entry) {
    const auto unknown = [&](Code code) { return refuse(code, {{"entry", std::string(entry)}}); };
    const std::size_t colon = entry.rfind(':');
    const auto number = colon == std::string_view::npos
                            ? std::nullopt
                            : text::to_integer<std::uint64_t>(entry.substr(colon + 1));
    const auto dossier = work.dossiers().find(entry.substr(0, colon));
    if (!number || !dossier) {
        return unknown(entry_unknown);
    }
    bool exists = false;
    std::optional<Movement_id> movement;
    work.journal().each_entry(dossier->id, [&](const Entry& each) {
        if (each.number == *number) {
            exists = true;
            movement = each.draft.movement;
        }
    });
    if (!exists) {
        return unknown(entry_unknown);
    }
    const auto place = movement ? work.statements().origin(*movement) : std::nullopt;
    if (!place) {
        return unknown(entry_without_movement);
    }
    const std::vector<File_row> files = work.statements().files();
    const auto file = std::ranges::find(files, place->file, &File_row::id);
    invariant(file != files.end(), "a statement came in a file");
    std::string bytes(place->bytes.size, '\0');
    bytes.resize(bank::fill(kept_source(work, file->id), place->bytes.begin, bytes));
    return Entry_origin{*file, *place, std::move(bytes)};
}

} // namespace saldo::app
