#include "command_line/room_to_paint.h"

#include "os/descriptor_limit.h"

#include <latch>
#include <system_error>
#include <thread>
#include <vector>

namespace threadscape {

tl::expected<void, Error> checkRoomToPaint()
{
    constexpr std::int64_t kFiles = 24;
    constexpr std::ptrdiff_t kThreads = 6;
    if (!makeRoomForDescriptors(kFiles))
        return tl::unexpected(Error{
            Text(TS_TEXT("command_line", "The system allows this program %1 more open files, too few to "
                                         "paint: raise that limit (ulimit -n)."))
                .arg(descriptorsToSpare())});
    std::latch over(1);
    std::vector<std::thread> trial;
    bool refused = false;
    try {
        while (std::ssize(trial) < kThreads)
            trial.emplace_back([&] { over.wait(); });
    } catch (const std::system_error&) {
        refused = true;
    }
    over.count_down();
    for (std::thread& thread : trial)
        thread.join();
    if (refused)
        return tl::unexpected(
            Error{Text(TS_TEXT("command_line", "The system allows this program %1 more threads, too few to "
                                               "paint: raise that limit (ulimit -u, or -v)."))
                      .arg(static_cast<std::int64_t>(trial.size()))});
    return {};
}

} // namespace threadscape
