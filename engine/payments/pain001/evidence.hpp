#pragma once

#include "base/result.hpp"
#include "payments/pain001/codes.hpp"
#include "payments/pain001/rules.hpp"
#include "payments/pain001/stated.hpp"

#include <span>
#include <string_view>
#include <unordered_map>

namespace saldo::payments::pain001 {

/// The account numbers of a file, each read and looked up once: many rules look at them, and
/// offices pay the same payees over and over.
class Account_numbers {
public:
    /// File and context must outlive this.
    Account_numbers(const Stated_file& file, const Context& context);

    /// What a text of the file is as an IBAN, or why it is none.
    [[nodiscard]] const Result<Iban>& of(std::string_view account) const;

    /// What is known of the account of a payee. One the office never heard of is as good as new.
    [[nodiscard]] const Payee_account& payee(std::string_view account) const;

private:
    struct Number {
        Result<Iban> iban;
        const Payee_account* payee;
    };

    std::unordered_map<std::string_view, Number> read_;
};

/// All that a rule may look at.
struct Evidence {
    std::string_view bytes;
    const Stated_file& file;       ///< what the bytes state; empty if they cannot be read
    const Result<Message>& reread; ///< the same as values, or why not
    const Message& intended;       ///< converted
    const Context& context;
    const Account_numbers& accounts; ///< of the file
};

/// The lines of a file, counted when the first finding asks.
class Lines {
public:
    explicit Lines(std::string_view bytes) : bytes_(bytes) {}

    /// 1-based line of a byte.
    [[nodiscard]] std::uint64_t at(std::size_t offset);

private:
    std::string_view bytes_;
    std::vector<std::size_t> ends_; ///< offsets of the line ends
};

/// Takes the findings of one rule.
class Report {
public:
    Report(Code code, Severity severity, Lines& lines, Findings& findings)
        : code_(code), severity_(severity), lines_(lines), findings_(findings) {}

    /// `params` come after the id of the message, block or transfer at `offset`.
    void add(std::size_t offset, std::string_view id, std::string_view place, Params params = {});

private:
    Code code_;
    Severity severity_;
    Lines& lines_;
    Findings& findings_;
};

/// What a rule needs before it can look.
enum class Needs {
    bytes, ///< runs on whatever the bytes are
    form   ///< runs when the bytes could be scanned
};

struct Rule {
    Code code;
    Severity severity;
    Needs needs;
    void (*check)(const Evidence&, Report&);
};

/// The rules by theme; rules.cc puts them in order of number.
[[nodiscard]] std::span<const Rule> identity_rules(); ///< P03 P20
[[nodiscard]] std::span<const Rule> amount_rules();   ///< P01 P02 P04 P21 P22
[[nodiscard]] std::span<const Rule> account_rules();  ///< P05-P08 P18 P19 P27 P28
[[nodiscard]] std::span<const Rule> text_rules();     ///< P09-P14
[[nodiscard]] std::span<const Rule> service_rules();  ///< P15 P16 P26
[[nodiscard]] std::span<const Rule> date_rules();     ///< P17
[[nodiscard]] std::span<const Rule> file_rules();     ///< P23-P25

template <class Look> void for_each_transfer(const Stated_file& file, Look look) {
    for (const Stated_block& block : file.blocks) {
        for (const Stated_transfer& transfer : block.transfers) {
            look(block, transfer);
        }
    }
}

/// An account number as findings may show it: `BE31...4555`.
[[nodiscard]] std::string masked(std::string_view account);

} // namespace saldo::payments::pain001
