#include "lab/kit/threads.h"

#include "lab/lab.h"

namespace threadscape {

void Threads::start(Lab& lab, const Group& group, const std::function<void(std::int64_t)>& body,
                    const Options& options)
{
    const std::int64_t count = options.count < 0 ? group.count() : options.count;
    for (std::int64_t number = 1; number <= count; ++number)
        m_all.emplace_back(
            lab,
            options.names.empty() ? group.name(number) : options.names[static_cast<std::size_t>(number - 1)],
            [body, number] { body(number); },
            Thread::Options{.group = group.heading(), .daemon = options.daemon});
}

void Threads::join()
{
    for (Thread& thread : m_all)
        thread.join();
}

void Threads::stop() noexcept
{
    for (Thread& thread : m_all)
        thread.stop();
}

} // namespace threadscape
