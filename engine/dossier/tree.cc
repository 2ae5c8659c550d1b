#include "dossier/tree.hpp"

#include "dossier/codes.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace saldo::dossier {

namespace {

/// Takes the events of nlohmann's parser; `false` stops it.
class Tree_builder : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit Tree_builder(std::string_view json) : json_(json) { nodes_.reserve(json.size() / 32); }

    bool null() override { return add_leaf(); }

    bool boolean(bool) override { return add_leaf(); }

    bool number_integer(number_integer_t) override { return add_leaf(); }

    bool number_unsigned(number_unsigned_t) override { return add_leaf(); }

    bool number_float(number_float_t, const string_t&) override { return add_leaf(); }

    bool binary(binary_t&) override { return add_leaf(); }

    bool string(string_t& text) override {
        Node& node = add(Node::Kind::text);
        node.text = text;
        node.end = nodes_.size();
        return true;
    }

    bool key(string_t& key) override {
        key_ = key;
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

    [[nodiscard]] Result<std::vector<Node>> result() {
        return refusal_ ? Result<std::vector<Node>>(refuse(std::move(*refusal_)))
                        : std::move(nodes_);
    }

private:
    Node& add(Node::Kind kind) {
        Node& node = nodes_.emplace_back();
        node.kind = kind;
        node.key = key_;
        key_.clear();
        return node;
    }

    bool add_leaf() {
        add(Node::Kind::other);
        nodes_.back().end = nodes_.size();
        return true;
    }

    bool open(Node::Kind kind) {
        if (open_.size() == document_depth_max) {
            refusal_ = Refusal({too_deep,
                                Severity::error,
                                {},
                                {{"levels_max", std::to_string(document_depth_max)}}});
            return false;
        }
        open_.push_back(nodes_.size());
        add(kind);
        return true;
    }

    bool close() {
        nodes_[open_.back()].end = nodes_.size();
        open_.pop_back();
        return true;
    }

    std::string_view json_;
    std::vector<Node> nodes_;
    std::vector<std::size_t> open_;
    std::string key_;
    std::optional<Refusal> refusal_;
};

} // namespace

Result<std::vector<Node>> read_tree(std::string_view json) {
    if (json.size() > document_bytes_max) {
        return refuse(too_large, {{"bytes", std::to_string(json.size())},
                                  {"bytes_max", std::to_string(document_bytes_max)}});
    }
    Tree_builder builder(json);
    nlohmann::json::sax_parse(json, &builder);
    return builder.result();
}

} // namespace saldo::dossier
