#include "exec/pipe.h"

#include "os/pipe.h"
#include "record/message_step.h"
#include "sync/io_wait.h"
#include "sync/seam.h"

#include <cassert>
#include <system_error>

namespace threadscape {

Pipe::Pipe(Runtime& runtime, std::string name, PipeVia via)
    : Pipe(runtime.catalogue().addObject(std::move(name), ObjectKind::pipe), open(via))
{
}

Pipe::Pipe(ObjectId object, Streams streams)
    : first(object, 0, std::move(streams.in), std::move(streams.out)),
      second(object, 1, std::move(streams.otherIn), std::move(streams.otherOut))
{
}

Pipe::Streams Pipe::open(PipeVia via)
{
    Streams streams;
    if (via == PipeVia::socket) {
        std::tie(streams.in, streams.otherIn) = makeTcpPair();
        return streams;
    }
    std::tie(streams.in, streams.otherOut) = makePipe();
    std::tie(streams.otherIn, streams.out) = makePipe();
    return streams;
}

PipeEnd::PipeEnd(Handed handed) : m_object(handed.object), m_way(handed.tag)
{
    if (handed.descriptors.empty() || handed.descriptors.size() > 2 || m_way > 1)
        throw std::system_error(std::make_error_code(std::errc::invalid_argument), "PipeEnd");
    surviveBrokenPipes();
    m_in = std::move(handed.descriptors[0]);
    if (handed.descriptors.size() == 2)
        m_out = std::move(handed.descriptors[1]);
}

Handout PipeEnd::handout() const
{
    Handout hand{{m_in.get()}, m_object, nullptr, m_way};
    if (m_out)
        hand.descriptors.push_back(m_out.get());
    return hand;
}

void PipeEnd::close() noexcept
{
    m_in.reset();
    m_out.reset();
}

bool PipeEnd::send(std::span<const std::byte> message)
{
    Actor& actor = interruptible(VisibleOperation::put, m_object);
    assert(message.size() <= FrameReader::kMostBytes);
    // Recorded before it is sent: it cannot be received earlier.
    actor.writer().write(messageEvent(actor.track(), m_object, ticksNow(), ++m_sent,
                                      {false, m_way, static_cast<std::uint32_t>(message.size())}));
    m_writer.add(message);
    for (;;) {
        switch (m_writer.write(out().get())) {
        case FrameWriter::Written::all: return true;
        case FrameWriter::Written::closed: return false;
        case FrameWriter::Written::notYet: waitUntilReady(out(), Readiness::writable, m_object);
        }
    }
}

std::optional<std::span<const std::byte>> PipeEnd::receive()
{
    Actor& actor = interruptible(VisibleOperation::get, m_object);
    for (;;) {
        if (const auto message = m_reader.next()) {
            actor.writer().write(messageEvent(
                actor.track(), m_object, ticksNow(), ++m_received,
                {true, static_cast<std::uint8_t>(1 - m_way), static_cast<std::uint32_t>(message->size())}));
            return message;
        }
        switch (m_reader.read(m_in.get())) {
        case FrameReader::Read::some: break;
        case FrameReader::Read::closed: return std::nullopt;
        case FrameReader::Read::nothingNow: waitUntilReady(m_in, Readiness::readable, m_object);
        }
    }
}

} // namespace threadscape
