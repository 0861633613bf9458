#include "async/log_line.h"

#include "sync/runtime.h"

namespace threadscape {

void printLine(Actor& actor, const Text& line)
{
    const ObjectId text = actor.runtime().catalogue().intern(line.english());
    actor.writer().write(momentEvent(EventKind::print, actor.track(), kNoObject, ticksNow(), text));
}

std::string reasonOf(const std::exception_ptr& failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& error) {
        return error.what();
    } catch (...) {
        return "it did not tell why";
    }
}

} // namespace threadscape
