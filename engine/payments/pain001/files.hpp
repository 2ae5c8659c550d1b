#pragma once

#include "base/result.hpp"
#include "payments/pain001/message.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// How the payments of a run are laid out over files and blocks.
namespace saldo::payments::pain001 {

/// How a bank, or the channel to it, wants its files.
struct Profile {
    std::string name;
    Version version = Version::v09;
    bool batch_booking = false;        ///< one debit for a block, and not one for each payment
    std::string category_purpose;      ///< four letters (purposes.hpp), empty if none
    std::size_t payments_max = 10'000; ///< in one file, at least 1
    std::optional<Money> total_max{};  ///< of one file, above zero

    friend bool operator==(const Profile&, const Profile&) = default;
};

/// Who pays, on behalf of one dossier.
struct Debtor {
    std::string name; ///< holder of the account as the bank has it
    Iban account;
    std::optional<Bic> bank;
    std::optional<Address> address;

    friend bool operator==(const Debtor&, const Debtor&) = default;
};

/// An approved line of a run.
struct Run_line {
    std::size_t profile = 0; ///< of its debtor's bank: position in the profiles
    std::string dossier;     ///< number; orders and parts the blocks, it is never written
    Debtor debtor;
    Date execution;
    Transfer transfer; ///< with its end_to_end_id
};

/// The payments of one file, before it is a message.
struct File {
    std::string id; ///< of the message
    std::size_t profile = 0;
    std::vector<Block> blocks;

    friend bool operator==(const File&, const File&) = default;
};

/// The files of a run: those of the first profile first, each as full as its profile allows. In
/// them one block per debtor account and execution date, in the order of dossier, account and date,
/// and the transfers of a block in the order of their ids. A block goes whole into one file unless
/// it is too large for any: then it goes on in the next ones. The order of `lines` does not matter.
/// Dossiers never share a block, even if they state the same account.
///
/// Refuses payments.id_not_sepa and payments.above_file_limit (one payment is more than a file may
/// hold in all).
[[nodiscard]] Result<std::vector<File>>
make_files(std::string_view run, std::vector<Run_line> lines, std::span<const Profile> profiles);

} // namespace saldo::payments::pain001
