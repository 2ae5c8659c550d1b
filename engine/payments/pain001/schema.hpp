#pragma once

#include "base/result.hpp"
#include "payments/pain001/message.hpp"

#include <memory>
#include <string_view>

namespace saldo::payments::pain001 {

/// An official schema (XSD) of the message, as its publisher gives it.
class Schema {
public:
    /// Refuses payments.schema_unreadable if the text is no schema, with the line, or is not whole
    /// by itself: nothing else is fetched.
    [[nodiscard]] static Result<Schema> read(std::string_view xsd);

    Schema(Schema&&) noexcept;
    Schema& operator=(Schema&&) noexcept;
    ~Schema();

    /// What of a file does not follow the schema: payments.schema_broken with the line and the
    /// element, never the value, as it may be a name.
    [[nodiscard]] Findings check(std::string_view bytes) const;

private:
    struct Parsed;

    explicit Schema(std::unique_ptr<Parsed> parsed);

    std::unique_ptr<Parsed> parsed_;
};

/// The schemas an office has, by version.
struct Schemas {
    std::shared_ptr<const Schema> v03{};
    std::shared_ptr<const Schema> v09{};

    [[nodiscard]] bool is_empty() const { return !v03 && !v09; }

    /// Null if there is none.
    [[nodiscard]] const Schema* operator()(Version version) const {
        return version == Version::v03 ? v03.get() : v09.get();
    }
};

} // namespace saldo::payments::pain001
