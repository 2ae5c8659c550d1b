#include "payments/pain001/blocks.hpp"

#include "base/invariant.hpp"
#include "base/text.hpp"
#include "payments/pain001/codes.hpp"
#include "payments/pain001/sepa_text.hpp"

#include <algorithm>
#include <tuple>

namespace saldo::payments::pain001 {

namespace {

/// `-P0001`: a mark and a counter of at least `width` digits.
std::string counter(std::string_view mark, std::size_t value, std::size_t width) {
    std::string digits = std::to_string(value);
    if (digits.size() < width) {
        digits.insert(0, width - digits.size(), '0');
    }
    return "-" + std::string(mark) + digits;
}

Result<std::string> as_id(std::string id) {
    if (!is_sepa_id(id)) {
        return refuse(id_not_sepa,
                      {{"id", to_sepa(id).text}, {"length", std::to_string(id.size())}});
    }
    return id;
}

auto order_of(const Run_line& line) {
    return std::tie(line.dossier, line.debtor.account, line.execution, line.transfer.end_to_end_id);
}

bool same_block(const Run_line& a, const Run_line& b) {
    return a.dossier == b.dossier && a.debtor == b.debtor && a.execution == b.execution;
}

} // namespace

Result<std::string> message_id(std::string_view run, std::size_t edition) {
    invariant(edition >= 1, "editions count from 1");
    return as_id(std::string(run) + (edition == 1 ? "" : counter("E", edition, 1)));
}

Result<std::string> block_id(std::string_view message_id, std::size_t position) {
    return as_id(std::string(message_id) + counter("P", position, 4));
}

std::string_view message_of_block(std::string_view id) {
    const std::size_t mark = id.rfind("-P");
    const bool is_block = mark != std::string_view::npos && text::all_digits(id.substr(mark + 2));
    return is_block ? id.substr(0, mark) : std::string_view();
}

Result<std::string> end_to_end_id(std::string_view run, std::size_t line) {
    return as_id(std::string(run) + counter("", line, 6));
}

Result<std::vector<Block>> make_blocks(std::string_view message_id, std::vector<Run_line> lines) {
    std::ranges::sort(
        lines, [](const Run_line& a, const Run_line& b) { return order_of(a) < order_of(b); });
    std::vector<Block> blocks;
    const Run_line* previous = nullptr;
    for (const Run_line& line : lines) {
        if (previous == nullptr || !same_block(*previous, line)) {
            auto id = block_id(message_id, blocks.size() + 1);
            if (!id) {
                return refuse(id.error());
            }
            const Debtor& debtor = line.debtor;
            blocks.push_back({std::move(*id),
                              line.execution,
                              debtor.name,
                              debtor.account,
                              debtor.bank,
                              debtor.address,
                              false,
                              {}});
        }
        blocks.back().transfers.push_back(line.transfer);
        previous = &line;
    }
    return blocks;
}

} // namespace saldo::payments::pain001
