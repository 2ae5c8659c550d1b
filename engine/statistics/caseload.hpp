#pragma once

#include "money/rate.hpp"
#include "statistics/figure.hpp"
#include "statistics/file_type.hpp"
#include "statistics/presence.hpp"
#include "statistics/time_entry.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// The caseload of each worker in a window of measurement: files by type, times their weight,
/// divided by the share of full time. The weights are the office's own (practice: measured twice
/// for one month in the first year, then once a year at the same time).
namespace saldo::statistics {

/// The share of full time that a worker works for the service.
struct Full_time {
    std::string user;                  ///< login name
    std::int64_t share_hundredths = 0; ///< 0 to 100
    calendar::Date_range period;

    friend bool operator==(const Full_time&, const Full_time&) = default;
};

struct Caseload_terms {
    std::map<File_type, std::int64_t> weight_hundredths; ///< of each type, 0 to 9999
    std::vector<std::string> roles; ///< a worker of a dossier in one of these has it as his file
    std::vector<Full_time> full_time;
};

struct Worker_load {
    std::string user;                    ///< empty: files that nobody has, or all of the office
    std::map<File_type, Figure> files{}; ///< of each type, with a day in the window
    money::Rate weighted = money::Rate::of(0, 1); ///< files times weight
    std::optional<money::Rate> full_time{};     ///< average over the days of the window, if stated
    std::optional<money::Rate> per_full_time{}; ///< weighted / full_time
    Figure minutes{}; ///< logged in the window, and the dossiers they were for

    [[nodiscard]] std::int64_t file_count() const;
};

struct Caseload {
    Window window;
    std::vector<Worker_load> workers; ///< in order of name; files that nobody has last
    Worker_load office;               ///< each file once; its full time is that of all who have any
};

/// Counts the dossiers and the time that it is given.
class Caseload_counter {
public:
    Caseload_counter(Caseload_terms terms, const Window& window);

    void add(const dossier::Dossier& dossier);
    void add(const Time_entry& entry);

    [[nodiscard]] Caseload result() const;

private:
    void count(std::string_view user, File_type type, const std::string& dossier);
    [[nodiscard]] Worker_load& load_of(std::string_view user);
    void weigh(Worker_load& load, std::int64_t full_days_hundredths) const;

    Caseload_terms terms_;
    Window window_;
    std::map<std::string, Worker_load, std::less<>> by_user_;
    Worker_load office_;
};

} // namespace saldo::statistics
