#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace threadscape {

/// Fills `message` with bytes that differ from round to round and from place to place. Any thread.
void fillMessage(std::span<std::byte> message, std::int64_t round) noexcept;

/// Turns a message into its answer: each byte inverted, so that own bytes are not mistaken for an answer. Any thread.
void invertMessage(std::span<std::byte> message) noexcept;

/// Whether `answer` is the answer to `message`. Any thread.
bool isInverted(std::span<const std::byte> answer, std::span<const std::byte> message) noexcept;

/// A text of `bytes` bytes: `word` repeated and cut. Precondition: `word` is not empty. Any thread.
std::string repeatedTo(std::size_t bytes, std::string_view word);

} // namespace threadscape
