#include "bank/camt/outline.hpp"

#include "bank/camt/names.hpp"
#include "bank/codes.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <charconv>

namespace saldo::bank::camt {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t none = std::string_view::npos;

std::string_view without_prefix(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == none ? name : name.substr(colon + 1);
}

/// The name that starts here, as far as it goes.
std::string_view name_at(std::string_view tag) {
    return tag.substr(0, tag.find_first_of(" \t\r\n/>"));
}

/// The `>` that ends the start tag at a place; those within quotes do not.
std::size_t end_of_tag(std::string_view bytes, std::size_t at) {
    while ((at = bytes.find_first_of("\"'>", at + 1)) != none && bytes[at] != '>') {
        at = bytes.find(bytes[at], at + 1);
        if (at == none) {
            break;
        }
    }
    return at;
}

/// The first start tag, from its name on; empty if there is none.
std::string_view root_tag(std::string_view bytes) {
    std::size_t at = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    at = bytes.find_first_not_of(blanks, at);
    if (at == none || bytes[at] != '<') {
        return {};
    }
    while (at != none) {
        const std::string_view rest = bytes.substr(at);
        if (rest.starts_with("<!--")) {
            at = bytes.find("-->", at);
        } else if (rest.starts_with("<?")) {
            at = bytes.find("?>", at);
        } else if (!rest.starts_with("<!")) {
            const std::size_t end = end_of_tag(rest, 0);
            return end == none ? std::string_view() : rest.substr(1, end - 1);
        } else {
            ++at;
        }
        at = at == none ? none : bytes.find('<', at);
    }
    return {};
}

/// The value of an attribute in a start tag.
std::string_view attribute(std::string_view tag, std::string_view name) {
    for (std::size_t at = tag.find(name); at != none; at = tag.find(name, at + 1)) {
        const bool starts = at > 0 && blanks.find(tag[at - 1]) != none;
        const std::size_t equals = tag.find_first_not_of(blanks, at + name.size());
        if (!starts || equals == none || tag[equals] != '=') {
            continue;
        }
        const std::size_t open = tag.find_first_not_of(blanks, equals + 1);
        if (open == none || (tag[open] != '"' && tag[open] != '\'')) {
            return {};
        }
        const std::size_t close = tag.find(tag[open], open + 1);
        return close == none ? std::string_view() : tag.substr(open + 1, close - open - 1);
    }
    return {};
}

bool is_xml_character(std::uint32_t point) {
    return point == '\t' || point == '\n' || point == '\r' || (point >= 0x20 && point < 0xD800) ||
           (point > 0xDFFF && point < 0xFFFE) || (point > 0xFFFF && point <= 0x10FFFF);
}

/// A reference between `&` and `;`.
bool is_plain_reference(std::string_view name) {
    constexpr std::array<std::string_view, 5> entities{"amp", "lt", "gt", "quot", "apos"};
    if (!name.starts_with("#")) {
        return std::ranges::find(entities, name) != entities.end();
    }
    name.remove_prefix(1);
    const bool is_hex = name.starts_with("x");
    name.remove_prefix(is_hex ? 1 : 0);
    std::uint32_t point = 0;
    const auto [end, error] =
        std::from_chars(name.data(), name.data() + name.size(), point, is_hex ? 16 : 10);
    return error == std::errc() && end == name.data() + name.size() && is_xml_character(point);
}

class Scanner {
public:
    explicit Scanner(std::string_view bytes) : bytes_(bytes) {}

    Result<Outline> scan() && {
        find_lines();
        if (bytes_.starts_with(byte_order_mark)) {
            at_ = byte_order_mark.size();
        }
        while (at_ < bytes_.size()) {
            if (auto step = take_text().and_then([&](Done) { return take_mark(); }); !step) {
                return refuse(step.error());
            }
        }
        if (depth_ != 0) {
            return malformed("an element without end", bytes_.size());
        }
        return std::move(result_);
    }

private:
    [[nodiscard]] Where where(std::size_t offset) const {
        return {"", result_.line_at(offset), ""};
    }

    [[nodiscard]] tl::unexpected<Refusal> malformed(std::string_view reason,
                                                    std::size_t offset) const {
        return refuse(camt_not_well_formed, {{"reason", std::string(reason)}}, where(offset));
    }

    void find_lines() {
        for (std::size_t at = bytes_.find_first_of("\r\n"); at != none;
             at = bytes_.find_first_of("\r\n", at + 1)) {
            if (bytes_[at] == '\n' || at + 1 == bytes_.size() || bytes_[at + 1] != '\n') {
                result_.line_ends.push_back(at);
            }
        }
    }

