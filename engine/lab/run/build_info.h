#pragma once

namespace threadscape {

/// "0.1.0".
const char* version() noexcept;
/// How it was built: "release", "dev", with the sanitizers if any.
const char* build() noexcept;

} // namespace threadscape
