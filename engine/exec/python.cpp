#include "exec/python.h"

#include "os/pipe.h"
#include "sync/io_wait.h"
#include "sync/misuse.h"
#include "sync/seam.h"

#include <array>
#include <cstdlib>
#include <unistd.h>

namespace threadscape {

namespace {

constexpr int kOrdersOfPython = 3;
constexpr int kAnswersOfPython = 4;

[[noreturn]] void pythonGone()
{
    throw Misuse(TS_TEXT("exec", "python3 ended before it had answered."));
}

} // namespace

std::optional<std::string> Python::find()
{
    // Nothing in this program writes the environment.
    if (const char* said = std::getenv("THREADSCAPE_PYTHON"); // NOLINT(concurrency-mt-unsafe)
        said != nullptr && *said != '\0')
        return said;
    const char* const path = std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe)
    std::string_view rest = path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin";
    while (!rest.empty()) {
        const std::size_t colon = std::min(rest.find(':'), rest.size());
        const std::string candidate = std::string(rest.substr(0, colon)) + "/python3";
        if (::access(candidate.c_str(), X_OK) == 0)
            return candidate;
        rest.remove_prefix(std::min(colon + 1, rest.size()));
    }
    return std::nullopt;
}

tl::expected<std::unique_ptr<Python>, Error> Python::start(Runtime& runtime, std::string_view program)
{
    const std::optional<std::string> path = find();
    if (!path)
        return tl::unexpected(Error{TS_TEXT("exec", "There is no python3 on this machine.")});
    auto [theirOrders, orders] = makePipe();
    auto [answers, theirAnswers] = makePipe();
    makeBlocking(theirOrders);
    makeBlocking(theirAnswers);
    auto child = ChildProcess::start(
        {.program = *path,
         .arguments = {"-I", "-c", std::string(program)}, // -I: neither the user's nor this folder's modules
         .descriptors = {{STDERR_FILENO, STDOUT_FILENO},
                         {theirOrders.get(), kOrdersOfPython},
                         {theirAnswers.get(), kAnswersOfPython}},
         .lifelineAs = std::nullopt});
    if (!child)
        return tl::unexpected(Error{Text(TS_TEXT("exec", "python3 (%1) cannot be started: %2."))
                                        .arg(*path)
                                        .arg(child.error().message())});
    theirOrders.reset(); // their ends are then seen as the ends of the lines
    theirAnswers.reset();
    auto python =
        std::unique_ptr<Python>(new Python(runtime, std::move(*child), std::move(orders), std::move(answers),
                                           runtime.catalogue().addObject("python3", ObjectKind::connection)));
    if (!python->hear())
        return tl::unexpected(
            Error{Text(TS_TEXT("exec",
                               "python3 (%1) cannot run the program: its standard library may not be whole."))
                      .arg(*path)});
    return python;
}

Python::~Python()
{
    m_orders.reset();          // end of its input: it exits
    constexpr int kLooks = 50; // a stop may come meanwhile
    constexpr std::chrono::milliseconds kBetween(10);
    for (int look = 0; look < kLooks && !m_asked && !m_runtime.stopping(); ++look)
        if (m_child->waitFor(kBetween))
            return;
    m_child->kill();
}

std::string Python::ask(std::string_view line)
{
    interruptible(VisibleOperation::put, m_object);
    m_asked = true;
    const std::string whole = std::string(line) + '\n';
    for (auto bytes = std::as_bytes(std::span(whole)); !bytes.empty();) {
        const auto taken = tryWrite(m_orders.get(), bytes);
        if (!taken)
            waitUntilReady(m_orders, Readiness::writable, m_object);
        else if (*taken == 0)
            pythonGone();
        else
            bytes = bytes.subspan(*taken);
    }
    std::optional<std::string> answer = hear();
    if (!answer)
        pythonGone();
    return std::move(*answer);
}

// The next line; nullopt when it has ended. Throws Stopped.
std::optional<std::string> Python::hear()
{
    std::array<std::byte, 65'536> room{};
    std::size_t searched = 0;
    for (;;) {
        if (const std::size_t end = m_received.find('\n', searched); end != std::string::npos) {
            std::string line = m_received.substr(0, end);
            m_received.erase(0, end + 1);
            m_asked = false;
            return line;
        }
        searched = m_received.size();
        const auto got = tryRead(m_answers.get(), room);
        if (!got)
            waitUntilReady(m_answers, Readiness::readable, m_object);
        else if (*got == 0)
            return std::nullopt;
        else
            m_received.append(reinterpret_cast<const char*>(room.data()), *got);
    }
}

} // namespace threadscape
