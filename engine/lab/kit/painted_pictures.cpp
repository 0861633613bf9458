#include "lab/kit/painted_pictures.h"

#include "exec/thread_pool.h"
#include "kernels/landscape.h"
#include "lab/lab.h"

#include <fmt/format.h>

namespace threadscape {

void paintPictures(Lab& lab, Files& files, const std::filesystem::path& to, std::int64_t count,
                   Counter& painted, Failures& failed)
{
    constexpr int kWidth = 1024;
    constexpr int kHeight = 768;
    constexpr int kQuality = 90;
    constexpr std::int64_t kPngEvery = 8; // writing one takes ten times as long as a JPEG file
    const TaskName painting = lab.task(TS_NAME("name", "paint"));
    const auto seed = static_cast<std::uint64_t>(lab.random(0, INT64_MAX));
    ThreadPool painters(lab, {.group = "Painters", .prefix = TS_NAME("name", "Painter")}, Lab::cores());
    std::vector<Future<void>> all;
    for (std::int64_t i = 1; i <= count; ++i)
        all.push_back(painters.submit(
            [&, i] {
                const Checkpoint stops = [] { checkpoint(); };
                const Picture picture =
                    landscape(seed + static_cast<std::uint64_t>(i), kWidth, kHeight, stops);
                const bool png = i % kPngEvery == 0;
                const std::string bytes =
                    png ? encodePng(picture, stops) : encodeJpeg(picture, kQuality, stops);
                const std::string name = fmt::format("picture{:04}.{}", i, png ? "png" : "jpg");
                if (const auto written = files.write(to / name, bytes); !written)
                    failed.add(name, written.error().text);
                painted.add();
            },
            painting));
    for (Future<void>& each : all)
        each.get();
    painters.shutdown();
}

} // namespace threadscape
