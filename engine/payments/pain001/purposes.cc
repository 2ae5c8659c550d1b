#include "payments/pain001/purposes.hpp"

#include <algorithm>
#include <array>

namespace saldo::payments::pain001 {

namespace {

constexpr auto purposes = std::to_array<std::string_view>({
    "ALMY", // alimony
    "BECH", // child benefit
    "CBTV", // cable television
    "CHAR", // charity
    "DNTS", // dentist
    "EDUC", // school costs
    "ELEC", // electricity
    "ENRG", // energy, electricity and gas together
    "GASB", // gas
    "HLTI", // health insurance
    "HSPC", // hospital
    "INSU", // insurance
    "LIFI", // life insurance
    "LOAR", // repayment of a loan
    "MDCS", // medical care
    "NWCM", // internet and telephone network
    "OTHR", // other
    "PHON", // telephone
    "RENT", // rent
    "SAVG", // savings
    "SSBE", // social benefit
    "TAXS", // taxes
    "WTER", // water
});

constexpr auto category_purposes = std::to_array<std::string_view>({
    "GOVT", // to or from government
    "PENS", // pension
    "SSBE", // social benefit
    "SUPP", // supplier
    "TAXS", // taxes
});

static_assert(std::ranges::is_sorted(purposes) && std::ranges::is_sorted(category_purposes));

} // namespace

bool is_purpose(std::string_view code) {
    return std::ranges::binary_search(purposes, code);
}

bool is_category_purpose(std::string_view code) {
    return std::ranges::binary_search(category_purposes, code);
}

} // namespace saldo::payments::pain001
