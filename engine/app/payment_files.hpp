#pragma once

#include "app/payers.hpp"
#include "payments/bank_profile.hpp"
#include "payments/pain001/convert.hpp"

#include <string>
#include <vector>

namespace saldo::app {

/// A file of a run: what it is meant to say, its bytes, and what the book keeps of it.
struct Payment_file {
    payments::pain001::Message intended; ///< converted
    payments::pain001::Version version = payments::pain001::Version::v09;
    std::string bytes;
    payments::Run_file kept;
};

struct Payment_files {
    std::vector<Payment_file> files;
    std::vector<payments::pain001::Text_change> changes; ///< texts that are not sent as they are
};

/// The files of a run, dated `creation`, as the profiles of its banks want them. The same lines,
/// profiles and date give the same bytes. Refuses app.office_missing, what the layout refuses
/// (payments/pain001/files.hpp) and what conversion refuses (convert.hpp).
[[nodiscard]] Result<Payment_files> make_payment_files(Unit_of_work& work,
                                                       const Run_sheet& sheet,
                                                       const Payers& payers,
                                                       const payments::Bank_profiles& profiles,
                                                       Date creation);

} // namespace saldo::app
