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
    Url url;          ///< after redirects
    std::string type; ///< "text/html; charset=utf-8"; may be empty
    std::string body; ///< truncated to HttpOptions::mostBytes
};

/// How pages are fetched.
struct HttpOptions {
    bool verify = true; ///< https: refuse a server with an invalid certificate
    std::chrono::nanoseconds timeout = std::chrono::seconds(5); ///< in total; not divided by the run's speed
    int mostRedirects = 5;
    std::size_t mostBytes = std::size_t{1} << 20U;
};

/// Thrown when there is no page; the reason as a sentence.
class NoPage : public TextError<std::runtime_error> {
public:
    using TextError::TextError;
};

} // namespace threadscape
