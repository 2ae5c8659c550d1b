#include "cli/bank_answer.hpp"

namespace saldo::cli {

namespace {

using namespace render;
using payments::pain002::Reason;
using payments::pain002::Status;

std::string
word_or_code(const std::string& list, const std::string& code, const i18n::Texts& texts) {
    const std::string key = "term." + list + "." + code;
    return texts.has(key) ? texts(key) : code;
}

/// `rekening opgeheven (AC04): as the bank wrote it`.
std::string told(const Reason& reason, const i18n::Texts& texts) {
    std::string text;
    const std::string key = "term.bank_reason." + reason.code;
    if (!reason.is_of_bank && texts.has(key)) {
        text = texts(key) + " (" + reason.code + ")";
    } else {
        text = reason.code;
    }
    return text.append(text.empty() || reason.text.empty() ? "" : ": ").append(reason.text);
}

std::string told(const Status& status, const i18n::Texts& texts) {
    std::string text = word_or_code("bank_status", status.code, texts);
    for (const Reason& reason : status.reasons) {
        text.append("; ").append(told(reason, texts));
    }
    return text;
}

template <class Part> std::string joined(const std::vector<Reason>& reasons, Part part) {
    std::string text;
    for (const Reason& reason : reasons) {
        const std::string& more = reason.*part;
        text.append(text.empty() || more.empty() ? "" : " ").append(more);
    }
    return text;
}

} // namespace

std::vector<Cell> cells_of(const std::optional<Status>& status, const i18n::Texts& texts) {
    if (!status) {
        return {Absent{}, Absent{}, Absent{}, Absent{}};
    }
    return {Text{status->code}, filled<Text>(joined(status->reasons, &Reason::code)),
            filled<Text>(joined(status->reasons, &Reason::text)), Text{told(*status, texts)}};
}

std::vector<Column> answer_columns(bool is_answered) {
    constexpr Shown nowhere{false, false, false};
    return {{"bank_status", for_machines},
            {"bank_reasons", for_machines},
            {"bank_text", for_machines},
            {"bank_answer", is_answered ? for_people : nowhere}};
}

} // namespace saldo::cli
