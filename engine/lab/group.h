#pragma once

#include "lab/number_now.h"
#include "lab/plot.h"

#include <functional>

namespace threadscape {

/// Properties of a group of lanes besides its names and size: `kHyphened.counting(TS_TEXT("gil", "rounds"))`.
class GroupTraits {
public:
    constexpr explicit GroupTraits(LaneNaming naming) : m_naming(naming) {}
    /// What Lab::showNumber shows in these lanes: "withdrawals".
    constexpr GroupTraits counting(Template number) const
    {
        GroupTraits copy = *this;
        copy.m_number = number;
        return copy;
    }
    /// Not stated before a run: their number follows from others'.
    constexpr GroupTraits uncounted() const
    {
        GroupTraits copy = *this;
        copy.m_counted = false;
        return copy;
    }
    /// Not shown before a run.
    constexpr GroupTraits unseen() const
    {
        GroupTraits copy = *this;
        copy.m_seen = false;
        return copy;
    }

private:
    friend class Group;
    LaneNaming m_naming;
    Template m_number{};
    bool m_counted = true;
    bool m_seen = true;
};
inline constexpr GroupTraits kSpaced{LaneNaming::spaced};     ///< "Depositor 1"
inline constexpr GroupTraits kHyphened{LaneNaming::hyphened}; ///< "Thread-1"
inline constexpr GroupTraits kSingle{LaneNaming::single};     ///< "main": exactly one

/// Threads, processes or tasks that do the same, named once, as a member of their experiment: the lanes that are shown before a
/// run, and what ResizableThreads, Threads, a pool or a team is constructed from.
/// `Group depositing{this, TS_TEXT("bank", "Depositors"), TS_NAME("name", "Depositor"), depositors};`
/// Threads: any.
class Group {
public:
    /// `prefix` is a TS_NAME.
    Group(Experiment* owner, Template heading, const char* prefix, NumberNow size,
          const GroupTraits& traits = kSpaced);
    /// The run's main thread, for an experiment in which it takes part; otherwise it has no lane.
    struct Main {};
    Group(Experiment* owner, Main main);
    Group(const Group&) = delete;
    Group& operator=(const Group&) = delete;

    /// These lanes exist only where `condition()` holds. In the experiment's constructor.
    void when(std::function<bool()> condition) { m_condition = std::move(condition); }

    std::string heading() const { return m_heading.source; }
    Template label() const noexcept { return m_heading; }
    const char* prefix() const noexcept { return m_prefix; }
    LaneNaming naming() const noexcept { return m_traits.m_naming; }
    std::int64_t count() const { return m_size.now(); }
    /// Of lane `index`, from 1: "Depositor 3".
    std::string name(std::int64_t index = 1) const { return laneName(m_prefix, m_traits.m_naming, index); }
    /// As shown before a run with the current settings; nullopt: not shown.
    std::optional<LaneGroup> lanes() const;

    /// Worker names for pools and teams: any type with {.group, .prefix}.
    template <typename Names>
    requires requires(std::string text) { Names{.group = text, .prefix = text}; }
    operator Names() const // NOLINT(google-explicit-constructor)
    {
        return Names{.group = heading(), .prefix = m_prefix};
    }

private:
    Template m_heading;
    const char* m_prefix;
    NumberNow m_size;
    GroupTraits m_traits;
    std::function<bool()> m_condition;
};

} // namespace threadscape
