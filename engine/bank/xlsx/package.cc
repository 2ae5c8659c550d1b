#include "bank/xlsx/package.hpp"

#include "bank/codes.hpp"

#include <zip.h>

namespace saldo::bank::xlsx {

namespace {

tl::unexpected<Refusal> unreadable(std::string_view part) {
    return refuse(xlsx_unreadable, {{"part", std::string(part)}});
}

tl::unexpected<Refusal>
too_large(std::string_view part, std::uint64_t stated, std::uint64_t limit) {
    return refuse(xlsx_too_large, {{"part", std::string(part)},
                                   {"stated", std::to_string(stated)},
                                   {"limit", std::to_string(limit)}});
}

struct File_closer {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

} // namespace

void Package::Closer::operator()(void* archive) const {
    zip_discard(static_cast<zip_t*>(archive));
}

Result<Package> Package::open(std::string_view bytes) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    zip_t* archive =
        source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (archive == nullptr) {
        zip_source_free(source);
        return unreadable("zip");
    }
    Package package(archive);
    const auto entries = static_cast<std::uint64_t>(zip_get_num_entries(archive, 0));
    if (entries > entries_max) {
        return too_large("zip", entries, entries_max);
    }
    return package;
}

Result<std::optional<std::string>> Package::part(const std::string& name) const {
    auto* archive = static_cast<zip_t*>(archive_.get());
    const zip_int64_t index = zip_name_locate(archive, name.c_str(), ZIP_FL_NOCASE);
    if (index < 0) {
        return std::nullopt;
    }
    zip_stat_t stat;
    const auto at = static_cast<zip_uint64_t>(index);
    constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if (zip_stat_index(archive, at, 0, &stat) != 0 || (stat.valid & needed) != needed) {
        return unreadable(name);
    }
    if (stat.size > part_bytes_max) {
        return too_large(name, stat.size, part_bytes_max);
    }
    if (stat.size / ratio_max > stat.comp_size) {
        return too_large(name, stat.size, stat.comp_size * ratio_max);
    }
    const std::unique_ptr<zip_file_t, File_closer> file(zip_fopen_index(archive, at, 0));
    if (file == nullptr) {
        return unreadable(name);
    }
    // One byte more than stated: to see the end, where the check sum is compared.
    std::string text(stat.size + 1, '\0');
    std::size_t size = 0;
    for (zip_int64_t got = 1; got > 0 && size < text.size();) {
        got = zip_fread(file.get(), text.data() + size, text.size() - size);
        if (got < 0) {
            return unreadable(name);
        }
        size += static_cast<std::size_t>(got);
    }
    if (size != stat.size) {
        return unreadable(name);
    }
    text.resize(size);
    return text;
}

} // namespace saldo::bank::xlsx
