#pragma once

#include "os/descriptor.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace threadscape {

// TCP on the loopback interface. No descriptor here ever blocks or outlives exec, and nothing raises SIGPIPE. What the system
// refuses is a std::system_error. Threads: any.

/// Listens on 127.0.0.1. `port` 0: one that is free.
Descriptor listenOnLoopback(std::uint16_t port = 0);
std::uint16_t portOf(const Descriptor& socket);

/// Begins to connect to 127.0.0.1: done once it is writable and endConnect has not thrown.
Descriptor beginConnect(std::uint16_t port);
void endConnect(const Descriptor& socket);

/// Who has connected; nobody yet: an empty one.
Descriptor tryAccept(const Descriptor& listener);
/// How many bytes came; 0: the other end sends no more; nothing: none so far.
std::optional<std::size_t> tryReceive(const Descriptor& socket, std::span<char> room);
/// How many bytes were taken; nothing: there is no room for any now.
std::optional<std::size_t> trySend(const Descriptor& socket, std::string_view bytes);

} // namespace threadscape
