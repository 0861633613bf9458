#pragma once

#include <string_view>

namespace threadscape {

/// The program text of kernels.py, for `python3 -c`. Threads: any.
std::string_view pythonKernels() noexcept;

} // namespace threadscape
