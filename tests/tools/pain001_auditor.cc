#include "tools/pain001_auditor.hpp"

#include <map>
#include <set>

namespace auditor {

namespace {

/// One end of an element: its path and the text it held.
struct Element {
    std::string path;
    std::string text;
    std::string attributes;
};

/// Splits a document into its elements, in the order in which they end. Nothing but start tags, end
/// tags and text is known; anything else is a problem.
std::vector<Element> elements_of(std::string_view xml, std::vector<std::string>& problems) {
    std::vector<Element> ended;
    std::vector<Element> open{{"", "", ""}};
    std::size_t at = 0;
    while (at < xml.size()) {
        const std::size_t begin = xml.find('<', at);
        if (begin == std::string_view::npos) {
            break;
        }
        open.back().text += xml.substr(at, begin - at);
        const std::size_t end = xml.find('>', begin);
        if (end == std::string_view::npos) {
            problems.push_back("a tag that does not end");
            break;
        }
        const std::string tag(xml.substr(begin + 1, end - begin - 1));
        at = end + 1;
        if (!tag.empty() && tag[0] == '/') {
            const std::string& path = open.back().path;
            if (path.empty() || path.substr(path.rfind('/')) != tag) {
                problems.push_back("end tag " + tag + " does not fit");
                return ended;
            }
            ended.push_back(open.back());
            open.pop_back();
        } else if (tag.empty() || tag[0] == '!' || tag[0] == '?' || tag.back() == '/') {
            problems.push_back("unexpected <" + tag + ">");
        } else {
            const std::size_t space = tag.find(' ');
            open.push_back({open.back().path + "/" + tag.substr(0, space), "",
                            space == std::string::npos ? "" : tag.substr(space + 1)});
        }
    }
    if (open.size() != 1) {
        problems.push_back("an element that does not end");
    }
    return ended;
}

/// Remainder mod 97 of digits, and of letters as 10 to 35; -1 for anything else.
int mod_97(const std::string& text) {
    int remainder = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            remainder = (remainder * 10 + (c - '0')) % 97;
        } else if (c >= 'A' && c <= 'Z') {
            remainder = (remainder * 100 + (c - 'A' + 10)) % 97;
        } else {
            return -1;
        }
    }
    return remainder;
}

/// Twelve digits of which the last two are the first ten mod 97, 97 for 0.
bool is_belgian_twelve(const std::string& digits) {
    if (digits.size() != 12 || digits.find_first_not_of("0123456789") != std::string::npos) {
        return false;
    }
    const int remainder = mod_97(digits.substr(0, 10));
    return (remainder == 0 ? 97 : remainder) == (digits[10] - '0') * 10 + (digits[11] - '0');
}

/// IBAN and RF reference alike: the first four characters go to the end, then 1 mod 97.
bool is_right_after_turning(const std::string& text) {
    return text.size() > 4 && mod_97(text.substr(4) + text.substr(0, 4)) == 1;
}

bool is_iban(const std::string& text) {
    return text.size() >= 15 && text.size() <= 34 && is_right_after_turning(text) &&
           (text.substr(0, 2) != "BE" || (text.size() == 16 && is_belgian_twelve(text.substr(4))));
}

bool is_plain(const std::string& text) {
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                         "0123456789/-?:().,'+ ";
    return !text.empty() && text.find_first_not_of(allowed) == std::string::npos &&
           text.front() != ' ' && text.back() != ' ';
}

/// Cents of `digits.dd`, or -1.
long long cents_of(const std::string& text) {
    const std::size_t point = text.size() - 3;
    if (text.size() < 4 || text.size() > 15 || text[point] != '.' ||
        text.find_first_not_of("0123456789.") != std::string::npos || text.find('.') != point) {
        return -1;
    }
    return std::stoll(text.substr(0, point) + text.substr(point + 1));
}

/// Walks through the elements and keeps the sums.
class Auditor {
public:
    explicit Auditor(Audit& audit) : audit_(audit) {}

