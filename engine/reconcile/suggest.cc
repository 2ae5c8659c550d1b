#include "reconcile/suggest.hpp"

#include "base/named.hpp"
#include "party/account_number.hpp"
#include "party/remittance.hpp"
#include "reconcile/words.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

namespace saldo::reconcile {

namespace {

struct Weight {
    Hint hint;
    int points;
};

constexpr std::array hint_names{
    Named{Hint::same_reference, "same_reference"},
    Named{Hint::near_reference, "near_reference"},
    Named{Hint::same_mandate, "same_mandate"},
    Named{Hint::same_iban, "same_iban"},
    Named{Hint::alike_name, "alike_name"},
    Named{Hint::near_id, "near_id"},
    Named{Hint::exact_amount, "exact_amount"},
    Named{Hint::within_margin, "within_margin"},
    Named{Hint::within_tenth, "within_tenth"},
    Named{Hint::part_of_amount, "part_of_amount"},
    Named{Hint::within_days, "within_days"},
    Named{Hint::within_window, "within_window"},
    Named{Hint::within_lookaround, "within_lookaround"},
    Named{Hint::money_back, "money_back"},
    Named{Hint::decided_alike, "decided_alike"},
};

int points_of(Hint hint) {
    constexpr std::array weights{
        Weight{Hint::same_reference, 45},  Weight{Hint::near_reference, 35},
        Weight{Hint::same_mandate, 45},    Weight{Hint::same_iban, 35},
        Weight{Hint::alike_name, 15},      Weight{Hint::near_id, 30},
        Weight{Hint::exact_amount, 30},    Weight{Hint::within_margin, 25},
        Weight{Hint::within_tenth, 10},    Weight{Hint::part_of_amount, 5},
        Weight{Hint::within_days, 15},     Weight{Hint::within_window, 10},
        Weight{Hint::within_lookaround, 5}};
    const auto* found = std::ranges::find(weights, hint, &Weight::hint);
    return found == weights.end() ? 0 : found->points;
}

constexpr int score_max = 100;
constexpr int near_days = 3;

void add(Suggestion& suggestion, Hint hint, int points) {
    suggestion.hints.push_back(hint);
    suggestion.score = std::min(score_max, suggestion.score + points);
}

void add(Suggestion& suggestion, Hint hint) {
    add(suggestion, hint, points_of(hint));
}

/// The digits or signs of a structured reference, empty if there is none.
std::string reference_of(const party::Remittance& remittance) {
    if (const auto* ogm = std::get_if<Ogm>(&remittance)) {
        return ogm->digits();
    }
    const auto* rf = std::get_if<Creditor_reference>(&remittance);
    return rf == nullptr ? std::string() : std::string(rf->text());
}

/// What the movement states as reference: proved, or else the signs of its text, as a payer may
/// have mistyped them.
std::string reference_of(const Facts& facts) {
    if (facts.ogm) {
        return facts.ogm->digits();
    }
    if (facts.rf) {
        return std::string(facts.rf->text());
    }
    std::string signs = folded(facts.text);
    std::erase(signs, ' ');
    return party::normal_account(signs);
}

bool is_alike_name(std::string_view a, std::string_view b) {
    return !a.empty() && !b.empty() && (holds_words(a, b) || holds_words(b, a));
}

/// A movement with what every candidate is compared with.
class Comparison {
public:
    explicit Comparison(const Facts& facts)
        : facts_(facts), iban_(party::normal_account(facts.counterparty_account)),
          name_(folded(facts.counterparty_name)), reference_(reference_of(facts)) {}

    [[nodiscard]] std::optional<Suggestion> of(const Expected& expected) const;
    [[nodiscard]] std::optional<Suggestion> of(const Order& order) const;

    /// A subject that the movement may pay back.
    [[nodiscard]] std::optional<Suggestion> back_of(const Expected& expected) const;

private:
    void add_who(Suggestion& suggestion, const budget::Occurrence& occurrence) const;
    void add_reference(Suggestion& suggestion, const party::Remittance& communication) const;
    void add_amount(Suggestion& suggestion, Money open, Money margin) const;
    void add_date(Suggestion& suggestion, Date due, int window_days) const;

