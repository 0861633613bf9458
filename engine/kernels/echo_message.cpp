#include "kernels/echo_message.h"

#include <algorithm>

namespace threadscape {

void fillMessage(std::span<std::byte> message, std::int64_t round) noexcept
{
    for (std::size_t i = 0; i < message.size(); ++i)
        message[i] = static_cast<std::byte>(static_cast<std::size_t>(round) * 31 + i * 7 + i / 251);
}

void invertMessage(std::span<std::byte> message) noexcept
{
    for (std::byte& byte : message)
        byte = ~byte;
}

bool isInverted(std::span<const std::byte> answer, std::span<const std::byte> message) noexcept
{
    return std::ranges::equal(answer, message, [](std::byte got, std::byte sent) { return got == ~sent; });
}

std::string repeatedTo(std::size_t bytes, std::string_view word)
{
    std::string text;
    while (text.size() < bytes)
        text += word;
    text.resize(bytes);
    return text;
}

} // namespace threadscape
