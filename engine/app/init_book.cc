#include "app/init_book.hpp"

#include "app/codes.hpp"
#include "base/text.hpp"

namespace saldo::app {

Result<Done> init_book(Desk& desk, const Office& office) {
    if (text::trim(office.name).empty()) {
        return refuse(office_has_no_name);
    }
    desk.work().set_office(office);
    desk.record("book.opened", "",
                {{"office", office.name},
                 {"enterprise_number", std::string(office.enterprise_number.digits())}});
    return Done{};
}

} // namespace saldo::app
