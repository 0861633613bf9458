#include "record/heap_chunks.h"

#include "record/writer.h"
#include "support/drain.h"

#include <gtest/gtest.h>
#include <set>
#include <thread>

namespace threadscape {
namespace {

TEST(HeapChunks, ASpentReserveLosesEventsAndTellsHowMany)
{
    ChunkReserve reserve(2);
    {
        auto owned = std::make_unique<HeapChunks>(1, reserve);
        HeapChunks& chunks = *owned;
        Writer writer(std::move(owned));
        const auto write = [&](Ticks at) { writer.write(spanEvent(EventKind::wait, 5, 0, at, at, 0, 0)); };
        for (Ticks at = 1; at <= 3 * Chunk::kEvents; ++at) // room for two chunks
            write(at);
        std::uint32_t read = 0;
        EXPECT_EQ(drain(chunks, read, [](const Event&) {}), 2 * Chunk::kEvents);
        writer.tellLoss();
        Event gap;
        EXPECT_EQ(drain(chunks, read, [&](const Event& event) { gap = event; }), 1U);
        EXPECT_EQ(gap.kind(), EventKind::gap);
        EXPECT_EQ(gap.track, 5);
        EXPECT_EQ(gap.detail(), Chunk::kEvents);
        EXPECT_EQ(gap.start, 2 * Chunk::kEvents + 1);
        EXPECT_EQ(gap.start + gap.duration(), 3 * Chunk::kEvents);
        writer.tellLoss(); // once
        write(1);
        EXPECT_EQ(drain(chunks, read, [&](const Event& event) { gap = event; }), 1U);
        EXPECT_EQ(gap.kind(), EventKind::wait);
    }
    ChunkNode* const first = reserve.take();
    ChunkNode* const second = reserve.take();
    EXPECT_TRUE(first != nullptr && second != nullptr) << "what was allocated goes back";
    EXPECT_EQ(reserve.take(), nullptr);
    reserve.giveBack(first);
    reserve.giveBack(second);
}

TEST(HeapChunks, AnUnusedSourceHasNothing)
{
    HeapChunks chunks;
    EXPECT_EQ(chunks.oldest(), nullptr);
}

TEST(HeapChunks, TheChunkBeingWrittenIsNotGivenBack)
{
    HeapChunks chunks;
    Chunk* first = chunks.next();
    EXPECT_EQ(chunks.oldest(), first);
    EXPECT_FALSE(chunks.recycleOldest());
    Chunk* second = chunks.next();
    EXPECT_TRUE(chunks.recycleOldest());
    EXPECT_EQ(chunks.oldest(), second);
}

TEST(HeapChunks, ChunksAreUsedAgain)
{
    Writer writer(std::make_unique<HeapChunks>());
    std::set<const Chunk*> used;
    std::uint32_t read = 0;
    for (int i = 0; i < 100; ++i) {
        for (std::uint32_t e = 0; e < Chunk::kEvents; ++e)
            writer.write(momentEvent(EventKind::read, 0, 0, 0, 0));
        used.insert(writer.source().oldest());
        drain(writer.source(), read, [](const Event&) {});
    }
    EXPECT_LE(used.size(), 4U);
}

TEST(Writer, MillionsOfEventsArriveInOrder)
{
    Writer writer(std::make_unique<HeapChunks>());
    constexpr std::int64_t kCount = 2'000'000;
    std::thread producer([&] {
        for (std::int64_t i = 0; i < kCount; ++i)
            writer.write(momentEvent(EventKind::read, 1, 2, static_cast<Ticks>(i), i * 3));
    });
    std::int64_t expected = 0;
    std::int64_t wrong = 0;
    std::uint32_t read = 0;
    while (expected < kCount) {
        if (drain(writer.source(), read, [&](const Event& event) {
                wrong += event.value() != expected * 3 || event.start != static_cast<Ticks>(expected) ? 1 : 0;
                ++expected;
            }) == 0)
            std::this_thread::yield();
    }
    producer.join();
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(expected, kCount);
}

// A source that refuses while it has no room, as a segment of fixed size does.
class Refusing final : public ChunkSource {
public:
    bool full = false;

    Chunk* next() noexcept override { return full ? nullptr : m_chunks.next(); }
    Chunk* oldest() noexcept override { return m_chunks.oldest(); }
    bool recycleOldest() noexcept override { return m_chunks.recycleOldest(); }

private:
    HeapChunks m_chunks;
};

TEST(Writer, ALossIsToldWhereItHappened)
{
    auto owned = std::make_unique<Refusing>();
    Refusing& source = *owned;
    Writer writer(std::move(owned));
    const auto event = [](Ticks at) { return momentEvent(EventKind::read, 5, 2, at, 0); };
    for (std::uint32_t i = 0; i < Chunk::kEvents; ++i)
        writer.write(event(i));
    source.full = true;
    for (Ticks at = 10'000; at < 10'007; ++at)
        writer.write(event(at));
    source.full = false;
    writer.write(event(20'000));
    writer.write(event(20'001));

    std::vector<Event> events;
    std::uint32_t read = 0;
    drain(source, read, [&](const Event& e) { events.push_back(e); });
    ASSERT_EQ(events.size(), Chunk::kEvents + 3U);
    const Event& gap = events[Chunk::kEvents];
    EXPECT_EQ(gap.kind(), EventKind::gap);
    EXPECT_EQ(gap.detail(), 7U);
    EXPECT_EQ(gap.track, 5);
    EXPECT_EQ(gap.start, 10'000U);
    EXPECT_EQ(gap.start + gap.duration(), 20'000U);
    EXPECT_EQ(events[Chunk::kEvents + 1].start, 20'000U);
    EXPECT_EQ(events[Chunk::kEvents + 2].start, 20'001U);
}

} // namespace
} // namespace threadscape
