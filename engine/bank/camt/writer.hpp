#pragma once

#include "bank/camt/write.hpp"

#include <pugixml.hpp>

#include <optional>

namespace saldo::bank::camt {

/// Adds elements and remembers the first value that did not fit.
class Writer {
public:
    explicit Writer(Version version) : version_(version) {}

    /// What the next values belong to, from 1; movement 0 is the statement itself.
    void at(std::size_t statement, std::size_t movement) {
        statement_ = statement;
        movement_ = movement;
    }

    [[nodiscard]] bool is_v02() const { return version_ == Version::v02; }

    [[nodiscard]] static pugi::xml_node add(pugi::xml_node parent, const char* name) {
        return parent.append_child(name);
    }

    /// The same for a path of new elements; the last one is given back.
    [[nodiscard]] static pugi::xml_node add_path(pugi::xml_node parent,
                                                 std::initializer_list<const char*> names);

    /// A text of 1 to `length_max` characters that comes back as it is.
    void text(pugi::xml_node parent, const char* name, std::string_view text, std::size_t max);

    /// The same, left out where it is empty.
    void optional(pugi::xml_node parent, const char* name, std::string_view text, std::size_t max);

    void amount(pugi::xml_node parent, const char* name, Amount size, std::string_view currency);

    /// `Amt` and `CdtDbtInd`.
    void signed_amount(pugi::xml_node parent, Amount amount, std::string_view currency);

    /// Day in a choice of day and time.
    void day(pugi::xml_node parent, const char* name, std::optional<Date> date);

    /// IBAN, or another number.
    void account(pugi::xml_node parent, const char* name, std::string_view number);

    void bic(pugi::xml_node parent, const char* name, std::string_view bic);

    /// Notes a value that does not fit, unless `fits`.
    void need(bool fits, std::string_view field);

    [[nodiscard]] const std::optional<Refusal>& trouble() const { return trouble_; }

private:
    Version version_;
    std::size_t statement_ = 0;
    std::size_t movement_ = 0;
    std::optional<Refusal> trouble_;
};

/// Longest texts of the schemas.
inline constexpr std::size_t id_length = 35;
inline constexpr std::size_t account_length = 34;
inline constexpr std::size_t line_length = 70;
inline constexpr std::size_t text_length = 140;
inline constexpr std::size_t long_length = 500;

/// Writes a movement as an entry.
void write_entry(pugi::xml_node parent,
                 const Statement& statement,
                 const Movement& movement,
                 Writer& writer);

/// Writes what a payment says as `RmtInf`.
void write_remittance(pugi::xml_node parent, const Communication& communication, Writer& writer);

} // namespace saldo::bank::camt
