#include "dossier/read_fields.hpp"

#include "base/text.hpp"
#include "dossier/blank.hpp"
#include "dossier/fields.hpp"
#include "dossier/leaf.hpp"

#include <algorithm>
#include <span>

namespace saldo::dossier {

namespace {

constexpr std::size_t key_length_max = 40;
constexpr std::size_t count_length_max = 3;

bool is_clean(std::string_view text) {
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    };
    return !text.empty() && text::trim(text).size() == text.size() &&
           std::ranges::none_of(text, is_control);
}

bool is_key(std::string_view text) {
    const auto is_word = [](char c) {
        return text::is_digit(c) || text::is_upper(c) || text::is_lower(c);
    };
    return !text.empty() && text.size() <= key_length_max && is_word(text.front()) &&
           std::ranges::all_of(
               text, [&](char c) { return is_word(c) || c == '.' || c == '_' || c == '-'; });
}

std::string_view name(Node::Kind kind) {
    switch (kind) {
    case Node::Kind::object:
        return "object";
    case Node::Kind::array:
        return "array";
    case Node::Kind::text:
        return "text";
    case Node::Kind::other:
        return "other";
    }
    return "other";
}

/// Walks the fields of the records and takes each from the tree.
class Field_reader {
public:
    template <class T> using Record = T;

    Field_reader(std::vector<Node>& nodes, Findings& findings)
        : nodes_(nodes), findings_(findings) {}

    Dossier read() {
        auto dossier = blank<Dossier>();
        into(nodes_.front(), dossier);
        return dossier;
    }

    void constant(std::string_view key, std::string_view expected) {
        const Node* node = find_text(key, Presence::required);
        if (node != nullptr && node->text != expected) {
            add(wrong_form, key, {{"expected", std::string(expected)}});
        }
    }

    void text(std::string_view key, std::string& value) {
        take_text(key, Presence::required, value);
    }

    void text_unless_empty(std::string_view key, std::string& value) {
        take_text(key, Presence::optional, value);
    }

    void key(std::string_view key, std::string& value) { take_key(key, Presence::required, value); }

    void key_unless_empty(std::string_view key, std::string& value) {
        take_key(key, Presence::optional, value);
    }

    void word(std::string_view key, std::string& value, std::span<const std::string_view> words) {
        take_word(key, Presence::required, value, words);
    }

    void word_unless_empty(std::string_view key,
                           std::string& value,
                           std::span<const std::string_view> words) {
        take_word(key, Presence::optional, value, words);
    }

    /// How many of something, in 1 to 3 digits.
    void count_unless_empty(std::string_view key, std::string& value) {
        const Node* node = find_text(key, Presence::optional);
        if (node == nullptr) {
            return;
        }
        value = node->text;
        if (!text::all_digits(value) || value.size() > count_length_max) {
            add(wrong_form, key, {{"expected", "count"}});
        }
    }

    template <class T> void required(std::string_view key, T& value) {
        if (Node* node = find(key, Presence::required)) {
            at(key, [&] { into(*node, value); });
        }
    }

    template <class T> void optional(std::string_view key, std::optional<T>& value) {
        if (Node* node = find(key, Presence::optional)) {
            at(key, [&] {
                if constexpr (Leaf<T>) {
                    value = leaf<T>(*node);
                } else {
                    into(*node, value.emplace(blank<T>()));
                }
            });
        }
    }

    /// One word of a list, that is left out when it is the usual one.
    template <class Enum> void usually(std::string_view key, Enum& value, Enum usual) {
        value = usual;
        if (Node* node = find(key, Presence::optional)) {
            at(key, [&] { into(*node, value); });
        }
    }

    void yes_or_no(std::string_view key, bool& value) {
        if (const Node* node = find_text(key, Presence::required)) {
            value = node->text == "yes";
            if (!value && node->text != "no") {
                add(wrong_form, key, {{"expected", "word"}});
            }
        }
    }

    void unless_zero(std::string_view key, Money& value) {
        if (Node* node = find(key, Presence::optional)) {
            at(key, [&] { into(*node, value); });
        }
    }

    void period(calendar::Date_range& value) {
        Date from = value.from();
        std::optional<Date> last;
        required("from", from);
        optional("until", last);
        if (auto range = calendar::Date_range::through(from, last)) {
            value = *range;
        } else {
            add(std::move(range).error(), "until", {});
        }
    }

    void communication(std::string_view key, party::Remittance& value) {
        if (Node* node = find(key, Presence::optional)) {
            at(key, [&] { within(*node, [&] { read_communication(value); }); });
        }
    }

    template <class T> void list(std::string_view key, std::vector<T>& values) {
        if (Node* node = find(key, Presence::required)) {
            at(key, [&] { read_list(*node, values); });
        }
    }

    template <class T> void list_unless_empty(std::string_view key, std::vector<T>& values) {
        if (Node* node = find(key, Presence::optional)) {
            at(key, [&] { read_list(*node, values); });
        }
    }

private:
    enum class Presence { required, optional };

    /// A step of the way down: a key, or an index if the key is empty.
    struct Step {
        std::string_view key;
        std::size_t index = 0;
    };

    std::size_t index_of(const Node& node) const {
        return static_cast<std::size_t>(&node - nodes_.data());
    }

    /// Reads with one more step on the way down.
    template <class Read> void at(std::string_view key, Read read) {
        path_.push_back({key, 0});
        read();
        path_.pop_back();
    }

    template <class T> void read_list(const Node& node, std::vector<T>& values) {
        if (!expect(node, Node::Kind::array)) {
            return;
        }
        for (std::size_t i = index_of(node) + 1; i < node.end; i = nodes_[i].end) {
            path_.push_back({{}, values.size()});
            values.push_back(blank<T>());
            into(nodes_[i], values.back());
            path_.pop_back();
        }
    }

