#include "law/maximum_apr.hpp"

#include "law/checks.hpp"

#include <boost/multiprecision/cpp_int.hpp>

namespace saldo::law {

Result<Maximum_apr>
maximum_apr(const Figures& figures, Credit_kind kind, Money credit, Date contract) {
    if (const auto checked = positive(credit); !checked) {
        return refuse(checked.error());
    }
    Taken taken(figures, contract);
    const bool small = credit <= taken.money("jkp.band1_max");
    const bool middle = credit <= taken.money("jkp.band2_max");
    const std::string key = "jkp_max." + std::string(name_in(credit_kind_names, kind)) +
                            (small    ? ".le1250"
                             : middle ? ".gt1250_le5000"
                                      : ".gt5000");
    const Figure* row = taken.row(key);
    if (const auto missing = taken.missing()) {
        return refuse(*missing);
    }
    return Maximum_apr{key, row->article, row->value, taken.percent(key), taken.findings()};
}

bool is_above(money::Rate apr, const Maximum_apr& maximum) {
    using boost::multiprecision::cpp_rational;
    return cpp_rational(apr.numerator(), apr.denominator()) >
           cpp_rational(maximum.rate.numerator(), maximum.rate.denominator());
}

} // namespace saldo::law
