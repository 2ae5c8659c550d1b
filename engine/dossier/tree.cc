#include "dossier/tree.hpp"

#include "dossier/codes.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <deque>
#include <optional>
#include <set>
#include <simdjson.h>
#include <string>

namespace saldo::dossier {

namespace {

/// Takes what a parser meets, one after the other. The texts must outlive the nodes.
class Tree_builder {
public:
    explicit Tree_builder(std::size_t json_size) { nodes_.reserve(json_size / 24); }

    void key(std::string_view key) { key_ = key; }

    void leaf() { add(Node::Kind::other); }

    void text(std::string_view text) { add(Node::Kind::text).text = text; }

    /// False if it is one level too deep.
    [[nodiscard]] bool open(Node::Kind kind) {
        if (open_.size() == document_depth_max) {
            return false;
        }
        open_.push_back(nodes_.size());
        add(kind);
        return true;
    }

    void close() {
        nodes_[open_.back()].end = nodes_.size();
        open_.pop_back();
    }

    [[nodiscard]] std::vector<Node> nodes() && { return std::move(nodes_); }

private:
    Node& add(Node::Kind kind) {
        Node& node = nodes_.emplace_back();
        node.kind = kind;
        node.key = key_;
        node.end = nodes_.size();
        key_ = {};
        return node;
    }

    std::vector<Node> nodes_;
    std::vector<std::size_t> open_;
    std::string_view key_;
};

Refusal levels_refusal() {
    return Refusal(
        {too_deep, Severity::error, {}, {{"levels_max", std::to_string(document_depth_max)}}});
}

/// False if it is too deep. No deeper than that do we go down ourselves.
bool add(Tree_builder& builder, const simdjson::dom::element& element) {
    namespace dom = simdjson::dom;
    switch (element.type()) {
    case dom::element_type::OBJECT:
        if (!builder.open(Node::Kind::object)) {
            return false;
        }
        for (const dom::key_value_pair field : dom::object(element)) {
            builder.key(field.key);
            if (!add(builder, field.value)) {
                return false;
            }
        }
        builder.close();
        return true;
    case dom::element_type::ARRAY:
        if (!builder.open(Node::Kind::array)) {
            return false;
        }
        for (const dom::element item : dom::array(element)) {
            if (!add(builder, item)) {
                return false;
            }
        }
        builder.close();
        return true;
    case dom::element_type::STRING:
        builder.text(std::string_view(element));
        return true;
    default:
        builder.leaf();
        return true;
    }
}

/// Takes the events of nlohmann's parser, which tells where a fault is; `false` stops it.
class Fault_finder : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit Fault_finder(std::string_view json) : json_(json), builder_(json.size()) {}

    bool null() override { return leaf(); }

    bool boolean(bool) override { return leaf(); }

    bool number_integer(number_integer_t) override { return leaf(); }

    bool number_unsigned(number_unsigned_t) override { return leaf(); }

    bool number_float(number_float_t, const string_t&) override { return leaf(); }

    bool binary(binary_t&) override { return leaf(); }

    bool string(string_t& text) override {
        builder_.text(keep(text));
        return true;
    }

    bool key(string_t& key) override {
        builder_.key(keep(key));
        return true;
    }

    bool start_object(std::size_t) override { return open(Node::Kind::object); }

    bool end_object() override { return close(); }

    bool start_array(std::size_t) override { return open(Node::Kind::array); }

    bool end_array() override { return close(); }

    bool parse_error(std::size_t position,
                     const std::string&,
                     const nlohmann::json::exception&) override {
        const std::size_t at = std::min(position, json_.size());
        const auto line =
            1 + std::count(json_.begin(), json_.begin() + static_cast<long>(at), '\n');
        Where where;
        where.line = static_cast<std::uint64_t>(line);
        refusal_ =
            Refusal({not_json, Severity::error, where, {{"byte", std::to_string(position)}}});
        return false;
    }

    [[nodiscard]] Result<Tree> result() && {
        if (refusal_) {
            return refuse(*std::move(refusal_));
        }
        return Tree{std::move(builder_).nodes(), std::move(texts_)};
    }

private:
    std::string_view keep(string_t& text) { return texts_->emplace_back(std::move(text)); }

    bool leaf() {
        builder_.leaf();
        return true;
    }

    bool open(Node::Kind kind) {
        if (!builder_.open(kind)) {
            refusal_ = levels_refusal();
        }
        return !refusal_;
    }

    bool close() {
        builder_.close();
        return true;
    }

    std::string_view json_;
    std::shared_ptr<std::deque<std::string>> texts_ = std::make_shared<std::deque<std::string>>();
    Tree_builder builder_;
    std::optional<Refusal> refusal_;
};

/// Walks the objects of a tree with their JSON pointers.
class Twice_finder {
public:
    explicit Twice_finder(const Tree& tree) : tree_(tree) {}

    void look(std::size_t at, const std::string& pointer) {
        const Node& node = tree_.nodes[at];
        std::set<std::string_view> keys;
        std::size_t index = 0;
        for (std::size_t child = at + 1; child < node.end; child = tree_.nodes[child].end) {
            const std::string_view key = tree_.nodes[child].key;
            const bool in_object = node.kind == Node::Kind::object;
            std::string place = pointer + "/" + (in_object ? escaped(key) : std::to_string(index));
            look(child, place);
            if (in_object && !keys.insert(key).second) {
                findings_.push_back(
                    {duplicate_key, Severity::error, {{}, 0, std::move(place)}, {}});
            }
            ++index;
        }
    }

    [[nodiscard]] Findings findings() && { return std::move(findings_); }

private:
    const Tree& tree_;
    Findings findings_;
};

} // namespace

std::string escaped(std::string_view key) {
    std::string step;
    for (const char c : key) {
        step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    }
    return step;
}

Findings keys_twice(const Tree& tree) {
    Twice_finder finder(tree);
    finder.look(0, "");
    return std::move(finder).findings();
}

Result<Tree> read_tree(std::string_view json) {
    if (json.size() > document_bytes_max) {
        return refuse(too_large, {{"bytes", std::to_string(json.size())},
                                  {"bytes_max", std::to_string(document_bytes_max)}});
    }
    const auto parser = std::make_shared<simdjson::dom::parser>();
    simdjson::dom::element root;
    if (parser->parse(json.data(), json.size()).get(root) == simdjson::SUCCESS) {
        Tree_builder builder(json.size());
        if (!add(builder, root)) {
            return refuse(levels_refusal());
        }
        return Tree{std::move(builder).nodes(), parser};
    }
    Fault_finder finder(json);
    nlohmann::json::sax_parse(json, &finder);
    return std::move(finder).result();
}

} // namespace saldo::dossier
