#pragma once

#include "arrears/list.hpp"
#include "arrears/procedure.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

/// Tenants in arrears, followed from list to list.
namespace saldo::arrears {

/// What a tenant owed on the day of a list on which he stood.
struct Standing {
    Date as_of;
    Money rent = Money::zero();
    Money arrears = Money::zero(); ///< positive

    friend bool operator==(const Standing&, const Standing&) = default;
};

/// That a step was done.
struct Step_done {
    Date date;
    std::string note; ///< may be empty
    std::string user; ///< login name

    friend bool operator==(const Step_done&, const Step_done&) = default;
};

/// A step of the procedure for this tenant. It stays as it was when its list brought it, whatever
/// becomes of the procedure of the office.
struct Case_step {
    std::string step; ///< key
    std::string name;
    std::string who;
    std::uint32_t list = 1; ///< the how manieth list in a row brought it
    Date due;
    std::optional<Step_done> done{};

    friend bool operator==(const Case_step&, const Case_step&) = default;
};

/// Why a dossier belongs to a tenant, or may.
enum class Link_by {
    national_number,
    iban,       ///< the account from which he pays is one of the dossier
    tenant,     ///< a person linked this tenant of this landlord before
    person,     ///< a person says so
    birth_date, ///< name and date of birth: a proposal
    address     ///< name and address: a proposal
};

inline constexpr std::array link_names{
    Named{Link_by::national_number, "national_number"},
    Named{Link_by::iban, "iban"},
    Named{Link_by::tenant, "tenant"},
    Named{Link_by::person, "person"},
    Named{Link_by::birth_date, "birth_date"},
    Named{Link_by::address, "address"},
};

[[nodiscard]] constexpr std::string_view name(Link_by by) {
    return name_in(link_names, by);
}

/// A dossier with why it is the tenant's, or may be.
struct Candidate {
    std::string dossier; ///< number
    Link_by by = Link_by::address;

    friend bool operator==(const Candidate&, const Candidate&) = default;
};

/// The dossier of the tenant.
struct Link {
    std::string dossier; ///< number
    Link_by by = Link_by::person;
    Date date;
    std::string user;   ///< login name of who linked it, or imported the list that did
    std::string reason; ///< of a person

    friend bool operator==(const Link&, const Link&) = default;
};

/// A person says that a dossier is not the tenant's: it is never proposed or linked again.
struct Not_linked {
    std::string dossier; ///< number
    Date date;
    std::string user; ///< login name
    std::string reason;

    friend bool operator==(const Not_linked&, const Not_linked&) = default;
};

/// One tenant from the list on which he came until the list on which he is no more.
struct Case {
    std::string number;              ///< `A2026-0001`
    std::string landlord;            ///< key
    Tenant tenant;                   ///< as the last list has him
    std::vector<Standing> standings; ///< at least one, the oldest first
    std::vector<Case_step> steps;    ///< in the order in which lists brought them
    std::optional<Link> link{};
    std::vector<Candidate> candidates{}; ///< for a person to confirm
    std::vector<Not_linked> not_linked{};
    std::optional<Date> closed{}; ///< day of the list on which he owed nothing any more

    friend bool operator==(const Case&, const Case&) = default;
};

/// The step that is next to do of those the last list brought; null if all of them are done, and of
/// a closed case. What an earlier list brought and nobody did was overtaken.
[[nodiscard]] const Case_step* next_step(const Case& tenant_case);

/// How much more is owed than on the list before; nothing on the first.
[[nodiscard]] std::optional<Money> growth(const Case& tenant_case);

/// What a list does with a case.
enum class Outcome { opened, escalated, closed };

inline constexpr std::array outcome_names{
    Named{Outcome::opened, "opened"},
    Named{Outcome::escalated, "escalated"},
    Named{Outcome::closed, "closed"},
};

[[nodiscard]] constexpr std::string_view name(Outcome outcome) {
    return name_in(outcome_names, outcome);
}

struct Followed {
    Outcome outcome = Outcome::opened;
    Case tenant_case;
};

/// The cases of a landlord after his next list, which is of a later day than any before: who owes
/// something and has no open case gets one, who has one goes to the steps of the next list in a
/// row, and who owes nothing or is not on the list any more is closed. A new case takes over from
/// the tenant's last one what persons said of its dossier. Where a number of the landlord comes
/// with another name (and not the same national number), what was said of its dossier is a question
/// again. Open cases that were closed by none
/// stand in their order, then the new ones in the order of the list; `next_number` is asked for
/// each of these.
[[nodiscard]] std::vector<Followed> follow(const std::vector<Case>& known,
                                           const List& list,
                                           const Procedure& procedure,
                                           const std::function<std::string()>& next_number);

/// Gives an open case without a dossier what was found of it: one that is sure, unless a person
/// said that it is not, is linked; all others are candidates. Several that are sure are candidates.
void apply(const std::vector<Candidate>& found,
           Date date,
           std::string_view user,
           Case& tenant_case);

} // namespace saldo::arrears
