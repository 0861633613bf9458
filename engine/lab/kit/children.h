#pragma once

#include "exec/process.h"
#include "exec/worker_arguments.h"
#include "lab/group.h"

#include <concepts>
#include <memory>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace threadscape {

class Lab;

/// Process::Options::chunks for `processes` that record that many events each, so that nothing is lost when ingest is slow; all
/// together at most 512 MiB. Any thread.
std::uint32_t chunksFor(std::int64_t events, std::int64_t processes) noexcept;

/// Worker processes of a group that run one task, all started at once: the group's current count. The destructor kills those
/// that still run.
/// `const Children counting(lab, counters, kCountTask, CountOrder{.increments = 100}, {.hand = {counter.handout()}});` Threads:
/// the actor that made it.
class Children {
public:
    /// `order` is each one's arguments; or `order(number)`, from 1, that one's. Throws Misuse with the reason when one cannot
    /// be started.
    template <typename Order>
    Children(Lab& lab, const Group& group, const WorkerTask& task, const Order& order,
             const Process::Options& options)
    {
        const std::int64_t count = group.count();
        for (std::int64_t number = 1; number <= count; ++number)
            if constexpr (std::invocable<const Order&, std::int64_t>)
                start(lab, group, number, task, packArguments(order(number)), options);
            else
                start(lab, group, number, task, packArguments(order), options);
    }

    /// Waits until all have ended. Throws Stopped (they continue then).
    void join() const;
    /// The others: see Process, for all of them.
    void ask(std::size_t place, std::int64_t number) const noexcept;
    void terminate() const noexcept;
    void kill() const noexcept;

    Process& first() const noexcept { return *m_all.front(); }
    auto begin() const noexcept { return m_all.begin(); }
    auto end() const noexcept { return m_all.end(); }

private:
    void start(Lab& lab, const Group& group, std::int64_t number, const WorkerTask& task,
               const std::vector<std::byte>& arguments, Process::Options options);

    std::vector<std::unique_ptr<Process>> m_all;
};

/// The function of a worker task that takes its order as a parameter: `const WorkerTask kChildTask{"child",
/// &ordered<childTask>};` with `int childTask(WorkerContext& context, const ChildOrder& order)`.
template <auto kFunction>
int ordered(WorkerContext& context, std::span<const std::byte> arguments)
{
    const auto given = [&]<typename Order>(int (*function)(WorkerContext&, Order)) {
        const auto order = unpackArguments<std::remove_cvref_t<Order>>(arguments);
        return order ? function(context, std::get<0>(*order)) : kBadArguments;
    };
    return given(kFunction);
}

} // namespace threadscape
