#include "cli/taken_file.hpp"

#include "cli/codes.hpp"

#include <algorithm>

namespace saldo::cli {

void say_earlier(const Context& context, const std::string& name, const app::File_row& earlier) {
    context.say({{import_repeated,
                  Severity::info,
                  {name, 0, {}},
                  {{"earlier", earlier.name},
                   {"as_of", calendar::format(earlier.actor.as_of)},
                   {"user", earlier.actor.user}}}});
}

Exit exit_of(const Refusal& refusal, std::span<const Code> unreadable) {
    return std::ranges::find(unreadable, refusal.code()) == unreadable.end() ? Exit::refused
                                                                             : Exit::unreadable;
}

} // namespace saldo::cli
