#pragma once

#include "bank/camt/transaction.hpp"

#include <unordered_map>

namespace saldo::bank::camt {

/// Entries counted and added up.
struct Totals {
    std::uint64_t debits = 0;
    std::uint64_t credits = 0;
    Amount_sum debit; ///< not negative
    Amount_sum credit;

    void add(Amount amount);
};

/// What the totals of a statement have to agree with.
struct Tally {
    Totals booked;
    Totals all; ///< with those not booked
};

/// Reads the entries (`Ntry`) of one statement into movements, in their order. One entry is one
/// movement; its transactions (`TxDtls`) become details if each states its own amount in the
/// currency of the account and they add up to the entry, else they are kept as information. Only
/// what is booked is a movement: bank.entry_not_booked names the others.
class Entry_reader {
public:
    Entry_reader(Statement& statement, const Context& context)
        : statement_(statement), context_(context) {}

    void take(pugi::xml_node entry);

    [[nodiscard]] const Tally& tally() const { return tally_; }

private:
    using First_lines = std::unordered_map<std::string_view, std::uint64_t>;

    [[nodiscard]] bool is_booked(pugi::xml_node entry) const;
    void check_currency(pugi::xml_node amount) const;
    void read_dates(pugi::xml_node entry, Movement& movement) const;
    void check_repeated(First_lines& lines, std::string_view name, pugi::xml_node entry) const;
    void read_details(pugi::xml_node entry, const Entry_facts& facts, Movement& movement);
    void check_batches(std::span<const pugi::xml_node> groups, const Movement& movement) const;
    [[nodiscard]] std::optional<Amount>
    own_amount(pugi::xml_node transaction, const Movement& movement, bool is_only) const;
    [[nodiscard]] bool add_up(std::span<const pugi::xml_node> transactions,
                              const Movement& movement,
                              std::vector<Amount>& amounts) const;
    void split(std::span<const pugi::xml_node> transactions,
               std::span<const Amount> amounts,
               const Entry_facts& facts,
               Movement& movement);
    void summarise(pugi::xml_node transaction, const Entry_facts& facts, Movement& movement);

    Statement& statement_;
    const Context& context_;
    Tally tally_;
    First_lines bank_references_;
    First_lines entry_references_;
};

} // namespace saldo::bank::camt
