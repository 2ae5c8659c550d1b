#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

/// Writing rows while the next are computed. A unit of work that writes many rows hands them to a
/// thread of its own, in the order in which they were given; one that writes few writes each at
/// once. Who reads the book waits first until all that was given is written (`settle`), so nobody
/// can tell the difference, but that a row which the book refuses is refused by then at the latest.
namespace saldo::store {

/// Bytes that are no text.
struct Blob {
    std::string_view bytes;
};

/// Rows for statements, packed one after another: the number of the statement, and its values.
class Packed_rows {
public:
    void begin(std::uint32_t statement);
    void add(long long value);
    void add(std::string_view text);
    void add(Blob blob);
    void add_null();

    /// An absent value is NULL.
    template <class T> void add(const std::optional<T>& value) { value ? add(*value) : add_null(); }

    [[nodiscard]] std::size_t size() const { return bytes_.size(); }

    void clear() { bytes_.clear(); }

    /// Goes through the rows in their order: `visitor.begin(statement)`, then
    /// `visitor.value(position, value)` for each value that is not NULL, counted from 1, and
    /// `visitor.end()`. Texts and blobs are views into this.
    template <class Visitor> void visit(Visitor& visitor) const;

private:
    enum class Type : char { statement, number, text, blob, null };

    void put(Type type, long long number);
    void put(Type type, std::string_view bytes);

    [[nodiscard]] long long number_at(std::size_t at) const;

    std::string bytes_; ///< type, number; of text and blob the number is a size and bytes follow
};

template <class Visitor> void Packed_rows::visit(Visitor& visitor) const {
    int position = 0;
    for (std::size_t at = 0; at < bytes_.size();) {
        const auto type = static_cast<Type>(bytes_[at]);
        const long long number = number_at(at + 1);
        at += 1 + sizeof number;
        switch (type) {
        case Type::statement:
            if (position != 0) {
                visitor.end();
            }
            visitor.begin(static_cast<std::uint32_t>(number));
            position = 1;
            continue;
        case Type::number:
            visitor.value(position, number);
            break;
        case Type::null:
            break;
        default:
            const std::string_view bytes(&bytes_[at], static_cast<std::size_t>(number));
            at += bytes.size();
            type == Type::text ? visitor.value(position, bytes)
                               : visitor.value(position, Blob{bytes});
        }
        ++position;
    }
    if (position != 0) {
        visitor.end();
    }
}

/// The rows that wait, and the thread that writes them, made when it is first needed. One thread
/// gives rows, settles and abandons.
class Write_behind {
public:
    /// `write` writes packed rows and throws what the book says against one. It is called by one
    /// thread at a time, and not while nothing waits.
    explicit Write_behind(std::function<void(const Packed_rows&)> write)
        : write_(std::move(write)) {}

    ~Write_behind();
    Write_behind(const Write_behind&) = delete;
    Write_behind& operator=(const Write_behind&) = delete;

    /// Where the next row goes; `given` follows it.
    [[nodiscard]] Packed_rows& rows() { return given_; }

    /// The row is whole. `at_once`: it must be in the book when this returns.
    void given(bool at_once);

    /// Returns when all rows are written. Throws what the book said against one, and goes on to
    /// throw it until `abandon`: the rows after that one are not written, so nobody may commit.
    void settle();

    /// Forgets the rows that are not yet written, and what was said against one. The unit of work
    /// is rolled back after it.
    void abandon() noexcept;

private:
    void hand_over();
    void work(const std::stop_token& stop);

    std::function<void(const Packed_rows&)> write_;
    Packed_rows given_;
    std::size_t rows_ = 0; ///< of this unit of work

    std::mutex mutex_; ///< of all below
    std::condition_variable_any changed_;
    std::deque<Packed_rows> waiting_;
    bool is_writing_ = false;
    std::exception_ptr refusal_;
    std::jthread thread_; ///< last: it is joined before the rest goes
};

} // namespace saldo::store
