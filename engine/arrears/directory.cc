#include "arrears/directory.hpp"

#include "bank/csv/text.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace saldo::arrears {

namespace {

/// Words of letters and digits, in their order.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : bank::csv::normal(text) + " ") {
        const bool is_mark = static_cast<unsigned char>(c) < 0x80 && //
                             !text::is_digit(c) && !text::is_lower(c);
        if (!is_mark) {
            word.push_back(c);
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    return words;
}

} // namespace

std::set<std::string> name_words(std::string_view name) {
    const auto words = words_of(name);
    return {words.begin(), words.end()};
}

std::string address_key(std::string_view street_and_number, std::string_view postal_code) {
    std::string key;
    for (const std::string& word : words_of(street_and_number)) {
        if (word != "bus" && word != "bte" && word != "box") {
            key.append(word).push_back(' ');
        }
    }
    const auto code = words_of(postal_code);
    return key.empty() || code.empty() ? std::string() : key + code.back();
}

void Directory::add(const dossier::Dossier& dossier) {
    std::string address;
    if (const auto& known = dossier.household.address) {
        address = address_key(known->street + " " + known->house_number + " " + known->box,
                              known->postal_code);
    }
    for (const dossier::Member& member : dossier.household.members) {
        if (member.national_number) {
            by_number_[std::string(member.national_number->digits())].insert(dossier.number);
        }
        std::set<std::string> names = name_words(member.family_name + " " + member.given_name);
        if (!names.empty()) {
            by_name_[*names.begin()].push_back({dossier.number, std::move(names), member.birth_date,
                                                member.national_number.has_value(), address});
        }
    }
    for (const dossier::Account& account : dossier.accounts) {
        by_iban_[std::string(account.iban.text())].insert(dossier.number);
    }
}

std::vector<Candidate> Directory::find(const Tenant& tenant) const {
    std::map<std::string, Link_by> found;
    const auto add_all = [&](const auto& index, const std::string& key, Link_by by) {
        if (const auto dossiers = index.find(key); dossiers != index.end()) {
            for (const std::string& dossier : dossiers->second) {
                found.emplace(dossier, by);
            }
        }
    };
    if (tenant.national_number) {
        add_all(by_number_, std::string(tenant.national_number->digits()),
                Link_by::national_number);
    }
    if (tenant.iban) {
        add_all(by_iban_, std::string(tenant.iban->text()), Link_by::iban);
    }
    const std::set<std::string> names = name_words(tenant.name);
    const std::string address = address_key(tenant.street, tenant.postal_code);
    for (const std::string& first : names) {
        const auto people = by_name_.find(first);
        if (people == by_name_.end()) {
            continue;
        }
        for (const Person& person : people->second) {
            const bool is_other = person.has_number && tenant.national_number;
            if (is_other || !std::ranges::includes(names, person.names)) {
                continue;
            }
            if (tenant.birth_date && tenant.birth_date == person.birth_date) {
                found.emplace(person.dossier, Link_by::birth_date);
            } else if (!address.empty() && address == person.address) {
                found.emplace(person.dossier, Link_by::address);
            }
        }
    }
    std::vector<Candidate> candidates;
    for (const auto& [dossier, by] : found) {
        candidates.push_back({dossier, by});
    }
    return candidates;
}

} // namespace saldo::arrears
