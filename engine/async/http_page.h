#pragma once

#include "async/url.h"
#include "base/text_error.h"

#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <string>

namespace threadscape {

/// A page as a server sent it.
struct HttpPage {
    Url url;          ///< where it was in the end
    std::string type; ///< "text/html; charset=utf-8"; may be empty
    std::string body; ///< its beginning, where it is longer than HttpOptions::mostBytes
};

/// How pages are fetched.
struct HttpOptions {
    bool verify = true; ///< https: refuse a server whose certificate is not in order
    std::chrono::nanoseconds timeout =
        std::chrono::seconds(5); ///< for the whole of it; not divided by the run's speed
    int mostRedirects = 5;
    std::size_t mostBytes = std::size_t{1} << 20U;
};

/// Why there is no page, as a sentence.
class NoPage : public TextError<std::runtime_error> {
public:
    using TextError::TextError;
};

} // namespace threadscape
