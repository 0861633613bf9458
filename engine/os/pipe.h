#pragma once

#include "os/descriptor.h"

#include <cstddef>
#include <optional>
#include <span>
#include <utility>

namespace threadscape {

// Streams of bytes between processes. No descriptor here ever blocks or outlives exec. System errors are thrown as
// std::system_error. Threads: any.

/// Ignores SIGPIPE: writing without a reader becomes an error instead of ending the program. Called by the functions below.
/// Idempotent.
void surviveBrokenPipes() noexcept;

/// The end to read from, and the one to write to.
std::pair<Descriptor, Descriptor> makePipe();
/// Two ends of a local socket.
std::pair<Descriptor, Descriptor> makeSocketPair();
/// Two ends of a TCP connection on the loopback interface.
std::pair<Descriptor, Descriptor> makeTcpPair();

/// Makes reading and writing at this end block.
void makeBlocking(const Descriptor& end);

/// The number of bytes read; 0: the other end is closed; nullopt: none available.
std::optional<std::size_t> tryRead(int descriptor, std::span<std::byte> room);
/// The number of bytes written; 0: the other end is closed; nullopt: no room now.
std::optional<std::size_t> tryWrite(int descriptor, std::span<const std::byte> first,
                                    std::span<const std::byte> second = {});

} // namespace threadscape
