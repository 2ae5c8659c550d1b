#pragma once

#include "cli/codes.hpp"
#include "cli/context.hpp"

#include <filesystem>

namespace saldo::cli {

/// The book there is to open. Refuses cli.book_missing.
[[nodiscard]] inline Result<std::string> existing_book(const Context& context) {
    const std::string& book = context.options.book;
    if (!std::filesystem::exists(book)) {
        return saldo::refuse(book_missing, {}, {book, 0, {}});
    }
    return book;
}

/// What `ask`, a function of `app::Unit_of_work&`, finds in the book. Its answer is a Result.
template <class Ask> [[nodiscard]] auto ask_book(const Context& context, Ask ask) {
    using Answer = decltype(ask(std::declval<app::Unit_of_work&>()));
    return existing_book(context).and_then([&](const std::string& book) -> Answer {
        const auto work = context.books.open_to_read(book);
        return ask(*work);
    });
}

/// Lets the user do `act`, a function of `app::Desk&`, in one transaction. It is kept if the
/// answer, a Result, is no refusal; with `--dry-run` nothing is kept.
template <class Act> [[nodiscard]] auto change_book(const Context& context, Act act) {
    using Answer = decltype(act(std::declval<app::Desk&>()));
    return existing_book(context).and_then([&](const std::string& book) -> Answer {
        const auto work = context.books.open_to_write(book);
        app::Desk desk(*work, context.actor(), context.options.time());
        Answer answer = act(desk);
        if (answer && !context.options.dry_run) {
            work->commit();
        }
        return answer;
    });
}

/// The report as the command's answer, or why there is none.
[[nodiscard]] inline Exit answer_or_refuse(const Context& context,
                                           const Result<render::Report>& report) {
    if (!report) {
        return context.refuse(report.error());
    }
    context.answer(*report);
    return Exit::done;
}

} // namespace saldo::cli
