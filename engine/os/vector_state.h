#pragma once

namespace threadscape {

/// Marks the upper halves of this thread's vector registers as unused. A thread inherits them from the one that started it; if
/// that one left them in use (Qt 6.8 does), every SSE instruction waits for them: sums took 29 times as long. The calling
/// thread, and threads that it starts. Idempotent.
void clearUpperVectors() noexcept;

} // namespace threadscape
