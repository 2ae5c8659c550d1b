// The composition root: the only place that reads the surroundings (clock, environment, login,
// terminal) and turns what the environment throws into an exit code.
#include "calendar/brussels.hpp"
#include "cli/codes.hpp"
#include "cli/command_line.hpp"
#include "store/book.hpp"
#include "store/columns.hpp"

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <pwd.h>
#include <unistd.h>

namespace {

using namespace saldo;
using cli::Exit;

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

std::string login() {
    const passwd* entry = getpwuid(getuid());
    return entry == nullptr ? std::to_string(getuid()) : entry->pw_name;
}

cli::Options default_options() {
    const std::string book = environment("SALDO_BOOK");
    const std::string user = environment("SALDO_USER");
    const calendar::Local_time now = calendar::brussels_time(std::time(nullptr));
    return {.book = book.empty() ? "saldo.db" : book,
            .is_book_stated = !book.empty(),
            .as_of = now.date,
            .user = user.empty() ? login() : user,
            .profiles_file = environment("SALDO_PROFILES"),
            .schemas_folder = environment("SALDO_SCHEMAS"),
            .key_file = environment("SALDO_KEY"),
            .passphrase_file = environment("SALDO_PASSPHRASE_FILE"),
            .now = now.time};
}

Exit failed(const cli::Context& context, Code code, const std::exception& why, Exit exit) {
    return context.refuse(Refusal(Finding{code, Severity::error, {}, {{"reason", why.what()}}}),
                          exit);
}

Exit guarded_run(const std::vector<std::string>& arguments, cli::Context& context) {
    try {
        return run(arguments, context);
    } catch (const std::filesystem::filesystem_error& why) {
        return failed(context, cli::file_failed, why, Exit::unreadable);
    } catch (const store::Damaged& why) {
        return failed(context, cli::book_damaged, why, Exit::integrity);
    } catch (const std::exception& why) {
        return failed(context, cli::store_unavailable, why, Exit::store);
    }
}

} // namespace

int main(int count, char** words) {
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> arguments(words + 1, words + count);
    const i18n::Texts texts(cli::language_asked(arguments));
    const auto start = std::chrono::steady_clock::now();
    cli::Context context{.out = std::cout,
                         .err = std::cerr,
                         .texts = texts,
                         .options = default_options(),
                         .books = {store::create_book, store::open_to_read, store::open_to_write},
                         .err_is_terminal = isatty(STDERR_FILENO) == 1,
                         .elapsed = [start] {
                             return std::chrono::duration_cast<std::chrono::milliseconds>(
                                 std::chrono::steady_clock::now() - start);
                         }};
    Exit exit = guarded_run(arguments, context);
    if (!std::cout.flush()) {
        exit = context.refuse(Refusal(Finding{cli::output_failed, Severity::error, {}, {}}),
                              Exit::store);
    }
    return static_cast<int>(exit);
}
