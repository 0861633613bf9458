#pragma once

#include <cstddef>
#include <cstring>
#include <optional>
#include <span>
#include <tuple>
#include <type_traits>
#include <vector>

namespace threadscape {

/// The bytes of plain values, one after the other, for unpackArguments of the same types.
template <typename... Values>
std::vector<std::byte> packArguments(const Values&... values)
{
    static_assert((std::is_trivially_copyable_v<Values> && ...));
    std::vector<std::byte> bytes((sizeof(Values) + ... + 0));
    std::size_t at = 0;
    ((std::memcpy(bytes.data() + at, &values, sizeof(Values)), at += sizeof(Values)), ...);
    return bytes;
}

/// The inverse; nullopt when the size does not match these types.
template <typename... Values>
std::optional<std::tuple<Values...>> unpackArguments(std::span<const std::byte> bytes)
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

} // namespace threadscape
