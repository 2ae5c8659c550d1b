#include "reconcile/record.hpp"

#include "base/text.hpp"

namespace saldo::reconcile {

namespace {

constexpr std::string_view between_parts = "; ";

/// Takes the text up to `end` (or all of it) off the front.
std::string_view take(std::string_view& text, std::string_view end) {
    const std::size_t at = text.find(end);
    const std::string_view front = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + end.size());
    return front;
}

void add(std::string& text, std::string_view word) {
    if (!text.empty()) {
        text += ' ';
    }
    text += word;
}

void add(std::string& text, std::string_view name, const std::string& value) {
    add(text, name);
    text += value;
}

void add(std::string& text, const Grounds& grounds) {
    if (grounds.days) {
        add(text, "days=", std::to_string(*grounds.days));
    }
    if (grounds.difference) {
        add(text, "difference=", format(*grounds.difference));
    }
    if (grounds.rule) {
        add(text, "rule=", std::to_string(grounds.rule->value));
    }
    if (grounds.original) {
        add(text, "original=", std::to_string(grounds.original->value));
    }
    if (grounds.order) {
        add(text, "order=", *grounds.order);
    }
}

std::string record_of(const Part& part) {
    const Explanation& explanation = part.explanation;
    std::string text = std::to_string(part.movement.value);
    add(text, name(explanation.rule));
    if (explanation.rule == Rule::suspense) {
        add(text, name(explanation.doubt));
        return text;
    }
    if (is_of_order(explanation.rule)) { // which one, the movement or the grounds say
        add(text, explanation.grounds);
        return text;
    }
    add(text, explanation.subject);
    if (explanation.due) {
        add(text, "due=", calendar::format(*explanation.due));
    }
    add(text, "pot=", explanation.pot);
    add(text, explanation.grounds);
    return text;
}

/// True if the word is one of the figures, which it then fills in.
bool read_figure(Grounds& grounds, std::string_view word) {
    const std::string_view name = take(word, "=");
    if (name == "days") {
        grounds.days = text::to_integer<int>(word);
        return grounds.days.has_value();
    }
    if (name == "rule") {
        const auto rule = text::to_integer<std::int64_t>(word);
        grounds.rule = rule ? std::optional(Match_rule_id{*rule}) : std::nullopt;
        return rule.has_value();
    }
    if (name == "original") {
        const auto movement = text::to_integer<std::int64_t>(word);
        grounds.original = movement ? std::optional(Movement_id{*movement}) : std::nullopt;
        return movement.has_value();
    }
    if (name == "order") {
        grounds.order = std::string(word);
        return !word.empty();
    }
    if (name == "difference") {
        const auto amount = money::parse(word);
        grounds.difference = amount ? std::optional(*amount) : std::nullopt;
        return amount.has_value();
    }
    return false;
}

bool read_word(Explanation& explanation, std::string_view word) {
    std::string_view value = word;
    const std::string_view name = take(value, "=");
    if (name == "due") {
        const auto due = calendar::parse(value);
        explanation.due = due ? std::optional(*due) : std::nullopt;
        return due.has_value();
    }
    if (name == "pot") {
        explanation.pot = value;
        return true;
    }
    return read_figure(explanation.grounds, word);
}

std::optional<Part> part_from(std::string_view record) {
    const auto movement = text::to_integer<std::int64_t>(take(record, " "));
    const auto rule = rule_from(take(record, " "));
    if (!movement || !rule) {
        return std::nullopt;
    }
    Part part{Money::zero(), {}, Movement_id{*movement}};
    part.explanation.rule = *rule;
    if (*rule == Rule::suspense) {
        const auto doubt = doubt_from(take(record, " "));
        part.explanation.doubt = doubt.value_or(Doubt::none);
        return doubt ? std::optional(part) : std::nullopt;
    }
    if (!is_of_order(*rule)) {
        part.explanation.subject = take(record, " ");
    }
    while (!record.empty()) {
        if (!read_word(part.explanation, take(record, " "))) {
            return std::nullopt;
        }
    }
    return part;
}

} // namespace

std::string note_of(const Grounds& grounds) {
    std::string text;
    add(text, grounds);
    return text;
}

std::string note_of(std::span<const Part> parts) {
    if (parts.size() == 1) {
        const Explanation& explanation = parts.front().explanation;
        return explanation.rule == Rule::suspense ? std::string(name(explanation.doubt))
                                                  : note_of(explanation.grounds);
    }
    std::string text;
    std::string last;
    for (const Part& part : parts) {
        std::string record = record_of(part);
        if (record != last) { // the payments of a block are alike
            text += text.empty() ? "" : between_parts;
            text += record;
        }
        last = std::move(record);
    }
    return text;
}

Grounds grounds_from(std::string_view note) {
    Grounds grounds;
    while (!note.empty()) {
        if (!read_figure(grounds, take(note, " "))) {
            return {};
        }
    }
    return grounds;
}

std::vector<Part> parts_from(std::string_view note) {
    std::vector<Part> parts;
    while (!note.empty()) {
        const auto part = part_from(take(note, between_parts));
        if (!part) {
            return {};
        }
        parts.push_back(*part);
    }
    return parts;
}

} // namespace saldo::reconcile
