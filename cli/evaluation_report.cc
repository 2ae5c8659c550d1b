#include "cli/evaluation_report.hpp"

#include "dossier/names.hpp"
#include "money/hundredths.hpp"

namespace saldo::cli {

namespace {

using namespace render;

Cell number_of(const std::optional<evaluation::Score>& score,
               money::Rate evaluation::Score::*which) {
    return score ? Cell(Decimal{money::shown_in_hundredths(*score.*which)}) : Cell(Absent{});
}

Table scores_of(const std::vector<app::Evaluation_row>& rows, Skills_shown skills) {
    Table table{
        "evaluation_scores",
        {{"dossier"}, {"date"}, {"skill", for_machines}, {"skill_name"}, {"score"}, {"average"}},
        {},
        skills == Skills_shown::yes ? not_in_csv : in_json};
    for (const app::Evaluation_row& row : rows) {
        for (std::size_t i = 0; i < row.evaluation.scores.size(); ++i) {
            const dossier::Skill_score& each = row.evaluation.scores[i];
            const std::optional<evaluation::Skill>& skill = row.skills[i];
            table.rows.push_back({{Text{row.dossier}, row.evaluation.date, Text{each.skill},
                                   Text{skill ? skill->name : each.skill}, Count{each.score.value},
                                   skill ? Cell(Count{skill->average}) : Cell(Absent{})}});
        }
    }
    return table;
}

} // namespace

Report evaluation_report(const std::vector<app::Evaluation_row>& rows, Skills_shown skills) {
    Table table{"evaluations",
                {{"dossier"},
                 {"date"},
                 {"score"},
                 {"average"},
                 {"difference"},
                 {"conclusion"},
                 {"words"},
                 {"next"},
                 {"discussed"},
                 {"user"}},
                {}};
    for (const app::Evaluation_row& row : rows) {
        const dossier::Evaluation& evaluation = row.evaluation;
        table.rows.push_back(
            {{Text{row.dossier}, evaluation.date, number_of(row.score, &evaluation::Score::score),
              number_of(row.score, &evaluation::Score::average),
              number_of(row.score, &evaluation::Score::difference),
              Term{"conclusion", std::string(dossier::name(evaluation.conclusion))},
              Text{evaluation.words}, filled(evaluation.next), filled(evaluation.discussed),
              Text{evaluation.user}}});
    }
    return {.facts = {}, .tables = {std::move(table), scores_of(rows, skills)}, .parts = {}};
}

} // namespace saldo::cli
