#include "app/init_book.hpp"

#include "app/codes.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace saldo::app {

Result<Done> init_book(Desk& desk, const Office& office) {
    const bool fits = !office.code.empty() && office.code.size() <= 8 &&
                      std::ranges::all_of(office.code, [](char c) {
                          return text::is_upper(c) || text::is_digit(c);
                      });
    if (!fits) {
        return refuse(not_an_office_code, {{"stated", office.code}});
    }
    desk.work().set_office(office);
    desk.record("book.opened", "",
                {{"office", office.name},
                 {"enterprise_number", std::string(office.enterprise_number.digits())},
                 {"code", office.code}});
    return Done{};
}

} // namespace saldo::app
