#include "statistics/caseload_document.hpp"

#include "base/invariant.hpp"
#include "base/text.hpp"
#include "calendar/joined.hpp"
#include "dossier/check_form.hpp"
#include "statistics/codes.hpp"

#include <nlohmann/json.hpp>

namespace saldo::statistics {

namespace {

using Json = nlohmann::json;

/// Of `12.34`, as the schema has it.
std::int64_t hundredths(std::string text) {
    std::erase(text, '.');
    const auto value = text::to_integer<std::int64_t>(text);
    invariant(value.has_value(), "the schema lets digits through only");
    return *value;
}

class Caseload_reader {
public:
    Result<Caseload_terms> read(const Json& json) {
        terms_.roles = json.at("roles").get<std::vector<std::string>>();
        for (const auto& type : file_type_names) {
            terms_.weight_hundredths[type.value] =
                hundredths(json.at("weights").at(std::string(type.name)));
        }
        std::size_t index = 0;
        for (const Json& row : json.at("full_time")) {
            add_full_time(row, "/full_time/" + std::to_string(index++));
        }
        return findings_.empty() ? Result<Caseload_terms>(std::move(terms_))
                                 : refuse(Refusal(std::move(findings_)));
    }

private:
    void add_full_time(const Json& row, const std::string& place) {
        const auto from = date(row, "from", place);
        const auto until = row.contains("until") ? date(row, "until", place) : std::nullopt;
        if (!from || (row.contains("until") && !until)) {
            return;
        }
        const auto period = calendar::Date_range::through(*from, until);
        if (!period) {
            add(value_wrong, place, period.error().code());
            return;
        }
        const std::string user = row.at("user");
        for (const Full_time& other : terms_.full_time) {
            if (other.user == user && meet(other.period, *period)) {
                add(said_twice, place, {});
            }
        }
        terms_.full_time.push_back({user, hundredths(row.at("share")), *period});
    }

    std::optional<Date> date(const Json& row, const char* key, const std::string& place) {
        const auto date = calendar::parse(row.at(key).get_ref<const std::string&>());
        if (!date) {
            add(value_wrong, place + "/" + key, date.error().code());
            return std::nullopt;
        }
        return *date;
    }

    void add(Code code, std::string place, Code reason) {
        Params params;
        if (!reason.text.empty()) {
            params.push_back({"reason", std::string(reason.text)});
        }
        findings_.push_back({code, Severity::error, {{}, 0, std::move(place)}, std::move(params)});
    }

    Caseload_terms terms_;
    Findings findings_;
};

} // namespace

Result<Caseload_terms> read_caseload(std::string_view json) {
    static const dossier::Form form(caseload_schema_text());
    if (const auto is_well_formed = dossier::check_form(json, form); !is_well_formed) {
        return refuse(is_well_formed.error());
    }
    return Caseload_reader().read(Json::parse(json));
}

} // namespace saldo::statistics
