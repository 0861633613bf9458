#pragma once

#include "lab/kit/failures.h"
#include "lab/kit/files.h"

#include <cstdint>
#include <filesystem>

namespace threadscape {

class Lab;

/// Paints `count` test pictures, determined by the run's seed, with a pool of as many threads as there are cores, and writes
/// them into the folder `to`: "picture0001.jpg", each eighth one as PNG. `painted` counts them meanwhile; `failed` receives
/// those that cannot be written.
/// Threads: an actor's. Throws Stopped, and std::system_error when no more threads can be started.
void paintPictures(Lab& lab, Files& files, const std::filesystem::path& to, std::int64_t count,
                   Counter& painted, Failures& failed);

} // namespace threadscape
