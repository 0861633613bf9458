#pragma once

#include <chrono>
#include <functional>

namespace threadscape {

/// Looks again and again until `holds`, or until `atMost` is over; whether it held. Leaves the core to what is waited for.
bool eventually(const std::function<bool()>& holds, std::chrono::seconds atMost = std::chrono::seconds(30));

} // namespace threadscape
