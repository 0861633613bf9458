#include "lab/kit/children.h"

#include "lab/lab.h"
#include "record/chunk.h"
#include "record/shared_recording.h"
#include "sync/misuse.h"

#include <algorithm>

namespace threadscape {

std::uint32_t chunksFor(std::int64_t events, std::int64_t processes) noexcept
{
    constexpr std::int64_t kLeast = 64;
    constexpr std::int64_t kMostTogether = 8'000;
    const std::int64_t most =
        std::clamp<std::int64_t>(kMostTogether / processes, kLeast, SharedRecording::kMaxChunks);
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(events / Chunk::kEvents, kLeast, most));
}

void Children::join() const
{
    for (const auto& child : m_all)
        child->joinSeen();
}

void Children::ask(std::size_t place, std::int64_t number) const noexcept
{
    for (const auto& child : m_all)
        child->ask(place, number);
}

void Children::terminate() const noexcept
{
    for (const auto& child : m_all)
        child->terminate();
}

void Children::kill() const noexcept
{
    for (const auto& child : m_all)
        child->kill();
}

void Children::start(Lab& lab, const Group& group, std::int64_t number, const WorkerTask& task,
                     const std::vector<std::byte>& arguments, Process::Options options)
{
    options.group = group.heading();
    options.seed += static_cast<std::uint64_t>(number); // each has random numbers of its own
    auto process = Process::start(lab.recorder(), group.name(number), task, arguments, options);
    if (!process)
        throw Misuse(process.error().text);
    m_all.push_back(std::move(*process));
}

} // namespace threadscape
