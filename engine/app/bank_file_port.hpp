#pragma once

#include "base/id.hpp"
#include "calendar/date.hpp"
#include "party/iban.hpp"
#include "payments/pain002/status.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saldo::app {

/// A statement of a kept file whose account is in no dossier yet.
struct Waiting_row {
    File_id file;
    std::string account;
    std::uint64_t line = 0; ///< of the statement

    friend bool operator==(const Waiting_row&, const Waiting_row&) = default;
};

/// The bytes of the bank's files, and what of them waits.
class Bank_files {
public:
    Bank_files() = default;
    Bank_files(const Bank_files&) = delete;
    Bank_files& operator=(const Bank_files&) = delete;
    virtual ~Bank_files() = default;

    /// Parts are numbered from 1; each has `part_size` bytes, but the last one may have fewer.
    static constexpr std::size_t part_size = std::size_t{1} << 20U;

    virtual void add_part(File_id file, std::uint64_t part, std::string_view bytes) = 0;
    /// Empty beyond the last part, and of a file that came before the book kept their bytes.
    [[nodiscard]] virtual std::string part(File_id file, std::uint64_t part) = 0;

    virtual void add_waiting(const Waiting_row& row) = 0;
    virtual void remove_waiting(const Waiting_row& row) = 0;
    /// In order of file and line.
    [[nodiscard]] virtual std::vector<Waiting_row> waiting() = 0;
};

/// An answer of the bank to the payment file of a run. Its bytes are those of a bank file.
struct Answer_row {
    File_id file;
    Run_id run;
    std::string message_id; ///< the bank's
    std::string created;    ///< by the bank, as it wrote it

    friend bool operator==(const Answer_row&, const Answer_row&) = default;
};

/// What an answer says of one line of its run.
struct Status_row {
    File_id answer;
    Run_line_id line;
    payments::pain002::Status status;

    friend bool operator==(const Status_row&, const Status_row&) = default;
};

/// What the bank answered to payment files.
/// That a payment came back, and why: by the answer of the bank or by a statement.
struct Refusal_row {
    Dossier_id dossier;
    std::string dossier_number;
    Run_line_id line;
    Iban iban;          ///< of the payee
    std::string reason; ///< code of the bank
    Date as_of;         ///< day on which the book took it in
};

class Answers {
public:
    Answers() = default;
    Answers(const Answers&) = delete;
    Answers& operator=(const Answers&) = delete;
    virtual ~Answers() = default;

    virtual void add(const Answer_row& answer) = 0;
    virtual void add(const Status_row& status) = 0;
    /// In the order in which they came.
    [[nodiscard]] virtual std::vector<Answer_row> all() = 0;
    /// What was said of the lines of a run, in order of answer and line.
    [[nodiscard]] virtual std::vector<Status_row> statuses(Run_id run) = 0;
    /// Why payments came back, of a dossier or of all, where a reason was given for the payment
    /// itself: in order of dossier number, account, day and reason.
    [[nodiscard]] virtual std::vector<Refusal_row> refusals(std::optional<Dossier_id> dossier) = 0;
};

} // namespace saldo::app
