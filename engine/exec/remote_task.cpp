#include "exec/remote_task.h"

#include <array>

namespace threadscape {

#define TS_REMOTE(name, function)                                                                            \
    std::vector<std::byte> function(WorkerContext& context, std::span<const std::byte> arguments);
#include "exec/remote_list.def"
#undef TS_REMOTE

namespace {

struct NamedFunction {
    std::string_view name;
    RemoteFunction function;
};

constexpr std::array kFunctions{
#define TS_REMOTE(name, function) NamedFunction{name, &function},
#include "exec/remote_list.def"
#undef TS_REMOTE
};

} // namespace

std::optional<std::uint16_t> findRemoteFunction(std::string_view name) noexcept
{
    for (std::size_t i = 0; i < kFunctions.size(); ++i)
        if (kFunctions[i].name == name)
            return static_cast<std::uint16_t>(i);
    return std::nullopt;
}

RemoteFunction remoteFunctionAt(std::size_t index) noexcept
{
    return index < kFunctions.size() ? kFunctions[index].function : nullptr;
}

} // namespace threadscape
