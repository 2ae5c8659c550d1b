#include "payments/pain002/status.hpp"

#include "base/named.hpp"

namespace saldo::payments::pain002 {

namespace {

/// ISO 20022 external code sets of 2025; RVNC to RVNA came with the verification of payee
/// (regulation (EU) 2024/886), in answers of version 10 and later.
constexpr std::array statuses{
    Named{Meaning::waiting, "RCVD"},    Named{Meaning::waiting, "ACTC"},
    Named{Meaning::waiting, "PATC"},    Named{Meaning::waiting, "PDNG"},
    Named{Meaning::waiting, "ACFW"},    Named{Meaning::accepted, "ACCP"},
    Named{Meaning::accepted, "ACFC"},   Named{Meaning::accepted, "ACWC"},
    Named{Meaning::accepted, "ACSP"},   Named{Meaning::waiting, "BLCK"},
    Named{Meaning::accepted, "ACPD"},   Named{Meaning::accepted, "ACWP"},
    Named{Meaning::settled, "ACSC"},    Named{Meaning::settled, "ACCC"},
    Named{Meaning::mixed, "PART"},      Named{Meaning::rejected, "RJCT"},
    Named{Meaning::rejected, "CANC"},   Named{Meaning::name_check, "RVNC"},
    Named{Meaning::name_check, "RCVC"}, Named{Meaning::mixed, "RVCM"},
    Named{Meaning::name_check, "RVMC"}, Named{Meaning::name_check, "RVNM"},
    Named{Meaning::name_check, "RVNA"},
};

constexpr std::array<std::string_view, 6> duplicates{"AM05", "DU01", "DU02",
                                                     "DU03", "DU04", "DUPL"};

constexpr std::array levels{Named{Level::group, "group"}, Named{Level::payment, "payment"},
                            Named{Level::transaction, "transaction"}};

} // namespace

std::optional<Meaning> meaning_of(std::string_view status) {
    return value_in(statuses, status);
}

bool says_duplicate(const std::vector<Reason>& reasons) {
    return std::ranges::any_of(reasons, [](const Reason& reason) {
        return !reason.is_of_bank && std::ranges::find(duplicates, reason.code) != duplicates.end();
    });
}

std::string_view name(Level level) {
    return name_in(levels, level);
}

std::optional<Level> level_from(std::string_view name) {
    return value_in(levels, name);
}

bool is_rejection(const Status& status) {
    return meaning_of(status.code) == Meaning::rejected && !says_duplicate(status.reasons);
}

} // namespace saldo::payments::pain002
