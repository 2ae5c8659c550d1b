#include "party/bic.hpp"

#include "base/text.hpp"
#include "party/codes.hpp"

namespace saldo::party {

Result<Bic> parse_bic(std::string_view text) {
    bool fits = text.size() == 8 || text.size() == 11;
    for (std::size_t i = 0; fits && i < text.size(); ++i) {
        const bool in_country = i == 4 || i == 5;
        fits = text::is_upper(text[i]) || (!in_country && text::is_digit(text[i]));
    }
    if (!fits) {
        return refuse(not_a_bic, {{"stated", std::string(text)}});
    }
    return Bic(text);
}

} // namespace saldo::party
