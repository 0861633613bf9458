#include "lab/kit/children.h"

#include "lab/lab.h"
#include "sync/misuse.h"

namespace threadscape {

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
    auto process = Process::start(lab.recorder(), group.name(number), task, arguments, options);
    if (!process)
        throw Misuse(process.error().text);
    m_all.push_back(std::move(*process));
}

} // namespace threadscape
