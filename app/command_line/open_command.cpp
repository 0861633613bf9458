#include "command_line/open_command.h"

#include "command_line/console.h"
#include "command_line/outputs.h"

namespace threadscape {

int openCommand(const Command& command, const OpenedRun& opened)
{
    if (const auto allowed = checkOutputs(command.outputs, *opened.run); !allowed) {
        say(stderr, allowed.error().text);
        return kBadUsage;
    }
    if (const auto writable = checkOutputs(command.outputs); !writable) {
        say(stderr, writable.error().text);
        return kFailed;
    }
    printResult(command.outputs.toStandardOutput() ? stderr : stdout, *opened.run);
    const Written written = writeOutputs(command, opened);
    sayOf(written);
    return written.failures.empty() && flushed(stdout) ? kDone : kFailed;
}

} // namespace threadscape
