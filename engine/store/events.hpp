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

private:
    Session& session_;
    std::optional<audit::Event_head> head_; ///< read when first needed
    Write events_;
};

} // namespace saldo::store
