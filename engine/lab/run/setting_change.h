#pragma once

#include "lab/setting.h"

#include <cstdint>
#include <string>

namespace threadscape {

/// The name of the speed in a list of changes. No setting has it.
inline constexpr const char* kSpeedName = "speed";

/// A change of a live setting, or of the speed, while a run went on. Threads: a value type.
struct SettingChange {
    std::int64_t atNs = 0; ///< on the run's clock: when its first step took effect
    std::string setting;   ///< its name in files, or kSpeedName
    SettingValue from;
    SettingValue to;

    friend bool operator==(const SettingChange&, const SettingChange&) = default;
};

} // namespace threadscape
