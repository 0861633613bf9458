#include "kernels/thumbnail.h"
#include "lab/disk.h"

#include <algorithm>

namespace threadscape {

namespace {

using Path = std::filesystem::path;

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
        if (!to.empty() && !mayWriteInto(to))
            return Error{
                Text(TS_TEXT("thumbnails", "%1 is \"%2\": nothing may be written there."), "output", output)};
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
        const WorkingFolder from(folder.value());
        const WorkingFolder to(output.value());
        std::filesystem::create_directories(to.path());
        if (from.temporary())
            paintPictures(lab, files, from.path(), images, painted, failed);
        const std::vector<Path> all = picturesIn(from.path());
        pictures.set(std::ssize(all));
        const ThumbnailNames names(all, to.path());

        const std::int64_t filesBeforeNs = files.waitedNs();
        made.start(lab);
        forEach(lab, all, [&](const Path& picture) { shrink(lab, files, picture, names); });
        made.stop(lab);
        if (const auto why = unwritten.value(); why && thumbnails.value() == 0)
            throw Misuse(*why); // as it went for one, it went for all
        time.set(made.toNs() - made.fromNs());
        filesNs.set(files.waitedNs() - filesBeforeNs);
    }

    Answer answer(const Findings& found, Outcome outcome) const override
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
        if (const auto failures = failed.all(); !failures.empty()) {
            const auto& [name, why] = failures.front();
            return Text(TS_PLURAL("thumbnails", "%1 thumbnails in %2; %n pictures failed, and the others "
                                                "were done all the same. The first: %3, %4."),
                        found(thumbnails), found(time), name,
                        // without its arguments, which are in the finding
                        why.args().empty()
                            ? why.form()
                            : TS_TEXT("thumbnails", "the system refused to read or write its files"))
                .count(std::ssize(failures));
        }
        return verdict(found);
    }

