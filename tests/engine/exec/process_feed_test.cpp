#include "exec/process_feed.h"

#include "support/drained_run.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <random>

namespace threadscape {
namespace {

// A process that is there and does nothing.
std::shared_ptr<ChildProcess> startStopped()
{
    auto child = ChildProcess::start({.program = "/bin/sh",
                                      .arguments = {"-c", "kill -STOP $$"},
                                      .descriptors = {},
                                      .lifelineAs = std::nullopt});
    EXPECT_TRUE(child);
    return child ? std::move(*child) : nullptr;
}

// A drain may leave events to the next one: the last words wait for them.
TEST(ProcessFeed, TheEndComesAfterAllThatWasPublished)
{
    Recorder recorder;
    auto recording = SharedRecording::create({.chunks = 4}, recorder.start(), {});
    ASSERT_TRUE(recording);
    SharedNameWriter(*recording).addTrack("Process-1", "", TrackKind::process);
    const TrackId track = recorder.catalogue().addTrack("Process-1", "", TrackKind::process);
    const std::shared_ptr<ChildProcess> child = startStopped();
    ASSERT_TRUE(child);
    auto feed =
        std::make_shared<ProcessFeed>(recorder.sharedCatalogue(), track, ticksNow(), *recording, child);
    ProcessEndFeed end(feed);
    Writer writer(std::make_unique<SharedChunks>(*recording));
    constexpr std::uint32_t kCount = Chunk::kEvents + 100;
    for (std::uint32_t i = 0; i < kCount; ++i)
        writer.write(momentEvent(EventKind::begin, 0, kNoObject, ticksNow(), 0));
    child->kill();
    child->wait();

    std::uint32_t read = 0;
    for (std::uint32_t i = 0; i < kCount; ++i) {
        ChunkSource& source = feed->source();
        ASSERT_EQ(end.source().oldest(), nullptr) << i;
        if (read == Chunk::kEvents) {
            ASSERT_TRUE(source.recycleOldest());
            read = 0;
        }
        Event event = source.oldest()->events[read++];
        ASSERT_TRUE(feed->translate(event));
    }
    const Chunk* const rest = end.source().oldest();
    ASSERT_NE(rest, nullptr);
    ASSERT_EQ(rest->count.load(), 1U);
    EXPECT_EQ(rest->events[0].kind(), EventKind::end);
    EXPECT_EQ(rest->events[0].track, track);
    EXPECT_EQ(feed->source().oldest(), nullptr);
}

// A thread is named before it begins. Until it does, its number in the system is not known: the process's is another thread's.
TEST(ProcessFeed, AThreadsNumberInTheSystemComesWithItsBegin)
{
    Recorder recorder;
    auto recording = SharedRecording::create({.chunks = 4}, recorder.start(), {});
    ASSERT_TRUE(recording);
    SharedNameWriter names(*recording);
    names.addTrack("Process-1", "", TrackKind::process);
    const TrackId process = recorder.catalogue().addTrack("Process-1", "", TrackKind::process);
    const std::shared_ptr<ChildProcess> child = startStopped();
    ASSERT_TRUE(child);
    ProcessFeed feed(recorder.sharedCatalogue(), process, ticksNow(), *recording, child);
    names.addTrack("Thread-1", "", TrackKind::thread);
    feed.source(); // reads the names
    ASSERT_EQ(recorder.catalogue().tracks(), 2U);
    const TrackInfo& thread = recorder.catalogue().track(process + 1);
    EXPECT_EQ(thread.osId, 0);
    Event begin = momentEvent(EventKind::begin, 1, kNoObject, ticksNow(), child->pid() + 1);
    ASSERT_TRUE(feed.translate(begin));
    EXPECT_EQ(thread.osId, child->pid() + 1);
    child->kill();
    child->wait();
}

// Whatever a worker does to its segment, its parent lives, and its trace makes sense.
TEST(ProcessFeed, SurvivesAnythingInTheSegment)
{
    for (unsigned seed = 0; seed < 12; ++seed) {
        DrainedRun run;
        auto recording = SharedRecording::create({.chunks = 2}, run.recorder.start(), {});
        ASSERT_TRUE(recording);
        SharedNameWriter(*recording).addTrack("Process-1", "", TrackKind::process);
        auto segment =
            SharedSegment::open(Descriptor(::fcntl((*recording)->descriptor(), F_DUPFD_CLOEXEC, 0)));
        ASSERT_TRUE(segment);
        const std::shared_ptr<ChildProcess> shared = startStopped(); // this test scribbles for it
        ASSERT_TRUE(shared);
        const TrackId track = run.recorder.catalogue().addTrack("Process-1", "", TrackKind::process);
        auto feed = std::make_shared<ProcessFeed>(run.recorder.sharedCatalogue(), track, ticksNow(),
                                                  *recording, shared);
        run.recorder.addFeed(feed);
        run.recorder.addFeed(std::make_shared<ProcessEndFeed>(feed));
        feed.reset();
        run.ingest.setInterval(std::chrono::milliseconds(1));

        std::mt19937 random(seed);
        SharedNameWriter names(*recording);
        names.intern("text");
        names.addObject("Lock", ObjectKind::lock);
        Writer writer(std::make_unique<SharedChunks>(*recording));
        for (int i = 0; i < 20'000; ++i) {
            Event event;
            event.start = random() % 8 == 0 ? random() : ticksNow();
            event.low = static_cast<std::uint32_t>(random() % 2 == 0 ? random() : random() % 1'000);
            event.high = static_cast<std::uint32_t>(random() % 2 == 0 ? random() : 0);
            event.object = static_cast<ObjectId>(random() % 4 == 0 ? random() : random() % 2);
            event.track = static_cast<TrackId>(random() % 4 == 0 ? random() : 0);
            event.more = static_cast<std::uint16_t>(random());
            event.head = static_cast<std::uint16_t>(random());
            writer.write(event);
        }
        const auto scribble = [&](std::size_t from, std::size_t to) {
            for (std::size_t at = from; at < to; at += 1 + random() % 64)
                segment->data()[at] = static_cast<std::byte>(random());
            const std::int64_t before = run.trace.snapshot()->nowNs;
            EXPECT_TRUE(eventually([&] { return run.trace.snapshot()->nowNs > before; }));
        };
        constexpr std::size_t kHeader = 4096;
        scribble(kHeader, segment->size()); // open spans, names, chunks
        scribble(0, kHeader);               // then the ring's own numbers
        shared->kill();
        shared->wait();
        run.ingest.finish();

        const Lane& lane = run.trace.lane(track);
        const std::int64_t now = run.trace.snapshot()->nowNs + 1'000'000'000;
        for (std::size_t i = 0; i < lane.waits.size(); ++i) {
            ASSERT_GE(lane.waits[i].startNs, -1'000'000);
            ASSERT_LE(lane.waits[i].endNs, now);
            ASSERT_LT(lane.waits[i].state, kStates);
        }
        EXPECT_NE(lane.endNs.load(), Lane::kNotYet);
        EXPECT_GT(run.trace.lost(), 0U);
        for (std::size_t i = 0; i < run.trace.notes().size(); ++i) {
            const ObjectId text = run.trace.notes()[i].text;
            EXPECT_TRUE(text == kNoObject || text < run.trace.catalogue().texts());
        }
    }
}

} // namespace
} // namespace threadscape
