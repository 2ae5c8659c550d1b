#pragma once

#include "app/ports.hpp"
#include "store/session.hpp"

namespace saldo::store {

/// The log of acts, one chain for the office.
class Stored_events final : public app::Events {
public:
    explicit Stored_events(Session& session);

    void append(const audit::Event& event) override;
    audit::Event_head head() override;
    void each(const std::function<void(const audit::Event&)>& visit) override;
    void each_of(std::string_view kind,
                 const std::function<void(const audit::Event&)>& visit) override;

private:
    template <class... Arguments>
    void each_where(const std::string& where,
                    const std::function<void(const audit::Event&)>& visit,
                    const Arguments&... arguments);

    Session& session_;
    std::optional<audit::Event_head> head_; ///< read when first needed
    Write events_;
};

} // namespace saldo::store