    template <class T> void into(Node& node, T& value) {
        if constexpr (Leaf<T>) {
            if (auto read = leaf<T>(node)) {
                value = *std::move(read);
            }
        } else {
            within(node, [&] { fields(*this, value); });
        }
    }

    template <class T> std::optional<T> leaf(const Node& node) {
        if (!expect(node, Node::Kind::text)) {
            return std::nullopt;
        }
        Result<T> parsed = parse_leaf(node.text, As<T>{});
        if (parsed) {
            return *std::move(parsed);
        }
        add(std::move(parsed).error(), {}, node.text);
        return std::nullopt;
    }

    void read_communication(party::Remittance& value) {
        const Node* kind = find_text("kind", Presence::required);
        if (kind == nullptr) {
            find("text", Presence::optional);
        } else if (kind->text == "ogm") {
            remittance<Ogm>(value);
        } else if (kind->text == "rf") {
            remittance<Creditor_reference>(value);
        } else if (kind->text == "free") {
            std::string free_text;
            text("text", free_text);
            value = std::move(free_text);
        } else {
            add(wrong_form, "kind", {{"expected", "word"}});
            find("text", Presence::optional);
        }
    }

    template <class T> void remittance(party::Remittance& value) {
        if (const Node* node = find("text", Presence::required)) {
            at("text", [&] {
                if (auto read = leaf<T>(*node)) {
                    value = *std::move(read);
                }
            });
        }
    }

    /// Reads the fields of an object, then tells of those nobody asked for.
    template <class Read> void within(Node& node, Read read) {
        if (!expect(node, Node::Kind::object)) {
            return;
        }
        const std::size_t outer = object_;
        const std::size_t outer_next = next_;
        object_ = index_of(node);
        next_ = object_ + 1;
        read();
        find_strangers();
        object_ = outer;
        next_ = outer_next;
    }

    void find_strangers() {
        for (std::size_t at = object_ + 1; at < nodes_[object_].end; at = nodes_[at].end) {
            if (!nodes_[at].asked) {
                const Node* first = find(nodes_[at].key, Presence::optional);
                add(first == &nodes_[at] ? unknown_key : duplicate_key, nodes_[at].key, {});
            }
        }
    }

    /// The field of this name in the object at hand. Documents mostly keep the written order, so
    /// the one after the last found is tried first.
    Node* find(std::string_view key, Presence presence) {
        const std::size_t end = nodes_[object_].end;
        std::size_t found = next_;
        if (found >= end || nodes_[found].key != key) {
            found = object_ + 1;
            while (found < end && nodes_[found].key != key) {
                found = nodes_[found].end;
            }
        }
        if (found >= end) {
            if (presence == Presence::required) {
                add(wrong_form, key, {{"expected", "something"}});
            }
            return nullptr;
        }
        next_ = nodes_[found].end;
        nodes_[found].asked = true;
        return &nodes_[found];
    }

    const Node* find_text(std::string_view key, Presence presence) {
        const Node* node = find(key, presence);
        if (node != nullptr && node->kind != Node::Kind::text) {
            add(wrong_form, key, {{"expected", "text"}});
            return nullptr;
        }
        return node;
    }

    void take_text(std::string_view key, Presence presence, std::string& value) {
        if (const Node* node = find_text(key, presence)) {
            value = node->text;
            if (!is_clean(value)) {
                add(not_clean_text, key, {});
            }
        }
    }

    void take_key(std::string_view key, Presence presence, std::string& value) {
        if (const Node* node = find_text(key, presence)) {
            value = node->text;
            if (!is_key(value)) {
                add(wrong_form, key, {{"expected", "key"}});
            }
        }
    }

    void take_word(std::string_view key,
                   Presence presence,
                   std::string& value,
                   std::span<const std::string_view> words) {
        const Node* node = find_text(key, presence);
        if (node == nullptr) {
            return;
        }
        if (std::ranges::find(words, node->text) == words.end()) {
            add(wrong_form, key, {{"expected", "word"}});
            return;
        }
        value = node->text;
    }

    bool expect(const Node& node, Node::Kind kind) {
        if (node.kind == kind) {
            return true;
        }
        add(wrong_form, {}, {{"expected", std::string(name(kind))}});
        return false;
    }

    /// A fault at the place the reader stands, or at a field of the object there.
    void add(Code code, std::string_view key, Params params) {
        std::string pointer;
        for (const Step& step : path_) {
            pointer += '/';
            pointer += step.key.empty() ? std::to_string(step.index) : escaped(step.key);
        }
        if (!key.empty()) {
            pointer += '/';
            pointer += escaped(key);
        }
        findings_.push_back(
            {code, Severity::error, {{}, 0, std::move(pointer)}, std::move(params)});
    }

    /// What another module refuses, without the refused text: it may name or number a person.
    void add(const Refusal& refusal, std::string_view key, std::string_view refused) {
        for (const Finding& finding : refusal.findings()) {
            Params params = finding.params;
            std::erase_if(params, [&](const Param& param) { return param.value == refused; });
            add(finding.code, key, std::move(params));
        }
    }

    std::vector<Node>& nodes_;
    Findings& findings_;
    std::vector<Step> path_;
    std::size_t object_ = 0; ///< index of the object at hand
    std::size_t next_ = 0;   ///< index of the field behind the one found last
};

} // namespace

Dossier read_fields(Tree& tree, Findings& findings) {
    return Field_reader(tree.nodes, findings).read();
}

} // namespace saldo::dossier
