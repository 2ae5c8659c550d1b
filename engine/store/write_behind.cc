#include "store/write_behind.hpp"

#include <array>
#include <cstring>
#include <utility>

namespace saldo::store {

namespace {

/// Rows of a unit of work that are written at once, before a thread is worth its start.
constexpr std::size_t few_rows = 256;

/// What is handed over at a time, and how much of it may wait.
constexpr std::size_t handed_bytes = 64U << 10U;
constexpr std::size_t waiting_max = 8;

} // namespace

void Packed_rows::put(Type type, long long number) {
    std::array<char, 1 + sizeof number> bytes{static_cast<char>(type)};
    std::memcpy(&bytes[1], &number, sizeof number);
    bytes_.append(bytes.data(), bytes.size());
}

void Packed_rows::put(Type type, std::string_view bytes) {
    put(type, static_cast<long long>(bytes.size()));
    bytes_ += bytes;
}

long long Packed_rows::number_at(std::size_t at) const {
    long long number = 0;
    std::memcpy(&number, &bytes_[at], sizeof number);
    return number;
}

void Packed_rows::begin(std::uint32_t statement) {
    put(Type::statement, static_cast<long long>(statement));
}

void Packed_rows::add(long long value) {
    put(Type::number, value);
}

void Packed_rows::add(std::string_view text) {
    put(Type::text, text);
}

void Packed_rows::add(Blob blob) {
    put(Type::blob, blob.bytes);
}

void Packed_rows::add_null() {
    put(Type::null, 0LL);
}

Write_behind::~Write_behind() {
    abandon();
}

void Write_behind::given(bool at_once) {
    ++rows_;
    if (at_once || rows_ <= few_rows) {
        settle();
    } else if (given_.size() >= handed_bytes) {
        hand_over();
    }
}

void Write_behind::hand_over() {
    if (!thread_.joinable()) {
        thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
    }
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.size() < waiting_max; });
    waiting_.push_back(std::exchange(given_, {}));
    lock.unlock();
    changed_.notify_all();
}

void Write_behind::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return !waiting_.empty(); })) {
        const Packed_rows rows = std::move(waiting_.front());
        waiting_.pop_front();
        if (refusal_) {
            changed_.notify_all();
            continue;
        }
        is_writing_ = true;
        lock.unlock();
        std::exception_ptr refusal;
        try {
            write_(rows);
        } catch (...) {
            refusal = std::current_exception();
        }
        lock.lock();
        is_writing_ = false;
        refusal_ = refusal;
        changed_.notify_all();
    }
}

void Write_behind::settle() {
    if (thread_.joinable()) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return waiting_.empty() && !is_writing_; });
    }
    if (!refusal_ && given_.size() != 0) { // the thread, if there is one, waits
        const Packed_rows rows = std::exchange(given_, {});
        try {
            write_(rows);
        } catch (...) {
            refusal_ = std::current_exception();
        }
    }
    if (refusal_) {
        given_.clear();
        std::rethrow_exception(refusal_);
    }
}

void Write_behind::abandon() noexcept {
    given_.clear();
    rows_ = 0;
    if (thread_.joinable()) {
        std::unique_lock lock(mutex_);
        waiting_.clear();
        changed_.notify_all();
        changed_.wait(lock, [this] { return !is_writing_; });
    }
    refusal_ = nullptr;
}

} // namespace saldo::store