    const Facts& facts_;
    std::string iban_;
    std::string name_;
    std::string reference_;
};

void Comparison::add_reference(Suggestion& suggestion,
                               const party::Remittance& communication) const {
    const std::string reference = reference_of(communication);
    if (reference.empty()) {
        return;
    }
    if (reference == reference_) {
        add(suggestion, Hint::same_reference);
    } else if (is_near(reference, reference_)) {
        add(suggestion, Hint::near_reference);
    }
}

void Comparison::add_who(Suggestion& suggestion, const budget::Occurrence& occurrence) const {
    add_reference(suggestion, occurrence.communication);
    if (!occurrence.mandate.empty() && occurrence.mandate == facts_.mandate_id) {
        add(suggestion, Hint::same_mandate);
    }
    if (occurrence.counterparty.iban && occurrence.counterparty.iban->text() == iban_) {
        add(suggestion, Hint::same_iban);
    }
    if (is_alike_name(folded(occurrence.counterparty.name), name_)) {
        add(suggestion, Hint::alike_name);
    }
}

void Comparison::add_amount(Suggestion& suggestion, Money open, Money margin) const {
    const Money amount = abs(facts_.amount);
    const Money off = abs(amount - open);
    if (off.is_zero()) {
        add(suggestion, Hint::exact_amount);
    } else if (off <= margin) {
        add(suggestion, Hint::within_margin);
    } else if (off.cents() <= open.cents() / 10) {
        add(suggestion, Hint::within_tenth);
    } else if (amount < open) {
        add(suggestion, Hint::part_of_amount);
    }
}

void Comparison::add_date(Suggestion& suggestion, Date due, int window_days) const {
    const int days = std::abs(days_between(facts_.date, due));
    if (days <= near_days) {
        add(suggestion, Hint::within_days);
    } else if (days <= window_days) {
        add(suggestion, Hint::within_window);
    } else if (days <= lookaround_days) {
        add(suggestion, Hint::within_lookaround);
    }
}

std::optional<Suggestion> Comparison::of(const Expected& expected) const {
    const budget::Occurrence& occurrence = expected.occurrence;
    if (occurrence.account != facts_.account || budget::is_set_aside(occurrence) ||
        !flows(occurrence.direction, facts_.amount) || is_settled(expected)) {
        return std::nullopt;
    }
    Suggestion suggestion{occurrence.subject, occurrence.due, open_amount(expected), 0, {}};
    add_who(suggestion, occurrence);
    const bool known = !suggestion.hints.empty();
    add_amount(suggestion, suggestion.open, occurrence.margin);
    const bool exact = abs(facts_.amount) == suggestion.open;
    add_date(suggestion, occurrence.due, expected.window_days);
    return known || exact ? std::optional(std::move(suggestion)) : std::nullopt;
}

std::optional<Suggestion> Comparison::back_of(const Expected& expected) const {
    const budget::Occurrence& occurrence = expected.occurrence;
    if (occurrence.account != facts_.account || budget::is_set_aside(occurrence) ||
        facts_.amount.is_zero() || flows(occurrence.direction, facts_.amount)) {
        return std::nullopt;
    }
    Suggestion suggestion{occurrence.subject, {}, Money::zero(), 0, {}};
    add_who(suggestion, occurrence);
    if (suggestion.hints.empty()) {
        return std::nullopt;
    }
    add(suggestion, Hint::money_back);
    return suggestion;
}

std::optional<Suggestion> Comparison::of(const Order& order) const {
    const Order::State wanted =
        facts_.amount.is_negative() ? Order::State::exported : Order::State::executed;
    if (order.account != facts_.account || order.state != wanted) {
        return std::nullopt;
    }
    Suggestion suggestion{order.end_to_end_id, {}, order.amount, 0, {}};
    const bool exact = abs(facts_.amount) == order.amount;
    const bool is_near_id = is_near(order.end_to_end_id, facts_.end_to_end_id);
    if (!exact && !is_near_id) {
        return std::nullopt;
    }
    add_reference(suggestion, order.communication);
    if (order.payee.text() == iban_) {
        add(suggestion, Hint::same_iban);
    }
    if (is_near_id) {
        add(suggestion, Hint::near_id);
    }
    add_amount(suggestion, order.amount, Money::zero());
    add_date(suggestion, order.execution_date, order_window_days);
    return suggestion;
}

/// The subjects of movements alike, with 20 points and a share of 50.
void add_alike(std::vector<Suggestion>& all, const std::vector<Alike>& alike) {
    std::map<std::string, int> counts;
    for (const Alike& each : alike) {
        ++counts[each.subject];
    }
    for (const auto& [subject, count] : counts) {
        Suggestion suggestion{subject, {}, Money::zero(), 0, {}};
        add(suggestion, Hint::decided_alike, 20 + 50 * count / static_cast<int>(alike.size()));
        all.push_back(std::move(suggestion));
    }
}

bool ranks_higher(const Suggestion& a, const Suggestion& b) {
    return std::tie(b.score, a.place, a.due) < std::tie(a.score, b.place, b.due);
}

} // namespace

std::string_view name(Hint hint) {
    return name_in(hint_names, hint);
}

bool is_near(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty() || a == b) {
        return false;
    }
    const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const std::string_view rest_a(a.data() + (x - a.begin()),
                                  static_cast<std::size_t>(a.end() - x));
    const std::string_view rest_b(b.data() + (y - b.begin()),
                                  static_cast<std::size_t>(b.end() - y));
    const auto after = [](std::string_view text, std::size_t count) {
        return text.substr(std::min(count, text.size()));
    };
    const bool swapped = rest_a.size() > 1 && rest_b.size() > 1 && rest_a[0] == rest_b[1] &&
                         rest_a[1] == rest_b[0] && after(rest_a, 2) == after(rest_b, 2);
    const bool another = !rest_a.empty() && !rest_b.empty() && after(rest_a, 1) == after(rest_b, 1);
    const bool missing = after(rest_a, 1) == rest_b || rest_a == after(rest_b, 1);
    return swapped || another || missing;
}

std::vector<Suggestion>
suggestions(const Matcher::Open_items& items, const Facts& facts, const std::vector<Alike>& alike) {
    const Comparison comparison(facts);
    std::vector<Suggestion> all;
    std::map<std::string, Suggestion> back; // the best of each subject's due dates
    for (const Expected& expected : items.expected) {
        if (auto suggestion = comparison.of(expected)) {
            all.push_back(*std::move(suggestion));
        }
        if (auto suggestion = comparison.back_of(expected)) {
            Suggestion& best = back.try_emplace(suggestion->place, *suggestion).first->second;
            best = best.score < suggestion->score ? *suggestion : best;
        }
    }
    for (auto& [subject, suggestion] : back) {
        all.push_back(std::move(suggestion));
    }
    for (const Order& order : items.orders) {
        if (auto suggestion = comparison.of(order)) {
            all.push_back(*std::move(suggestion));
        }
    }
    add_alike(all, alike);
    std::ranges::sort(all, ranks_higher);
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), suggestions_max)),
              all.end());
    return all;
}

} // namespace saldo::reconcile
