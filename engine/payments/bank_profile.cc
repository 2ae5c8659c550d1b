#include "payments/bank_profile.hpp"

#include "base/invariant.hpp"
#include "dossier/check_form.hpp"
#include "payments/codes.hpp"
#include "payments/profiles_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace saldo::payments {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view profiles_form = "saldo/bank_profiles/1";
constexpr std::size_t code_count = 1000;

std::string profile_place(std::size_t index, std::string_view field) {
    return "/profiles/" + std::to_string(index) + "/" + std::string(field);
}

/// A profile of a document that follows the schema.
Bank_profile profile_from(const Json& json) {
    const auto version = pain001::version_from(json.at("version").get_ref<const std::string&>());
    invariant(version.has_value(), "the schema knows the versions");
    Bank_profile made{{.name = json.at("name"),
                       .version = *version,
                       .batch_booking = json.at("batch_booking"),
                       .category_purpose = json.value("category_purpose", std::string()),
                       .payments_max = json.at("payments_per_file")},
                      {}};
    if (const auto total = json.find("total_per_file"); total != json.end()) {
        const auto amount = money::parse(total->get_ref<const std::string&>());
        invariant(amount.has_value(), "the schema lets amounts through");
        made.file.total_max = *amount;
    }
    for (const std::string& codes : json.value("bank_codes", std::vector<std::string>())) {
        made.codes.push_back(code_range_from(codes));
    }
    return made;
}

/// What a schema cannot say of profiles.
class Profile_faults {
public:
    void look(const Bank_profile& profile, std::size_t index, bool is_last) {
        if (!names_.insert(profile.file.name).second) {
            add(profile_said_twice, index, "name", {{"stated", profile.file.name}});
        }
        if (profile.codes.empty() != is_last) {
            add(profile_of_others, index, "bank_codes", {{"stated", profile.file.name}});
        }
        for (std::size_t at = 0; at < profile.codes.size(); ++at) {
            if (!take(profile.codes[at])) {
                add(profile_codes_wrong, index, "bank_codes/" + std::to_string(at),
                    {{"stated", profile.file.name}});
            }
        }
    }

    Findings take_findings() { return std::move(findings_); }

private:
    /// False if the range is none, or has a code that was taken before.
    bool take(const Code_range& range) {
        bool is_free = range.first <= range.last;
        for (int code = range.first; code <= range.last; ++code) {
            bool& taken = taken_[static_cast<std::size_t>(code)];
            is_free = is_free && !taken;
            taken = true;
        }
        return is_free;
    }

    void add(Code code, std::size_t index, std::string_view field, Params params) {
        findings_.push_back(
            {code, Severity::error, {{}, 0, profile_place(index, field)}, std::move(params)});
    }

    std::set<std::string> names_;
    std::array<bool, code_count> taken_{};
    Findings findings_;
};

Json written(const Bank_profile& profile) {
    const pain001::Profile& file = profile.file;
    Json json{{"name", file.name}};
    for (const Code_range& range : profile.codes) {
        json["bank_codes"].push_back(text_of(range));
    }
    json["version"] = name(file.version);
    json["batch_booking"] = file.batch_booking;
    if (!file.category_purpose.empty()) {
        json["category_purpose"] = file.category_purpose;
    }
    json["payments_per_file"] = file.payments_max;
    if (file.total_max) {
        json["total_per_file"] = format(*file.total_max);
    }
    return json;
}

} // namespace

Result<Bank_profiles> read_bank_profiles(std::string_view json) {
    static const dossier::Form form(profiles_schema_text());
    if (const auto is_well_formed = dossier::check_form(json, form); !is_well_formed) {
        return refuse(is_well_formed.error());
    }
    Bank_profiles profiles;
    Profile_faults faults;
    const Json document = Json::parse(json);
    const Json& list = document.at("profiles");
    for (const Json& profile : list) {
        profiles.push_back(profile_from(profile));
        faults.look(profiles.back(), profiles.size() - 1, profiles.size() == list.size());
    }
    Findings findings = faults.take_findings();
    return findings.empty() ? Result<Bank_profiles>(std::move(profiles))
                            : refuse(Refusal(std::move(findings)));
}

std::string write_bank_profiles(const Bank_profiles& profiles) {
    Json json{{"schema", profiles_form}, {"profiles", Json::array()}};
    for (const Bank_profile& profile : profiles) {
        json["profiles"].push_back(written(profile));
    }
    return json.dump();
}

const Bank_profiles& built_in_bank_profiles() {
    static const Bank_profiles profiles = [] {
        auto read = read_bank_profiles(built_in_profiles_text());
        invariant(read.has_value(), "the built-in profiles of banks are sound");
        return *std::move(read);
    }();
    return profiles;
}

std::size_t profile_of(const Bank_profiles& profiles, const Iban& account) {
    const auto found = std::ranges::find_if(
        profiles, [&](const Bank_profile& profile) { return is_of_bank(account, profile.codes); });
    return found == profiles.end() ? profiles.size() - 1
                                   : static_cast<std::size_t>(found - profiles.begin());
}

std::vector<pain001::Profile> file_profiles(const Bank_profiles& profiles) {
    std::vector<pain001::Profile> files;
    for (const Bank_profile& profile : profiles) {
        files.push_back(profile.file);
    }
    return files;
}

} // namespace saldo::payments
