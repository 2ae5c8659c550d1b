#include "statistics/time_entry.hpp"

#include <nlohmann/json.hpp>

namespace saldo::statistics {

std::string write_time(const Time_entry& entry) {
    const nlohmann::json json{{"dossier", entry.dossier},
                              {"user", entry.user},
                              {"date", format(entry.date)},
                              {"minutes", entry.minutes},
                              {"kind", name_in(time_kind_names, entry.kind)}};
    return json.dump(2) + "\n";
}

Time_entry read_time(std::string_view text) {
    const auto json = nlohmann::json::parse(text);
    const auto date = calendar::parse(json.at("date").get<std::string>());
    const auto kind = value_in(time_kind_names, json.at("kind").get<std::string>());
    invariant(date && kind, "time is read as it was written");
    return {json.at("dossier"), json.at("user"), *date, json.at("minutes"), *kind};
}

} // namespace saldo::statistics
