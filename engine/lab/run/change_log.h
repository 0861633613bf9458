#pragma once

#include "lab/reported.h"
#include "lab/run/setting_change.h"
#include "os/clock.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace threadscape {

/// The changes of a run's settings while it goes on. A slider that is dragged changes its setting at every step: steps that follow
/// each other within kOneMoveNs are one change, from the first value to the last, at the time of the first; if they lead back to
/// where they began, there was none.
/// Threads: one at a time.
class ChangeLog {
public:
    static constexpr std::int64_t kOneMoveNs = 500'000'000;

    /// A moment, by the run's clock and as a stamp for the trace.
    struct Moment {
        std::int64_t ns = 0;
        Ticks ticks = 0;
    };
    /// A change that no later step can join.
    struct Settled {
        SettingChange change;
        Ticks ticks = 0;
        std::vector<Reading> before; ///< of the experiment's findings when it began
    };
    using Read = std::function<std::vector<Reading>()>;

    /// A setting is about to change from `from` to `to`. `read` is called when this is the first step of a change. Times must
    /// not decrease.
    void step(std::string_view setting, const SettingValue& from, const SettingValue& to, Moment at,
              const Read& read);
    /// The same for a change that is whole: it is settled at once.
    void whole(std::string_view setting, const SettingValue& from, const SettingValue& to, Moment at,
               const Read& read);

    /// Settles what no step at `nowNs` or later can join. Returns what was settled since the last call.
    std::vector<Settled> settle(std::int64_t nowNs);
    /// Settles all, at the end of a run.
    std::vector<Settled> settleAll();

    /// All that are settled, in the order of their times.
    const std::vector<Settled>& settled() const noexcept { return m_settled; }
    std::vector<SettingChange> changes() const;

private:
    struct Open {
        Settled change;
        std::int64_t lastNs = 0;
    };

    void close(const Open& open);
    template <typename Over>
    void closeWhere(Over over);

    std::vector<Open> m_open; // one a setting
    std::vector<Settled> m_settled;
    std::vector<Settled> m_fresh; // settled since settle() was called
};

} // namespace threadscape
