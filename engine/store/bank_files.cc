#include "store/bank_files.hpp"

#include "store/columns.hpp"
#include "store/compressed.hpp"
#include "store/rows.hpp"

namespace saldo::store {

void Stored_bank_files::add_part(File_id file, std::uint64_t part, std::string_view bytes) {
    const std::string packed = compressed(bytes);
    Write(session_, "INSERT INTO bank_file_part (bank_file_id, part, size, compressed) "
                    "VALUES (:file, :part, :size, :compressed)")(
        file.value, static_cast<Number>(part), static_cast<Number>(bytes.size()), Blob{packed});
}

std::string Stored_bank_files::part(File_id file, std::uint64_t part) {
    std::string bytes;
    each_row<Number, std::string_view>(
        session_,
        "SELECT size, compressed FROM bank_file_part WHERE bank_file_id = :file AND part = :part",
        [&](Number size, std::string_view packed) {
            const auto length = unsigned_of<std::size_t>(size);
            if (length > part_size) {
                throw Damaged("a part of a bank file is too large");
            }
            bytes = decompressed(packed, length);
        },
        file.value, static_cast<Number>(part));
    return bytes;
}

void Stored_bank_files::add_waiting(const app::Waiting_row& row) {
    Write(session_, "INSERT INTO waiting_statement (bank_file_id, account, line) "
                    "VALUES (:file, :account, :line)")(row.file.value, row.account,
                                                       static_cast<Number>(row.line));
}

void Stored_bank_files::remove_waiting(const app::Waiting_row& row) {
    Write(session_, "DELETE FROM waiting_statement WHERE bank_file_id = :file AND "
                    "account = :account AND line = :line")(row.file.value, row.account,
                                                           static_cast<Number>(row.line));
}

std::vector<app::Waiting_row> Stored_bank_files::waiting() {
    std::vector<app::Waiting_row> rows;
    each_row<Number, std::string, Number>(
        session_,
        "SELECT bank_file_id, account, line FROM waiting_statement ORDER BY bank_file_id, line",
        [&](Number file, std::string& account, Number line) {
            rows.push_back({{file}, std::move(account), unsigned_of<std::uint64_t>(line)});
        });
    return rows;
}

} // namespace saldo::store
