#include "bench/figures.h"

#include "ingest/trace_builder.h"
#include "record/heap_chunks.h"
#include "record/recorder.h"

#include <atomic>
#include <benchmark/benchmark.h>
#include <thread>

namespace threadscape::bench {

namespace {

void twoStamps(int times)
{
    for (int i = 0; i < times; ++i) {
        benchmark::DoNotOptimize(ticksNow());
        benchmark::DoNotOptimize(ticksNow());
    }
}

void span(Writer& writer)
{
    const Ticks start = ticksNow();
    writer.write(
        spanEvent(EventKind::wait, 0, 0, start, ticksNow(), 0, static_cast<std::uint8_t>(State::lock)));
}

void recycle(Writer& writer)
{
    ChunkSource& source = writer.source();
    while (source.oldest()->count.load(std::memory_order_acquire) == Chunk::kEvents &&
           source.recycleOldest()) {
    }
}

} // namespace

void benchRecording()
{
    constexpr int kHot = 2'000; // stays in one chunk that is in the cache
    Writer hot(std::make_unique<HeapChunks>());
    compare({.what = "record one span, hot loop",
             .peer = "two clock stamps",
             .goal = 1.15,
             .items = 100.0 * kHot,
             .ours =
                 [&] {
                     for (int batch = 0; batch < 100; ++batch) {
                         for (int i = 0; i < kHot; ++i)
                             span(hot);
                         recycle(hot);
                     }
                 },
             .theirs = [] { twoStamps(100 * kHot); }});

    constexpr int kStream = 10'000'000;
    compare({.what = "record 10 million spans, drained meanwhile",
             .peer = "two clock stamps",
             .goal = 1.6,
             .items = kStream,
             .ours =
                 [&] {
                     Writer writer(std::make_unique<HeapChunks>(8));
                     std::atomic<bool> done{false};
                     std::thread reader([&] {
                         while (!done.load(std::memory_order_acquire)) {
                             if (writer.source().oldest() != nullptr)
                                 recycle(writer);
                             std::this_thread::yield();
                         }
                     });
                     for (int i = 0; i < kStream; ++i)
                         span(writer);
                     done.store(true, std::memory_order_release);
                     reader.join();
                 },
             .theirs = [] { twoStamps(kStream); },
             .rounds = 9});
}

void benchIngest()
{
    // What ingest does with an event, levels of detail included: the goal of 20 million a second at 25 % of a core is
    // 12.5 ns an event.
    constexpr int kSpans = 2'000'000;
    compare({.what = "take one event into the trace",
             .peer = "12.5 ns of work",
             .goal = 1.0,
             .items = kSpans,
             .ours =
                 [] {
                     auto catalogue = std::make_shared<Catalogue>();
                     catalogue->addTrack("T", "", TrackKind::thread);
                     Trace trace(catalogue);
                     const ClockAnchor start = readAnchor();
                     TraceBuilder builder(trace, start);
                     Ticks at = start.ticks;
                     for (int i = 0; i < kSpans; ++i) {
                         builder.take(spanEvent(EventKind::wait, 0, kNoObject, at, at + 50, kNoTrack,
                                                static_cast<std::uint8_t>(State::sleep)));
                         at += 100;
                     }
                 },
             .theirs =
                 [] {
                     const std::int64_t until = monotonicNs() + static_cast<std::int64_t>(12.5 * kSpans);
                     while (monotonicNs() < until) {
                     }
                 },
             .rounds = 9});
}

} // namespace threadscape::bench
