#pragma once

#include "lab/setting.h"

#include <functional>
#include <type_traits>
#include <utility>

namespace threadscape {

/// An integer that is read repeatedly: a setting, which may change, a constant, or a function. Threads: any, if the function
/// allows it.
class NumberNow {
public:
    NumberNow(const Integer& setting) // NOLINT(google-explicit-constructor)
        : m_now([&setting] { return setting.value(); })
    {
    }
    NumberNow(int constant) : m_now([constant] { return constant; }) {} // NOLINT(google-explicit-constructor)
    template <typename Now>
    requires std::is_invocable_r_v<std::int64_t, const Now&> NumberNow(Now now)
        : m_now(std::move(now)) // NOLINT(google-explicit-constructor)
    {
    }
    std::int64_t now() const { return m_now(); }

private:
    std::function<std::int64_t()> m_now;
};

} // namespace threadscape
