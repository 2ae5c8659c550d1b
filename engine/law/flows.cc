#include "law/flows.hpp"

#include "base/text.hpp"
#include "law/codes.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace saldo::law {

namespace {

using Json = nlohmann::json;

constexpr std::size_t bytes_max = 1 << 20;
constexpr std::size_t flows_max = 2000;
constexpr std::int64_t flow_years_max = 1000;

tl::unexpected<Refusal> wrong_form(std::string place, std::string_view expected) {
    return refuse(flows_form, {{"expected", std::string(expected)}}, {{}, 0, std::move(place)});
}

/// The document, or null if it is none or an object says a key twice.
Json parsed(std::string_view text) {
    std::vector<std::set<std::string>> keys;
    bool twice = false;
    const auto look = [&](int, Json::parse_event_t event, Json& value) {
        if (event == Json::parse_event_t::object_start) {
            keys.emplace_back();
        } else if (event == Json::parse_event_t::object_end) {
            keys.pop_back();
        } else if (event == Json::parse_event_t::key) {
            twice = !keys.back().insert(value.get<std::string>()).second || twice;
        }
        return true;
    };
    Json document = Json::parse(text, look, false);
    return twice || document.is_discarded() ? Json() : document;
}

/// The text of a key, or nothing.
const std::string* text_of(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? &found->get_ref<const std::string&>()
                                                       : nullptr;
}

/// A time in years. Parts of a year that repeat come with as many decimals as a program writes.
std::optional<money::Rate> time_from(std::string_view text) {
    constexpr std::size_t decimals_max = 17;
    if (const auto rate = money::parse_rate(text)) {
        return *rate;
    }
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos || text.size() - point - 1 > decimals_max) {
        return std::nullopt;
    }
    const std::string_view whole = text.substr(0, point);
    const std::string_view decimals = text.substr(point + 1);
    if (!text::all_digits(whole) || !text::all_digits(decimals)) {
        return std::nullopt;
    }
    const auto digits = text::to_integer<std::int64_t>(std::string(whole).append(decimals));
    std::int64_t unit = 1;
    for (std::size_t i = 0; i < decimals.size(); ++i) {
        unit *= 10;
    }
    return digits ? std::optional(money::Rate::of(*digits, unit)) : std::nullopt;
}

Result<Flow> read_flow(const Json& json, const std::string& place) {
    const std::string* years = json.is_object() ? text_of(json, "years") : nullptr;
    const std::string* date = json.is_object() ? text_of(json, "date") : nullptr;
    const std::string* written = json.is_object() ? text_of(json, "amount") : nullptr;
    if (json.size() != 2 || (years == nullptr) == (date == nullptr) || written == nullptr) {
        return wrong_form(place, R"({"years"|"date": "...", "amount": "..."})");
    }
    const auto amount = money::parse(*written);
    if (!amount) {
        return wrong_form(place + "/amount", "-1234.56");
    }
    if (date != nullptr) {
        const auto day = calendar::parse(*date);
        return day ? Result<Flow>(Flow{*day, *amount}) : wrong_form(place + "/date", "YYYY-MM-DD");
    }
    const auto time = time_from(*years);
    const bool fits =
        time && time->numerator() >= 0 && time->numerator() / time->denominator() < flow_years_max;
    return fits ? Result<Flow>(Flow{*time, *amount})
                : wrong_form(place + "/years", "0.25, 181/365 (0-1000)");
}

} // namespace

Result<std::vector<Flow>> read_flows(std::string_view json) {
    const Json document = json.size() <= bytes_max ? parsed(json) : Json();
    if (!document.is_object() || document.size() != 1 || !document.contains("flows") ||
        !document.at("flows").is_array()) {
        return wrong_form("", R"({"flows": [...]})");
    }
    const Json& list = document.at("flows");
    if (list.size() > flows_max) {
        return refuse(
            count_too_large,
            {{"stated", std::to_string(list.size())}, {"known", std::to_string(flows_max)}},
            {{}, 0, "/flows"});
    }
    std::vector<Flow> flows;
    for (const Json& each : list) {
        auto flow = read_flow(each, "/flows/" + std::to_string(flows.size()));
        if (!flow) {
            return refuse(flow.error());
        }
        flows.push_back(*flow);
    }
    return flows;
}

} // namespace saldo::law
