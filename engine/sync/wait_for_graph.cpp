#include "sync/wait_for_graph.h"

#include "sync/runtime.h"

#include <algorithm>
#include <map>
#include <set>

namespace threadscape {

namespace {

/// The state of one actor at one reading.
struct Look {
    TrackId track = kNoTrack;
    bool main = false;
    bool over = false;
    std::optional<std::uint32_t> parked;
    OpenSpans::Open wait;
    std::array<OpenSpans::Open, OpenSpans::kHoldSlots> holds;

    bool waitsForGood() const noexcept
    {
        return parked && wait.since != 0 && (wait.detail & kWakeableWait) == 0;
    }
    /// It has nothing to do until a setting is changed or the others have ended.
    bool standsBy() const noexcept { return main && static_cast<State>(wait.state) == State::idle; }
};

std::vector<Look> lookAt(const Runtime& runtime)
{
    std::vector<Look> all;
    runtime.forEachActor([&](const Actor& actor) {
        Look& look = all.emplace_back();
        look.track = actor.track();
        look.main = actor.info().kind == TrackKind::main;
        look.over = actor.over();
        look.parked = actor.parked();
        look.wait = actor.open().read(OpenSpans::kWaitSlot);
        for (std::size_t i = 0; i < look.holds.size(); ++i)
            look.holds[i] = actor.open().read(OpenSpans::kFirstHold + static_cast<int>(i));
    });
    return all;
}

/// The waits and holds that lasted from one reading to the next.
class Steady {
public:
    Steady(const Runtime& runtime, const std::vector<Look>& before, const std::vector<Look>& after)
    {
        m_all = before.size() == after.size();
        for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
            const Look& look = before[i];
            const bool waited = look.waitsForGood() && look.parked == after[i].parked &&
                                look.wait.since == after[i].wait.since;
            if (waited && !look.standsBy())
                m_waits.emplace(look.track, look.wait);
            else if (!waited && !look.over)
                m_all = false;
            for (std::size_t slot = 0; slot < look.holds.size(); ++slot)
                if (look.holds[slot].since != 0 && look.holds[slot].since == after[i].holds[slot].since &&
                    !runtime.mayBeReleasedByAnyone(look.holds[slot].object))
                    m_holders.emplace(look.holds[slot].object, Holder{look.track, look.over});
        }
    }

    /// Every actor that has not ended waits indefinitely.
    bool all() const noexcept { return m_all && !m_waits.empty(); }
    std::size_t waiting() const noexcept { return m_waits.size(); }

    /// Where several hold it, each of them keeps the waiter waiting.
    std::vector<WaitForEdge> edgesFrom(TrackId waiter) const
    {
        std::vector<WaitForEdge> edges;
        const auto wait = m_waits.find(waiter);
        if (wait == m_waits.end() || !awaitsLock(static_cast<State>(wait->second.state)))
            return edges;
        const auto [first, last] = m_holders.equal_range(wait->second.object);
        for (auto holder = first; holder != last; ++holder)
            edges.push_back({waiter, wait->second.object, holder->second.track, holder->second.ended});
        return edges;
    }

    /// The cycle of two or more, beginning with its lowest track; empty if none.
    std::vector<WaitForEdge> circle() const
    {
        for (const auto& [first, wait] : m_waits) {
            std::vector<WaitForEdge> path;
            std::set<TrackId> seen;
            if (leadsTo(first, first, path, seen))
                return path;
        }
        return {};
    }
    /// The first wait for a lock that its waiter holds.
    std::vector<WaitForEdge> selfWait() const
    {
        const std::vector<WaitForEdge> all = edges();
        const auto own = std::ranges::find_if(all, isOwn);
        return own == all.end() ? std::vector<WaitForEdge>() : std::vector<WaitForEdge>{*own};
    }

    std::vector<WaitForEdge> edges() const
    {
        std::vector<WaitForEdge> all;
        for (const auto& [waiter, wait] : m_waits) {
            const std::vector<WaitForEdge> some = edgesFrom(waiter);
            all.insert(all.end(), some.begin(), some.end());
        }
        return all;
    }

    Ticks lastSince(const std::vector<WaitForEdge>& of) const
    {
        Ticks last = 0;
        for (const WaitForEdge& edge : of)
            last = std::max(last, m_waits.at(edge.waiter).since);
        return last;
    }
    Ticks lastSince() const
    {
        Ticks last = 0;
        for (const auto& [waiter, wait] : m_waits)
            last = std::max(last, wait.since);
        return last;
    }

private:
    static bool isOwn(const WaitForEdge& edge) noexcept { return edge.waiter == edge.holder; }

    // Whether a path from `waiter` leads to `goal`: it is stored in `path`. `seen`: visited waiters.
    bool leadsTo(TrackId goal, TrackId waiter, std::vector<WaitForEdge>& path, std::set<TrackId>& seen) const
    {
        if (!seen.insert(waiter).second)
            return false;
        for (const WaitForEdge& edge : edgesFrom(waiter)) {
            if (isOwn(edge))
                continue;
            path.push_back(edge);
            if (edge.holder == goal || leadsTo(goal, edge.holder, path, seen))
                return true;
            path.pop_back();
        }
        return false;
    }

    struct Holder {
        TrackId track = kNoTrack;
        bool ended = false;
    };
    std::map<TrackId, OpenSpans::Open> m_waits;
    std::multimap<ObjectId, Holder> m_holders;
    bool m_all = true;
};

} // namespace

std::optional<Standstill> findStandstill(const Runtime& runtime)
{
    const std::vector<Look> before = lookAt(runtime);
    const auto waits = [](const Look& look) { return look.waitsForGood(); };
    if (std::none_of(before.begin(), before.end(), waits))
        return std::nullopt;
    const Steady steady(runtime, before, lookAt(runtime));
    const auto among = [&](Standstill::Kind kind, std::vector<WaitForEdge> edges) {
        const Ticks since = steady.lastSince(edges);
        const std::size_t waiting = edges.size();
        return Standstill{kind, std::move(edges), waiting, since};
    };
    if (std::vector<WaitForEdge> circle = steady.circle(); !circle.empty())
        return among(Standstill::Kind::deadlock, std::move(circle));
    if (std::vector<WaitForEdge> own = steady.selfWait(); !own.empty())
        return among(Standstill::Kind::selfWait, std::move(own));
    if (steady.all())
        return Standstill{Standstill::Kind::stall, steady.edges(), steady.waiting(), steady.lastSince()};
    return std::nullopt;
}

} // namespace threadscape
