#include "cli/payment_settings.hpp"

#include "cli/codes.hpp"
#include "cli/input.hpp"

#include <filesystem>

namespace saldo::cli {

namespace {

namespace fs = std::filesystem;
namespace pain001 = payments::pain001;

/// Null if the folder does not hold it.
Result<std::shared_ptr<const pain001::Schema>> read_schema(const fs::path& folder,
                                                           pain001::Version version) {
    const fs::path file = folder / ("pain.001.001." + std::string(name(version)) + ".xsd");
    if (!fs::exists(file)) {
        return nullptr;
    }
    const auto text = read_file(file.string());
    if (!text) {
        return refuse(text.error());
    }
    auto schema = pain001::Schema::read(*text);
    if (!schema) {
        return refuse(schema.error().in_file(file.string()));
    }
    return std::make_shared<const pain001::Schema>(*std::move(schema));
}

} // namespace

Result<std::optional<payments::Bank_profiles>> read_profiles(const std::string& file) {
    if (file.empty()) {
        return std::nullopt;
    }
    const auto text = read_file(file);
    if (!text) {
        return refuse(text.error());
    }
    auto profiles = payments::read_bank_profiles(*text);
    if (!profiles) {
        return refuse(profiles.error().in_file(file));
    }
    return *std::move(profiles);
}

Result<pain001::Schemas> read_schemas(const std::string& folder) {
    pain001::Schemas schemas;
    if (folder.empty()) {
        return schemas;
    }
    auto v03 = read_schema(folder, pain001::Version::v03);
    if (!v03) {
        return refuse(v03.error());
    }
    auto v09 = read_schema(folder, pain001::Version::v09);
    if (!v09) {
        return refuse(v09.error());
    }
    if (!*v03 && !*v09) {
        return refuse(schema_missing, {}, {folder, 0, {}});
    }
    return pain001::Schemas{*std::move(v03), *std::move(v09)};
}

} // namespace saldo::cli
