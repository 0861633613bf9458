#pragma once

#include <chrono>
#include <functional>

namespace threadscape {

/// Polls until `holds`, or for `atMost`; returns whether it held. Yields the core meanwhile.
bool eventually(const std::function<bool()>& holds, std::chrono::seconds atMost = std::chrono::seconds(30));

} // namespace threadscape