private:
    Answer verdict(const Findings& found) const
    {
        constexpr double kAll = 0.8;
        const std::int64_t cores = Lab::cores();
        const std::int64_t there = mode.is("pool")         ? workers.value()
                                   : mode.is("sequential") ? 1
                                                           : found[pictures].value();
        const std::int64_t many = std::min(there, found[pictures].value()); // the others have nothing to do
        const double busy = found[coresBusy];
        const std::optional<double> others = othersShare(made.fromNs(), made.toNs());
        const auto with = [&](Template form, std::int64_t count) {
            return Answer(Text(form, found(coresBusy).digits(1), cores, found[thumbnails], found(time))
                              .count(count))
                .claiming("no more cores were busy than there are",
                          busy <= kAboveLimit * static_cast<double>(cores))
                .claiming("others left the cores alone", !others || *others <= kOthersMost);
        };
        if (others && *others > kOthersMost)
            return Answer(
                Text(TS_PLURAL("thumbnails", "That cannot be told now: other programs had %1 % of the "
                                             "cores, and %n threads had %2 of %3. %4 thumbnails took "
                                             "%5."),
                     NumberArg{100 * *others, 0}, found(coresBusy).digits(1), cores, found[thumbnails],
                     found(time))
                    .count(there));
        const bool allBusy = busy >= kAll * static_cast<double>(cores);
        if (allBusy && many > cores)
            return with(TS_PLURAL("thumbnails", "No more than keep the cores busy: %n threads had %1 of %2 "
                                                "cores at work, as fewer would. %3 thumbnails took %4."),
                        many)
                .claiming("fewer could have kept them busy", many > cores);
        if (allBusy)
            return with(
                TS_PLURAL("thumbnails",
                          "%n threads are enough: they kept %1 of %2 cores busy. %3 thumbnails took %4."),
                many);
        if (many < cores && found[pictures] == many)
            return with(TS_PLURAL("thumbnails",
                                  "No more than %n: there are no more pictures to share out. %1 of "
                                  "%2 cores were busy, and %3 thumbnails took %4."),
                        many)
                .claiming("each had a picture", there >= found[pictures]);
        if (many < cores)
            return with(TS_PLURAL("thumbnails", "More than %n: with so many, %1 of %2 cores were busy on "
                                                "average, and %3 thumbnails took %4."),
                        many)
                .claiming("there were cores and pictures for more", many < found[pictures]);
        // There were threads for all cores: either they waited for their files, or the last one had too much left.
        if (filesNs > effort.waitedNs() - filesNs)
            return with(TS_PLURAL("thumbnails", "Perhaps more than %n: they waited for the disk, with %1 of "
                                                "%2 cores busy. %3 thumbnails took %4."),
                        many)
                .claiming("they waited for files", filesNs > 0);
        return with(TS_PLURAL("thumbnails",
                              "%n threads had %1 of %2 cores busy, and some had nothing left to do at "
                              "the end. %3 thumbnails took %4."),
                    many);
    }

    // A stop is honoured before each step, and row by row within it.
    template <typename Step>
    static auto boxed(Lab& lab, const char* name, Step step)
    {
        checkpoint();
        const Operation box(lab.operation(name));
        return step([] { checkpoint(); });
    }

    void shrink(Lab& lab, Files& files, const Path& picture, const ThumbnailNames& names)
    {
        const Effort::Scope making(effort);
        try {
            makeThumbnails(lab, files, picture, names);
        } catch (const tl::bad_expected_access<Error>& failure) {
            failed.add(picture.filename().string(), failure.error().text);
        } catch (const std::bad_alloc&) {
            failed.add(picture.filename().string(),
                       TS_TEXT("thumbnails", "there is not enough memory for it"));
        }
    }

    void makeThumbnails(Lab& lab, Files& files, const Path& picture, const ThumbnailNames& names)
    {
        const std::string bytes = boxed(lab, TS_NAME("name", "read"), [&](const Checkpoint&) {
            return files.readPicture(picture).value();
        });
        const Picture whole = boxed(lab, TS_NAME("name", "decode"), [&](const Checkpoint& stops) {
            return decodePicture(bytes, stops).value();
        });
        for (const int side : {32, 64, 128}) {
            const std::string png = boxed(lab, TS_NAME("name", "resize"), [&](const Checkpoint& stops) {
                return encodePng(thumbnail(whole, side, stops), stops);
            });
            const auto written = boxed(lab, TS_NAME("name", "write"), [&](const Checkpoint&) {
                return files.write(names.of(picture, side), png);
            });
            if (!written) {
                unwritten.set(written.error().text);
                throw tl::bad_expected_access(written.error());
            }
            thumbnails.add();
            Lab::countNumber();
        }
    }

    // By the threads of the chosen mode, each in a box with its name.
    void forEach(Lab& lab, const std::vector<Path>& all, const std::function<void(const Path&)>& act)
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
                    {.count = std::ssize(all)})
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
            .about(TS_TEXT("thumbnails",
                           "Its pictures (PNG, JPEG, WebP, BMP, GIF, TGA, PNM); empty: pictures made "
                           "afresh."))};
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
    TimedStretch made;
    Effort effort;                  // of all threads that made thumbnails
    PublishedValue<Text> unwritten; // why a thumbnail could not be written
    Counter filesNs;                // that they waited for files
    Count pictures{this, "images", TS_TEXT("thumbnails", "Pictures")};
    Count thumbnails{this, "thumbnails", TS_TEXT("thumbnails", "Thumbnails")};
    Failures failed{this, "failed", TS_TEXT("thumbnails", "Failed")};
    Elapsed time{this, "time_s", TS_TEXT("thumbnails", "Time"), "s"};
    Measured coresBusy{this, "cores_busy", TS_TEXT("thumbnails", "Cores busy"),
                       [this] { return effort.coresBusy(time); }};
};

} // namespace

THREADSCAPE_MAKES(Thumbnails)

} // namespace threadscape
