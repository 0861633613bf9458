#pragma once

#include "os/scheduler_source.h"

#include <utility>

namespace threadscape {

/// A scheduler source that returns the records supplied by a test.
class FakeScheduler final : public SchedulerSource {
public:
    explicit FakeScheduler(Kind kind) : m_kind(kind) {}

    Told told;
    std::vector<Watched> watched;

    Kind kind() const noexcept override { return m_kind; }
    void watch(std::vector<Watched> living) override { watched = std::move(living); }
    void drain(Told& to, bool /*last*/) override { to = std::exchange(told, Told{.untilNs = told.untilNs}); }

private:
    Kind m_kind;
};

} // namespace threadscape
