#pragma once

#include "app/desk.hpp"
#include "store/book.hpp"

#include <filesystem>
#include <stdexcept>
#include <string>

namespace saldo::bench {

/// Opens the book, lets `act(desk)` do its work in the name of `user` on `as_of`, and commits. All
/// of it is one request, and one transaction.
template <class Act>
auto at_desk(const std::filesystem::path& book, std::string user, Date as_of, Act act) {
    const auto work = store::open_to_write(book);
    app::Desk desk(*work, {std::move(user), as_of});
    auto answer = act(desk);
    work->commit();
    return answer;
}

/// The value of an answer that is no refusal; a refusal ends the benchmark.
template <class T> T accepted(Result<T> answer) {
    if (!answer) {
        std::string text = "refused:";
        for (const Finding& finding : answer.error().findings()) {
            text.append(" ").append(finding.code.text).append(" ").append(finding.where.place);
            for (const Param& param : finding.params) {
                text.append(" ").append(param.name).append("=").append(param.value);
            }
        }
        throw std::runtime_error(text);
    }
    return *std::move(answer);
}

} // namespace saldo::bench
