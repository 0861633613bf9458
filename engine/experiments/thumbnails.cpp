#include "kernels/landscape.h"
#include "kernels/thumbnail.h"
#include "lab/lab.h"

#include <array>
#include <fmt/format.h>
#include <set>

namespace threadscape {

namespace {

constexpr std::array kSides{32, 64, 128};

/// Pictures are read, made small, and written, by one thread, a pool, or a thread for each picture.
class Thumbnails final : public Experiment {
public:
    Thumbnails()
        : Experiment({.id = "thumbnails",
                      .topic = TS_TEXT("topic", "Futures and pools"),
                      .title = TS_TEXT("thumbnails", "Thumbnails")})
    {
    }

    Text question() const override
    {
        if (!folder.value().empty())
            return TS_TEXT("thumbnails", "How many workers does a folder of pictures need?");
        return Text(TS_PLURAL("thumbnails", "How many workers do %n pictures need?")).count(images);
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = {{"workers", "1"}}},
            {.name = "cores",
             .label = TS_TEXT("preset", "As many as cores"),
             .settings = {{"workers", std::to_string(std::min<std::int64_t>(Lab::cores(), 64))}}},
            {.name = "thirty", .label = TS_TEXT("preset", "Thirty workers"), .settings = {{"workers", "30"}}},
            {.name = "thread-per-image",
             .label = TS_TEXT("preset", "A thread for each"),
             .settings = {{"mode", "thread-per-image"}}},
            {.name = "sequential",
             .label = TS_TEXT("preset", "One after the other"),
             .settings = {{"mode", "sequential"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override { return {{.kind = PlotSpec::Kind::timeline}}; }

    std::vector<LaneGroup> lanes() const override
    {
        const Template number = TS_TEXT("thumbnails", "thumbnails");
        if (mode.is("pool"))
            return {{TS_TEXT("thumbnails", "Workers"), TS_NAME("name", "Worker"), workers, number}};
        if (mode.is("thread-per-image") && folder.value().empty())
            return {{TS_TEXT("thumbnails", "Threads"), TS_NAME("name", "Thread"), images, number}};
        return {};
    }

    std::optional<Error> brokenRule() const override
    {
        std::error_code unknown;
        if (!folder.value().empty() && !std::filesystem::is_directory(folder.value(), unknown))
            return Error{Text(TS_TEXT("thumbnails", "%1 is \"%2\": there is no such folder."))
                             .arg(folder.spec().name)
                             .arg(folder.value())};
        if (!output.value().empty() && std::filesystem::exists(output.value(), unknown) &&
            !std::filesystem::is_directory(output.value(), unknown))
            return Error{Text(TS_TEXT("thumbnails", "%1 is \"%2\": that is no folder."))
                             .arg(output.spec().name)
                             .arg(output.value())};
        if (!folder.value().empty() && std::filesystem::equivalent(folder.value(), output.value(), unknown))
            return Error{Text(TS_TEXT("thumbnails",
                                      "%1 and %2 are the same folder: the next run would take the thumbnails "
                                      "for pictures. Choose another."))
                             .arg(folder.spec().name)
                             .arg(output.spec().name)};
        return std::nullopt;
    }

    void run(Lab& lab) override
    {
        Files files(lab);
        std::optional<ScratchFolder> scratch;
        if (folder.value().empty() || output.value().empty())
            scratch.emplace();
        const std::filesystem::path from = chosen(folder, scratch, "pictures");
        const std::filesystem::path to = chosen(output, scratch, "thumbnails");
        std::filesystem::create_directories(to);
        if (folder.value().empty()) {
            std::filesystem::create_directory(from);
            makePictures(lab, files, from);
        }
        const std::vector<std::filesystem::path> pictures = picturesIn(from);
        m_images.set(static_cast<std::int64_t>(pictures.size()));
        std::multiset<std::string> stems;
        for (const std::filesystem::path& picture : pictures)
            stems.insert(picture.stem().string());

        const Steps steps(lab);
        const auto makeSmall = [&](const std::filesystem::path& picture) {
            // Two pictures may differ in their endings alone: their thumbnails must differ too.
            const bool alone = stems.count(picture.stem().string()) == 1;
            const std::string name = (alone ? picture.stem() : picture.filename()).string();
            const std::int64_t cpuNs = Lab::cpuNs();
            const std::int64_t sinceNs = lab.elapsedNs();
            shrink(files, steps, picture, to / name);
            m_cpuNs.add(Lab::cpuNs() - cpuNs);
            m_wallNs.add(lab.elapsedNs() - sinceNs);
        };
        const std::int64_t startNs = lab.elapsedNs();
        m_startNs.set(startNs);
        const std::int64_t filesBeforeNs = files.waitedNs();
        if (mode.is("pool"))
            inPool(lab, pictures, makeSmall);
        else if (mode.is("thread-per-image"))
            inThreads(lab, pictures, makeSmall);
        else
            for (const std::filesystem::path& picture : pictures)
                inBox(lab, picture, makeSmall);
        m_timeNs.set(lab.elapsedNs() - startNs);
        m_filesNs.set(files.waitedNs() - filesBeforeNs);
    }

    Findings findings() const override
    {
        Findings found;
        found.add("images", TS_TEXT("thumbnails", "Pictures"), m_images.value());
        found.add("thumbnails", TS_TEXT("thumbnails", "Thumbnails"), m_thumbnails.value());
        found.add("failed", TS_TEXT("thumbnails", "Failed"), m_failures.list());
        found.add("time_s", TS_TEXT("thumbnails", "Time"), static_cast<double>(m_timeNs) * 1e-9, "s");
        found.add("cores_busy", TS_TEXT("thumbnails", "Cores busy"), coresBusy());
        return found;
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        const std::int64_t made = found.integer("thumbnails");
        if (outcome == Outcome::running)
            return m_startNs == 0 ? Text(TS_TEXT("thumbnails", "The pictures are being made: %1 of %2."))
                                        .arg(m_painted.value())
                                        .arg(images.value())
                                  : Text(TS_TEXT("thumbnails", "So far: %1 thumbnails of %2 pictures."))
                                        .arg(made)
                                        .arg(found.integer("images"));
        if (outcome != Outcome::finished)
            return Text(TS_TEXT("thumbnails", "Ended early: %1 thumbnails of %2 pictures were made."))
                .arg(made)
                .arg(found.integer("images"));
        if (found.integer("images") == 0)
            return Text(TS_TEXT("thumbnails", "None: there are no pictures in %1.")).arg(folder.value());
        const DurationArg took{m_timeNs};
        if (const auto failures = m_failures.all(); !failures.empty())
            return Text(TS_PLURAL("thumbnails", "%1 thumbnails in %2; %n pictures failed, and the others "
                                                "were done all the same. The "
                                                "first: %3, %4."))
                .arg(made)
                .of("thumbnails")
                .arg(took)
                .of("time_s")
                .arg(failures.front().first)
                .arg(reason(failures.front().second))
                .count(static_cast<std::int64_t>(failures.size()));
        return verdict(made, took);
    }

private:
    /// The boxes round what is done with a picture, and the sentence that the numbers come to.
    struct Steps {
        explicit Steps(Lab& lab)
            : read(lab.operation(TS_NAME("name", "read"))),
              decode(lab.operation(TS_NAME("name", "decode"))),
              resize(lab.operation(TS_NAME("name", "resize"))),
              write(lab.operation(TS_NAME("name", "write")))
        {
        }
        OperationName read;
        OperationName decode;
        OperationName resize;
        OperationName write;
    };

    static std::filesystem::path chosen(const FreeText& setting, const std::optional<ScratchFolder>& scratch,
                                        const char* otherwise)
    {
        const std::string name = setting.value();
        return name.empty() ? scratch->path() / otherwise : std::filesystem::path(name);
    }

    double coresBusy() const
    {
        return m_timeNs > 0 ? static_cast<double>(m_cpuNs) / static_cast<double>(m_timeNs) : 0;
    }

    // Without its arguments, which stand in the finding.
    static Template reason(const Text& whole)
    {
        return whole.args().empty() ? whole.form()
                                    : TS_TEXT("thumbnails", "the system refused to read or write its files");
    }

    std::int64_t threads() const
    {
        return mode.is("pool") ? workers.value() : mode.is("sequential") ? 1 : m_images.value();
    }

    Text verdict(std::int64_t made, DurationArg took) const
    {
        constexpr double kAll = 0.8;
        const std::int64_t cores = Lab::cores();
        const NumberArg busy{coresBusy(), 1};
        const auto with = [&](Template form) {
            return Text(form)
                .arg(busy)
                .of("cores_busy")
                .arg(cores)
                .arg(made)
                .arg(took)
                .of("time_s")
                .count(threads());
        };
        const bool allBusy = coresBusy() >= kAll * static_cast<double>(cores);
        if (threads() > cores && allBusy)
            return with(TS_PLURAL("thumbnails", "No more than keep the cores busy: %n threads had %1 of %2 "
                                                "cores at work, as fewer would. %3 thumbnails took %4."));
        if (allBusy)
            return with(
                TS_PLURAL("thumbnails",
                          "%n threads are enough: they kept %1 of %2 cores busy. %3 thumbnails took %4."));
        if (threads() < cores)
            return with(TS_PLURAL("thumbnails", "More than %n: with so many, %1 of %2 cores were busy on "
                                                "average, and %3 thumbnails took %4."));
        // There were threads for all cores: either they waited for their files, or others had the cores.
        if (m_filesNs > m_wallNs - m_cpuNs - m_filesNs)
            return with(TS_PLURAL("thumbnails", "Perhaps more than %n: they waited for the disk, with %1 of "
                                                "%2 cores busy. %3 thumbnails took %4."));
        return with(TS_PLURAL("thumbnails", "That cannot be told now: %n threads had %1 of %2 cores, and "
                                            "other programs the rest. %3 thumbnails took %4."));
    }

    void makePictures(Lab& lab, Files& files, const std::filesystem::path& to)
    {
        constexpr int kWidth = 1024;
        constexpr int kHeight = 768;
        constexpr int kQuality = 90;
        constexpr std::int64_t kPngEvery = 8; // to write one takes ten times as long as a JPEG file
        const TaskName painting = lab.task(TS_NAME("name", "paint"));
        const auto seed = static_cast<std::uint64_t>(lab.random(0, INT64_MAX));
        ThreadPool painters(lab, {.group = "Painters", .prefix = TS_NAME("name", "Painter")}, Lab::cores());
        std::vector<Future<void>> painted;
        for (std::int64_t i = 1; i <= images; ++i)
            painted.push_back(painters.submit(
                [&, i] {
                    const Picture picture = landscape(seed + static_cast<std::uint64_t>(i), kWidth, kHeight);
                    checkpoint();
                    const bool png = i % kPngEvery == 0;
                    const std::string bytes = png ? encodePng(picture) : encodeJpeg(picture, kQuality);
                    const std::string name = fmt::format("picture{:04}.{}", i, png ? "png" : "jpg");
                    if (const auto written = files.write(to / name, bytes); !written)
                        m_failures.add(name, written.error().text);
                    m_painted.add();
                },
                painting));
        for (Future<void>& each : painted)
            each.get();
        painters.shutdown();
    }

    template <typename Act>
    static auto boxed(OperationName name, Act&& act)
    {
        checkpoint();
        const Operation box(name);
        return act();
    }

    // The library decodes, resizes and encodes in one go each, some ms long: a stop is honoured between the steps.
    void shrink(Files& files, const Steps& steps, const std::filesystem::path& picture,
                const std::filesystem::path& to)
    {
        const auto failed = [&](const Error& error) {
            m_failures.add(picture.filename().string(), error.text);
        };
        const auto bytes = boxed(steps.read, [&] { return files.read(picture); });
        if (!bytes)
            return failed(bytes.error());
        const auto whole = boxed(steps.decode, [&] { return decodePicture(*bytes); });
        if (!whole)
            return failed(whole.error());
        for (const int side : kSides) {
            const std::string png = boxed(steps.resize, [&] { return encodePng(thumbnail(*whole, side)); });
            const std::filesystem::path file = to.string() + fmt::format("_{0}_{0}.png", side);
            if (const auto written = boxed(steps.write, [&] { return files.write(file, png); }); !written)
                return failed(written.error());
            m_thumbnails.add();
            Lab::countNumber();
        }
    }

    template <typename Act>
    void inBox(Lab& lab, const std::filesystem::path& picture, const Act& act)
    {
        const Operation box(lab.operation(picture.filename().string()));
        act(picture);
    }

    template <typename Act>
    void inPool(Lab& lab, const std::vector<std::filesystem::path>& pictures, const Act& act)
    {
        ThreadPool pool(lab, {.group = "Workers", .prefix = TS_NAME("name", "Worker")}, workers);
        std::vector<Future<void>> done;
        done.reserve(pictures.size());
        for (const std::filesystem::path& picture : pictures)
            done.push_back(pool.submit([&] { act(picture); }, lab.task(picture.filename().string(), false)));
        for (Future<void>& each : done)
            each.get();
        pool.shutdown();
    }

    template <typename Act>
    void inThreads(Lab& lab, const std::vector<std::filesystem::path>& pictures, const Act& act)
    {
        std::list<Thread> threads;
        for (const std::filesystem::path& picture : pictures)
            threads.emplace_back(
                lab, fmt::format("Thread-{}", threads.size() + 1), [&] { inBox(lab, picture, act); },
                Thread::Options{.group = "Threads"});
        for (Thread& each : threads)
            each.join();
    }

    Choice mode{this,
                "mode",
                TS_TEXT("thumbnails", "Who does it"),
                {{"pool", TS_TEXT("thumbnails", "a pool")},
                 {"thread-per-image", TS_TEXT("thumbnails", "a thread each")},
                 {"sequential", TS_TEXT("thumbnails", "main alone")}},
                kWho.about(TS_TEXT("thumbnails", "All three write the same files."))};
    Integer workers{this, "workers", TS_TEXT("thumbnails", "Workers"),
                    30,   {1, 64},   kWho.about(TS_TEXT("thumbnails", "Threads of the pool."))};
    Integer images{this,
                   "images",
                   TS_TEXT("thumbnails", "Pictures"),
                   24,
                   {1, 1000},
                   kRules.about(TS_TEXT("thumbnails", "So many are made afresh when no folder is chosen."))};
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

    Counter m_images;
    Counter m_painted;
    Counter m_thumbnails;
    Counter m_cpuNs;   // of all who made thumbnails
    Counter m_wallNs;  // the same by the clock
    Counter m_filesNs; // of that, with files
    Counter m_startNs;
    Counter m_timeNs;
    Failures m_failures;
};

} // namespace

std::unique_ptr<Experiment> makeThumbnails()
{
    return std::make_unique<Thumbnails>();
}

} // namespace threadscape
