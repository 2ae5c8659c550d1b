#include "bank/coda/read.hpp"

#include "bank/coda/stream.hpp"
#include "bank/lines.hpp"

namespace saldo::bank::coda {

bool is_coda(std::string_view bytes) {
    bytes = without_mark(bytes);
    constexpr std::string_view start = "00000";
    constexpr Slot date = slot(v2::header, "creation_date");
    constexpr Slot bank = slot(v2::header, "bank");
    constexpr Slot application = slot(v2::header, "application");
    constexpr std::size_t duplicate = slot(v2::header, "duplicate").at;
    if (bytes.size() < record_length) {
        return false;
    }
    const auto part = [&](Slot slot) { return bytes.substr(slot.at, slot.length); };
    return bytes.starts_with(start) && to_number(part(date)) && to_number(part(bank)) &&
           part(application) == "05" && (bytes[duplicate] == ' ' || bytes[duplicate] == 'D');
}

Result<Statement_file> read(std::string bytes) {
    Statement_file file;
    Stream stream(file.keep_bytes(std::move(bytes)));
    while (true) {
        auto more = stream.add_next(file);
        if (!more) {
            return refuse(std::move(more).error());
        }
        if (!*more) {
            return file;
        }
    }
}

} // namespace saldo::bank::coda
