#include "autonomy/permission.hpp"

#include "autonomy/codes.hpp"
#include "autonomy/names.hpp"

namespace saldo::autonomy {

namespace {

constexpr std::array refusals{Named{Event::entry, entry_refused.text},
                              Named{Event::up, up_refused.text},
                              Named{Event::skip, skip_refused.text},
                              Named{Event::down, down_refused.text},
                              Named{Event::handover, handover_refused.text},
                              Named{Event::handover_ahead, handover_ahead_refused.text},
                              Named{Event::takeback, takeback_refused.text},
                              Named{Event::crisis, crisis_refused.text},
                              Named{Event::end, end_refused.text}};

} // namespace

Result<Done> permit(const Rung& rung, Event event, std::string_view decision) {
    const Params params{{"rung", std::to_string(rung.number)},
                        {"event", std::string(name_in(event_names, event))}};
    switch (verdict(rung, event)) {
    case Verdict::refused:
        return refuse(Code{name_in(refusals, event)}, params);
    case Verdict::person:
        return decision.empty() ? refuse(decision_needed, params) : Result<Done>(Done());
    case Verdict::allowed:
        return Done();
    }
    return Done();
}

} // namespace saldo::autonomy
