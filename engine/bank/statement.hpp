#pragma once

#include "bank/amount.hpp"
#include "base/finding.hpp"
#include "calendar/date.hpp"

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string_view>
#include <vector>

/// What every bank format is read into; the only thing the rest of the engine knows of bank files.
/// All texts are UTF-8 and are views into the `Statement_file` that holds them.
namespace saldo::bank {

struct Counterparty {
    std::string_view name;
    std::string_view account; ///< IBAN without blanks, or the number as written
    std::string_view bic;
};

struct Communication {
    enum class Kind {
        none,
        free,
        ogm,       ///< text = 12 digits, check proved
        rf,        ///< text = creditor reference, check proved
        structured ///< text = content as written; `type` tells the layout
    };

    Kind kind = Kind::none;
    std::string_view type; ///< CODA communication type of three digits, else empty
    std::string_view text;
};

[[nodiscard]] std::string_view name(Communication::Kind kind);

/// Extra information with a movement (CODA record 3), kept as the bank wrote it.
struct Information {
    std::string_view type; ///< three digits if structured, else empty
    std::string_view text;
    std::uint64_t line = 0;
};

/// Half-open index range into one of the vectors of a `Statement`.
struct Span_of {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
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
    std::string_view end_to_end_id;
    std::string_view mandate_id;
    std::string_view creditor_id; ///< of a direct debit
    std::string_view bank_reference;
    std::string_view transaction_code; ///< 8 digits in CODA: type, family, operation, category
    std::string_view return_reason;    ///< ISO reason of an R-transaction, such as AC04
    char r_type = ' ';      ///< ' ' none, 1 reject, 2 return, 3 refund, 4 reversal, 5 cancellation
    Span_of details;        ///< into Statement::details
    Span_of information;    ///< into Statement::information
    std::uint64_t line = 0; ///< 1-based record in the file
};

/// One account and currency over one period.
struct Statement {
    std::string_view account; ///< IBAN without blanks, or the number as written
    std::string_view currency;
    std::string_view holder;
    std::string_view description;
    std::uint32_t number = 0;       ///< the bank's sequence number within the year, 0 if none
    std::uint32_t paper_number = 0; ///< 0 if none
    std::optional<Date> creation_date;
    std::optional<Date> opening_date;
    Amount opening;
    std::optional<Date> closing_date;
    Amount closing;
    Amount debit_total; ///< as the file states it, not negative
    Amount credit_total;
    bool is_duplicate = false; ///< the bank says it delivers this again
    bool is_partial = false; ///< an extract for one kind of movement: no balances to check or book
    std::vector<Movement> movements;
    std::vector<Movement> details;
    std::vector<Information> information;
    std::vector<Information> messages; ///< free messages to the holder (CODA record 4)
    std::uint64_t line = 0;
};

/// Everything read from one file, with what the reader found to say. Owns the texts.
class Statement_file {
public:
    Statement_file() : texts_(std::make_unique<std::pmr::monotonic_buffer_resource>()) {}

    std::string_view format; ///< "coda-2"
    std::vector<Statement> statements;
    Findings findings;

    /// Where the readers put texts that must live as long as this file.
    [[nodiscard]] std::pmr::monotonic_buffer_resource& texts() { return *texts_; }

private:
    std::unique_ptr<std::pmr::monotonic_buffer_resource> texts_;
};

} // namespace saldo::bank
