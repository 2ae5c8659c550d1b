#pragma once

#include "bank/amount.hpp"
#include "base/finding.hpp"
#include "calendar/date.hpp"

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What every bank format is read into; the only thing the rest of the engine knows of bank files.
/// All texts are UTF-8 and are views into the `Statement_file` that holds them.
namespace saldo::bank {

struct Counterparty {
    std::string_view name;
    std::string_view account; ///< IBAN without blanks, or the number as written
    std::string_view bic;
    std::string_view address; ///< as written: street, then place

    friend bool operator==(const Counterparty&, const Counterparty&) = default;
};

struct Communication {
    enum class Kind {
        none,
        free,
        ogm,       ///< text = 12 digits, check proved
        rf,        ///< text = creditor reference, check proved
        structured ///< text = content as written; `type` tells the layout
    };

    friend bool operator==(const Communication&, const Communication&) = default;

    Kind kind = Kind::none;
    std::string_view type; ///< CODA communication type of three digits; in camt, of kind
                           ///< structured, the code of the reference such as SCOR; else empty
    std::string_view text;
    std::string_view written; ///< the whole communication as the bank wrote it, without the type
};

[[nodiscard]] std::string_view name(Communication::Kind kind);

/// Extra information with a movement (CODA record 3, elements of camt without a place of their
/// own), kept as the bank wrote it.
struct Information {
    std::string_view type; ///< three digits if structured; in camt the element, such as Chrgs
    std::string_view text;
    std::uint64_t line = 0;

    friend bool operator==(const Information&, const Information&) = default;
};

/// Half-open index range into one of the vectors of a `Statement`.
struct Span_of {
    std::uint32_t first = 0;
    std::uint32_t count = 0;

    friend bool operator==(const Span_of&, const Span_of&) = default;
};

/// Where something stands in the bytes of the file, as the file was given. A size of 0: unknown.
struct Byte_range {
    std::uint64_t begin = 0;
    std::uint64_t size = 0;

    friend bool operator==(const Byte_range&, const Byte_range&) = default;
};

/// One movement of the account (detail 0) or one detail of such a movement.
struct Movement {
    std::uint32_t sequence = 0;
    std::uint32_t detail = 0;
    std::optional<Date> booking_date;
    std::optional<Date> value_date;
    Amount amount; ///< signed: credits are positive
    Counterparty counterparty;
    Communication communication;
    std::string_view end_to_end_id; ///< of a total made by the customer: payment information id
    std::string_view mandate_id;
    std::string_view creditor_id; ///< of a direct debit
    std::string_view bank_reference;
    std::string_view key; ///< in a list: tells it from all other movements of the account, whatever
                          ///< the period of the list; empty if the bank gives nothing of the kind
    std::string_view transaction_code; ///< 8 digits in CODA: type, family, operation, category;
                                       ///< in camt `PMNT/RCDT/ESCT`, in MT940 such as `NTRF`
    std::string_view return_reason;    ///< ISO reason of an R-transaction, such as AC04
    std::string_view category_purpose; ///< ISO code, such as SALA
    std::string_view purpose;          ///< ISO code
    char r_type = ' ';      ///< ' ' none, 1 reject, 2 return, 3 refund, 4 reversal, 5 cancellation
    Span_of details;        ///< into Statement::details
    Span_of information;    ///< into Statement::information
    std::uint64_t line = 0; ///< 1-based line of its record or element in the file
    Byte_range origin;      ///< all records of the movement, or all of its own text

    friend bool operator==(const Movement&, const Movement&) = default;
};

/// What a file promises about the movements it holds.
enum class Coverage : std::uint8_t {
    statement, ///< all booked movements between two balances of the bank: proved and chained
    list       ///< some movements: an export or a report, which may overlap other files
};

/// One account and currency over one period. What the file does not state (a balance or a total,
/// when its record is missing) is empty and comes with a finding; it is never shown as zero.
struct Statement {
    std::string_view account; ///< IBAN without blanks, or the number as written
    std::string_view currency;
    std::string_view holder;
    std::string_view description;
    std::string_view bank_bic;
    std::string_view file_reference;
    std::uint32_t number = 0;       ///< the bank's sequence number within the year, 0 if none
    std::uint32_t paper_number = 0; ///< 0 if none
    std::uint32_t page = 0;         ///< of a statement cut in several, from 1; 0 if it is whole
    Coverage coverage = Coverage::statement;
    std::string_view id; ///< the bank's own name of the statement; empty if it has none
    std::optional<Date> creation_date;
    std::optional<Date> opening_date;
    std::optional<Amount> opening;
    std::optional<Date> closing_date;
    std::optional<Amount> closing;
    std::optional<Amount> debit_total; ///< as the file states it, not negative
    std::optional<Amount> credit_total;
    bool is_duplicate = false; ///< the bank says it delivers this again
    bool is_partial = false;   ///< an extract for one kind of movement: never book it
    std::vector<Movement> movements;
    std::vector<Movement> details;
    std::vector<Information> information;
    std::vector<Information> messages; ///< free messages to the holder (CODA record 4)
    std::uint64_t line = 0;

    friend bool operator==(const Statement&, const Statement&) = default;
};

/// Everything read from one file, with what the reader found to say. Owns the texts; moving it
/// leaves them where they are.
class Statement_file {
public:
    Statement_file() : texts_(std::make_unique<std::pmr::monotonic_buffer_resource>(first_texts)) {}

    std::string_view format; ///< "coda-2", "camt.053.001.08"; a format and its version or dialect
    std::vector<Statement> statements;
    Findings findings;

    /// Where the readers put texts that must live as long as this file.
    [[nodiscard]] std::pmr::monotonic_buffer_resource& texts() { return *texts_; }

    /// Copies a text to live as long as this file.
    [[nodiscard]] std::string_view keep(std::string_view text);

    /// Takes over a whole text, without copying, to live as long as this file.
    [[nodiscard]] std::string_view keep_bytes(std::string bytes);

    /// Keeps what texts look into for as long as this file lives.
    void hold(std::shared_ptr<const void> bytes) { held_.push_back(std::move(bytes)); }

    /// Forgets all it holds, to be read into again.
    void clear();

private:
    static constexpr std::size_t first_texts = 4'096; ///< bytes

    std::unique_ptr<std::pmr::monotonic_buffer_resource> texts_;
    std::vector<std::shared_ptr<const void>> held_;
};

} // namespace saldo::bank
