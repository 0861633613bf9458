#include "kernels/landscape.h"
#include "kernels/thumbnail.h"
#include "lab/disk.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace threadscape {

namespace {

using Path = std::filesystem::path;

constexpr std::array kSides{32, 64, 128};

/// Pictures are read, scaled down, and written, by one thread, a pool, or a thread for each picture.
class Thumbnails final : public Experiment {
public:
    Thumbnails()
        : Experiment(
              {"thumbnails", TS_TEXT("topic", "Futures and pools"), TS_TEXT("thumbnails", "Thumbnails")})
    {
        preset("lecture", TS_TEXT("preset", "Lecture"), workers = 1);
        preset("cores", TS_TEXT("preset", "As many as cores"),
               workers = std::min<std::int64_t>(Lab::cores(), 64));
        preset("thirty", TS_TEXT("preset", "Thirty workers"), workers = 30);
        preset("thread-per-image", TS_TEXT("preset", "A thread for each"), mode = "thread-per-image");
        preset("sequential", TS_TEXT("preset", "One after the other"), mode = "sequential");
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot()});
        poolLanes.when([this] { return mode.is("pool"); });
        threadLanes.when([this] { return mode.is("thread-per-image") && folder.value().empty(); });
    }

    Text question() const override
    {
        if (!folder.value().empty())
            return TS_TEXT("thumbnails", "How many workers does a folder of pictures need?");
        return Text(TS_PLURAL("thumbnails", "How many workers do %n pictures need?")).count(images);
    }

    std::optional<Error> brokenRule() const override
    {
        const Path from = folder.value();
        const Path to = output.value();
        std::error_code unknown;
        if (!from.empty() && !is_directory(from, unknown))
            return Error{
                Text(TS_TEXT("thumbnails", "%1 is \"%2\": there is no such folder."), "folder", folder)};
        if (!to.empty() && exists(to, unknown) && !is_directory(to, unknown))
            return Error{Text(TS_TEXT("thumbnails", "%1 is \"%2\": that is no folder."), "output", output)};
        if (!from.empty() && equivalent(from, to, unknown))
            return Error{Text(TS_TEXT("thumbnails",
                                      "%1 and %2 are the same folder: the next run would take the thumbnails "
                                      "for pictures. Choose another."),
                              "folder", "output")};
        return std::nullopt;
    }

    void run(Lab& lab) override
    {
        Files files(lab);
        std::optional<ScratchFolder> scratch;
        if (folder.value().empty() || output.value().empty())
            scratch.emplace();
        const auto chosen = [&](const std::string& path, const char* otherwise) {
            return path.empty() ? scratch->path() / otherwise : Path(path);
        };
        const Path from = chosen(folder.value(), "pictures");
        const Path to = chosen(output.value(), "thumbnails");
        std::filesystem::create_directories(to);
        if (folder.value().empty()) {
            std::filesystem::create_directory(from);
            makePictures(lab, files, from);
        }
        const std::vector<Path> all = picturesIn(from);
        pictures.set(static_cast<std::int64_t>(all.size()));
        std::multiset<std::string> stems;
        for (const Path& picture : all)
            stems.insert(picture.stem().string());

        const std::int64_t filesBeforeNs = files.waitedNs();
        const std::int64_t startNs = lab.elapsedNs();
        forEach(lab, all, [&](const Path& picture) {
            // Two pictures may differ in their extensions only: their thumbnails must differ too.
            const bool alone = stems.count(picture.stem().string()) == 1;
            const std::int64_t usedNs = Lab::cpuNs();
            const std::int64_t sinceNs = lab.elapsedNs();
            shrink(lab, files, picture, to / (alone ? picture.stem() : picture.filename()));
            cpuNs.add(Lab::cpuNs() - usedNs);
            wallNs.add(lab.elapsedNs() - sinceNs);
        });
        time.set(lab.elapsedNs() - startNs);
        filesNs.set(files.waitedNs() - filesBeforeNs);
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        if (outcome == Outcome::running && found[pictures] == 0)
            return Text(TS_TEXT("thumbnails", "The pictures are being made: %1 of %2."), painted.value(),
                        images);
        if (outcome == Outcome::running)
            return Text(TS_TEXT("thumbnails", "So far: %1 thumbnails of %2 pictures."), found[thumbnails],
                        found[pictures]);
        if (outcome != Outcome::finished)
            return Text(TS_TEXT("thumbnails", "Ended early: %1 thumbnails of %2 pictures were made."),
                        found[thumbnails], found[pictures]);
        if (found[pictures] == 0)
            return Text(TS_TEXT("thumbnails", "None: there are no pictures in %1."), folder);
        if (const auto failures = failed.all(); !failures.empty())
            return Text(TS_PLURAL("thumbnails", "%1 thumbnails in %2; %n pictures failed, and the others "
                                                "were done all the same. The first: %3, %4."),
                        found(thumbnails), found(time), failures.front().first,
                        reason(failures.front().second))
                .count(static_cast<std::int64_t>(failures.size()));
        return verdict(found);
    }

