#pragma once

#include "os/descriptor.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace threadscape {

// TCP on the loopback interface. No descriptor here ever blocks or outlives exec, and nothing raises SIGPIPE. System errors are
// thrown as std::system_error. Threads: any.

/// Listens on 127.0.0.1. `port` 0: any free one.
Descriptor listenOnLoopback(std::uint16_t port = 0);
std::uint16_t portOf(const Descriptor& socket);

/// Starts connecting to 127.0.0.1: done once it is writable and endConnect has not thrown.
Descriptor beginConnect(std::uint16_t port);
void endConnect(const Descriptor& socket);

/// The next connection; empty if there is none yet.
Descriptor tryAccept(const Descriptor& listener);
/// The number of bytes received; 0: end of stream; nullopt: none available.
std::optional<std::size_t> tryReceive(const Descriptor& socket, std::span<char> room);
/// The number of bytes sent; nullopt: no room now.
std::optional<std::size_t> trySend(const Descriptor& socket, std::string_view bytes);

} // namespace threadscape
