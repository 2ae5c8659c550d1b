#pragma once

#include <string>
#include <string_view>

/// Texts as people compare them: `Électricité-Gaz SA` and `ELECTRICITE GAZ  sa` are the same words.
namespace saldo::reconcile {

/// The words of a text in lower case, without accents, parted by single blanks. What is neither a
/// letter nor a digit parts words; letters outside the Latin alphabet stay as they are.
[[nodiscard]] std::string folded(std::string_view text);

/// True if each of `words` is a word of the text; both folded. No words are in every text.
[[nodiscard]] bool holds_words(std::string_view text, std::string_view words);

} // namespace saldo::reconcile
