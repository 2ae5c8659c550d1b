#pragma once

#include "base/code.hpp"

namespace saldo::cli {

inline constexpr Code file_missing{"cli.file_missing"};
inline constexpr Code file_is_folder{"cli.file_is_folder"};
inline constexpr Code file_unreadable{"cli.file_unreadable"};
inline constexpr Code file_failed{"cli.file_failed"};
inline constexpr Code book_exists{"cli.book_exists"};
inline constexpr Code book_missing{"cli.book_missing"};
inline constexpr Code book_damaged{"cli.book_damaged"};
inline constexpr Code output_failed{"cli.output_failed"};
inline constexpr Code store_unavailable{"cli.store_unavailable"};
inline constexpr Code unknown_language{"cli.unknown_language"};
inline constexpr Code unknown_output{"cli.unknown_output"};
inline constexpr Code unknown_word{"cli.unknown_word"};
inline constexpr Code import_repeated{"cli.import_repeated"};
inline constexpr Code schema_missing{"cli.schema_missing"};
inline constexpr Code run_exported_before{"cli.run_exported_before"};
inline constexpr Code file_in_the_way{"cli.file_in_the_way"};
inline constexpr Code unknown_format{"cli.unknown_format"};
inline constexpr Code not_a_part{"cli.not_a_part"};
inline constexpr Code rule_of_whom{"cli.rule_of_whom"};
inline constexpr Code unknown_signal{"cli.unknown_signal"};
inline constexpr Code unknown_control{"cli.unknown_control"};
inline constexpr Code not_a_digest{"cli.not_a_digest"};
inline constexpr Code not_a_public_key{"cli.not_a_public_key"};
inline constexpr Code files_not_released{"cli.files_not_released"};
inline constexpr Code key_file_not_named{"cli.key_file_not_named"};
inline constexpr Code secret_is_open{"cli.secret_is_open"};
inline constexpr Code passphrase_missing{"cli.passphrase_missing"};
inline constexpr Code passphrase_differs{"cli.passphrase_differs"};
inline constexpr Code unknown_version{"cli.unknown_version"};
inline constexpr Code not_a_dossier_line{"cli.not_a_dossier_line"};
inline constexpr Code unknown_strategy{"cli.unknown_strategy"};
inline constexpr Code several_plans{"cli.several_plans"};
inline constexpr Code plan_source_missing{"cli.plan_source_missing"};
inline constexpr Code claim_source_missing{"cli.claim_source_missing"};
inline constexpr Code what_if_is_kept{"cli.what_if_is_kept"};
inline constexpr Code not_a_score{"cli.not_a_score"};
inline constexpr Code goal_step_missing{"cli.goal_step_missing"};

} // namespace saldo::cli
