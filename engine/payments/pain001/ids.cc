#include "payments/pain001/ids.hpp"

#include "base/invariant.hpp"
#include "base/text.hpp"
#include "payments/pain001/codes.hpp"
#include "payments/pain001/sepa_text.hpp"

namespace saldo::payments::pain001 {

namespace {

constexpr std::string_view file_mark = "-F";
constexpr std::string_view block_mark = "-P";

/// `-P0001`: a mark and a counter of at least `width` digits.
std::string counter(std::string_view mark, std::size_t value, std::size_t width) {
    std::string digits = std::to_string(value);
    if (digits.size() < width) {
        digits.insert(0, width - digits.size(), '0');
    }
    return std::string(mark) + digits;
}

/// What stands before a mark and its counter; nothing if the id does not end so.
std::string_view before(std::string_view id, std::string_view mark) {
    const std::size_t at = id.rfind(mark);
    const bool is_counted =
        at != std::string_view::npos && text::all_digits(id.substr(at + mark.size()));
    return is_counted ? id.substr(0, at) : std::string_view();
}

Result<std::string> as_id(std::string id) {
    if (!is_sepa_id(id)) {
        return refuse(id_not_sepa,
                      {{"id", to_sepa(id).text}, {"length", std::to_string(id.size())}});
    }
    return id;
}

} // namespace

Result<std::string> message_id(std::string_view run, std::size_t file) {
    invariant(file >= 1, "files count from 1");
    return as_id(std::string(run) + (file == 1 ? "" : counter(file_mark, file, 1)));
}

Result<std::string> block_id(std::string_view message_id, std::size_t position) {
    return as_id(std::string(message_id) + counter(block_mark, position, 4));
}

Result<std::string> end_to_end_id(std::string_view run, std::size_t line) {
    return as_id(std::string(run) + counter("-", line, 6));
}

std::string_view message_of_block(std::string_view id) {
    return before(id, block_mark);
}

std::string_view run_of_message(std::string_view id) {
    const std::string_view run = before(id, file_mark);
    return run.empty() ? id : run;
}

} // namespace saldo::payments::pain001
