#pragma once

#include <cstddef>
#include <cstring>
#include <optional>
#include <span>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <vector>

namespace threadscape {

/// Packed values: owned, and seen by their receiver.
using Packed = std::vector<std::byte>;
using PackedView = std::span<const std::byte>;

/// The bytes of plain values, one after the other, for unpackArguments of the same types.
template <typename... Values>
Packed packArguments(const Values&... values)
{
    static_assert((std::is_trivially_copyable_v<Values> && ...));
    Packed bytes((sizeof(Values) + ... + 0));
    std::size_t at = 0;
    ((std::memcpy(bytes.data() + at, &values, sizeof(Values)), at += sizeof(Values)), ...);
    return bytes;
}

/// The inverse; nullopt when the size does not match these types.
template <typename... Values>
std::optional<std::tuple<Values...>> unpackArguments(PackedView bytes)
{
    static_assert((std::is_trivially_copyable_v<Values> && ...));
    if (bytes.size() != (sizeof(Values) + ... + 0))
        return std::nullopt;
    std::tuple<Values...> values;
    std::size_t at = 0;
    std::apply(
        [&](Values&... value) {
            ((std::memcpy(&value, bytes.data() + at, sizeof(Values)), at += sizeof(Values)), ...);
        },
        values);
    return values;
}

/// The same in a worker: a single value as itself. Throws std::invalid_argument with the reason `otherwise`.
template <typename First, typename... Rest>
auto argumentsOf(PackedView bytes, const char* otherwise)
{
    const auto values = unpackArguments<First, Rest...>(bytes);
    if (!values)
        throw std::invalid_argument(otherwise);
    if constexpr (sizeof...(Rest) == 0)
        return std::get<0>(*values);
    else
        return *values;
}

} // namespace threadscape