    void see(const Element& element) {
        const std::string leaf = element.path.substr(element.path.rfind('/') + 1);
        see_id(leaf, element.text);
        see_totals(element.path, leaf, element.text);
        see_values(leaf, element);
        if (leaf == "PmtInf") {
            ++audit_.blocks;
            compare("PmtInf", stated_["PmtInf/NbOfTxs"], std::to_string(block_transfers_));
            compare("PmtInf", stated_["PmtInf/CtrlSum"], euros(block_cents_));
            block_transfers_ = 0;
            block_cents_ = 0;
        }
    }

    void finish() {
        compare("GrpHdr", stated_["GrpHdr/NbOfTxs"], std::to_string(audit_.transfers));
        compare("GrpHdr", stated_["GrpHdr/CtrlSum"], euros(audit_.cents));
        if (audit_.transfers == 0) {
            complain("no transfer");
        }
    }

private:
    void complain(const std::string& problem) { audit_.problems.push_back(problem); }

    void compare(const std::string& where, const std::string& stated, const std::string& computed) {
        if (stated != computed) {
            complain(where + " states " + stated + ", computed " + computed);
        }
    }

    void see_id(const std::string& leaf, const std::string& text) {
        if (leaf != "MsgId" && leaf != "PmtInfId" && leaf != "EndToEndId") {
            return;
        }
        if (!is_plain(text) || text.size() > 35 || text.front() == '/' || text.back() == '/' ||
            text.find("//") != std::string::npos) {
            complain(leaf + " " + text + " is not an id");
        }
        if (!seen_.insert(leaf + text).second) {
            complain(leaf + " " + text + " twice");
        }
    }

    void see_totals(const std::string& path, const std::string& leaf, const std::string& text) {
        if (leaf == "NbOfTxs" || leaf == "CtrlSum") {
            const std::string parent = path.substr(0, path.rfind('/'));
            stated_[parent.substr(parent.rfind('/') + 1) + "/" + leaf] = text;
        } else if (leaf == "CdtTrfTxInf") {
            ++audit_.transfers;
            ++block_transfers_;
        } else if (leaf == "InstdAmt") {
            const long long cents = cents_of(text);
            if (cents < 1 || cents > 99'999'999'999) {
                complain("amount " + text);
                return;
            }
            audit_.cents += cents;
            block_cents_ += cents;
        }
    }

    void see_values(const std::string& leaf, const Element& element) {
        const std::string& text = element.text;
        if (leaf == "InstdAmt" && element.attributes != "Ccy=\"EUR\"") {
            complain("currency " + element.attributes);
        } else if (leaf == "IBAN" && !is_iban(text)) {
            complain("IBAN " + text);
        } else if (leaf == "Issr") {
            issuer_ = text;
        } else if (leaf == "Ref") {
            const bool fits = issuer_ == "BBA" ? is_belgian_twelve(text)
                                               : text.substr(0, 2) == "RF" && text.size() <= 25 &&
                                                     is_right_after_turning(text);
            if (!fits) {
                complain("reference " + text + " of " + issuer_);
            }
        } else if ((leaf == "Nm" && text.size() > 70) || (leaf == "Ustrd" && text.size() > 140)) {
            complain(leaf + " is too long");
        }
        if ((leaf == "Nm" || leaf == "Ustrd" || leaf == "AdrLine" || leaf == "TwnNm" ||
             leaf == "StrtNm") &&
            !is_plain(text)) {
            complain(leaf + " is not plain");
        }
    }

    Audit& audit_;
    std::map<std::string, std::string> stated_;
    std::set<std::string> seen_;
    std::string issuer_;
    std::size_t block_transfers_ = 0;
    long long block_cents_ = 0;
};

} // namespace

std::string euros(long long cents) {
    const std::string rest = std::to_string(cents % 100);
    return std::to_string(cents / 100) + "." + (rest.size() == 1 ? "0" : "") + rest;
}

Audit audit(std::string_view xml) {
    constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    Audit result;
    if (xml.substr(0, declaration.size()) != declaration) {
        result.problems.push_back("no plain declaration");
        return result;
    }
    const auto elements = elements_of(xml.substr(declaration.size()), result.problems);
    if (elements.empty() || elements.back().path != "/Document") {
        result.problems.push_back("no Document");
        return result;
    }
    result.name_space = elements.back().attributes;
    Auditor auditor(result);
    for (const Element& element : elements) {
        auditor.see(element);
    }
    auditor.finish();
    return result;
}

} // namespace auditor
