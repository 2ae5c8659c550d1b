#pragma once

#include "bank/csv/entry.hpp"
#include "bank/csv/header.hpp"
#include "bank/csv/values.hpp"
#include "bank/report.hpp"

#include <array>
#include <map>
#include <optional>

namespace saldo::bank::csv {

/// Puts rows together into statements: one for each account and currency. Rows come in the order of
/// the file; after the last one, `finish`.
class Assembler {
public:
    /// `texts` makes what the statements keep.
    Assembler(Statement_file& file,
              Report& report,
              Text_maker& texts,
              const Layout& layout,
              bool is_1904);

    /// A row before the header.
    void take_preamble(const Row& row);

    /// A row after the header.
    void take(const Row& row);

    void finish();

private:
    struct Group {
        std::string_view account;
        std::string_view currency;
        std::string_view holder;
        Entries entries;
    };

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    static constexpr auto role_count = static_cast<std::size_t>(Role::count_);

    [[nodiscard]] const Cell* find(const Row& row, Role role) const;
    [[nodiscard]] std::string_view text(const Row& row, Role role);
    [[nodiscard]] bool has_right_width(const Row& row);
    [[nodiscard]] bool happened(const Row& row);
    [[nodiscard]] bool only_informs(const Row& row);
    [[nodiscard]] bool read_date(const Row& row, Role role, std::optional<Date>& date);
    [[nodiscard]] bool read_amount(const Row& row, Role role, std::optional<Amount>& amount);
    [[nodiscard]] bool read_values(const Row& row, Entry& entry);
    [[nodiscard]] bool must_be_filled(const Row& row, Role role, bool is_filled);
    void check_repeated(const Row& row, Amount amount, std::optional<Amount> foreign);
    void read_counterparty(const Row& row, Entry& entry);
    void read_communications(const Row& row, Entry& entry);
    void read_texts(const Row& row, Entry& entry);
    void apply(const Cut& cut, std::string_view found, Movement& movement);
    void put_information(std::string_view text, Entry& entry);
    [[nodiscard]] std::string_view account_of(std::string_view written);
    [[nodiscard]] bool place(const Row& row, Entry& entry);
    [[nodiscard]] std::size_t
    group_of(const Row& row, std::string_view account, std::string_view currency);
    void place_homeless();
    [[nodiscard]] std::string_view key_of(const Entry& entry);
    [[nodiscard]] std::string part_of_key(const Entry& entry, Key_part part) const;
    void check_keys(const Entries& entries);
    void make_statement(Group& group);
    void report_unreadable(const Row& row, Role role, std::string_view stated);
    void add(Code code, Severity severity, const Row& row, Params params = {});

    Statement_file& file_;
    Report& report_;
    Text_maker& texts_;
    const Layout& layout_;
    Values values_;
    std::array<std::size_t, role_count> positions_{}; ///< of the first column of a role
    std::vector<Group> groups_;
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> group_by_account_;
    std::vector<std::pair<Entry, std::string_view>> homeless_; ///< without account; their currency
    std::vector<Information> information_;
    std::vector<Information> messages_;
    std::string_view last_account_; ///< as the file writes it: nearly all rows have the same
    std::string_view last_account_read_;
};

} // namespace saldo::bank::csv
