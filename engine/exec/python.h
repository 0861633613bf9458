#pragma once

#include "base/text.h"
#include "os/child_process.h"
#include "sync/runtime.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace threadscape {

/// The machine's own python3, running a given program that prints a line when it is ready, and then answers lines with lines:
/// it reads its descriptor 3 and writes its descriptor 4. Waiting for an answer is recorded as input/output.
/// Threads: the actor that made it.
class Python {
public:
    /// Starts it, and waits until it is ready. Throws Stopped. Error: there is no python3, or it cannot be started, or it
    /// cannot run the program, in one sentence.
    static tl::expected<std::unique_ptr<Python>, Error> start(Runtime& runtime, std::string_view program);
    /// Lets it exit when it is waiting for a line; else, or when the run is being stopped, kills it.
    ~Python();
    Python(const Python&) = delete;
    Python& operator=(const Python&) = delete;

    /// Sends a line and waits for its answer. Throws Stopped (unusable then), and Misuse when it has ended.
    std::string ask(std::string_view line);

    /// The path of python3: the environment variable THREADSCAPE_PYTHON, else the first on PATH; nullopt if there is none.
    static std::optional<std::string> find();

private:
    Python(Runtime& runtime, std::unique_ptr<ChildProcess> child, Descriptor orders, Descriptor answers,
           ObjectId object)
        : m_runtime(runtime),
          m_child(std::move(child)),
          m_orders(std::move(orders)),
          m_answers(std::move(answers)),
          m_object(object)
    {
    }

    std::optional<std::string> hear();

    Runtime& m_runtime;
    std::unique_ptr<ChildProcess> m_child;
    Descriptor m_orders;
    Descriptor m_answers;
    ObjectId m_object;
    std::string m_received; // and not returned yet
    bool m_asked = true;    // it owes an answer: at first, that it is ready
};

} // namespace threadscape
