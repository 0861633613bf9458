#pragma once

#include <cstdint>

namespace threadscape {

/// One millisecond, in ns.
inline constexpr std::int64_t kMs = 1'000'000;

} // namespace threadscape
