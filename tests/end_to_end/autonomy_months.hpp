#pragma once

#include "calendar/date.hpp"

#include <fmt/format.h>

#include <array>
#include <string>

/// What the household of fixtures/autonomy/2026-301.json has to pay, and who pays it in each of its
/// thirty months on the ladder; made by hand.
namespace saldo::test {

/// The lines of the dossier, in the order of the letters of a row.
struct Line {
    const char* id;
    int day;
    const char* amount;
    const char* iban;
};

constexpr std::array<Line, 5> lines{{{"rent", 5, "650.00", "BE48091204019927"},
                                     {"electricity", 10, "90.00", "BE72363124080016"},
                                     {"telecom", 12, "40.00", "BE09068901230057"},
                                     {"pharmacy", 16, "30.00", "BE95751207640058"},
                                     {"insurance", 18, "25.00", "BE98210033440093"}}};

/// The rung at the end of the second day of each month, and who pays each line that month: o the
/// office, g the client with money of the office, c the client from the account or his own money.
struct Month {
    int year;
    int month;
    int rung;
    const char* payers;
};

constexpr std::array<Month, 30> months{{
    {2026, 2, 0, "-----"}, // intake: nothing is due yet
    {2026, 3, 1, "ooooo"},  {2026, 4, 1, "ooooo"},  {2026, 5, 1, "ooooo"},  {2026, 6, 1, "ooooo"},
    {2026, 7, 1, "ooooo"},  {2026, 8, 2, "ooooo"},  {2026, 9, 2, "ooooo"},  {2026, 10, 2, "ooooo"},
    {2026, 11, 3, "ooooo"}, {2026, 12, 3, "ooooo"}, {2027, 1, 3, "ooooo"},  {2027, 2, 4, "ooggo"},
    {2027, 3, 4, "ooggo"},  {2027, 4, 4, "ooggo"},  {2027, 5, 5, "ooggc"},  {2027, 6, 5, "ooggc"},
    {2027, 7, 2, "ooooo"}, // the crisis: June's insurance comes back too
    {2027, 8, 2, "ooooo"},  {2027, 9, 2, "ooooo"},  {2027, 10, 3, "ooooo"}, {2027, 11, 3, "ooooo"},
    {2027, 12, 3, "ooooo"}, {2028, 1, 4, "ooggo"},  {2028, 2, 4, "ooggo"},  {2028, 3, 4, "ooggo"},
    {2028, 4, 5, "ooggg"},  {2028, 5, 6, "ccccc"},  {2028, 6, 7, "ccccc"},  {2028, 7, 8, "ccccc"},
}};

inline std::string date_text(int year, int month, int day) {
    return fmt::format("{}-{:02}-{:02}", year, month, day);
}

/// The last day of a month.
inline int length(const Month& month) {
    return calendar::days_in_month(month.year, month.month);
}

/// How many letters the decisions of a month ask for; the others ask for none.
struct Letters {
    int year;
    int month;
    std::size_t count;
};

constexpr std::array<Letters, 9> letters{{
    {2026, 3, 3},  // rung 1: agreement, proxy, where the income goes
    {2027, 2, 4},  // two lines handed over: payee and client
    {2027, 5, 2},  // one
    {2027, 7, 6},  // three taken back
    {2028, 1, 4},  // two handed over
    {2028, 4, 2},  // one
    {2028, 5, 17}, // rung 6: agreement; two handed over, three taken back and handed over
    {2028, 6, 2},  // rung 7: end of the proxy, where the income goes
    {2028, 7, 1},  // aftercare
}};

/// The pot from which the pharmacy is paid gets 50.00 in each of the 26 months until April 2028. In
/// the first it has nothing yet; then the pharmacy takes 30.00 of it 25 times, whoever gets the
/// money, and twice more as the client pays from the account: 1300.00 - 27 * 30.00.
constexpr const char* reserve_at_the_end = "49000\n";

} // namespace saldo::test
