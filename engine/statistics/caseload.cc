#include "statistics/caseload.hpp"

#include <algorithm>
#include <set>

namespace saldo::statistics {

namespace {

/// The days of a window in a range.
std::int64_t days_in(const calendar::Date_range& range, const Window& window) {
    const Date first = std::max(range.from(), window.from);
    const auto last = range.last();
    const Date end = last ? std::min(*last, window.through) : window.through;
    return first <= end ? days_between(first, end) + 1 : 0;
}

/// True if a day of the window is in a period and in the other range too.
bool meet(const dossier::Help_periods& periods,
          const calendar::Date_range& other,
          const Window& window) {
    return std::ranges::any_of(periods, [&](const calendar::Date_range& period) {
        const auto last = period.last();
        const Window common{std::max(period.from(), window.from),
                            last ? std::min(*last, window.through) : window.through};
        return common.from <= common.through && days_in(other, common) > 0;
    });
}

void put_file(Figure& figure, const std::string& dossier) {
    ++figure.count;
    figure.dossiers.push_back(dossier);
}

Worker_load no_load(std::string_view user) {
    Worker_load load{.user = std::string(user)};
    for (const auto& type : file_type_names) {
        load.files.try_emplace(type.value);
    }
    return load;
}

void put_time(Figure& minutes, const Time_entry& entry) {
    minutes.count += entry.minutes;
    const auto place = std::ranges::lower_bound(minutes.dossiers, entry.dossier);
    if (place == minutes.dossiers.end() || *place != entry.dossier) {
        minutes.dossiers.insert(place, entry.dossier);
    }
}

} // namespace

std::int64_t Worker_load::file_count() const {
    std::int64_t count = 0;
    for (const auto& [type, figure] : files) {
        count += figure.count;
    }
    return count;
}

Caseload_counter::Caseload_counter(Caseload_terms terms, const Window& window)
    : terms_(std::move(terms)), window_(window), office_(no_load({})) {
    for (const Full_time& each : terms_.full_time) {
        if (days_in(each.period, window_) > 0) {
            static_cast<void>(load_of(each.user));
        }
    }
}

Worker_load& Caseload_counter::load_of(std::string_view user) {
    return by_user_.try_emplace(std::string(user), no_load(user)).first->second;
}

void Caseload_counter::add(const dossier::Dossier& dossier) {
    const auto whole = calendar::Date_range::through(window_.from, window_.through);
    for (const auto& type : file_type_names) {
        const dossier::Help_periods days = days_as(dossier, type.value);
        if (!whole || !meet(days, *whole, window_)) {
            continue;
        }
        put_file(office_.files[type.value], dossier.number);
        std::set<std::string_view> users;
        for (const dossier::Worker& worker : dossier.workers) {
            const bool counts = std::ranges::find(terms_.roles, worker.role) != terms_.roles.end();
            if (counts && meet(days, worker.period, window_)) {
                users.insert(worker.user);
            }
        }
        if (users.empty()) {
            users.insert(std::string_view());
        }
        for (const std::string_view user : users) {
            put_file(load_of(user).files[type.value], dossier.number);
        }
    }
}

void Caseload_counter::add(const Time_entry& entry) {
    if (entry.date >= window_.from && entry.date <= window_.through) {
        put_time(load_of(entry.user).minutes, entry);
        put_time(office_.minutes, entry);
    }
}

void Caseload_counter::weigh(Worker_load& load, std::int64_t full_days_hundredths) const {
    std::int64_t weight = 0;
    for (auto& [type, figure] : load.files) {
        std::ranges::sort(figure.dossiers);
        const auto known = terms_.weight_hundredths.find(type);
        weight += figure.count * (known == terms_.weight_hundredths.end() ? 0 : known->second);
    }
    load.weighted = money::Rate::of(weight, 100);
    if (full_days_hundredths > 0) {
        const std::int64_t days = days_between(window_.from, window_.through) + 1;
        load.full_time = money::Rate::of(full_days_hundredths, 100 * days);
        load.per_full_time = money::Rate::of(weight * days, full_days_hundredths);
    }
}

Caseload Caseload_counter::result() const {
    Caseload caseload{window_, {}, office_};
    std::map<std::string_view, std::int64_t> full_days; // in hundredths of a day
    std::int64_t all_full_days = 0;
    for (const Full_time& each : terms_.full_time) {
        const std::int64_t days = each.share_hundredths * days_in(each.period, window_);
        full_days[each.user] += days;
        all_full_days += days;
    }
    for (const auto& [user, load] : by_user_) {
        Worker_load& weighed = caseload.workers.emplace_back(load);
        weigh(weighed, full_days[user]);
    }
    std::stable_partition(caseload.workers.begin(), caseload.workers.end(),
                          [](const Worker_load& load) { return !load.user.empty(); });
    weigh(caseload.office, all_full_days);
    return caseload;
}

} // namespace saldo::statistics