    [[nodiscard]] Result<Done> check_references(std::string_view text) const {
        constexpr std::size_t longest = 12;
        for (std::size_t at = text.find('&'); at != none; at = text.find('&', at + 1)) {
            const std::string_view rest = text.substr(at + 1, longest);
            const std::size_t end = rest.find(';');
            if (end == none || !is_plain_reference(rest.substr(0, end))) {
                const auto offset = static_cast<std::size_t>(text.data() - bytes_.data()) + at;
                return malformed("a reference XML does not know", offset);
            }
        }
        return Done{};
    }

    Result<Done> take_text() {
        const std::size_t end = std::min(bytes_.find('<', at_), bytes_.size());
        const std::string_view text = bytes_.substr(at_, end - at_);
        at_ = end;
        return check_references(text);
    }

    /// Goes behind the next such end, counted from `from`.
    Result<Done> skip_to(std::string_view end, std::size_t from) {
        const std::size_t found = bytes_.find(end, from);
        if (found == none) {
            return malformed("a mark without end", at_);
        }
        at_ = found + end.size();
        return Done{};
    }

    Result<Done> take_mark() {
        const std::string_view rest = bytes_.substr(at_);
        if (rest.empty()) {
            return Done{};
        }
        if (rest.starts_with("<!--")) {
            return skip_to("-->", at_ + 4);
        }
        if (rest.starts_with("<![CDATA[")) {
            return skip_to("]]>", at_ + 9);
        }
        if (rest.starts_with("<?")) {
            return skip_to("?>", at_ + 2);
        }
        if (rest.starts_with("<!")) {
            return refuse(camt_doctype, {}, where(at_));
        }
        return rest.starts_with("</") ? take_end() : take_start();
    }

    Result<Done> take_end() {
        if (depth_ == 0) {
            return malformed("an end without element", at_);
        }
        const auto skipped = skip_to(">", at_ + 2);
        if (skipped) {
            close();
        }
        return skipped;
    }

    Result<Done> take_start() {
        const std::size_t end = end_of_tag(bytes_, at_);
        if (end == none) {
            return malformed("a mark without end", at_);
        }
        const std::string_view tag = bytes_.substr(at_ + 1, end - at_ - 1);
        if (depth_ == depth_max) {
            return refuse(camt_too_deep, {{"limit", std::to_string(depth_max)}}, where(at_));
        }
        if (depth_ == 0 && std::exchange(has_root_, true)) {
            return malformed("more than one element at the top", at_);
        }
        const std::string_view name = without_prefix(name_at(tag));
        const bool is_kept = name == "Ntry" || name == "TxDtls";
        open_[depth_++] = is_kept ? result_.movements.size() : none;
        if (is_kept) {
            result_.movements.push_back({at_, 0});
        }
        at_ = end + 1;
        if (tag.ends_with('/')) {
            close();
        }
        return check_references(tag);
    }

    void close() {
        const std::size_t kept = open_[--depth_];
        if (kept != none) {
            Byte_range& range = result_.movements[kept];
            range.size = at_ - range.begin;
        }
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    bool has_root_ = false;
    std::size_t depth_ = 0;
    std::array<std::size_t, depth_max> open_{}; ///< place in `movements`, if it has one
    Outline result_;
};

} // namespace

std::string_view message_of(std::string_view bytes) {
    const std::string_view tag = root_tag(bytes);
    const std::string_view name = name_at(tag);
    if (without_prefix(name) != "Document") {
        return {};
    }
    std::string key = "xmlns";
    if (const std::size_t colon = name.find(':'); colon != none) {
        key.append(":").append(name.substr(0, colon));
    }
    std::string_view space = attribute(tag, key);
    if (!space.starts_with(namespace_start)) {
        return {};
    }
    space.remove_prefix(namespace_start.size());
    constexpr std::size_t length = std::string_view("camt.053.001.08").size();
    const bool is_known = std::ranges::any_of(message_names, [space](const Message_names& names) {
        return space.starts_with(names.message) && space.substr(8, 5) == ".001.";
    });
    return is_known && space.size() == length && text::all_digits(space.substr(13))
               ? space
               : std::string_view();
}

std::uint64_t Outline::line_at(std::uint64_t offset) const {
    const auto before = std::ranges::lower_bound(line_ends, offset);
    return static_cast<std::uint64_t>(before - line_ends.begin()) + 1;
}

Byte_range Outline::range_at(std::uint64_t offset) const {
    const auto found = std::ranges::lower_bound(movements, offset, {}, &Byte_range::begin);
    return found != movements.end() && found->begin == offset ? *found : Byte_range{offset, 0};
}

Result<Outline> outline(std::string_view bytes) {
    if (!text::is_xml_text(bytes)) {
        return refuse(camt_not_utf8);
    }
    return Scanner(bytes).scan();
}

} // namespace saldo::bank::camt
