#include "store/compressed.hpp"

#include "base/invariant.hpp"
#include "store/columns.hpp"

#include <memory>
#include <zstd.h>

namespace saldo::store {

namespace {

constexpr int quick = 1; // bank files shrink to a tenth at any level

struct Free {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};

} // namespace

std::string compressed(std::string_view bytes) {
    const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
    invariant(context != nullptr, "zstd starts");
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, quick);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size =
        ZSTD_compress2(context.get(), out.data(), out.size(), bytes.data(), bytes.size());
    invariant(ZSTD_isError(size) == 0, "bytes can be compressed into the bound");
    out.resize(size);
    return out;
}

std::string decompressed(std::string_view bytes, std::size_t size) {
    std::string out(size, '\0');
    const std::size_t made = ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(made) != 0 || made != size) {
        throw Damaged("unreadable bytes of a file in the book");
    }
    return out;
}

} // namespace saldo::store
