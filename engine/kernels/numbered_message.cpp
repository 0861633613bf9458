#include "kernels/numbered_message.h"

#include <charconv>
#include <fmt/format.h>
#include <system_error>

namespace threadscape {

namespace {

constexpr std::string_view kBegin = "{\"id\": ";

} // namespace

std::string numberedMessage(std::int64_t id, bool bad)
{
    return fmt::format("{}{}{}", kBegin, id, bad ? "" : "}");
}

std::int64_t idOf(const std::string& message)
{
    std::int64_t id = 0;
    const char* const end = message.data() + message.size();
    if (!message.starts_with(kBegin) || !message.ends_with('}'))
        throw BadMessage(message);
    const auto [at, problem] = std::from_chars(message.data() + kBegin.size(), end, id);
    if (problem != std::errc{} || at != end - 1)
        throw BadMessage(message);
    return id;
}

} // namespace threadscape
