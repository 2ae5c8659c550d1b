#include "cli/i18n/texts.hpp"

#include "cli/i18n/catalogue.hpp"

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>

#include <algorithm>

namespace saldo::i18n {

namespace {

using boost::locale::gnu_gettext::messages_info;

constexpr std::string_view domain = "saldo";

std::locale locale_of(Language language) {
    messages_info info;
    info.language = std::string(tag(language));
    info.encoding = "UTF-8";
    info.domains.emplace_back(std::string(domain));
    info.paths.emplace_back("embedded");
    const std::string wanted = "embedded/" + info.language + "/LC_MESSAGES/" + std::string(domain);
    info.callback = [wanted, language](const std::string& file, const std::string&) {
        if (file != wanted + ".mo") {
            return std::vector<char>();
        }
        const std::string_view bytes = catalogue(language);
        return std::vector<char>(bytes.begin(), bytes.end());
    };
    // The locale owns the facet.
    return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info)};
}

const char* lookup(const std::locale& messages, std::string_view key) {
    using Facet = boost::locale::message_format<char>;
    return std::use_facet<Facet>(messages).get(0, nullptr, std::string(key).c_str());
}

std::string bare(std::string_view key, const Params& params) {
    std::string text(key);
    std::string_view separator = ": ";
    for (const Param& param : params) {
        text += separator;
        text += param.name + "=" + param.value;
        separator = ", ";
    }
    return text;
}

} // namespace

Texts::Texts(Language language) : language_(language), messages_(locale_of(language)) {}

bool Texts::has(std::string_view key) const {
    return lookup(messages_, key) != nullptr;
}

std::string Texts::operator()(std::string_view key, const Params& params) const {
    const char* pattern = lookup(messages_, key);
    return pattern == nullptr ? bare(key, params) : fill(pattern, params);
}

std::string message_of(const Texts& texts, const Finding& finding) {
    return texts(finding.code.text, finding.params);
}

std::string line_of(const Texts& texts, const Finding& finding) {
    std::string line = finding.where.file;
    if (finding.where.line != 0) {
        line += (line.empty() ? "" : ":") + std::to_string(finding.where.line);
    }
    if (!line.empty()) {
        line += ": ";
    }
    if (!finding.where.place.empty()) {
        line += finding.where.place + ": ";
    }
    if (finding.severity != Severity::error) {
        line += texts("severity." + std::string(name(finding.severity))) + ": ";
    }
    return line + message_of(texts, finding) + " [" + std::string(finding.code.text) + "]";
}

std::string fill(std::string_view pattern, const Params& params) {
    std::string text;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        const std::size_t close = pattern.find('}', open);
        if (open == std::string_view::npos || close == std::string_view::npos) {
            return text.append(pattern);
        }
        const std::string_view hole = pattern.substr(open + 1, close - open - 1);
        const auto param =
            std::ranges::find_if(params, [&](const Param& each) { return each.name == hole; });
        text.append(pattern.substr(0, open));
        text.append(param != params.end() ? param->value : pattern.substr(open, close + 1 - open));
        pattern.remove_prefix(close + 1);
    }
    return text;
}

} // namespace saldo::i18n
