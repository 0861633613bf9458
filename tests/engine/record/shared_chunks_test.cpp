#include "record/shared_chunks.h"

#include "record/shared_names.h"
#include "record/writer.h"
#include "support/drain.h"

#include <cstring>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <random>
#include <thread>

namespace threadscape {
namespace {

// A recording mapped twice, as by a parent and its worker.
struct Pair {
    explicit Pair(std::uint32_t chunks, std::span<const std::byte> arguments = {})
    {
        auto made = SharedRecording::create({.chunks = chunks}, {11, 22}, arguments);
        EXPECT_TRUE(made);
        parent = *made;
        auto opened = SharedRecording::open(Descriptor(::fcntl(parent->descriptor(), F_DUPFD_CLOEXEC, 0)));
        EXPECT_TRUE(opened) << opened.error().message();
        worker = *opened;
    }
    std::shared_ptr<SharedRecording> parent;
    std::shared_ptr<SharedRecording> worker;
};

Event numbered(std::uint32_t number)
{
    return spanEvent(EventKind::operation, 0, 0, 1'000 + number, 1'001 + number, number, 0);
}

TEST(SharedRecording, BothSidesSeeTheSame)
{
    const std::string said = "arguments";
    const Pair pair(2, std::as_bytes(std::span(said)));
    EXPECT_EQ(pair.worker->start().ticks, 11U);
    EXPECT_EQ(pair.worker->start().ns, 22);
    EXPECT_EQ(pair.worker->chunks(), 2U);
    ASSERT_EQ(pair.worker->arguments().size(), said.size());
    EXPECT_EQ(std::memcmp(pair.worker->arguments().data(), said.data(), said.size()), 0);
    pair.worker->open(SharedRecording::kTracks - 1).open(3, 99, 5, 1, 7);
    const OpenSpans::Open open = pair.parent->open(SharedRecording::kTracks - 1).read(3);
    EXPECT_EQ(open.since, 99U);
    EXPECT_EQ(open.object, 5);
    EXPECT_EQ(open.detail, 7U);
}

TEST(SharedRecording, RefusesWhatIsNoRecording)
{
    auto segment = SharedSegment::create("test", 1'000'000);
    ASSERT_TRUE(segment);
    auto opened = SharedRecording::open(Descriptor(::fcntl(segment->descriptor(), F_DUPFD_CLOEXEC, 0)));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error(), std::errc::invalid_argument);
    auto small = SharedSegment::create("test", 16);
    ASSERT_TRUE(small);
    EXPECT_FALSE(SharedRecording::open(Descriptor(::fcntl(small->descriptor(), F_DUPFD_CLOEXEC, 0))));
}

TEST(SharedRecording, EveryChangedByteOfItsDescriptionIsNoticed)
{
    // Magic, version, four sizes and the clock, the ring's and the arguments' lengths; the start may be anything.
    constexpr std::size_t kDescription = 8 + 5 * 4 + 2 * 4;
    for (std::size_t at = 0; at < kDescription; ++at) {
        auto made = SharedRecording::create({.chunks = 2}, {11, 22}, {});
        ASSERT_TRUE(made);
        auto segment = SharedSegment::open(Descriptor(::fcntl((*made)->descriptor(), F_DUPFD_CLOEXEC, 0)));
        ASSERT_TRUE(segment);
        segment->data()[at] ^= std::byte{0x41};
        const auto opened =
            SharedRecording::open(Descriptor(::fcntl((*made)->descriptor(), F_DUPFD_CLOEXEC, 0)));
        const bool sameSize =
            at >= 32 && at < 36; // fewer bytes of arguments than a page round up to the same
        EXPECT_TRUE(sameSize || !opened) << "byte " << at;
    }
}

TEST(SharedRecording, RefusesARingThatCannotTurn)
{
    EXPECT_FALSE(SharedRecording::create({.chunks = 1}, {}, {}));
    EXPECT_FALSE(SharedRecording::create({.chunks = SharedRecording::kMaxChunks + 1}, {}, {}));
}

TEST(SharedChunks, EventsArriveInOrderManyTimesRoundTheRing)
{
    const Pair pair(3);
    constexpr std::uint32_t kCount = Chunk::kEvents * 40 + 17;
    SharedChunks reader(pair.parent);
    std::atomic<std::uint32_t> seen{0};
    std::thread worker([&] {
        Writer writer(std::make_unique<SharedChunks>(pair.worker));
        for (std::uint32_t i = 0; i < kCount; ++i) {
            while (i - seen.load(std::memory_order_acquire) > Chunk::kEvents)
                std::this_thread::yield();
            writer.write(numbered(i));
        }
    });
    std::uint32_t read = 0;
    std::uint32_t expected = 0;
    while (expected < kCount) {
        drain(reader, read, [&](const Event& event) {
            ASSERT_EQ(event.detail(), expected);
            ASSERT_EQ(event.start, 1'000 + expected);
            ++expected;
        });
        seen.store(expected, std::memory_order_release);
        std::this_thread::yield();
    }
    worker.join();
    EXPECT_EQ(pair.parent->progress().refused.load(), 0U);
}

TEST(SharedChunks, ALossIsCountedToTheEvent)
{
    const Pair pair(2);
    SharedChunks reader(pair.parent);
    Writer writer(std::make_unique<SharedChunks>(pair.worker));
    std::uint32_t next = 0;
    for (; next < 2 * Chunk::kEvents + 100; ++next)
        writer.write(numbered(next));
    EXPECT_EQ(pair.parent->progress().refused.load(), 100U);

    std::vector<Event> events;
    std::uint32_t read = 0;
    const auto keep = [&](const Event& event) { events.push_back(event); };
    drain(reader, read, keep);
    EXPECT_EQ(events.size(), 2 * Chunk::kEvents);

    // The last chunk stays with the writer until it moves on: one is free now.
    writer.write(numbered(next));
    writer.write(numbered(next + 1));
    drain(reader, read, keep);
    ASSERT_EQ(events.size(), 2 * Chunk::kEvents + 3);
    const Event& gap = events[2 * Chunk::kEvents];
    EXPECT_EQ(gap.kind(), EventKind::gap);
    EXPECT_EQ(gap.detail(), 100U);
    EXPECT_EQ(gap.start, numbered(2 * Chunk::kEvents).start);
    EXPECT_EQ(gap.start + gap.duration(), numbered(next).start);
    EXPECT_EQ(events.back().detail(), next + 1);
}

TEST(SharedChunks, WhatCannotBeIsNotRead)
{
    for (const std::uint64_t claim : {std::uint64_t{3}, std::uint64_t{1'000'000}, ~std::uint64_t{0}}) {
        const Pair pair(2);
        SharedChunks reader(pair.parent);
        pair.worker->progress().taken.store(claim);
        EXPECT_EQ(reader.oldest(), nullptr) << claim;
        EXPECT_FALSE(reader.recycleOldest());
        pair.worker->progress().taken.store(1);
        EXPECT_EQ(reader.oldest(), nullptr) << "nothing more is believed";
    }
}

TEST(SharedChunks, ARingThatRunsBackwardsIsNotRead)
{
    const Pair pair(2);
    SharedChunks reader(pair.parent);
    pair.worker->progress().taken.store(2);
    ASSERT_NE(reader.oldest(), nullptr);
    ASSERT_TRUE(reader.recycleOldest());
    pair.worker->progress().taken.store(0);
    EXPECT_EQ(reader.oldest(), nullptr);
}

TEST(SharedChunks, ClosedItReadsNothing)
{
    const Pair pair(2);
    SharedChunks reader(pair.parent);
    Writer writer(std::make_unique<SharedChunks>(pair.worker));
    writer.write(numbered(0));
    EXPECT_NE(reader.oldest(), nullptr);
    reader.close();
    EXPECT_EQ(reader.oldest(), nullptr);
    EXPECT_FALSE(reader.recycleOldest());
}

TEST(SharedNames, NumbersGoOnWhereTheParentLeftOff)
{
    const Pair pair(2);
    EXPECT_EQ(SharedNameWriter(pair.parent).addTrack("Process-1", "Processes", TrackKind::process), 0);
    SharedNameWriter names(pair.worker);
    EXPECT_EQ(names.addTrack("Thread-1", "", TrackKind::thread), 1);
    EXPECT_EQ(names.addObject("Lock", ObjectKind::lock), 0);
    EXPECT_EQ(names.addObject("balance", ObjectKind::variable, "money"), 1);
    EXPECT_EQ(names.intern("read"), 0);
    EXPECT_EQ(names.intern("write"), 1);
    EXPECT_EQ(names.intern("read"), 0);

    SharedNameReader reader(pair.parent);
    const auto expect = [&](SharedName::Kind kind, std::uint8_t subkind, const char* name,
                            const char* extra) {
        const auto next = reader.next();
        ASSERT_TRUE(next);
        EXPECT_EQ(next->kind, kind);
        EXPECT_EQ(next->subkind, subkind);
        EXPECT_EQ(next->name, name);
        EXPECT_EQ(next->extra, extra);
    };
    expect(SharedName::Kind::track, static_cast<std::uint8_t>(TrackKind::process), "Process-1", "Processes");
    expect(SharedName::Kind::track, static_cast<std::uint8_t>(TrackKind::thread), "Thread-1", "");
    expect(SharedName::Kind::object, static_cast<std::uint8_t>(ObjectKind::lock), "Lock", "");
    expect(SharedName::Kind::object, static_cast<std::uint8_t>(ObjectKind::variable), "balance", "money");
    expect(SharedName::Kind::text, 0, "read", "");
    expect(SharedName::Kind::text, 0, "write", "");
    EXPECT_FALSE(reader.next());
    EXPECT_EQ(names.intern("later"), 2);
    expect(SharedName::Kind::text, 0, "later", "");
}

TEST(SharedNames, WhatDoesNotFitGoesWithoutAName)
{
    const Pair pair(2);
    SharedNameWriter names(pair.worker);
    for (TrackId t = 0; t < SharedRecording::kTracks; ++t)
        EXPECT_EQ(names.addTrack("t", "", TrackKind::thread), t);
    EXPECT_EQ(names.addTrack("one too many", "", TrackKind::thread), kNoTrack);
    EXPECT_EQ(names.intern(std::string(70'000, 'x')), kNoObject);
    ObjectId last = 0;
    int fitted = 0;
    for (; fitted < 100; ++fitted) {
        last = names.intern(std::to_string(fitted) + std::string(1'000, 'y'));
        if (last == kNoObject)
            break;
    }
    EXPECT_EQ(last, kNoObject);
    EXPECT_GT(fitted, 50);
    EXPECT_EQ(names.intern("0" + std::string(1'000, 'y')), 0) << "the old ones are still known";
}

TEST(SharedNames, BytesThatAreNoTextBecomeQuestionMarks)
{
    const Pair pair(2);
    SharedNameWriter names(pair.worker);
    const std::vector<std::pair<std::string, std::string>> cases{
        {"Счёт 1 €", "Счёт 1 €"},
        {"\xF0\x9F\x99\x82", "\xF0\x9F\x99\x82"},
        {"a\xFFz", "a?z"},
        {"cut \xE2\x82", "cut ??"},
        {"\xC0\x80", "??"},
        {"\xED\xA0\x80", "???"},
        {"\xF4\x90\x80\x80", "????"},
        {"\xE0\x80\x80", "???"},
        {"\x80", "?"},
    };
    SharedNameReader reader(pair.parent);
    for (const auto& [written, expected] : cases) {
        names.intern(written);
        EXPECT_EQ(reader.next()->name, expected);
    }
}

TEST(SharedNames, AnyBytesAreReadSafely)
{
    const Pair pair(2);
    std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same every time
    for (int round = 0; round < 2'000; ++round) {
        // Small numbers, so that lengths are now and then plausible.
        for (std::byte& byte : pair.worker->names().first(512))
            byte = static_cast<std::byte>(random() % (round % 2 == 0 ? 256 : 4));
        const auto end = static_cast<std::uint32_t>(round % 3 == 0 ? random() : random() % 600);
        pair.worker->progress().nameEnd.store(end);
        SharedNameReader reader(pair.parent);
        int read = 0;
        while (const auto name = reader.next()) {
            EXPECT_LE(name->name.size() + name->extra.size(), SharedRecording::kNameBytes);
            ++read;
        }
        EXPECT_LE(read, static_cast<int>(SharedRecording::kNameBytes / 6));
        EXPECT_FALSE(reader.next());
    }
}

} // namespace
} // namespace threadscape
