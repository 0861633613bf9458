#include "view/series/wait_graph.h"

#include "view/lanes/hit.h"
#include "view/lanes/lane_view.h"
#include "view/lanes/unfinished_wait.h"

#include <algorithm>

namespace threadscape {

namespace {

WaitGraph::Thread threadAt(const Trace& trace, const Snapshot& snapshot, TrackId track, std::int64_t ns)
{
    WaitGraph::Thread thread{.track = track};
    const LaneView lane(trace, snapshot, track);
    thread.ended = lane.begun() && ns >= lane.life().toNs &&
                   lane.lane().endNs.load(std::memory_order_acquire) != Lane::kNotYet;
    const std::optional<LaneHit> hit = hitLane(trace, snapshot, track, ns, 0);
    if (!hit)
        return thread;
    thread.running = hit->state == State::running;
    if (awaitsLock(hit->state) && hit->object < trace.objects() &&
        isLock(trace.catalogue().object(hit->object).kind))
        thread.wants = hit->object;
    return thread;
}

void markCircles(WaitGraph& graph)
{
    const auto lockOf = [&](ObjectId id) {
        return std::ranges::find(graph.locks, id, &WaitGraph::Lock::lock);
    };
    const auto holderOf = [&](const WaitGraph::Thread& thread) {
        const auto lock = lockOf(thread.wants);
        return lock == graph.locks.end() || lock->holder == kNoTrack
                   ? graph.threads.end()
                   : std::ranges::find(graph.threads, lock->holder, &WaitGraph::Thread::track);
    };
    for (auto first = graph.threads.begin(); first != graph.threads.end(); ++first) {
        auto at = first;
        for (std::size_t steps = 0; steps < graph.threads.size() && at != graph.threads.end(); ++steps) {
            at = holderOf(*at);
            if (at == first)
                break;
        }
        if (at != first || first->wants == kNoObject)
            continue;
        first->inCircle = true;
        lockOf(first->wants)->inCircle = true;
    }
}

} // namespace

WaitGraph waitGraphAt(const Trace& trace, const Snapshot& snapshot, const std::vector<TrackId>& tracks,
                      std::int64_t ns)
{
    WaitGraph graph;
    for (const TrackId track : tracks)
        if (track < trace.lanes())
            graph.threads.push_back(threadAt(trace, snapshot, track, ns));
    for (std::size_t o = 0; o < trace.objects(); ++o) {
        const auto object = static_cast<ObjectId>(o);
        if (object >= trace.catalogue().objects() || !isLock(trace.catalogue().object(object).kind))
            continue;
        const std::optional<Holder> holder = holderAt(trace, snapshot, object, ns);
        graph.locks.push_back({object, holder ? holder->track : kNoTrack});
    }
    markCircles(graph);
    return graph;
}

std::int64_t lastMoment(const Trace& trace, const Snapshot& snapshot, const std::vector<TrackId>& tracks)
{
    std::int64_t last = snapshot.nowNs;
    for (const TrackId track : tracks) {
        if (track >= trace.lanes())
            continue;
        const LaneView lane(trace, snapshot, track);
        if (const auto wait = stoppedWait(lane))
            last = std::min(last, wait->endNs - 1);
    }
    return last;
}

} // namespace threadscape
