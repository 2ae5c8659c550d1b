#pragma once

#include "arrears/cases.hpp"
#include "dossier/dossier.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace saldo::arrears {

/// Finds the dossiers that a tenant of a list may have. A name alone finds none: people share
/// names, and what a household owes is told to nobody else.
class Directory {
public:
    /// A household that is in help on the day of the list.
    void add(const dossier::Dossier& dossier);

    /// What is sure: a member with the same national number, or an account of the dossier that is
    /// the one he pays from. What may be: a member whose names stand in his and who was born on the
    /// same day or lives at the same address, unless both have a national number. Each dossier
    /// once, for the first of these reasons, in order of number.
    [[nodiscard]] std::vector<Candidate> find(const Tenant& tenant) const;

private:
    struct Person {
        std::string dossier;
        std::set<std::string> names; ///< words of family and given name
        std::optional<Date> birth_date;
        bool has_number = false;
        std::string address; ///< empty if unknown
    };

    std::map<std::string, std::set<std::string>> by_number_; ///< digits to dossiers
    std::map<std::string, std::set<std::string>> by_iban_;
    std::map<std::string, std::vector<Person>> by_name_; ///< by the first word of their names
};

/// The words of a name, in lower case without accents and marks.
[[nodiscard]] std::set<std::string> name_words(std::string_view name);

/// An address in the form in which two are compared: words and numbers of street and postal code,
/// without `bus` and `box`; empty if one of the two is.
[[nodiscard]] std::string address_key(std::string_view street_and_number,
                                      std::string_view postal_code);

} // namespace saldo::arrears
