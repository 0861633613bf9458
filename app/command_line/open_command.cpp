#include "command_line/open_command.h"

#include "command_line/console.h"
#include "command_line/outputs.h"

namespace threadscape {

int openCommand(const Command& command, const OpenedRun& opened)
{
    if (const auto writable = checkOutputs(command.outputs); !writable) {
        say(stderr, writable.error().text);
        return kFailed;
    }
    const RunResult result = opened.runner->result();
    printResult(command.outputs.toStandardOutput() ? stderr : stdout, opened.runner->experiment(), result);
    const std::vector<Error> failures = writeOutputs(command, opened, result);
    for (const Error& failure : failures)
        say(stderr, failure.text);
    return failures.empty() && flushed(stdout) ? kDone : kFailed;
}

} // namespace threadscape