private:
    // Without its arguments, which are in the finding.
    static Template reason(const Text& whole)
    {
        return whole.args().empty() ? whole.form()
                                    : TS_TEXT("thumbnails", "the system refused to read or write its files");
    }

    Text verdict(const Findings& found) const
    {
        constexpr double kAll = 0.8;
        const std::int64_t cores = Lab::cores();
        const std::int64_t many = mode.is("pool")         ? workers.value()
                                  : mode.is("sequential") ? 1
                                                          : found[pictures].value();
        const auto with = [&](Template form) {
            return Text(form, found(coresBusy).digits(1), cores, found[thumbnails], found(time)).count(many);
        };
        const bool allBusy = found[coresBusy] >= kAll * static_cast<double>(cores);
        if (many > cores && allBusy)
            return with(TS_PLURAL("thumbnails", "No more than keep the cores busy: %n threads had %1 of %2 "
                                                "cores at work, as fewer would. %3 thumbnails took %4."));
        if (allBusy)
            return with(
                TS_PLURAL("thumbnails",
                          "%n threads are enough: they kept %1 of %2 cores busy. %3 thumbnails took %4."));
        if (many < cores)
            return with(TS_PLURAL("thumbnails", "More than %n: with so many, %1 of %2 cores were busy on "
                                                "average, and %3 thumbnails took %4."));
        // There were threads for all cores: either they waited for their files, or other processes used the cores.
        if (filesNs > wallNs - cpuNs - filesNs)
            return with(TS_PLURAL("thumbnails", "Perhaps more than %n: they waited for the disk, with %1 of "
                                                "%2 cores busy. %3 thumbnails took %4."));
        return with(TS_PLURAL("thumbnails", "That cannot be told now: %n threads had %1 of %2 cores, and "
                                            "other programs the rest. %3 thumbnails took %4."));
    }

    void makePictures(Lab& lab, Files& files, const Path& to)
    {
        constexpr int kWidth = 1024;
        constexpr int kHeight = 768;
        constexpr int kQuality = 90;
        constexpr std::int64_t kPngEvery = 8; // writing one takes ten times as long as a JPEG file
        const TaskName painting = lab.task(TS_NAME("name", "paint"));
        const auto seed = static_cast<std::uint64_t>(lab.random(0, INT64_MAX));
        ThreadPool painters(lab, {.group = "Painters", .prefix = TS_NAME("name", "Painter")}, Lab::cores());
        std::vector<Future<void>> all;
        for (std::int64_t i = 1; i <= images; ++i)
            all.push_back(painters.submit(
                [&, i] {
                    const Picture picture = landscape(seed + static_cast<std::uint64_t>(i), kWidth, kHeight);
                    checkpoint();
                    const bool png = i % kPngEvery == 0;
                    const std::string bytes = png ? encodePng(picture) : encodeJpeg(picture, kQuality);
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

    // The library decodes, resizes and encodes in one call each, some ms long: a stop is honoured between the steps.
    template <typename Step>
    static auto boxed(Lab& lab, const char* name, Step step)
    {
        checkpoint();
        const Operation box(lab.operation(name));
        return step();
    }

    void shrink(Lab& lab, Files& files, const Path& picture, const Path& to)
    {
        const auto fail = [&](const Error& error) { failed.add(picture.filename().string(), error.text); };
        const auto bytes = boxed(lab, TS_NAME("name", "read"), [&] { return files.read(picture); });
        if (!bytes)
            return fail(bytes.error());
        const auto whole = boxed(lab, TS_NAME("name", "decode"), [&] { return decodePicture(*bytes); });
        if (!whole)
            return fail(whole.error());
        for (const int side : kSides) {
            const std::string png =
                boxed(lab, TS_NAME("name", "resize"), [&] { return encodePng(thumbnail(*whole, side)); });
            const Path file = to.string() + fmt::format("_{0}_{0}.png", side);
            const auto written = boxed(lab, TS_NAME("name", "write"), [&] { return files.write(file, png); });
            if (!written)
                return fail(written.error());
            thumbnails.add();
            Lab::countNumber();
        }
    }

    // By the threads of the chosen mode, each in a box with its name.
    template <typename Act>
    void forEach(Lab& lab, const std::vector<Path>& all, const Act& act)
    {
        const auto inBox = [&](const Path& picture) {
            const Operation box(lab.operation(picture.filename().string()));
            act(picture);
        };
        if (mode.is("pool")) {
            ThreadPool pool(lab, poolLanes, workers);
            pool.forEach(all, act,
                         [&](const Path& picture) { return lab.task(picture.filename().string(), false); });
            pool.shutdown();
        } else if (mode.is("thread-per-image")) {
            Threads(lab, threadLanes,
                    [&](std::int64_t number) { inBox(all[static_cast<std::size_t>(number) - 1]); },
                    {.count = static_cast<std::int64_t>(all.size())})
                .join();
        } else {
            std::ranges::for_each(all, inBox);
        }
    }

    OneOf<"pool", "thread-per-image", "sequential"> mode{
        this, "mode", TS_TEXT("thumbnails", "Who does it"),
        words(TS_TEXT("thumbnails", "a pool"), TS_TEXT("thumbnails", "a thread each"),
              TS_TEXT("thumbnails", "main alone")),
        kWho.about(TS_TEXT("thumbnails", "All three write the same files."))};
    Integer workers{this, "workers", TS_TEXT("thumbnails", "Workers"), 30,
                    kWho.between(1, 64).about(TS_TEXT("thumbnails", "Threads of the pool."))};
    Integer images{this, "images", TS_TEXT("thumbnails", "Pictures"), 24,
                   kRules.between(1, 1000).about(
                       TS_TEXT("thumbnails", "So many are made afresh when no folder is chosen."))};
    FreeText folder{
        this, "folder", TS_TEXT("thumbnails", "Folder of pictures"), "",
        kRules.folder()
            .whenEmpty(TS_TEXT("thumbnails", "made afresh"))
            .about(TS_TEXT("thumbnails", "Its PNG and JPEG files; empty: pictures made afresh."))};
    FreeText output{
        this, "output", TS_TEXT("thumbnails", "Thumbnails go to"), "",
        kRules.folder()
            .whenEmpty(TS_TEXT("thumbnails", "thrown away"))
            .about(TS_TEXT("thumbnails", "A folder that keeps them; empty: a temporary one, which is "
                                         "removed at the end of the run."))};

    Group poolLanes{this, TS_TEXT("thumbnails", "Workers"), TS_NAME("name", "Worker"), workers,
                    kSpaced.counting(TS_TEXT("thumbnails", "thumbnails"))};
    Group threadLanes{this, TS_TEXT("thumbnails", "Threads"), TS_NAME("name", "Thread"), images,
                      kHyphened.counting(TS_TEXT("thumbnails", "thumbnails"))};

    Counter painted;
    Counter cpuNs;   // of all threads that made thumbnails
    Counter wallNs;  // the same by the clock
    Counter filesNs; // of that, with files
    Count pictures{this, "images", TS_TEXT("thumbnails", "Pictures")};
    Count thumbnails{this, "thumbnails", TS_TEXT("thumbnails", "Thumbnails")};
    Failures failed{this, "failed", TS_TEXT("thumbnails", "Failed")};
    Elapsed time{this, "time_s", TS_TEXT("thumbnails", "Time"), "s"};
    Measured coresBusy{this, "cores_busy", TS_TEXT("thumbnails", "Cores busy"), [this] {
                           return time > 0 ? static_cast<double>(cpuNs) / static_cast<double>(time) : 0;
                       }};
};

} // namespace

THREADSCAPE_MAKES(Thumbnails)

} // namespace threadscape
