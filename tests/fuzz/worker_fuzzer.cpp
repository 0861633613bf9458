// What a worker process may write into the memory that it shares with its parent, and into its pipe. The events of a chunk are
// taken from the bytes as they are.
#include "exec/frames.h"
#include "exec/process_feed.h"
#include "os/pipe.h"
#include "record/shared_chunks.h"
#include "support/drained_run.h"

#include <cstring>

namespace threadscape {
namespace {

void readFrames(std::span<const std::byte> bytes)
{
    auto [reading, writing] = makePipe();
    FrameReader reader;
    constexpr std::size_t kFits = 4096; // into any pipe
    while (!bytes.empty()) {
        const auto written = tryWrite(writing.get(), bytes.first(std::min(bytes.size(), kFits)));
        if (!written || *written == 0 || reader.read(reading.get()) == FrameReader::Read::closed)
            return;
        while (auto message = reader.next())
            takeText(*message, message->size() / 2);
        bytes = bytes.subspan(*written);
    }
}

void readSegment(std::span<const std::byte> bytes)
{
    static const auto child = std::shared_ptr<ChildProcess>(std::move(*ChildProcess::start(
        {.program = "/bin/true", .arguments = {}, .descriptors = {}, .lifelineAs = {}})));
    DrainedRun run;
    auto recording = SharedRecording::create({.chunks = 2}, run.recorder.start(), {});
    if (!recording)
        return;
    SharedNameWriter(*recording).addTrack("Process-1", "", TrackKind::process);
    const TrackId track = run.recorder.catalogue().addTrack("Process-1", "", TrackKind::process);
    const auto take = [&](std::span<std::byte> to) {
        const std::size_t some = std::min(to.size(), bytes.size());
        std::memcpy(to.data(), bytes.data(), some);
        bytes = bytes.subspan(some);
    };
    SharedRecording& shared = **recording;
    Chunk& chunk = shared.chunk(0);
    constexpr std::size_t kEvents = 64;
    take(std::as_writable_bytes(std::span(chunk.events).first(kEvents)));
    chunk.count.store(kEvents, std::memory_order_release);
    shared.progress().taken.store(1, std::memory_order_release);
    constexpr std::size_t kAfterItsOwn = 64;
    take(shared.names().subspan(kAfterItsOwn, kAfterItsOwn));
    shared.progress().nameEnd.store(bytes.empty() ? 2 * kAfterItsOwn
                                                  : std::to_integer<std::uint32_t>(bytes[0]) * 512);
    take({reinterpret_cast<std::byte*>(&shared.open(0)), sizeof(OpenSpans)});
    auto feed = std::make_shared<ProcessFeed>(run.recorder.sharedCatalogue(), track, 0, *recording, child);
    run.recorder.addFeed(feed);
    run.recorder.addFeed(std::make_shared<ProcessEndFeed>(feed));
    run.ingest.finish();
}

} // namespace
} // namespace threadscape

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count)
{
    const std::span all(reinterpret_cast<const std::byte*>(bytes), count);
    threadscape::readFrames(all);
    threadscape::readSegment(all);
    return 0;
}
