#pragma once

#include "app/ports.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace saldo::app {

/// The blocks of the payment files that left: some banks book a block as one debit, which then
/// bears the id of the block. Each run is read once, when a movement first names a block of it.
class Batches {
public:
    explicit Batches(Unit_of_work& work) : work_(work) {}

    /// The payments of each block of a file, by the id of the block.
    using Blocks = std::map<std::string, std::vector<Run_line_id>, std::less<>>;

    /// The payments of the block with this id; null if no file that left has it.
    [[nodiscard]] const std::vector<Run_line_id>* find(std::string_view id);

    /// The blocks of the files of a run; none if none left.
    [[nodiscard]] const Blocks& of_run(std::string_view run);

private:
    [[nodiscard]] Blocks blocks_of(std::string_view run);

    Unit_of_work& work_;
    std::map<std::string, Blocks, std::less<>> runs_;
};

} // namespace saldo::app
