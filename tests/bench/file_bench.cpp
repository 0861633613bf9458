#include "bench/figures.h"

#include "formats/chrome_json.h"
#include "lab/run/open_run.h"
#include "lab/run/recording.h"
#include "os/clock.h"
#include "support/synthetic_trace.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace threadscape::bench {

void benchFiles()
{
    constexpr int kLanes = 16;
    constexpr std::size_t kSpans = 1'000'000;
    const auto trace = samples::denseTrace(kLanes, kSpans / kLanes, 8'000'000'000, 1);
    limit({.what = "memory per span kept",
           .unit = "bytes",
           .most = 32,
           .measure =
               [&] {
                   std::size_t bytes = 0;
                   for (std::size_t t = 0; t < trace->lanes(); ++t)
                       bytes += trace->lane(static_cast<TrackId>(t)).bytes();
                   return static_cast<double>(bytes) / static_cast<double>(kSpans);
               },
           .rounds = 1});
    limit({.what = "1 million spans to Chrome JSON",
           .unit = "s",
           .most = 1,
           .measure =
               [&] {
                   const std::int64_t from = monotonicNs();
                   std::ofstream out("/dev/null", std::ios::binary);
                   writeChromeTrace(*trace, out);
                   return static_cast<double>(monotonicNs() - from) * 1e-9;
               },
           .rounds = 5});
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("bench-" + std::to_string(getpid()) + ".tscape");
    Recording recording;
    recording.result.experiment = "bank";
    recording.trace = trace;
    limit({.what = "1 million spans saved as .tscape",
           .unit = "ms",
           .most = 500,
           .measure =
               [&] {
                   const std::int64_t from = monotonicNs();
                   const bool saved = saveRecording(recording, file).has_value();
                   return saved ? static_cast<double>(monotonicNs() - from) * 1e-6 : 1e9;
               },
           .rounds = 5});
    limit({.what = "size of a span in a .tscape file",
           .unit = "bytes",
           .most = 12,
           .measure =
               [&] {
                   return static_cast<double>(std::filesystem::file_size(file)) / static_cast<double>(kSpans);
               },
           .rounds = 1});
    limit({.what = "1 million spans opened from .tscape",
           .unit = "ms",
           .most = 500,
           .measure =
               [&] {
                   const std::int64_t from = monotonicNs();
                   const auto opened = openRun(file);
                   const auto took = static_cast<double>(monotonicNs() - from) * 1e-6;
                   return opened && !opened->damage ? took : 1e9;
               },
           .rounds = 5});
    std::filesystem::remove(file);

    // Half as many spans: each has a slice, and so has the running before it.
    const std::filesystem::path json = std::filesystem::path(file).replace_extension(".json");
    recording.trace = samples::denseTrace(kLanes, kSpans / kLanes / 2, 8'000'000'000, 1);
    {
        std::ofstream out(json, std::ios::binary);
        writeChromeTrace(recording, out);
    }
    limit({.what = "1 million events opened from our Chrome JSON",
           .unit = "s",
           .most = 1,
           .measure =
               [&] {
                   const std::int64_t from = monotonicNs();
                   const auto opened = openRun(json);
                   const auto took = static_cast<double>(monotonicNs() - from) * 1e-9;
                   return opened && !opened->damage ? took : 1e9;
               },
           .rounds = 5});
    std::filesystem::remove(json);
}

} // namespace threadscape::bench
