#pragma once

#include "async/event_loop.h"
#include "async/http_page.h"

namespace threadscape {

/// The page at `url`, after at most HttpOptions::mostRedirects redirects. Its waits are recorded as input/output of `object`.
/// Throws NoPage, TimedOut (see withTimeout), Cancelled and Stopped.
/// Threads: the loop's.
Task<HttpPage> fetchPage(EventLoop& loop, ObjectId object, Url url, HttpOptions options);

/// The same on a thread without an event loop, blocking.
/// Threads: an actor's.
HttpPage fetchPageHere(ObjectId object, Url url, const HttpOptions& options);

} // namespace threadscape
