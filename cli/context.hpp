#pragma once

#include "app/desk.hpp"
#include "base/result.hpp"
#include "cli/exit.hpp"
#include "cli/i18n/texts.hpp"
#include "cli/render/progress.hpp"
#include "cli/render/render.hpp"

#include <functional>
#include <iosfwd>
#include <memory>
#include <string>

namespace saldo::cli {

/// The global options. main.cc fills in what the surroundings say; the command line overrides it.
struct Options {
    std::string book;            ///< file or URL
    bool is_book_stated = false; ///< by an option or the surroundings; else it is the usual one
    Date as_of;                  ///< the day the command works for; nothing else tells it the date
    std::string user;            ///< who acts, as the audit log will name them
    render::Output output = render::Output::table;
    std::string profiles_file;  ///< how banks want payment files; empty: as is built in
    std::string schemas_folder; ///< of the official schemas; empty: files are not held against them
    std::string key_file;       ///< the user's key; empty: approvals are not signed
    std::string passphrase_file;      ///< what opens the key; empty: it is asked
    bool dry_run = false;             ///< do everything, then roll back
    bool quiet = false;               ///< no progress, warnings or remarks on stderr
    std::optional<Time_of_day> at{};  ///< the time in Brussels, as stated
    std::optional<Time_of_day> now{}; ///< on the clock, unless a day was stated

    /// The time in Brussels, where anything tells it.
    [[nodiscard]] std::optional<Time_of_day> time() const { return at ? at : now; }
};

/// How books are reached; main.cc knows by which store. All throw when the store fails.
struct Books {
    using Open = std::function<std::unique_ptr<app::Unit_of_work>(const std::string& book)>;

    std::function<void(const std::string& book)> create;
    Open open_to_read;
    Open open_to_write;
};

/// What a command may use of the world: where to write, in which language, and the options.
struct Context {
    std::ostream& out;
    std::ostream& err;
    const i18n::Texts& texts;
    Options options;
    Books books;
    bool err_is_terminal = false;
    render::Elapsed elapsed;        ///< for progress only
    std::function<Exit()> action{}; ///< the command that was asked for

    /// Data, in the form of `--output`.
    void answer(const render::Report& report) const;

    /// Findings, one line each, on stderr; with `--quiet` only those of severity error.
    void say(const Findings& findings) const;

    /// Findings as `say` does, but of each code only the first, with how many more there are.
    void say_in_short(const Findings& findings) const;

    /// Says why not.
    [[nodiscard]] Exit refuse(const Refusal& refusal, Exit exit = Exit::refused) const;

    /// The person who acts.
    [[nodiscard]] app::Actor actor() const { return {options.user, options.as_of}; }

    [[nodiscard]] render::Progress progress(std::string_view key, std::size_t total) const;
};

} // namespace saldo::cli
