#pragma once

#include "os/descriptor.h"

#include <cstddef>
#include <optional>
#include <span>
#include <utility>

namespace threadscape {

// Streams of bytes between processes. No descriptor here ever blocks or outlives exec. What the system refuses is a
// std::system_error. Threads: any.

/// Writing to one whose reader is gone becomes an error instead of the program's end. Called by those below; again: nothing.
void surviveBrokenPipes() noexcept;

/// The end to read from, and the one to write to.
std::pair<Descriptor, Descriptor> makePipe();
/// Two ends of a local socket.
std::pair<Descriptor, Descriptor> makeSocketPair();
/// Two ends of a TCP connection on the loopback interface.
std::pair<Descriptor, Descriptor> makeTcpPair();

/// From now on reading and writing at this end wait.
void makeBlocking(const Descriptor& end);

/// How many bytes came; 0: the other end is gone; nothing: none so far.
std::optional<std::size_t> tryRead(int descriptor, std::span<std::byte> room);
/// How many bytes were taken; 0: the other end is gone; nothing: there is no room for any now.
std::optional<std::size_t> tryWrite(int descriptor, std::span<const std::byte> first,
                                    std::span<const std::byte> second = {});

} // namespace threadscape
