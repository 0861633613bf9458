#pragma once

#include "exec/frames.h"
#include "os/descriptor.h"
#include "sync/handout.h"
#include "sync/runtime.h"

#include <string>

namespace threadscape {

/// The transport of a Pipe's messages.
enum class PipeVia : std::uint8_t {
    pipe,   ///< two pipes of the system, one for each direction
    socket, ///< a TCP connection on the loopback interface
};

/// One end of a connection between two processes, for whole messages, both ways, like one of multiprocessing.Pipe(). Waiting is
/// recorded as input/output, each message as an arrow from its sender to its receiver.
/// Threads: one actor at a time receives, one at a time sends.
class PipeEnd {
public:
    /// In a worker process: the end that it was handed. Throws std::system_error when that is something else.
    explicit PipeEnd(Handed handed);
    PipeEnd(PipeEnd&&) noexcept = default;
    PipeEnd& operator=(PipeEnd&&) noexcept = default;

    /// For Process::Options. Close this end here once the process has started: as long as it is open, the end of the other
    /// process is not noticed.
    Handout handout() const;
    void close() noexcept;

    /// Blocks until all of it is sent. False: the other end is closed. Throws Stopped (a part may be sent then: the pipe is
    /// unusable).
    bool send(std::span<const std::byte> message);
    /// Blocks until the next message. nullopt: the other end is closed. Valid until the next call. Throws Stopped.
    std::optional<std::span<const std::byte>> receive();

    ObjectId object() const noexcept { return m_object; }

private:
    friend struct Pipe;
    PipeEnd(ObjectId object, std::uint8_t way, Descriptor in, Descriptor out)
        : m_object(object), m_way(way), m_in(std::move(in)), m_out(std::move(out))
    {
    }
    const Descriptor& out() const noexcept { return m_out ? m_out : m_in; } // a socket is both

    ObjectId m_object;
    std::uint8_t m_way; // of its outgoing messages
    Descriptor m_in;
    Descriptor m_out;
    FrameReader m_reader;
    FrameWriter m_writer;
    std::uint32_t m_sent = 0;
    std::uint32_t m_received = 0;
};

/// Both ends. Throws std::system_error when no descriptors are left.
struct Pipe {
    Pipe(Runtime& runtime, std::string name, PipeVia via);

    PipeEnd first;
    PipeEnd second;

private:
    struct Streams {
        Descriptor in; // of the first end
        Descriptor out;
        Descriptor otherIn;
        Descriptor otherOut;
    };
    static Streams open(PipeVia via);
    Pipe(ObjectId object, Streams streams);
};

} // namespace threadscape
